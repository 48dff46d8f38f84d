// What a person reads in a saved mail, so that the numbers in it can be found: RFC 5322 headers, RFC 2045
// and 2046 parts, RFC 2047 subjects. Not a mail reader: nothing is laid out, no letters are converted
// (numbers are ASCII in every charset), and what is not text is left out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace formats {

/// Bytes. A mail with its pictures is seldom larger, and a table of a hundred thousand numbers is not.
inline constexpr std::size_t mail_size_limit = 10'000'000;
/// Forwarded mails stand inside each other; a file made to exhaust the stack goes deeper.
inline constexpr int mail_depth_limit = 8;

/// True when the text begins with header fields as mails have them, one of them a field only mails have.
bool is_mail(std::string_view text);

/// The subject and every text part of a mail, base64 and quoted-printable decoded, parted by line feeds; HTML
/// keeps its tags, without character references. A text that is no mail is returned as it is, or as HTML when
/// it begins with a tag. NUL bytes are left out, so that ASCII in UTF-16 can be read. Any bytes; never longer
/// than the text; time is linear in it for each level of mails in mails.
std::string mail_text(std::string_view text);

}  // namespace formats

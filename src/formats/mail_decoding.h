// The transfer encodings of mails, and the character references of HTML. Internal to mail_text.
#pragma once

#include <string>
#include <string_view>

namespace formats {

/// RFC 2045, 6.8. What is no letter of the alphabet is skipped; `=` ends it.
std::string decoded_base64(std::string_view text);

/// RFC 2045, 6.7: `=` and two hexadecimal digits are a byte, `=` before the end of a line joins it to the
/// next. A `=` before anything else stays, as mail readers leave it.
std::string decoded_quoted_printable(std::string_view text);

/// RFC 2047: every =?charset?B or Q?…?= of a header; the text between them stays.
std::string decoded_header(std::string_view text);

/// HTML's numeric character references of every character, and those by name that stand in or round numbers.
/// `<wbr>` only says where a line may break and goes.
std::string without_references(std::string_view html);

}  // namespace formats

// Every tracking number in a pasted text: a mail, an SMS, a table, a page of HTML, a chat. The text is read
// as bytes of UTF-8; what is no UTF-8, and NUL, only separates.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "postal/item_number.h"
#include "postal/number_text.h"

namespace postal {

struct FoundNumber {
    std::uint32_t begin;  ///< bytes of the text, from the number's first character to behind its last
    std::uint32_t end;
    NumberText number;  ///< canonical: upper case, without blanks
    /// S10: as check_number says. Others: valid when the check digit passes, warning when the family has
    /// none, faulty when it does not pass.
    Verdict verdict;
    std::uint8_t family;  ///< 0 = S10, else for family() of other_number.h
};

enum class Eagerness : std::uint8_t {
    /// At most about one wrong find per megabyte of mails, logs and tables full of other numbers. Families
    /// without
    /// a telling shape count only beside a carrier's name or a word for parcels (number_label.h).
    strict,
    eager,  ///< everything of the right shape, for a person to choose from
};

/// Which numbers are looked for.
enum class Wanted : std::uint8_t {
    all_families,
    s10_alone,  ///< as if there were no others; faster
};

/// No text is read beyond this many bytes: offsets have 32 bits.
inline constexpr std::size_t extracted_text_limit = 0xFFFFFFFF;

/// The numbers in the order of the text; no two share a character. Of equal numbers of one family only the
/// first is told, however the others are written. Groups may be parted by one blank, dash or dot, no-break
/// and unseen characters and their HTML entities; soft line breaks of quoted-printable are unseen ones; a
/// line break, a tag and any other character end a number. Mail and HTML may be given as they are, but
/// letters and digits that are written as codes (=45, &#69;, base64) are not read: decode these first. Time
/// is linear in the length of the text.
std::vector<FoundNumber> extract(std::string_view text, Eagerness eagerness,
                                 Wanted wanted = Wanted::all_families);

}  // namespace postal

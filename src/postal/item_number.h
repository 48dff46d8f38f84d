// UPU S10 identification of postal items: 2 letters service indicator, 8 digits serial, 1 check digit,
// 2 letters country. Source of the rules: UPU standard S10-12 (approved 2017-10-17); facts, vectors and
// strength of the check digit in docs/sources.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "postal/typed_character.h"

namespace postal {

inline constexpr std::size_t item_number_length = 13;
inline constexpr std::size_t typed_number_limit = typed_text_limit;

enum class Severity : std::uint8_t { note, warning, error };

/// One published list (id_of); the words for each stand in app/words.
enum class FindingCode : std::uint8_t {
    empty,               ///< error; nothing that counts was submitted
    too_short,           ///< error; item_number_length - found_count characters are missing
    too_long,            ///< error; which one is too much is not known, so no place is called wrong beside it
    letter_in_digits,    ///< error; `expected` is the digit it may be, or 0
    digit_in_letters,    ///< error; `expected` is the letter it may be, or 0
    foreign_character,   ///< error; a character no number contains
    check_digit,         ///< error; `found` and `expected`
    service_unassigned,  ///< warning; S10 assigns no service to the two letters
    country_unknown,     ///< warning; not an ISO 3166-1 code. Some carriers issue numbers so: TS, JF, YP
    placeholder_serial,  ///< warning; 12345678 and the like are typical examples
    service_local,       ///< note; domestic or bilateral use only
    service_untracked,   ///< note; this class is usually not tracked end to end
    normalised,          ///< note; `disguise`: the first character of each disguise, read as meant
    other_family,        ///< note; `found_count` families of NumberCheck::families have this shape
    several_numbers,     ///< note; `found_count` different S10 numbers stand in the text, one is judged
};
inline constexpr std::size_t finding_code_count = 15;

/// The published spelling: "check_digit".
std::string_view id_of(FindingCode code);
std::string_view id_of(Disguise disguise);

struct Finding {
    Severity severity;
    FindingCode code;
    std::uint8_t position = 0;       ///< in the canonical characters, 0..12 (last one for too_short/too_long)
    std::uint16_t typed_begin = 0;   ///< byte range of that character in the text as typed
    std::uint16_t typed_length = 0;  ///< 0 when it is about the whole text
    char found = 0;                  ///< the first character it is about; 0 when that is not ASCII
    char expected = 0;
    std::uint8_t found_count = 0;  ///< too_short, too_long: canonical characters; else as the code says
    Disguise disguise{};           ///< normalised
};

enum class Verdict : std::uint8_t {
    empty,
    incomplete,  ///< right so far
    faulty,      ///< at least one error
    warning,     ///< right, with at least one warning
    valid,
};

struct NumberCheck {
    Verdict verdict = Verdict::empty;
    /// The canonical characters found, upper case, at most typed_number_limit; all 13 when the shape is
    /// right. Where S10 numbers stand in other text, the first that is right, else the first.
    std::string number;
    /// Errors first, then warnings, then notes; within one severity by position.
    std::vector<Finding> findings;
    bool shape_is_right = false;  ///< AA999999999AA: it may be looked up even when the check digit is wrong
    /// Which other kinds of number it may be (other_number.h), likeliest first; the verdict speaks of S10
    /// alone. What has the shape AA999999999AA is never called anything else.
    std::vector<std::uint8_t> families;
};

/// While a number is typed a short text is `incomplete`, and an error is named as soon as its character
/// stands there. When it is submitted, short is an error.
enum class Typing : std::uint8_t { going_on, finished };

/// Checks UTF-8 text. Never fails: text that is no number at all is `faulty` with the first foreign
/// character; what stands behind that one is not judged. Text longer than typed_number_limit bytes is judged
/// by its beginning and is too_long.
NumberCheck check_number(std::string_view typed, Typing typing = Typing::finished);

/// check_number(line, typing).verdict and nothing else, without allocation: for long lists.
Verdict verdict_of(std::string_view line, Typing typing = Typing::finished);

/// The verdicts of all lines of `text`: of what stands between line feeds, so that there is one line more
/// than there are of them. Written over the text, one byte each; `text` has room for size + 1 bytes. Returns
/// how many.
std::size_t write_verdicts_of_lines(char* text, std::size_t size, Typing typing);

/// The same for UTF-16, `size` units of it: half a pair of surrogates is U+FFFD. Written over the text too,
/// one byte each.
std::size_t write_verdicts_of_lines(char16_t* text, std::size_t size, Typing typing);

/// The S10 check digit of exactly eight ASCII digits; of anything else, 0.
char check_digit(std::string_view serial);

/// "EE123456785CN" -> "EE 123 456 785 CN"; a part of a number is grouped as far as it goes; other text
/// comes back unchanged.
std::string grouped(std::string_view number);

struct GroupedText {
    std::string text;
    std::size_t caret;  ///< bytes
};

/// As-you-type grouping, in upper case as numbers are printed. `caret` counts bytes of `typed`; the caret
/// stays behind the same character. Text that is not the beginning of a number comes back unchanged: it may
/// be in composition, hold a slip, or be a paste the user should see as it was.
GroupedText group_as_typed(std::string_view typed, std::size_t caret);

}  // namespace postal

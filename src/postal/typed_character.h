// The characters of an item number as people type and paste them: lower case, full-width, look-alikes of
// other scripts, blanks and dashes between the groups.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace postal {

/// How a character stands in for another one.
enum class Disguise : std::uint8_t {
    letter_case,   ///< lower case
    separator,     ///< a dash, dot, slash or unusual blank between the groups
    unseen,        ///< zero-width characters, direction marks, soft hyphens, line ends
    full_width,    ///< the letters and digits of East Asian type
    look_alike,    ///< Cyrillic or Greek letters that look Latin
    other_digits,  ///< Arabic, Persian, Devanagari, Bengali, Thai or mathematical digits
    other_text,    ///< words or an address around the number
};
inline constexpr std::size_t disguise_count = 7;

struct TypedCharacter {
    char canonical = 0;  ///< 'A'..'Z' or '0'..'9'; an ASCII character as it is, or 0, when foreign
    bool foreign = false;
    bool separated = false;   ///< blanks, dashes or the like stand before it
    std::uint8_t length = 0;  ///< bytes in the text as typed
    std::uint16_t begin = 0;
};

/// The first character of one disguise.
struct DisguisedCharacter {
    std::uint16_t begin = 0;
    std::uint8_t length = 0;  ///< 0 when there is none
    std::uint8_t before = 0;  ///< how many of `characters` stand before it, at most 255
};

/// No real number is longer, and a pasted page must not be searched on every keystroke.
inline constexpr std::size_t typed_text_limit = 256;

struct TypedText {
    std::array<TypedCharacter, typed_text_limit> storage;
    std::size_t count = 0;
    /// Plain blanks are not counted: numbers are printed with them.
    std::array<DisguisedCharacter, disguise_count> disguises;

    /// Without blanks, dashes and characters nobody sees.
    std::span<const TypedCharacter> characters() const { return std::span(storage).first(count); }
};

/// What one character is in a typed number.
struct CharacterMeaning {
    static constexpr char dropped = 0;
    static constexpr char foreign = 1;
    char canonical;       ///< or one of these
    std::uint8_t length;  ///< bytes
};

/// The canonical characters of the blocks where nearly all disguises are, so that long lists are read fast.
struct FrequentMeanings {
    std::array<char, 0x800> two_bytes;   ///< U+0000 on: Latin to Arabic
    std::array<char, 0x80> punctuation;  ///< U+2000 on
    std::array<char, 0x80> full_width;   ///< U+FF00 on
};
extern const FrequentMeanings frequent_meanings;

/// As first_meaning, slower.
CharacterMeaning rare_meaning(std::string_view text);

/// The meaning of one code point, as read_typed has it.
char rare_meaning(char32_t point);
inline char meaning_of_point(char32_t point) {
    if (point < 0x800) return frequent_meanings.two_bytes[point];
    if (point >= 0x2000 && point < 0x2080) return frequent_meanings.punctuation[point - 0x2000];
    if (point >= 0xFF00 && point < 0xFF80) return frequent_meanings.full_width[point - 0xFF00];
    return rare_meaning(point);
}

/// The character at the beginning of `text`, which is not empty, as read_typed reads it.
inline CharacterMeaning first_meaning(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned char lead = byte(0);
    if (lead >= 0xC2 && lead < 0xE0 && text.size() > 1 && continues(1))
        return {frequent_meanings.two_bytes[(lead & 0x1Fu) << 6 | (byte(1) & 0x3Fu)], 2};
    if (lead == 0xE2 && text.size() > 2 && (byte(1) == 0x80 || byte(1) == 0x81) && continues(2))
        return {frequent_meanings.punctuation[(byte(1) & 1u) << 6 | (byte(2) & 0x3Fu)], 3};
    if (lead == 0xEF && text.size() > 2 && (byte(1) == 0xBC || byte(1) == 0xBD) && continues(2))
        return {frequent_meanings.full_width[(byte(1) & 1u) << 6 | (byte(2) & 0x3Fu)], 3};
    return rare_meaning(text);
}

/// Reads UTF-8 of at most typed_text_limit bytes into `read`, which is fresh. A byte that is no UTF-8 is one
/// foreign character.
void read_typed(std::string_view text, TypedText& read);

}  // namespace postal

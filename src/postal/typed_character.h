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

/// The meanings of all units of UTF-16, so that long lists are read fast. Most pages hold foreign characters
/// alone and share one.
struct UnitMeanings {
    static constexpr std::size_t page_size = 0x80;
    static constexpr std::size_t page_limit = 32;
    /// Of the first half of the pairs that mathematical digits are, beside CharacterMeaning's own: the second
    /// half decides. All other halves are foreign as their wholes are.
    static constexpr char half = 2;
    static constexpr char32_t first_half = 0xD835;

    std::array<std::uint8_t, 0x10000 / page_size> pages;
    std::array<char, page_limit * page_size> meanings;
};
extern const UnitMeanings unit_meanings;

inline char meaning_of_unit(char32_t unit) {
    constexpr std::size_t size = UnitMeanings::page_size;
    return unit_meanings.meanings[unit_meanings.pages[unit / size] * size + unit % size];
}

/// As first_meaning, slower.
CharacterMeaning rare_meaning(std::string_view text);

/// The meaning of any code point, slower.
char rare_meaning(char32_t point);

/// The character at the beginning of `text`, which is not empty, as read_typed reads it.
inline CharacterMeaning first_meaning(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {meaning_of_unit(lead), 1};
    if (lead >= 0xC2 && lead < 0xE0 && text.size() > 1 && continues(1))
        return {meaning_of_unit((lead & 0x1Fu) << 6 | (byte(1) & 0x3Fu)), 2};
    // E0 may be overlong, ED may be a surrogate.
    if (lead > 0xE0 && lead < 0xF0 && lead != 0xED && text.size() > 2 && continues(1) && continues(2))
        return {meaning_of_unit((lead & 0xFu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu)), 3};
    return rare_meaning(text);
}

/// Reads UTF-8 of at most typed_text_limit bytes into `read`, which is fresh. A byte that is no UTF-8 is one
/// foreign character.
void read_typed(std::string_view text, TypedText& read);

}  // namespace postal

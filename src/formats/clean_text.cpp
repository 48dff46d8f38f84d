#include "formats/clean_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace formats {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

struct Character {
    char32_t code = 0;
    std::size_t length = 1;  ///< bytes; of a broken piece, the bytes it takes up
    bool valid = false;
};

/// How many bytes follow a first byte, and which values the first of them may have: Unicode 15, table 3-7.
struct Following {
    std::size_t count = 0;
    std::uint8_t lowest = 0x80;
    std::uint8_t highest = 0xBF;
};

Following following(std::uint8_t first) {
    if (first >= 0xC2 && first <= 0xDF) return {1};
    if (first == 0xE0) return {2, 0xA0, 0xBF};
    if (first == 0xED) return {2, 0x80, 0x9F};
    if (first >= 0xE1 && first <= 0xEF) return {2};
    if (first == 0xF0) return {3, 0x90, 0xBF};
    if (first >= 0xF1 && first <= 0xF3) return {3};
    if (first == 0xF4) return {3, 0x80, 0x8F};
    return {};
}

/// The character `text` begins with; `text` is not empty.
Character first_character(std::string_view text) {
    const auto first = static_cast<std::uint8_t>(text[0]);
    if (first < 0x80) return {first, 1, true};
    const Following rest = following(first);
    if (rest.count == 0) return {};
    char32_t code = first & (0x3Fu >> rest.count);
    for (std::size_t i = 1; i <= rest.count; ++i) {
        const auto byte = i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
        const std::uint8_t lowest = i == 1 ? rest.lowest : 0x80;
        const std::uint8_t highest = i == 1 ? rest.highest : 0xBF;
        if (byte < lowest || byte > highest) return {0, i, false};
        code = code << 6 | (byte & 0x3Fu);
    }
    return {code, rest.count + 1, true};
}

struct Range {
    char32_t first;
    char32_t last;
};

/// Sorted. Unicode 15: Cc, Bidi_Control, and the Default_Ignorable_Code_Points that carry no meaning alone.
/// Variation selectors are not here: they choose between the two looks of an emoji.
constexpr std::array<Range, 13> invisible{{
    {0x0000, 0x001F},
    {0x007F, 0x009F},
    {0x00AD, 0x00AD},
    {0x061C, 0x061C},
    {0x115F, 0x1160},
    {0x180E, 0x180E},
    {0x200B, 0x200F},
    {0x2028, 0x202E},
    {0x2060, 0x206F},
    {0x3164, 0x3164},
    {0xFEFF, 0xFEFF},
    {0xFFF9, 0xFFFB},
    {0xE0000, 0xE007F},
}};

bool is_invisible(char32_t code) {
    const auto range = std::ranges::lower_bound(invisible, code, {}, &Range::last);
    return range != invisible.end() && code >= range->first;
}

bool is_line_end_or_tab(char32_t code) {
    return (code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0x2028 || code == 0x2029;
}

bool is_joiner(char32_t code) { return code == 0x200C || code == 0x200D; }

/// What stands in the cleaned text for a character at the beginning of `rest`, behind `before`.
std::string_view cleaned(const Character& character, std::string_view rest, std::string_view before) {
    if (!character.valid) return replacement;
    if (is_line_end_or_tab(character.code)) return " ";
    if (is_joiner(character.code)) {
        const bool joins = !before.empty() && static_cast<std::uint8_t>(before.back()) >= 0x80;
        return joins ? rest.substr(0, character.length) : std::string_view{};
    }
    if (is_invisible(character.code)) return {};
    return rest.substr(0, character.length);
}

}  // namespace

std::string clean_text(std::string_view text, std::size_t limit) {
    std::string clean;
    clean.reserve(std::min(text.size(), limit));
    while (!text.empty()) {
        const Character character = first_character(text);
        const std::string_view piece = cleaned(character, text, clean);
        if (clean.size() + piece.size() > limit) break;
        clean += piece;
        text.remove_prefix(character.length);
    }
    return clean;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const Character character = first_character(text);
        if (!character.valid) return false;
        text.remove_prefix(character.length);
    }
    return true;
}

std::string repaired_utf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    while (!text.empty()) {
        const Character character = first_character(text);
        repaired += character.valid ? text.substr(0, character.length) : replacement;
        text.remove_prefix(character.length);
    }
    return repaired;
}

}  // namespace formats

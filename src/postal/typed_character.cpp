#include "postal/typed_character.h"

#include <algorithm>
#include <iterator>

#include "postal/code_point.h"

namespace postal {

namespace {

struct Range {
    char32_t first;
    char32_t last;
    bool seen = true;
};

/// Blanks, dashes, dots and slashes people put between groups, and what a paste carries unseen
/// (zero-width, soft hyphen, direction marks, line ends). Sorted.
constexpr Range dropped[] = {
    {'\t', '\r', false},
    {' ', ' '},
    {'-', '/'},
    {0xA0, 0xA0},
    {0xAD, 0xAD, false},
    {0xB7, 0xB7},
    {0x34F, 0x34F, false},
    {0x61C, 0x61C, false},
    {0x1680, 0x1680},
    {0x180E, 0x180E, false},
    {0x2000, 0x200A},
    {0x200B, 0x200F, false},
    {0x2010, 0x2015},
    {0x2022, 0x2022},
    {0x2028, 0x202E, false},
    {0x202F, 0x202F},
    {0x2043, 0x2043},
    {0x205F, 0x205F},
    {0x2060, 0x2064, false},
    {0x2066, 0x206F, false},
    {0x2212, 0x2212},
    {0x3000, 0x3002},
    {0x30FB, 0x30FC},
    {0xFE00, 0xFE0F, false},
    {0xFE58, 0xFE58},
    {0xFE63, 0xFE63},
    {0xFEFF, 0xFEFF, false},
    {0xFF0D, 0xFF0F},
    {0xFF65, 0xFF65},
};

constexpr const Range* dropped_range(char32_t point) {
    const auto after =
        std::upper_bound(std::begin(dropped), std::end(dropped), point,
                         [](char32_t wanted, const Range& range) { return wanted < range.first; });
    if (after == std::begin(dropped) || point > std::prev(after)->last) return nullptr;
    return std::prev(after);
}

struct LookAlike {
    std::uint16_t capital;
    std::uint16_t small;
    char latin;
};

/// Cyrillic and Greek letters whose capital looks like a Latin one.
constexpr LookAlike look_alikes[] = {
    {0x0410, 0x0430, 'A'}, {0x0412, 0x0432, 'B'}, {0x0415, 0x0435, 'E'}, {0x041A, 0x043A, 'K'},
    {0x041C, 0x043C, 'M'}, {0x041D, 0x043D, 'H'}, {0x041E, 0x043E, 'O'}, {0x0420, 0x0440, 'P'},
    {0x0421, 0x0441, 'C'}, {0x0422, 0x0442, 'T'}, {0x0423, 0x0443, 'Y'}, {0x0425, 0x0445, 'X'},
    {0x0405, 0x0455, 'S'}, {0x0406, 0x0456, 'I'}, {0x0408, 0x0458, 'J'}, {0x0391, 0x03B1, 'A'},
    {0x0392, 0x03B2, 'B'}, {0x0395, 0x03B5, 'E'}, {0x0396, 0x03B6, 'Z'}, {0x0397, 0x03B7, 'H'},
    {0x0399, 0x03B9, 'I'}, {0x039A, 0x03BA, 'K'}, {0x039C, 0x03BC, 'M'}, {0x039D, 0x03BD, 'N'},
    {0x039F, 0x03BF, 'O'}, {0x03A1, 0x03C1, 'P'}, {0x03A4, 0x03C4, 'T'}, {0x03A5, 0x03C5, 'Y'},
    {0x03A7, 0x03C7, 'X'},
};

constexpr bool is_canonical(char32_t point) {
    return (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9');
}

/// Zeros that nine more digits follow.
constexpr char32_t other_zeros[] = {0x660, 0x6F0, 0x966, 0x9E6, 0xE50};
constexpr Range mathematical_digits = {0x1D7CE, 0x1D7FF};  // five sets of ten

struct Meaning {
    char canonical = 0;  ///< 0: none
    bool as_it_stands = false;
    Disguise disguise{};
};

constexpr Meaning meant_by(char32_t point) {
    if (is_canonical(point)) return {static_cast<char>(point), true, {}};
    constexpr char32_t full_width_offset = 0xFF01 - '!';
    const bool full_width = point >= 0xFF01 && point <= 0xFF5E;
    char32_t plain = full_width ? point - full_width_offset : point;
    if (plain >= 'a' && plain <= 'z') plain -= 'a' - 'A';
    if (is_canonical(plain))
        return {static_cast<char>(plain), false, full_width ? Disguise::full_width : Disguise::letter_case};
    if (point < 0x80) return {};
    for (const char32_t zero : other_zeros) {
        if (point >= zero && point <= zero + 9)
            return {static_cast<char>('0' + (point - zero)), false, Disguise::other_digits};
    }
    if (point >= mathematical_digits.first && point <= mathematical_digits.last)
        return {static_cast<char>('0' + (point - mathematical_digits.first) % 10), false,
                Disguise::other_digits};
    if (point >= 0x800) return {};  // all of them have two bytes
    for (const LookAlike& letter : look_alikes) {
        if (point == letter.capital || point == letter.small)
            return {letter.latin, false, Disguise::look_alike};
    }
    return {};
}

constexpr char meaning_of(char32_t point) {
    if (dropped_range(point)) return CharacterMeaning::dropped;
    const char canonical = meant_by(point).canonical;
    return canonical == 0 ? CharacterMeaning::foreign : canonical;
}

using UnitPages = std::array<bool, 0x10000 / UnitMeanings::page_size>;

/// The pages of units that hold anything but foreign characters.
constexpr UnitPages pages_with_meanings() {
    UnitPages pages{};
    const auto mark = [&pages](char32_t first, char32_t last) {
        for (std::size_t page = first / UnitMeanings::page_size; page <= last / UnitMeanings::page_size;
             ++page)
            pages[page] = true;
    };
    mark(0, 0x7FF);  // letters of Europe and the digits of Arabic
    mark(0xFF01, 0xFF5E);
    mark(UnitMeanings::first_half, UnitMeanings::first_half);
    for (const char32_t zero : other_zeros) mark(zero, zero + 9);
    for (const Range& range : dropped) mark(range.first, range.last);
    return pages;
}

constexpr UnitMeanings made_unit_meanings() {
    constexpr std::size_t size = UnitMeanings::page_size;
    constexpr UnitPages pages = pages_with_meanings();
    UnitMeanings made{};
    for (std::size_t i = 0; i < size; ++i) made.meanings[i] = CharacterMeaning::foreign;
    std::uint8_t count = 1;  // the first page is that of foreign characters
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (!pages[page]) continue;
        for (std::size_t i = 0; i < size; ++i) {
            const auto unit = static_cast<char32_t>(page * size + i);
            made.meanings[count * size + i] =
                unit == UnitMeanings::first_half ? UnitMeanings::half : meaning_of(unit);
        }
        made.pages[page] = count++;
    }
    return made;
}

void note(TypedText& read, Disguise disguise, const TypedCharacter& character) {
    DisguisedCharacter& first = read.disguises[static_cast<std::size_t>(disguise)];
    if (first.length > 0) return;
    first = {character.begin, character.length,
             static_cast<std::uint8_t>(std::min<std::size_t>(read.count, 0xFF))};
}

}  // namespace

constexpr UnitMeanings unit_meanings = made_unit_meanings();

char rare_meaning(char32_t point) { return meaning_of(point); }

CharacterMeaning rare_meaning(std::string_view text) {
    const auto [point, length] = code_point_at(text, 0);
    return {meaning_of(point), length};
}

void read_typed(std::string_view text, TypedText& read) {
    bool separated = false;
    text = text.substr(0, typed_text_limit);
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = code_point_at(text, at);
        TypedCharacter character{
            .separated = separated, .length = length, .begin = static_cast<std::uint16_t>(at)};
        at += length;
        if (const Range* gap = dropped_range(point)) {
            if (point != ' ') note(read, gap->seen ? Disguise::separator : Disguise::unseen, character);
            separated = separated || gap->seen || point < ' ';
            continue;
        }
        separated = false;
        const Meaning meaning = meant_by(point);
        character.canonical = meaning.canonical;
        character.foreign = meaning.canonical == 0;
        if (character.foreign && point > ' ' && point < 0x7F) character.canonical = static_cast<char>(point);
        if (!character.foreign && !meaning.as_it_stands) note(read, meaning.disguise, character);
        read.storage[read.count++] = character;
    }
}

}  // namespace postal

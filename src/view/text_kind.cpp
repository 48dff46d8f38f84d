#include "view/text_kind.h"

#include <algorithm>
#include <iterator>

namespace view {
namespace {

struct Range {
    char32_t first, last;
    TextKind kind;
};

using enum TextKind;

// Ascending and apart. What stands in no range is `simple` inside the BMP and `alone` outside.
constexpr Range ranges[] = {
    {0x0000, 0x0009, dropped},  // the line feed stays; a tab is made a blank before it comes here
    {0x000B, 0x001F, dropped},       {0x007F, 0x009F, dropped},
    {0x00AD, 0x00AD, dropped},                                // soft hyphen
    {0x0300, 0x036F, mark},                                   // combining diacritical marks
    {0x0483, 0x0489, mark},                                   // Cyrillic
    {0x0590, 0x0590, right_to_left}, {0x0591, 0x05BD, mark},  // Hebrew points
    {0x05BE, 0x060F, right_to_left}, {0x0610, 0x061A, mark},
    {0x061B, 0x061B, right_to_left}, {0x061C, 0x061C, dropped},  // Arabic letter mark
    {0x061D, 0x064A, right_to_left}, {0x064B, 0x065F, mark},     // Arabic vowels
    {0x0660, 0x066F, right_to_left}, {0x0670, 0x0670, mark},
    {0x0671, 0x08FF, right_to_left},  // Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic
    {0x0900, 0x0903, mark},           // Devanagari
    {0x0904, 0x0939, shaped},        {0x093A, 0x094F, mark},
    {0x0950, 0x0963, shaped},        {0x0966, 0x0980, shaped},
    {0x0981, 0x0983, mark},  // Bengali
    {0x0984, 0x09BB, shaped},        {0x09BC, 0x09D7, mark},
    {0x09D8, 0x0A00, shaped},        {0x0A01, 0x0A03, mark},  // Gurmukhi
    {0x0A04, 0x0A3B, shaped},        {0x0A3C, 0x0A51, mark},
    {0x0A52, 0x0A80, shaped},        {0x0A81, 0x0A83, mark},  // Gujarati
    {0x0A84, 0x0ABB, shaped},        {0x0ABC, 0x0ACD, mark},
    {0x0ACE, 0x0B00, shaped},        {0x0B01, 0x0B03, mark},  // Oriya
    {0x0B04, 0x0B3B, shaped},        {0x0B3C, 0x0B57, mark},
    {0x0B58, 0x0BBD, shaped},        {0x0BBE, 0x0BCD, mark},  // Tamil
    {0x0BCE, 0x0C3B, shaped},        {0x0C3C, 0x0C56, mark},  // Telugu
    {0x0C57, 0x0CBB, shaped},        {0x0CBC, 0x0CD6, mark},  // Kannada
    {0x0CD7, 0x0D3A, shaped},        {0x0D3B, 0x0D4D, mark},  // Malayalam
    {0x0D4E, 0x0DC9, shaped},        {0x0DCA, 0x0DDF, mark},  // Sinhala
    {0x0DE0, 0x0E30, shaped},        {0x0E31, 0x0E31, mark},  // Thai
    {0x0E32, 0x0E32, shaped},        {0x0E33, 0x0E3A, mark},
    {0x0E40, 0x0E46, shaped},        {0x0E47, 0x0E4E, mark},
    {0x0E4F, 0x0EB0, shaped},        {0x0EB1, 0x0EB1, mark},  // Lao
    {0x0EB2, 0x0EB2, shaped},        {0x0EB3, 0x0EBC, mark},
    {0x0EBD, 0x0EC7, shaped},        {0x0EC8, 0x0ECE, mark},
    {0x0ECF, 0x0F34, shaped},        {0x0F35, 0x0F35, mark},  // Tibetan
    {0x0F36, 0x0F70, shaped},        {0x0F71, 0x0F84, mark},
    {0x0F85, 0x0F8C, shaped},        {0x0F8D, 0x0FBC, mark},
    {0x0FBD, 0x102A, shaped},        {0x102B, 0x103E, mark},    // Myanmar
    {0x103F, 0x109F, shaped},        {0x1100, 0x11FF, shaped},  // Hangul jamo
    {0x135D, 0x135F, mark},                                     // Ethiopic
    {0x1700, 0x17B3, shaped},                                   // Tagalog … Khmer
    {0x17B4, 0x17D3, mark},          {0x17D4, 0x180A, shaped},
    {0x180B, 0x180F, mark},                                     // Mongolian variation selectors
    {0x1810, 0x18AF, shaped},        {0x1900, 0x1AAF, shaped},  // Limbu … Tai Tham
    {0x1AB0, 0x1AFF, mark},          {0x1B00, 0x1C4F, shaped},  // Balinese … Lepcha
    {0x1CD0, 0x1CFF, mark},                                     // Vedic
    {0x1DC0, 0x1DFF, mark},          {0x200B, 0x200B, dropped},
    {0x200C, 0x200C, mark},  // zero width non-joiner: matters to the letter before it
    {0x200D, 0x200D, joiner},        {0x200E, 0x200F, dropped},
    {0x2028, 0x202E, dropped},  // separators, embeddings, overrides
    {0x2060, 0x206F, dropped},  // isolates and other invisible signs
    {0x20D0, 0x20FF, mark},     // for symbols, with the keycap
    {0x2DE0, 0x2DFF, mark},          {0x302A, 0x302F, mark},
    {0x3099, 0x309A, mark},  // kana voicing
    {0xA66F, 0xA67F, mark},          {0xA800, 0xA82F, shaped},
    {0xA840, 0xA95F, shaped},  // Phags-pa … Rejang
    {0xA960, 0xA97F, shaped},  // Hangul jamo
    {0xA980, 0xAADF, shaped},  // Javanese … Tai Viet
    {0xABC0, 0xABFF, shaped},        {0xD7B0, 0xD7FF, shaped},
    {0xE000, 0xF8FF, foreign},       {0xFB1D, 0xFDCF, right_to_left},
    {0xFDD0, 0xFDEF, foreign},       {0xFDF0, 0xFDFF, right_to_left},
    {0xFE00, 0xFE0F, mark},  // variation selectors
    {0xFE20, 0xFE2F, mark},          {0xFE70, 0xFEFE, right_to_left},
    {0xFEFF, 0xFEFF, dropped},       {0xFFF0, 0xFFFB, dropped},
    {0xFFFE, 0xFFFF, foreign},       {0x10800, 0x10FFF, right_to_left},
    {0x11000, 0x11FFF, shaped},      {0x1E800, 0x1EFFF, right_to_left},
    {0x1F1E6, 0x1F1FF, flag_letter}, {0x1F3FB, 0x1F3FF, mark},  // skin tones
    {0xE0000, 0xE0FFF, mark},                                   // tags, variation selectors
    {0xF0000, 0x10FFFF, foreign},
};

constexpr bool are_ascending() {
    for (std::size_t i = 0; i < std::size(ranges); i++) {
        if (ranges[i].last < ranges[i].first) return false;
        if (i > 0 && ranges[i].first <= ranges[i - 1].last) return false;
    }
    return true;
}
static_assert(are_ascending());

}  // namespace

TextKind text_kind(char32_t code_point) {
    const Range* range = std::lower_bound(std::begin(ranges), std::end(ranges), code_point,
                                          [](const Range& r, char32_t c) { return r.last < c; });
    if (range != std::end(ranges) && code_point >= range->first) return range->kind;
    return code_point < 0x10000 ? simple : alone;
}

}  // namespace view

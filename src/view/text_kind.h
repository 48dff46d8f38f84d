// How each code point has to be drawn, for view/text.
#pragma once

#include <cstdint>

namespace view {

enum class TextKind : std::uint8_t {
    simple,  ///< drawn by itself: Latin, Greek, Cyrillic, Han, kana, Hangul syllables, symbols
    shaped,  ///< takes its form from its neighbours, left to right: Devanagari, Thai, Khmer, Mongolian, …
    right_to_left,  ///< Hebrew, Arabic, Syriac, Thaana, N'Ko, …
    mark,    ///< belongs to the code point before it: accents, vowel signs, variation selectors, skin tones
    joiner,  ///< joins its two neighbours: U+200D
    flag_letter,  ///< two of them are a flag: U+1F1E6..1F1FF
    alone,        ///< outside the BMP, one picture or sign
    dropped,      ///< invisible or dangerous: controls, direction marks and overrides, soft hyphen
    foreign,      ///< private use and non-characters: nobody else knows what they mean
};

/// Ranges after Unicode 16 Blocks.txt; marks after general category Mn, Mc and Me, coarsely for the scripts
/// where it only decides where an overlong word may be cut.
TextKind text_kind(char32_t code_point);

}  // namespace view

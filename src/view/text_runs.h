// Which parts of a line can be drawn code point by code point and which only as a whole, for view/text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace view {

struct TextPiece {
    std::u32string text;
    bool is_run = false;  ///< to be drawn as one glyph; never longer than longest_run and its isolates
};

/// The pieces in the order in which they stand from left to right. `line`: code points without line feeds, of
/// no kind `dropped` or `foreign`. A long right-to-left stretch is broken with pieces that hold a line feed.
std::vector<TextPiece> split_line(std::u32string_view line);

}  // namespace view

// Text as ImGui can draw it. ImGui lays out code point by code point, so words that need shaping, joining or
// right-to-left order are drawn as one glyph each: web supplies the glyph, this splits the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace view {

/// Gives a run (a whole word or label, valid UTF-8) a code point in the private use area; U+FFFD when none is
/// left. The same run always gets the same code point until forget_drawables(). Web sets it; without one
/// (tests) runs stay as they are. A run with a right-to-left letter in it is to be drawn from right to left.
using InternRun = char16_t (*)(std::string_view run);
void set_run_interner(InternRun intern);

/// UTF-8 in, UTF-8 for ImGui out: simple scripts stay, complex runs and everything outside the BMP become
/// private-use code points. Invalid UTF-8, and private-use code points of the text itself, become U+FFFD;
/// control characters (but the line feed) and invisible direction marks go, so that no text can turn the
/// order of its neighbours. Cached per string; the view stays valid until the end of the frame, and as long
/// as `text` does.
///
/// A right-to-left label is one run, so it does not wrap by itself: it is broken with line feeds at blanks
/// about every `longest_run` code points; who has room for one line only draws up to the first. Numbers and
/// Latin words inside keep their own direction.
std::string_view drawable(std::string_view text);

/// A word longer than this is drawn as several glyphs (Thai and Khmer have no blanks).
inline constexpr std::size_t longest_run = 40;  // code points

/// What is longer is cut and ends in an ellipsis: no sentence on the page comes near it.
inline constexpr std::size_t longest_drawable = 8192;  // bytes

/// Between frames only: the code points given so far are void. To be called when the interner starts anew,
/// and now and then so that the cache does not grow for ever.
void forget_drawables();
std::size_t drawable_bytes();  ///< what the cache holds

}  // namespace view

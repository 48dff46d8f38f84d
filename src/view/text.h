// Text as ImGui can draw it. ImGui lays out code point by code point, so words that need shaping, joining or
// right-to-left order are drawn as one glyph each: web supplies the glyph, this splits the text.
#pragma once

#include <string>
#include <string_view>

namespace view {

/// Gives a run (a whole word or label) a code point in the private use area; set by web, identity in tests.
/// The same run always gets the same code point while it is in use.
using InternRun = char16_t (*)(std::string_view run);
void set_run_interner(InternRun intern);

/// UTF-8 in, UTF-8 for ImGui out: simple scripts stay, complex runs and everything outside the BMP become
/// private-use code points. Invalid UTF-8 becomes U+FFFD. Cached per string; the view stays valid until the
/// end of the frame.
std::string_view drawable(std::string_view text);

}  // namespace view

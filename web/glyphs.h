// Glyphs from the browser's own fonts: an ImFontLoader over a Canvas2D scratch canvas. No font is downloaded.
#pragma once

struct ImFont;

namespace web::glyphs {

struct Fonts {
    ImFont* regular;
    ImFont* strong;
    ImFont* mono;
    ImFont* mono_strong;
};

/// After ImGui::CreateContext, before the first frame. Also installs the run interner of view/text.h.
Fonts load();

/// Drops all drawn glyphs (theme or language changed, fonts changed, privacy noise found); they are drawn
/// anew when needed. Between frames only.
void forget_all();

/// Between frames (canvas::begin_frame does it): starts the table of runs anew when it fills up.
void recycle_runs();

/// False when the browser falsifies canvas read-back beyond repair (tor-like protection): show the plain
/// view.
bool are_readable();

}  // namespace web::glyphs

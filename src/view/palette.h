// The palette over the page.
#pragma once

#include "view/painter.h"

namespace view {

inline constexpr const char* palette_window = "palette";

/// A window over all of `page`: nothing behind it can be pressed or scrolled, and pressing beside the panel
/// is Esc. `fills`: the panel is as wide as the page.
void draw_palette(Painter& painter, Drawn& drawn, const app::Part& palette, const Rect& page, bool fills);

}  // namespace view

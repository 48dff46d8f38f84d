// Bar codes: black on white in every theme, each module a whole number of device pixels.
#pragma once

#include "view/box.h"

namespace view {

/// As wide as there is room for, up to a size every scanner reads. The text of `part`: postal/bar_code.h.
Box lay_out_bar_code(const app::Part& part, float x, float y, float width);

/// On the current ImGui window.
void draw_bar_code(const app::Part& part, const Rect& rect);

}  // namespace view

// Children side by side. Internal to src/view.
#pragma once

#include "view/box.h"

namespace view {

/// The first child grows, the others keep their width at the right.
Box lay_out_row(const app::Part& part, float x, float y, float width);
/// A row high enough to be pressed.
Box lay_out_command(const app::Part& part, float x, float y, float width);
/// From the left, on a new line where there is no room.
Box lay_out_wrap_row(const app::Part& part, float x, float y, float width);

}  // namespace view

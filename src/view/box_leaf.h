// Parts without children of their own to be laid out: words, what can be pressed, fields. Internal to
// src/view.
#pragma once

#include "view/box.h"

namespace view {

/// A button of some kind, or a checkbox.
bool is_pressable(app::Look look);

/// Its box, and the words beside it where there are any; all of it can be pressed.
Box lay_out_checkbox(const app::Part& part, float x, float y, float width);
Box lay_out_button(const app::Part& part, float x, float y, float width);
Box lay_out_text(const app::Part& part, float x, float y, float width);
/// Its label above it, but for a search field.
Box lay_out_field(const app::Part& part, float x, float y, float width);
/// The field and its button in one frame.
Box lay_out_number_field(const app::Part& part, float x, float y, float width);

}  // namespace view

// The Screen as real DOM, always on: it owns the Tab order, the text fields and the links. Patched only where it
// changed. Text is transparent over the canvas; in plain view it is the page.
#pragma once

#include <string_view>
#include <vector>

#include "app/screen.h"
#include "view/draw_screen.h"

namespace web::mirror {

void start();

/// After every change of the Screen. Controls put their Part's Action into the inbox, fields put FieldTyped.
void show(const app::Screen& screen);

/// After every drawn frame; moves only what moved.
void place(const std::vector<view::Placement>& placements);

/// Key of the Part with the DOM focus, "" for none.
std::string_view focused_key();
bool focus_is_visible();  ///< :focus-visible
void focus(std::string_view key);

void set_plain_view(bool on);

}  // namespace web::mirror

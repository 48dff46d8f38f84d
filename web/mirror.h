// The Screen as real DOM, always on: it owns the Tab order, the text fields and the links. Patched only where
// it changed. Text is transparent over the canvas; in plain view it is the page.
#pragma once

#include <string_view>
#include <vector>

#include "app/screen.h"
#include "view/draw_screen.h"

namespace web::mirror {

void start();

/// After every change of the Screen. Controls put their Part's Action into the inbox and run a frame in the
/// same task; fields put FieldTyped. Enter in a field presses the first button of its form, if that is
/// enabled. What is pressed stands in buttons and links; lists hold list items only; one Part is the status.
/// For printing PlainViewToggled is put before and after, without changing what the device shows.
void show(const app::Screen& screen);

/// After every drawn frame; moves only what moved. The Parts must still be those of the Screen shown last.
/// The rectangle of a field is the whole of what takes text, without its label; text_x is the space kept free
/// on its left, at most 12 px of it on its right.
void place(const std::vector<view::Placement>& placements);

/// Key of the Part with the DOM focus, "" for none.
std::string_view focused_key();
bool focus_is_visible();  ///< :focus-visible
void focus(std::string_view key);

void set_plain_view(bool on);

}  // namespace web::mirror

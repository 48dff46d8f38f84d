// The list of items: rows of one height, group headings between them, only the visible window laid out.
#pragma once

#include "app/screen.h"
#include "view/box.h"

namespace view {

float list_height(const app::Part& list);

/// The rows and headings the Screen holds, each at its place; `box` is what lay_out gave for the list.
std::vector<Box> lay_out_rows(const Box& box);

struct RowWindow {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// Which rows a clip of the page shows.
RowWindow visible_rows(const Box& box, const Rect& clip);

/// True when the Screen holds every row that is visible.
bool holds(const app::Part& list, const RowWindow& window);

}  // namespace view

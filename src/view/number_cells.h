// The 13 cells of a number, in the groups it is written in.
#pragma once

#include "view/box.h"

namespace view {

/// Side by side, the groups 2-3-3-3-2 kept whole, in as many rows as the targets need.
Box lay_out_cells(const app::Part& cells, float x, float y, float width);

}  // namespace view

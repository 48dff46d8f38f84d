// The land under the picture of the way.
#pragma once

#include "view/route_picture.h"

namespace view {

/// Fills the land and draws its coast, on the current ImGui window inside `rect`, which has rounded corners.
void draw_land(const RouteProjection& projection, const Rect& rect, float rounding, Colour land,
               Colour coast);

}  // namespace view

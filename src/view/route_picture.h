// The way of an item on an outline of the land: countries as dots, legs as arcs. A schematic picture, no map:
// one dot stands for a whole country. Outline: data/land_outline.json.
#pragma once

#include <vector>

#include "app/screen.h"
#include "view/box.h"

namespace view {

struct Point {
    float x, y;
};

/// Degrees to CSS pixels: a cylinder cut open on the far side of the way, as large as the way allows.
struct RouteProjection {
    float x_per_degree, y_per_degree;  ///< y grows to the south
    float x_of_zero, y_of_zero;

    Point operator()(float longitude, float latitude) const {
        return {x_of_zero + longitude * x_per_degree, y_of_zero - latitude * y_per_degree};
    }
};

/// All stops lie inside `rect`. A way over the date line is not torn: longitudes go on beyond 180.
RouteProjection project(const std::vector<app::Part>& stops, const Rect& rect);
std::vector<Point> points_of(const std::vector<app::Part>& stops, const RouteProjection& projection);

Box lay_out_route(const app::Part& picture, float x, float y, float width);

/// On the current ImGui window, nothing outside `rect`.
void draw_route(const app::Part& picture, const Rect& rect);

}  // namespace view

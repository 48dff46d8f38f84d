#include "view/route_picture.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "view/land.h"
#include "view/shapes.h"

namespace view {

namespace {

using app::Part;
using app::Passage;

constexpr float height_share = 0.42f, least_height = 120, most_height = 220;
/// A degree of longitude is narrower than one of latitude; this is right at 35 degrees.
constexpr float narrowing = 0.82f;
/// A way inside Europe is not shown larger than this: the outline is coarse.
constexpr float least_degrees = 70;
constexpr float margin = 34;   ///< CSS pixels round the stops, for dots, arcs and labels
constexpr float bulge = 0.2f;  ///< of an arc, in lengths of its chord
constexpr int arc_steps = 28;

std::vector<float> longitudes_of(const std::vector<Part>& stops) {
    std::vector<float> longitudes;
    for (const Part& part : stops) {
        float longitude = part.stop.longitude;
        if (!longitudes.empty()) longitude += 360 * std::round((longitudes.back() - longitude) / 360);
        longitudes.push_back(longitude);
    }
    return longitudes;
}

Colour colour_of_passage(Passage passage, app::Tone tone) {
    if (passage == Passage::present) return colour_of(tone);
    return passage == Passage::passed ? palette().secondary : palette().quiet;
}

struct Arc {
    Point from, control, to;

    Point at(float t) const {
        const float u = 1 - t;
        return {u * u * from.x + 2 * u * t * control.x + t * t * to.x,
                u * u * from.y + 2 * u * t * control.y + t * t * to.y};
    }
};

/// Bent to the north; the way back, which ends where the item came from, to the south.
Arc arc_between(Point from, Point to, bool back, const Rect& rect) {
    const float length = std::sqrt((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y));
    const float lift = length * bulge * (back ? 1.f : -1.f);
    // The bow reaches half as far as its control point.
    const float middle = (from.y + to.y) / 2;
    const float y =
        std::clamp(middle + 2 * lift, 2 * (rect.y + 8) - middle, 2 * (rect.y + rect.height - 8) - middle);
    return {from, {(from.x + to.x) / 2, y}, to};
}

/// What lies ahead is broken into dashes.
void draw_arc(const Arc& arc, Passage passage, Colour colour) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float width = passage == Passage::present ? 3.f : 2.f;
    for (int i = 0; i <= arc_steps; ++i) {
        const Point at = arc.at(static_cast<float>(i) / arc_steps);
        list.PathLineTo({at.x, at.y});
        if (passage == Passage::to_come && i % 2 == 1) list.PathStroke(colour, 0, width);
    }
    if (passage != Passage::to_come)
        list.PathStroke(colour, 0, width);
    else
        list.PathClear();
}

void draw_stop(Point at, Passage passage, Colour colour) {
    if (passage == Passage::present) dot(at.x, at.y, 8, palette().panel, true, palette().panel);
    dot(at.x, at.y, passage == Passage::present ? 6.f : 5.f, colour, passage != Passage::to_come,
        palette().panel);
}

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

bool is_within(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
           inner.y + inner.height <= outer.y + outer.height;
}

/// Below, above, right or left of its dot, where nothing stands yet; nowhere when there is no room.
void draw_label(const std::string& label, Point at, const Rect& rect, std::vector<Rect>& taken) {
    const Type type{scaled(12), scaled(16), true, false};
    const TextLine line = fitted_line(label, type, rect.width / 2);
    const float w = line.width, h = type.line_height;
    const float left =
        std::clamp(at.x - w / 2, rect.x + 6, std::max(rect.x + 6, rect.x + rect.width - w - 6));
    const Rect places[] = {{left, at.y + 8, w, h},
                           {left, at.y - 8 - h, w, h},
                           {at.x + 10, at.y - h / 2, w, h},
                           {at.x - 10 - w, at.y - h / 2, w, h}};
    for (const Rect& place : places) {
        bool is_free = is_within(place, rect);
        for (const Rect& other : taken) is_free = is_free && !overlap(place, other);
        if (!is_free) continue;
        if (!palette().has_shadow) fill(place, palette().background);  // the land is lines there
        draw_line(line, place.x, place.y, type, palette().ink);
        taken.push_back(place);
        return;
    }
}

bool is_back(const std::vector<Part>& stops, std::size_t stop) {
    for (std::size_t before = 0; before < stop; ++before)
        if (stops[before].text == stops[stop].text) return true;
    return false;
}

void draw_legs(const app::Part& picture, const std::vector<Point>& points, const Rect& rect) {
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Passage passage = picture.parts[i].stop.leg;
        const Colour colour = colour_of_passage(passage, picture.tone);
        const Arc arc = arc_between(points[i - 1], points[i], is_back(picture.parts, i), rect);
        draw_arc(arc, passage, colour);
        if (passage == Passage::present) draw_stop(arc.at(0.5f), passage, colour);
    }
}

}  // namespace

RouteProjection project(const std::vector<Part>& stops, const Rect& rect) {
    const std::vector<float> longitudes = longitudes_of(stops);
    float west = longitudes[0], east = west, south = stops[0].stop.latitude, north = south;
    for (std::size_t i = 1; i < stops.size(); ++i) {
        west = std::min(west, longitudes[i]);
        east = std::max(east, longitudes[i]);
        south = std::min(south, stops[i].stop.latitude);
        north = std::max(north, stops[i].stop.latitude);
    }
    const float room_x = std::max(rect.width - 2 * margin, 1.f),
                room_y = std::max(rect.height - 2 * margin, 1.f);
    const float by_width = room_x / std::max(east - west, least_degrees) / narrowing;
    const float by_height = room_y / std::max(north - south, 1.f);
    const float y_per_degree = std::min(by_width, by_height), x_per_degree = y_per_degree * narrowing;
    return {x_per_degree, y_per_degree, rect.x + rect.width / 2 - (west + east) / 2 * x_per_degree,
            rect.y + rect.height / 2 + (south + north) / 2 * y_per_degree};
}

std::vector<Point> points_of(const std::vector<Part>& stops, const RouteProjection& projection) {
    const std::vector<float> longitudes = longitudes_of(stops);
    std::vector<Point> points;
    for (std::size_t i = 0; i < stops.size(); ++i)
        points.push_back(projection(longitudes[i], stops[i].stop.latitude));
    return points;
}

Box lay_out_route(const app::Part& picture, float x, float y, float width) {
    const float height = std::round(std::clamp(width * height_share, least_height, most_height));
    return {.part = &picture, .rect = {x, y, width, height}};
}

void draw_route(const app::Part& picture, const Rect& rect) {
    if (picture.parts.empty() ||
        !ImGui::IsRectVisible({rect.x, rect.y}, {rect.x + rect.width, rect.y + rect.height}))
        return;
    ImGui::PushClipRect({rect.x, rect.y}, {rect.x + rect.width, rect.y + rect.height}, true);
    fill(rect, palette().background, radius::chip);
    const RouteProjection projection = project(picture.parts, rect);
    draw_land(projection, rect, radius::chip, palette().neutral_soft, palette().line);
    if (!palette().has_shadow) outline(rect, palette().line, radius::chip, hairline());
    const std::vector<Point> points = points_of(picture.parts, projection);
    draw_legs(picture, points, rect);
    std::vector<Rect> taken;
    for (std::size_t i = 0; i < points.size(); ++i) {
        draw_stop(points[i], picture.parts[i].stop.here,
                  colour_of_passage(picture.parts[i].stop.here, picture.tone));
        taken.push_back({points[i].x - 6, points[i].y - 6, 12, 12});
    }
    for (std::size_t i = 0; i < points.size(); ++i)
        if (!is_back(picture.parts, i)) draw_label(picture.parts[i].text, points[i], rect, taken);
    ImGui::PopClipRect();
}

}  // namespace view

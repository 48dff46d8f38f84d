#include "view/land.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "view/generated/land_outline.h"

namespace view {

namespace {

/// The outline repeats every 360 degrees; rings reach from -378 to 179 degrees, a way from -540 to 540.
constexpr int first_turn = -1, last_turn = 2;
/// No row of the outline has half as many crossings.
constexpr int crossings_limit = 128;

/// A ring on the picture: its points in one array of all.
struct Ring {
    int begin, size;
};

struct Land {
    ImVector<ImVec2> points;
    ImVector<Ring> rings;
};

bool is_seen(const ImVec2* points, int size, const Rect& rect) {
    ImVec2 low = points[0], high = low;
    for (int i = 1; i < size; ++i) {
        low = {std::min(low.x, points[i].x), std::min(low.y, points[i].y)};
        high = {std::max(high.x, points[i].x), std::max(high.y, points[i].y)};
    }
    return high.x > rect.x && low.x < rect.x + rect.width && high.y > rect.y && low.y < rect.y + rect.height;
}

/// The rings that touch the picture.
Land land_in(const RouteProjection& projection, const Rect& rect) {
    Land land;
    for (int turn = first_turn; turn <= last_turn; ++turn) {
        const std::int8_t* step = land_steps;
        for (const LandRing& ring : land_rings) {
            const int begin = land.points.Size, size = ring.steps + 1;
            int longitude = ring.longitude, latitude = ring.latitude;
            for (int i = 0; i < size; ++i) {
                if (i > 0) longitude += *step++, latitude += *step++;
                const Point at = projection(
                    static_cast<float>(longitude) / land_steps_per_degree + 360.f * static_cast<float>(turn),
                    static_cast<float>(latitude) / land_steps_per_degree);
                land.points.push_back({at.x, at.y});
            }
            if (is_seen(&land.points[begin], size, rect))
                land.rings.push_back({begin, size});
            else
                land.points.resize(begin);
        }
    }
    return land;
}

/// Where a level line crosses the coasts, in order; returns how often.
int crossings_at(const Land& land, float y, float (&crossings)[crossings_limit]) {
    int count = 0;
    for (const Ring& ring : land.rings) {
        const ImVec2* before = &land.points[ring.begin + ring.size - 1];
        for (int i = ring.begin; i < ring.begin + ring.size; ++i) {
            const ImVec2 &a = *before, &b = land.points[i];
            before = &land.points[i];
            if ((a.y > y) == (b.y > y) || count == crossings_limit) continue;
            const float x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
            int place = count++;
            for (; place > 0 && crossings[place - 1] > x; --place) crossings[place] = crossings[place - 1];
            crossings[place] = x;
        }
    }
    return count;
}

/// How far a rounded corner cuts into a row.
float corner_inset(float from_edge, float rounding) {
    const float rest = rounding - from_edge;
    return rest <= 0 ? 0 : rounding - std::sqrt(rounding * rounding - rest * rest);
}

}  // namespace

void draw_land(const RouteProjection& projection, const Rect& rect, float rounding, Colour colour,
               Colour coast) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Land land = land_in(projection, rect);
    float crossings[crossings_limit];
    for (float row = 0; row < rect.height; ++row) {
        const int count = crossings_at(land, rect.y + row + 0.5f, crossings);
        const float inset = corner_inset(std::min(row, rect.height - row - 1), rounding);
        // Between an odd crossing and the next one is land; lakes are rings inside rings.
        for (int i = 0; i + 1 < count; i += 2) {
            const float left = std::max(crossings[i], rect.x + inset),
                        right = std::min(crossings[i + 1], rect.x + rect.width - inset);
            if (left < right) list.AddRectFilled({left, rect.y + row}, {right, rect.y + row + 1}, colour);
        }
    }
    for (const Ring& ring : land.rings)
        list.AddPolyline(&land.points[ring.begin], ring.size, coast, ImDrawFlags_Closed, 1);
}

}  // namespace view

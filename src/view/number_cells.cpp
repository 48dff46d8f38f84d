#include "view/number_cells.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace view {

namespace {

constexpr std::size_t group_sizes[] = {2, 3, 3, 3, 2};
constexpr float cell_gap = 2, group_gap = 6;
constexpr float finger_cell = 44, pointer_cell = 24, widest_cell = 30;

float group_width(std::size_t cells, float cell) {
    return static_cast<float>(cells) * (cell + cell_gap) - cell_gap;
}

float all_groups(float cell) {
    float width = -group_gap;
    for (const std::size_t size : group_sizes) width += group_width(size, cell) + group_gap;
    return width;
}

/// As wide as one row allows, never smaller than what can be hit.
float cell_width(float width) {
    const float least = std::max(appearance().coarse_pointer ? finger_cell : pointer_cell, scaled(20));
    const float fitting = std::floor((width - all_groups(0)) / 13);
    return std::max(least, std::min(fitting, std::max(least, widest_cell)));
}

}  // namespace

Box lay_out_cells(const app::Part& cells, float x, float y, float width) {
    Box box{.part = &cells, .rect = {x, y, width, 0}};
    const float each = cell_width(width), height = target_height();
    float at = x, top = y;
    std::size_t next = 0;
    for (const std::size_t size : group_sizes) {
        if (at > x && at + group_width(size, each) > x + width) {
            at = x;
            top += height + group_gap;
        }
        for (std::size_t i = 0; i < size && next < cells.parts.size(); ++i, ++next) {
            const app::Part& cell = cells.parts[next];
            Box made{.part = &cell, .rect = {at, top, each, height}, .type = type_of(cell)};
            made.lines.push_back(fitted_line(cell.text, made.type, each));
            made.text_x = std::round((each - made.lines[0].width) / 2);
            made.text_y = (height - made.type.line_height) / 2;
            box.boxes.push_back(std::move(made));
            at += each + cell_gap;
        }
        at += group_gap - cell_gap;
    }
    box.rect.height = top + height - y;
    return box;
}

}  // namespace view

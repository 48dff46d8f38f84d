#include "view/box.h"

#include <algorithm>
#include <cmath>

#include "view/bar_code.h"
#include "view/box_frame.h"
#include "view/box_leaf.h"
#include "view/box_row.h"
#include "view/item_list.h"
#include "view/number_cells.h"
#include "view/route_picture.h"

namespace view {

namespace {

using app::Look;
using app::Part;

/// From here on two columns stand side by side.
constexpr float columns_from = 700;
constexpr float wide_column_share = 0.56f;
/// Below this the steps of the strip keep their words whole by standing closer to their frames.
constexpr float narrow_step = 90;
constexpr float least_step = 76;

Box lay_out_column(const Part& part, float x, float y, float width) {
    BoxFrame frame = frame_of(part.look);
    if (part.look == Look::strip_step && width < narrow_step) frame.horizontal = 5;
    Box box{.part = &part, .rect = {x, y, width, 0}};
    float at = y + frame.vertical;
    bool first = true;
    for (const Part& child : part.parts) {
        if (is_empty(child)) continue;
        Box inner = lay_out(child, x + frame.horizontal, at, width - 2 * frame.horizontal);
        if (inner.rect.height <= 0) continue;
        if (!first) move(inner, 0, frame.gap);
        first = false;
        at = inner.bottom();
        box.boxes.push_back(std::move(inner));
    }
    box.rect.height = first ? 0 : at + frame.vertical - y;
    return box;
}

Box lay_out_columns(const Part& part, float x, float y, float width) {
    const std::size_t count = part.parts.size();
    if (width < columns_from || count < 2) return lay_out_column(part, x, y, width);
    const float gap = frame_of(part.look).gap;
    const float room = width - gap * static_cast<float>(count - 1);
    float share = std::round(room * (count == 2 ? wide_column_share : 1 / static_cast<float>(count)));
    Box box{.part = &part, .rect = {x, y, width, 0}};
    for (const Part& child : part.parts) {
        box.boxes.push_back(lay_out(child, x, y, share));
        box.rect.height = std::max(box.rect.height, box.boxes.back().rect.height);
        x += share + gap;
        if (count == 2) share = room - share;
    }
    return box;
}

/// Side by side, in more rows when the boxes would become too narrow for their words.
Box lay_out_strip(const Part& part, float x, float y, float width) {
    const float gap = frame_of(part.look).gap;
    const std::size_t count = part.parts.size();
    const auto most = static_cast<std::size_t>((width + gap) / (scaled(least_step) + gap));
    const std::size_t rows = (count + std::max<std::size_t>(most, 1) - 1) / std::max<std::size_t>(most, 1);
    const std::size_t in_a_row =
        (count + std::max<std::size_t>(rows, 1) - 1) / std::max<std::size_t>(rows, 1);
    Box box{.part = &part, .rect = {x, y, width, 0}};
    float top = y;
    for (std::size_t first = 0; first < count; first += in_a_row) {
        const std::size_t here = std::min(in_a_row, count - first);
        const float each = (width - gap * static_cast<float>(here - 1)) / static_cast<float>(here);
        float height = 0;
        for (std::size_t i = 0; i < here; ++i) {
            box.boxes.push_back(
                lay_out_column(part.parts[first + i], x + static_cast<float>(i) * (each + gap), top, each));
            height = std::max(height, box.boxes.back().rect.height);
        }
        for (std::size_t i = 0; i < here; ++i) box.boxes[first + i].rect.height = height;
        top += height + gap;
    }
    box.rect.height = std::max(0.f, top - gap - y);
    return box;
}

/// Dot, time, then title over detail and what is doubted.
Box lay_out_event(const Part& part, float x, float y, float width) {
    const float dot = scaled(26), time = scaled(52);
    Box box{.part = &part, .rect = {x, y, width, 0}};
    const float text = x + dot + time + space::small;
    Box title = lay_out(part.parts[1], text, y + 6, x + width - text);
    Box detail = lay_out(part.parts[2], text, title.bottom() + 1, x + width - text);
    Box clock = lay_out(part.parts[0], x + dot, y + 6, time);
    move(clock, 0, (type_of(part.parts[1]).line_height - clock.type.line_height) / 2);
    float bottom = detail.bottom();
    box.boxes.push_back(std::move(clock));
    box.boxes.push_back(std::move(title));
    box.boxes.push_back(std::move(detail));
    for (std::size_t i = 3; i < part.parts.size(); ++i) {
        box.boxes.push_back(lay_out(part.parts[i], text, bottom + 1, x + width - text));
        bottom = box.boxes.back().bottom();
    }
    box.rect.height = bottom + 8 - y;
    return box;
}

}  // namespace

void move(Box& box, float dx, float dy) {
    box.rect.x += dx;
    box.rect.y += dy;
    for (Box& inner : box.boxes) move(inner, dx, dy);
}

float natural_width(const Part& part) {
    if (part.look == Look::checkbox) return lay_out_checkbox(part, 0, 0, 1e6f).rect.width;
    if (is_pressable(part.look)) return lay_out_button(part, 0, 0, 1e6f).rect.width;
    float width = part.text.empty() ? 0 : text_width(part.text, type_of(part));
    if (part.look == Look::chip) width += 16;
    for (const Part& child : part.parts) width = std::max(width, natural_width(child));
    return width + 2 * frame_of(part.look).horizontal;
}

Box lay_out(const Part& part, float x, float y, float width) {
    switch (part.look) {
        case Look::row:
        case Look::notice: return lay_out_row(part, x, y, width);
        case Look::joined_row:
        case Look::wrap_row: return lay_out_wrap_row(part, x, y, width);
        case Look::command: return lay_out_command(part, x, y, width);
        case Look::columns: return lay_out_columns(part, x, y, width);
        case Look::strip: return lay_out_strip(part, x, y, width);
        case Look::timeline_event: return lay_out_event(part, x, y, width);
        case Look::number_field: return lay_out_number_field(part, x, y, width);
        case Look::passport: return lay_out_cells(part, x, y, width);
        case Look::route_picture: return lay_out_route(part, x, y, width);
        case Look::bar_code: return lay_out_bar_code(part, x, y, width);
        case Look::virtual_list: return {.part = &part, .rect = {x, y, width, list_height(part)}};
        default: break;
    }
    if (part.field) return lay_out_field(part, x, y, width);
    if (part.look == Look::checkbox) return lay_out_checkbox(part, x, y, width);
    if (is_pressable(part.look)) return lay_out_button(part, x, y, width);
    if (!part.parts.empty() || part.text.empty()) return lay_out_column(part, x, y, width);
    return lay_out_text(part, x, y, width);
}

}  // namespace view

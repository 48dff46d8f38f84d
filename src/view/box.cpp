#include "view/box.h"

#include <algorithm>
#include <cmath>

#include "view/bar_code.h"
#include "view/item_list.h"
#include "view/number_cells.h"
#include "view/route_picture.h"

namespace view {

namespace {

using app::Look;
using app::Part;

struct Frame {
    float horizontal = 0, vertical = 0;  ///< padding
    float gap = 0;                       ///< between children
};

/// From here on two columns stand side by side.
constexpr float columns_from = 700;
constexpr float wide_column_share = 0.56f;
constexpr float icon_size = 16;
/// A link is hit as surely as a button under a finger; with a mouse 24 px are what WCAG 2.2 asks for.
constexpr float finger_target = 44, pointer_target = 24;
/// Below this the steps of the strip keep their words whole by standing closer to their frames.
constexpr float narrow_step = 90;
constexpr float least_step = 76;
/// A text beside a link is put on the next line when less than this of the line is left for it.
constexpr float least_share = 0.4f;
/// As many lines as a short message has; the field scrolls longer ones.
constexpr float long_text_lines = 6;

Frame frame_of(Look look) {
    switch (look) {
        case Look::card: return {18, 16, 10};
        case Look::attention_card:
        case Look::accent_card: return {18, 16, 8};
        case Look::notice: return {12, 4, 8};
        case Look::tight_column: return {0, 0, 4};
        case Look::row:
        case Look::wrap_row: return {0, 0, 8};
        case Look::joined_row: return {0, 0, 0};
        case Look::command: return {12, 6, 12};
        case Look::columns: return {0, 0, 20};
        case Look::strip: return {0, 0, 4};
        case Look::strip_step: return {10, 8, 2};
        case Look::column: return {0, 0, 16};
        default: return {0, 0, 8};
    }
}

bool is_empty(const Part& part) {
    return part.text.empty() && part.parts.empty() && !part.field && part.icon == app::Icon::none;
}

bool is_pressable(Look look) {
    return look == Look::primary_button || look == Look::plain_button || look == Look::quiet_button ||
           look == Look::icon_button || look == Look::checkbox || look == Look::pill ||
           look == Look::number_choice;
}

/// Its box, and the words beside it where there are any; all of it can be pressed.
Box lay_out_checkbox(const Part& part, float x, float y, float width) {
    Box box{.part = &part, .rect = {x, y, target_height(), target_height()}, .type = type_of(part)};
    if (part.text.empty()) return box;
    box.text_x = checkbox_size() + space::medium;
    box.lines = break_lines(part.text, box.type, width - box.text_x);
    const float height = box.type.line_height * static_cast<float>(box.lines.size());
    box.rect = {x, y, std::min(width, box.text_x + widest(box.lines)), std::max(height, target_height())};
    box.text_y = std::round((box.rect.height - height) / 2);
    return box;
}

float button_padding(Look look) {
    switch (look) {
        case Look::quiet_button: return 2;
        case Look::number_choice: return 6;
        case Look::pill: return 12;
        default: return 14;
    }
}

Box lay_out_button(const Part& part, float x, float y, float width) {
    Box box{.part = &part, .type = type_of(part)};
    const float height = target_height();
    if (part.look == Look::icon_button) {
        box.rect = {x, y, height, height};
        return box;
    }
    const float padding = button_padding(part.look);
    const float icon = part.icon == app::Icon::none ? 0 : icon_size + 6;
    box.lines.push_back(fitted_line(part.text, box.type, width - 2 * padding - icon));
    const float least = appearance().coarse_pointer ? finger_target : pointer_target;
    box.rect = {x, y, std::max(least, box.lines[0].width + 2 * padding + icon), height};
    box.text_x = padding + icon;
    box.text_y = (height - box.type.line_height) / 2;
    return box;
}

Box lay_out_text(const Part& part, float x, float y, float width) {
    Box box{.part = &part, .rect = {x, y, width, 0}, .type = type_of(part)};
    if (part.look == Look::brand) box.text_x = target_height() * 0.76f + 10;
    if (part.look == Look::chip)
        box.lines.push_back(fitted_line(part.text, box.type, width - 16));
    else
        box.lines = break_lines(part.text, box.type, width - box.text_x);
    box.rect.height = box.type.line_height * static_cast<float>(box.lines.size());
    if (part.look == Look::brand) {
        box.text_y = std::max(0.f, (target_height() - box.type.line_height) / 2);
        box.rect.height = std::max(box.rect.height, target_height());
    }
    if (part.look == Look::chip) {
        box.text_x = 8;
        box.text_y = 3;
        box.rect = {x, y, std::min(width, box.lines[0].width + 16), box.type.line_height + 6};
    }
    if (part.role == app::Role::link || part.look == Look::timeline_day)
        box.rect.width = std::min(width, widest(box.lines));
    if (part.role == app::Role::link) {
        const float target = appearance().coarse_pointer ? finger_target : pointer_target;
        box.rect.width = std::max(box.rect.width, target);
        box.text_y = std::max(0.f, std::round((target - box.rect.height) / 2));
        box.rect.height = std::max(box.rect.height, target);
    }
    return box;
}

Box lay_out_field(const Part& part, float x, float y, float width) {
    Box box{.part = &part, .type = {scaled(15), scaled(20), false, false}};
    if (part.look == Look::search_field) {
        box.rect = {x, y, width, std::max(target_height(), scaled(36))};
        box.text_x = 12;
        return box;
    }
    box.lines.push_back(fitted_line(part.text, label_type(), width));
    const bool is_long = part.field->kind == app::FieldKind::long_text;
    const float height = is_long ? long_text_lines * box.type.line_height + 2 * space::medium
                                 : std::max(target_height(), scaled(40));
    box.text_x = 12;
    box.text_y = label_top + label_type().line_height + 4;
    box.rect = {x, y, width, box.text_y + height};
    return box;
}

Box lay_out_number_field(const Part& part, float x, float y, float width) {
    const float height = std::max(scaled(56), target_height() + 12);
    Box box{.part = &part, .rect = {x, y, width, height}};
    const Part& button = part.parts[1];
    Box press = lay_out_button(button, 0, 0, width / 2);
    move(press, x + width - 10 - press.rect.width, y + (height - press.rect.height) / 2);
    Box field{.part = &part.parts[0], .type = {scaled(18), scaled(24), true, true}};
    field.rect = {x, y, press.rect.x - 8 - x, height};
    field.text_x = 15;
    box.boxes.push_back(std::move(field));
    box.boxes.push_back(std::move(press));
    return box;
}

Box lay_out_column(const Part& part, float x, float y, float width) {
    Frame frame = frame_of(part.look);
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

/// Words of several lines stand beside the first line of what they explain; everything else is centred.
/// Returns the height of the line.
float align_line(std::vector<Box>& boxes, std::size_t begin, float top, float height) {
    const auto first = boxes.begin() + static_cast<std::ptrdiff_t>(begin);
    float text_y = 0;
    for (auto box = first; box != boxes.end(); ++box) text_y = std::max(text_y, box->text_y);
    const bool has_lines =
        std::any_of(first, boxes.end(), [](const Box& box) { return box.lines.size() > 1; });
    float bottom = top + height;
    for (auto box = first; box != boxes.end(); ++box) {
        const float by = has_lines ? text_y - box->text_y
                                   : std::round(top + (height - box->rect.height) / 2) - box->rect.y;
        move(*box, 0, by);
        bottom = std::max(bottom, box->bottom());
    }
    return bottom - top;
}

/// Where large letters leave no room beside the first child, the others stand below it.
Box lay_out_row_in_two(const Part& part, float x, float y, float width) {
    const float gap = frame_of(part.look).gap;
    Box box{.part = &part, .rect = {x, y, width, 0}};
    box.boxes.push_back(lay_out(part.parts.front(), x, y, width));
    float at = x, top = box.boxes.back().bottom() + gap, bottom = top;
    for (std::size_t i = 1; i < part.parts.size(); ++i) {
        const float natural = std::min(natural_width(part.parts[i]), width);
        if (at > x && at + natural > x + width) {
            at = x;
            top = bottom + gap;
        }
        box.boxes.push_back(lay_out(part.parts[i], at, top, natural));
        at += natural + gap;
        bottom = std::max(bottom, box.boxes.back().bottom());
    }
    box.rect.height = bottom - y;
    return box;
}

/// The first child grows, the others keep their width at the right.
Box lay_out_row(const Part& part, float x, float y, float width) {
    const Frame frame = frame_of(part.look);
    Box box{.part = &part, .rect = {x, y, width, 0}};
    float others = 0;
    for (std::size_t i = 1; i < part.parts.size(); ++i) others += natural_width(part.parts[i]) + frame.gap;
    const float room = width - 2 * frame.horizontal;
    if (part.look == Look::row && part.parts.size() > 1 && room - others < room / 3)
        return lay_out_row_in_two(part, x, y, width);
    float at = x + frame.horizontal, height = 0;
    for (std::size_t i = 0; i < part.parts.size(); ++i) {
        const float share = i == 0 ? std::max(room - others, room / 3) : natural_width(part.parts[i]);
        box.boxes.push_back(lay_out(part.parts[i], at, y, share));
        height = std::max(height, box.boxes.back().rect.height);
        at += share + frame.gap;
    }
    box.rect.height = height + 2 * frame.vertical;
    for (Box& inner : box.boxes)
        move(inner, 0, std::round(y + frame.vertical + (height - inner.rect.height) / 2) - inner.rect.y);
    return box;
}

/// High enough to be pressed.
Box lay_out_command(const Part& part, float x, float y, float width) {
    Box box = lay_out_row(part, x, y, width);
    const float more = std::max(0.f, target_height() - box.rect.height);
    box.rect.height += more;
    for (Box& inner : box.boxes) move(inner, 0, std::round(more / 2));
    return box;
}

Box lay_out_wrap_row(const Part& part, float x, float y, float width) {
    const Frame frame = frame_of(part.look);
    Box box{.part = &part, .rect = {x, y, width, 0}};
    float at = x, top = y, height = 0;
    std::size_t line_begin = 0;
    for (const Part& child : part.parts) {
        if (is_empty(child)) continue;
        const float left = x + width - at, natural = natural_width(child);
        const bool may_break = !is_pressable(child.look) && child.look != Look::chip;
        const bool fits = natural <= left || (may_break && left >= width * least_share);
        if (at > x && !fits) {
            height = align_line(box.boxes, line_begin, top, height);
            line_begin = box.boxes.size();
            top += height + (is_pressable(child.look) ? frame.gap : 0);
            at = x;
            height = 0;
        }
        const float room = x + width - at;
        box.boxes.push_back(lay_out(child, at, top, std::min(room, std::ceil(natural))));
        height = std::max(height, box.boxes.back().rect.height);
        at = box.boxes.back().right() + frame.gap;
    }
    height = align_line(box.boxes, line_begin, top, height);
    box.rect.height = top + height - y;
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

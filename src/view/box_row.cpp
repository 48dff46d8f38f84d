#include "view/box_row.h"

#include <algorithm>
#include <cmath>

#include "view/box_frame.h"
#include "view/box_leaf.h"

namespace view {

using app::Look;
using app::Part;

namespace {

/// A text beside a link is put on the next line when less than this of the line is left for it.
constexpr float least_share = 0.4f;

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

}  // namespace

Box lay_out_row(const Part& part, float x, float y, float width) {
    const BoxFrame frame = frame_of(part.look);
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

Box lay_out_command(const Part& part, float x, float y, float width) {
    Box box = lay_out_row(part, x, y, width);
    const float more = std::max(0.f, target_height() - box.rect.height);
    box.rect.height += more;
    for (Box& inner : box.boxes) move(inner, 0, std::round(more / 2));
    return box;
}

Box lay_out_wrap_row(const Part& part, float x, float y, float width) {
    const BoxFrame frame = frame_of(part.look);
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

}  // namespace view

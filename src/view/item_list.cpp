#include "view/item_list.h"

#include <algorithm>
#include <cmath>

namespace view {

namespace {

using app::Look;
using app::Part;

constexpr float row_padding = 12;

constexpr float line_gap = 4;

float row_height(const app::ListFacts& facts) {
    const float lines = scaled(21) + line_gap + scaled(18);
    return lines + 2 * row_padding + (facts.compact ? 0 : line_gap + scaled(18));
}
float heading_height() { return scaled(16) + 24; }

/// Top of a row from the top of the list: the rows before it, and the headings up to its own.
float row_top(const app::ListFacts& facts, std::uint32_t row) {
    const auto headings = std::ranges::count_if(
        facts.groups, [row](const app::ListGroup& group) { return group.first_row <= row; });
    return static_cast<float>(row) * row_height(facts) + static_cast<float>(headings) * heading_height();
}

Box leaf(const Part& part, const Rect& rect, float width) {
    Box box{.part = &part, .rect = rect, .type = type_of(part)};
    box.lines.push_back(fitted_line(part.text, box.type, width));
    return box;
}

/// Of a line, for its second piece: what the first one leaves, or half of it.
float room_beside(const Part& first, float width) {
    return std::max(width / 2, width - space::small - std::ceil(natural_width(first)));
}

/// Two pieces on one line: the second at the right as wide as it is, the first in what is left.
void lay_out_line(Box& row, const Part& first, const Part& second, float left, float right, float y) {
    const Type type = type_of(first);
    Box end = leaf(second, {left, y, 0, type.line_height}, room_beside(first, right - left));
    end.rect.width = end.lines[0].width;
    move(end, right - end.rect.width - left, 0);
    const float room = end.rect.x - space::small - left;
    row.boxes.push_back(leaf(first, {left, y, room, type.line_height}, room));
    row.boxes.push_back(std::move(end));
}

/// Title and chip above, summary and news below them, then the remark and the last check. A row that is
/// chosen instead of opened has its box at the left.
Box lay_out_row(const Part& entry, const app::ListFacts& facts, float x, float y, float width) {
    Box box{.part = &entry, .rect = {x, y, width, row_height(facts)}};
    const Part& button = entry.parts.front();
    Box press{.part = &button, .rect = {x, y + 2, width, row_height(facts) - 4}};
    const float inset = button.role == app::Role::checkbox ? checkbox_size() + row_padding : 0;
    const float left = x + row_padding + inset, right = x + width - row_padding, top = y + row_padding;
    Box chip = lay_out(button.parts[1], 0, 0, room_beside(button.parts[0], right - left));
    const Type title_type = type_of(button.parts[0]);
    move(chip, right - chip.rect.width, top + (title_type.line_height - chip.rect.height) / 2);
    const float title_room = chip.rect.x - space::small - left;
    press.boxes.push_back(leaf(button.parts[0], {left, top, title_room, title_type.line_height}, title_room));
    press.boxes.push_back(std::move(chip));
    float below = top + title_type.line_height + line_gap;
    lay_out_line(press, button.parts[2], button.parts[3], left, right, below);
    below += scaled(18) + line_gap;
    if (button.parts.size() > 5) lay_out_line(press, button.parts[4], button.parts[5], left, right, below);
    box.boxes.push_back(std::move(press));
    return box;
}

}  // namespace

float list_height(const Part& list) {
    const app::ListFacts& facts = *list.list;
    return static_cast<float>(facts.row_count) * row_height(facts) +
           static_cast<float>(facts.groups.size()) * heading_height();
}

std::vector<Box> lay_out_rows(const Box& box) {
    std::vector<Box> rows;
    const app::ListFacts& facts = *box.part->list;
    std::uint32_t row = facts.first;
    for (const Part& child : box.part->parts) {
        const float y = box.rect.y + row_top(facts, row);
        if (child.look == Look::group_heading) {
            Box head = lay_out(child, box.rect.x + row_padding, y - scaled(16) - 6,
                               box.rect.width - 2 * row_padding);
            rows.push_back(std::move(head));
        } else {
            rows.push_back(lay_out_row(child, facts, box.rect.x, y, box.rect.width));
            ++row;
        }
    }
    return rows;
}

RowWindow visible_rows(const Box& box, const Rect& clip) {
    const app::ListFacts& facts = *box.part->list;
    const float top = clip.y - box.rect.y, bottom = top + clip.height;
    // Headings make this at most a few rows too early or late; the Screen holds some more anyway.
    std::uint32_t first = 0, low = 0, high = facts.row_count;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (row_top(facts, middle) + row_height(facts) <= top)
            low = middle + 1;
        else
            high = middle;
    }
    first = low;
    std::uint32_t count = 0;
    while (first + count < facts.row_count && row_top(facts, first + count) < bottom) ++count;
    return {first, count};
}

bool holds(const Part& list, const RowWindow& window) {
    const app::ListFacts& facts = *list.list;
    const auto rows = static_cast<std::uint32_t>(std::ranges::count(list.parts, Look::item_row, &Part::look));
    return window.count == 0 ||
           (window.first >= facts.first && window.first + window.count <= facts.first + rows);
}

}  // namespace view

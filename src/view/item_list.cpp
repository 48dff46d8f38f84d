#include "view/item_list.h"

#include <algorithm>

namespace view {

namespace {

using app::Look;
using app::Part;

constexpr float row_padding = 12;

float row_height() { return scaled(21) + scaled(18) + 2 * row_padding + 4; }
float heading_height() { return scaled(16) + 24; }

/// Top of a row from the top of the list: the rows before it, and the headings up to its own.
float row_top(const app::ListFacts& facts, std::uint32_t row) {
    const auto headings = std::ranges::count_if(
        facts.groups, [row](const app::ListGroup& group) { return group.first_row <= row; });
    return static_cast<float>(row) * row_height() + static_cast<float>(headings) * heading_height();
}

Box leaf(const Part& part, const Rect& rect, float width) {
    Box box{.part = &part, .rect = rect, .type = type_of(part)};
    box.lines.push_back(fitted_line(part.text, box.type, width));
    return box;
}

/// Title and chip above, summary and age below.
Box lay_out_row(const Part& entry, float x, float y, float width) {
    Box box{.part = &entry, .rect = {x, y, width, row_height()}};
    const Part& button = entry.parts.front();
    Box press{.part = &button, .rect = {x, y + 2, width, row_height() - 4}};
    const float left = x + row_padding, right = x + width - row_padding, top = y + row_padding;
    Box chip = lay_out(button.parts[1], 0, 0, (width - 2 * row_padding) * 0.6f);
    const Type title_type = type_of(button.parts[0]);
    move(chip, right - chip.rect.width, top + (title_type.line_height - chip.rect.height) / 2);
    const float title_room = chip.rect.x - space::small - left;
    press.boxes.push_back(leaf(button.parts[0], {left, top, title_room, title_type.line_height}, title_room));
    press.boxes.push_back(std::move(chip));
    const Type small = type_of(button.parts[2]);
    const float below = top + title_type.line_height + 4;
    Box age = leaf(button.parts[3], {left, below, 0, small.line_height}, (width - 2 * row_padding) / 2);
    age.rect.width = age.lines[0].width;
    move(age, right - age.rect.width - left, 0);
    const float room = age.rect.x - space::small - left;
    press.boxes.push_back(leaf(button.parts[2], {left, below, room, small.line_height}, room));
    press.boxes.push_back(std::move(age));
    box.boxes.push_back(std::move(press));
    return box;
}

}  // namespace

float list_height(const Part& list) {
    const app::ListFacts& facts = *list.list;
    return static_cast<float>(facts.row_count) * row_height() +
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
            rows.push_back(lay_out_row(child, box.rect.x, y, box.rect.width));
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
        if (row_top(facts, middle) + row_height() <= top)
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

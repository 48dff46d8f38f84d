#include "view/painter.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "view/bar_code.h"
#include "view/item_list.h"
#include "view/route_picture.h"
#include "view/shapes.h"

namespace view {

namespace {

using app::Look;
using app::Part;
using app::Role;

Rect grown(const Rect& rect, float by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

}  // namespace

Rect Painter::clip() const {
    const ImVec2 low = ImGui::GetWindowDrawList()->GetClipRectMin(),
                 high = ImGui::GetWindowDrawList()->GetClipRectMax();
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

void Painter::place(const Part& part, const Rect& rect) {
    drawn_.placements.push_back({.part = &part, .rect = rect, .clip = clip()});
}

void Painter::paint(const Box& box) {
    drawn_.placements.push_back({.part = box.part,
                                 .rect = box.rect,
                                 .clip = clip(),
                                 .font_size = box.type.size,
                                 .line_height = box.type.line_height,
                                 .text_x = box.text_x,
                                 .text_y = box.text_y,
                                 .mono = box.type.mono,
                                 .strong = box.type.strong});
    if (box.part->field && box.text_y > 0) place_label(box);
    paint_box(box);
    if (box.part->key != focused_key_ || focused_key_.empty()) return;
    focused_ = box.rect;
    if (!focus_visible_ || box.part->field) return;
    const Look look = box.part->look;
    Rect rect = box.rect;
    if (box.part->role == Role::heading) rect.width = std::min(rect.width, box.text_x + widest(box.lines));
    if (look == Look::quiet_button || look == Look::link_text || box.part->role == Role::heading) {
        rect.x -= words_to_ring;
        rect.width += 2 * words_to_ring;
    }
    // A cell is so narrow that rounder corners would leave little of its ring.
    paint_focus(rect, look == Look::item_row        ? radius::field
                      : look == Look::passport_cell ? radius::chip - 2
                                                    : radius::button);
}

/// The label is drawn above; the real field lies over the frame alone.
void Painter::place_label(const Box& box) {
    Placement label = drawn_.placements.back();
    Placement& field = drawn_.placements.back();
    field.rect.y += box.text_y;
    field.rect.height -= box.text_y;
    field.text_y = 0;
    label.rect = {box.rect.x, box.rect.y + label_top, box.lines.front().width, label_type().line_height};
    label.font_size = label_type().size;
    label.line_height = label_type().line_height;
    label.text_x = label.text_y = 0;
    label.is_label = true;
    drawn_.placements.push_back(label);
}

void Painter::paint_focus(const Rect& rect, float rounding) {
    outline(grown(rect, 2), palette().focus, rounding + 2, 2);
}

void Painter::paint_children(const Box& box) {
    for (const Box& inner : box.boxes) paint(inner);
}

void Painter::paint_box(const Box& box) {
    switch (box.part->look) {
        case Look::card:
        case Look::notice:
            panel(box.rect, palette().panel, palette().line,
                  box.part->look == Look::card ? radius::card : radius::field);
            break;
        case Look::attention_card:
            panel(box.rect, palette().attention_soft, palette().attention_soft, radius::card);
            break;
        case Look::accent_card: panel(box.rect, palette().accent_soft, palette().accent, radius::card); break;
        case Look::chip:
            panel(box.rect, soft_of(box.part->tone),
                  palette().has_shadow ? soft_of(box.part->tone) : colour_of(box.part->tone), radius::chip);
            return paint_text(
                box, box.part->tone == app::Tone::quiet ? palette().secondary : text_colour(*box.part));
        case Look::brand: return paint_brand(box);
        case Look::passport_cell: return paint_passport_cell(box);
        case Look::route_picture: return draw_route(*box.part, box.rect);
        case Look::bar_code: return draw_bar_code(*box.part, box.rect);
        case Look::strip_step: return paint_strip_step(box);
        case Look::timeline_event: paint_event_line(box); break;
        case Look::virtual_list: return paint_list(box);
        case Look::number_field: return paint_number_field(box);
        case Look::checkbox: return paint_checkbox(box);
        case Look::command: return paint_command(box);
        case Look::item_row:
            if (box.part->press) return paint_row_button(box);
            break;
        default: break;
    }
    if (box.part->field) return paint_field(box);
    if (box.part->press) return paint_button(box);
    if (!box.lines.empty()) paint_text(box, text_colour(*box.part));
    if (box.part->role == Role::link && !box.lines.empty())
        fill({box.rect.x,
              box.rect.y + box.text_y + box.type.line_height * static_cast<float>(box.lines.size()) - 2,
              box.lines.back().width, 1},
             mixed(palette().panel, palette().accent, 0.6f));
    paint_children(box);
}

void Painter::paint_text(const Box& box, Colour colour) {
    float y = box.rect.y + box.text_y;
    for (const TextLine& line : box.lines) {
        draw_line(line, box.rect.x + box.text_x, y, box.type, colour);
        y += box.type.line_height;
    }
}

void Painter::paint_strip_step(const Box& box) {
    const Part& step = *box.part;
    panel(box.rect, step.selected ? soft_of(step.tone) : palette().panel,
          step.selected ? colour_of(step.tone) : palette().line, radius::button);
    // Where colours say nothing, the step that is now still stands out.
    if (step.selected && !palette().has_shadow) outline(box.rect, palette().focus, radius::button, 3);
    paint_children(box);
}

/// The dot of an event and the line down to the next.
void Painter::paint_event_line(const Box& box) {
    const float x = snapped(box.rect.x + scaled(9)), y = box.rect.y + 6 + scaled(21) / 2;
    upright_rule(x, box.rect.y, box.rect.height, palette().line);
    const bool newest = box.part->selected;
    dot(x + hairline() / 2, y, 6, newest ? palette().accent : palette().quiet, newest, palette().panel);
}

void Painter::paint_list(const Box& box) {
    const RowWindow window = visible_rows(box, clip());
    if (!holds(*box.part, window)) drawn_.actions.push_back(app::ListScrolled{window.first, window.count});
    for (const Box& row : lay_out_rows(box)) paint(row);
}

void Painter::paint_brand(const Box& box) {
    const float size = target_height() * 0.76f;
    draw_mark(box.rect.x, box.rect.y + (box.rect.height - size) / 2, size);
    paint_text(box, palette().ink);
}

}  // namespace view

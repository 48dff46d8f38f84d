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

/// What has no frame of its own keeps its words off the ring.
constexpr float words_to_ring = 3;

Rect grown(const Rect& rect, float by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

Colour text_colour(const Part& part) {
    if (!part.enabled) return palette().quiet;
    return colour_of(part.role == Role::link ? app::Tone::accent : part.tone);
}

Colour mixed(Colour base, Colour over, float share) {
    Colour out = 0xFF000000u;
    for (int shift = 0; shift < 24; shift += 8) {
        const auto a = static_cast<float>(base >> shift & 0xFF), b = static_cast<float>(over >> shift & 0xFF);
        out |= static_cast<Colour>(a + (b - a) * share) << shift;
    }
    return out;
}

/// The box of a checkbox, with its tick.
void paint_check(const Part& part, const Rect& frame, bool hovered, bool held) {
    const bool lively = part.enabled && (hovered || held);
    const Colour mark = part.enabled ? palette().accent : palette().quiet;
    if (part.selected) {
        panel(frame, mark, mark, radius::chip);
        draw_tick(frame, palette().on_accent);
        return;
    }
    const float shade = held ? 0.14f : lively ? 0.07f : 0;
    panel(frame, mixed(palette().panel, palette().accent, shade), lively ? mark : palette().quiet,
          radius::chip);
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

bool Painter::press(const Box& box, bool& hovered, bool& held) {
    ImGui::SetCursorScreenPos({box.rect.x, box.rect.y});
    ImGui::PushID(box.part->key.c_str());
    const bool pressed =
        ImGui::InvisibleButton("press", {std::max(1.f, box.rect.width), std::max(1.f, box.rect.height)});
    hovered = ImGui::IsItemHovered();
    held = ImGui::IsItemActive();
    ImGui::PopID();
    if (!pressed || !box.part->enabled) return false;
    drawn_.actions.push_back(*box.part->press);
    return true;
}

void Painter::paint_button(const Box& box) {
    bool hovered = false, held = false;
    press(box, hovered, held);
    const Part& part = *box.part;
    const bool lively = part.enabled && (hovered || held);
    const float shade = held ? 0.14f : lively ? 0.07f : 0;
    Colour words = part.enabled ? palette().ink : palette().quiet;
    if (part.look == Look::primary_button) {
        const bool inviting = part.enabled && part.tone == app::Tone::accent;
        words = inviting ? palette().on_accent : palette().secondary;
        fill(box.rect, inviting ? mixed(palette().accent, palette().ink, shade) : palette().neutral_soft,
             radius::button);
        if (!palette().has_shadow) outline(box.rect, palette().line, radius::button, hairline());
    } else if (part.look == Look::icon_button && part.icon == app::Icon::close) {
        words = palette().secondary;
        if (lively) fill(box.rect, mixed(palette().panel, palette().ink, shade), radius::button);
    } else if (part.look == Look::pill) {
        words = part.selected ? palette().background : palette().ink;
        panel(box.rect, part.selected ? palette().ink : mixed(palette().panel, palette().ink, shade),
              part.selected ? palette().ink : palette().line, box.rect.height / 2);
    } else if (part.look == Look::plain_button || part.look == Look::icon_button) {
        panel(box.rect, part.selected ? palette().accent_soft : mixed(palette().panel, palette().ink, shade),
              palette().line, radius::button);
    } else {
        words = palette().accent;
        if (lively)
            fill(
                {box.rect.x - words_to_ring, box.rect.y, box.rect.width + 2 * words_to_ring, box.rect.height},
                mixed(palette().background, palette().accent, 0.1f), radius::button);
    }
    if (part.mark_length > 0) {
        const float each = text_width("0", box.type), height = box.type.line_height + 4;
        const Rect mark{box.rect.x + box.text_x + each * static_cast<float>(part.mark_begin) - 1,
                        box.rect.y + (box.rect.height - height) / 2,
                        each * static_cast<float>(part.mark_length) + 2, height};
        fill(mark, palette().done_soft, 4);
        if (!palette().has_shadow) outline(mark, palette().done, 4, hairline());
    }
    const float middle = box.rect.y + box.rect.height / 2;
    if (part.look == Look::icon_button)
        draw_icon(part.icon, box.rect.x + box.rect.width / 2, middle, 18, words);
    else if (part.icon != app::Icon::none)
        draw_icon(part.icon, box.rect.x + box.text_x - 13, middle, 16, words);
    if (!box.lines.empty()) paint_text(box, words);
}

void Painter::paint_checkbox(const Box& box) {
    bool hovered = false, held = false;
    press(box, hovered, held);
    const Part& part = *box.part;
    const float size = checkbox_size();
    const float left = part.text.empty() ? std::round((box.rect.width - size) / 2) : 0;
    const float first_line = part.text.empty() ? box.rect.height : 2 * box.text_y + box.type.line_height;
    paint_check(part, {box.rect.x + left, box.rect.y + std::round((first_line - size) / 2), size, size},
                hovered, held);
    paint_text(box, text_colour(part));
}

/// Explained when it is pressed, has the focus or the mouse comes over it; a mouse that rests says nothing
/// new.
void Painter::paint_passport_cell(const Box& box) {
    bool hovered = false, held = false;
    press(box, hovered, held);
    const Part& cell = *box.part;
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    const bool comes =
        (hovered && (moved.x != 0 || moved.y != 0)) || (focus_moved_ && cell.key == focused_key_);
    if (comes && !cell.selected) drawn_.actions.push_back(*cell.press);
    fill(box.rect, soft_of(cell.tone), radius::chip);
    if (cell.selected || hovered || !palette().has_shadow)
        outline(box.rect, cell.selected || hovered ? colour_of(cell.tone) : palette().line, radius::chip,
                cell.selected ? 2.f : hairline());
    paint_text(box, colour_of(cell.tone));
}

void Painter::paint_row_button(const Box& box) {
    bool hovered = false, held = false;
    press(box, hovered, held);
    const bool is_chosen_here = box.part->role == Role::checkbox;
    if (box.part->selected) {
        if (!is_chosen_here) soft_shadow(box.rect, radius::field);
        panel(box.rect, palette().panel, palette().line, radius::field);
    } else if (hovered || held) {
        fill(box.rect, mixed(palette().background, palette().ink, held ? 0.08f : 0.04f), radius::field);
    }
    if (is_chosen_here) {
        const float size = checkbox_size();
        paint_check(*box.part,
                    {box.rect.x + 12, box.rect.y + std::round((box.rect.height - size) / 2), size, size},
                    hovered, held);
    }
    paint_children(box);
}

void Painter::paint_field(const Box& box) {
    if (box.text_y > 0)
        draw_line(box.lines.front(), box.rect.x, box.rect.y + label_top, label_type(), palette().secondary);
    const bool has_own_frame = box.text_y > 0 || box.part->look == Look::search_field;
    const Rect frame{box.rect.x, box.rect.y + box.text_y, box.rect.width, box.rect.height - box.text_y};
    const bool focused = box.part->key == focused_key_;
    if (has_own_frame)  // the number field draws it
        panel(frame, palette().panel, focused ? palette().accent : palette().quiet, radius::field);
    if (is_behind_) paint_value(box, frame);
}

/// As the browser shows it in its own field.
void Painter::paint_value(const Box& box, const Rect& frame) {
    const app::FieldFacts& facts = *box.part->field;
    const auto chosen = std::ranges::find(facts.choices, facts.value, &app::Choice::value);
    const std::string& value = chosen == facts.choices.end() ? facts.value : chosen->label;
    const bool is_long = facts.kind == app::FieldKind::long_text;
    const float y = is_long ? 11 : (frame.height - box.type.line_height) / 2;
    draw_line(fitted_line(value.empty() ? facts.placeholder : value, box.type, frame.width - 2 * box.text_x),
              frame.x + box.text_x, frame.y + y, box.type, value.empty() ? palette().quiet : palette().ink);
}

void Painter::paint_command(const Box& box) {
    bool hovered = false, held = false;
    press(box, hovered, held);
    if (box.part->selected)
        fill(box.rect, palette().accent_soft, radius::button);
    else if (hovered && box.part->enabled)
        fill(box.rect, mixed(palette().panel, palette().ink, held ? 0.14f : 0.07f), radius::button);
    paint_children(box);
}

void Painter::paint_number_field(const Box& box) {
    const Box& field = box.boxes.front();
    const app::FieldFacts& facts = *field.part->field;
    const bool focused = field.part->key == focused_key_;
    const Colour border = facts.invalid ? palette().problem : palette().accent;
    panel(box.rect, palette().panel, border, radius::field);
    if (focused) outline(box.rect, border, radius::field, 2);
    if (facts.mark_length > 0) {
        // The characters are as wide as each other: the field's font is the monospace one.
        const float each = text_width("0", field.type);
        const float x = field.rect.x + field.text_x + each * static_cast<float>(facts.mark_begin);
        const float height = field.type.line_height + 6;
        const Rect mark{x - 2, field.rect.y + (field.rect.height - height) / 2,
                        each * static_cast<float>(facts.mark_length) + 4, height};
        fill(mark, palette().problem_soft, 4);
        if (!palette().has_shadow) outline(mark, palette().problem, 4, hairline());
    }
    paint_children(box);
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

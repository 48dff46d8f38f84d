// What can be pressed.
#include <cmath>

#include "imgui.h"
#include "view/painter.h"
#include "view/shapes.h"

namespace view {

namespace {

using app::Look;
using app::Part;
using app::Role;

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

/// What is under the words of a button; returns the colour of these. `shade`: how strongly it answers the
/// mouse, 0..1.
Colour paint_button_ground(const Box& box, float shade) {
    const Part& part = *box.part;
    const Colour words = part.enabled ? palette().ink : palette().quiet;
    const Colour ground = mixed(palette().panel, palette().ink, shade);
    switch (part.look) {
        case Look::primary_button: {
            const bool inviting = part.enabled && part.tone == app::Tone::accent;
            fill(box.rect, inviting ? mixed(palette().accent, palette().ink, shade) : palette().neutral_soft,
                 radius::button);
            if (!palette().has_shadow) outline(box.rect, palette().line, radius::button, hairline());
            return inviting ? palette().on_accent : palette().secondary;
        }
        case Look::pill:
            panel(box.rect, part.selected ? palette().ink : ground,
                  part.selected ? palette().ink : palette().line, box.rect.height / 2);
            return part.selected ? palette().background : palette().ink;
        case Look::icon_button:
            if (part.icon == app::Icon::close) {
                if (shade > 0) fill(box.rect, ground, radius::button);
                return palette().secondary;
            }
            [[fallthrough]];
        case Look::plain_button:
            panel(box.rect, part.selected ? palette().accent_soft : ground, palette().line, radius::button);
            return words;
        default:
            if (shade > 0)
                fill({box.rect.x - words_to_ring, box.rect.y, box.rect.width + 2 * words_to_ring,
                      box.rect.height},
                     mixed(palette().background, palette().accent, 0.1f), radius::button);
            return palette().accent;
    }
}

}  // namespace

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
    const Colour words = paint_button_ground(box, !lively ? 0 : held ? 0.14f : 0.07f);
    const float middle = box.rect.y + box.rect.height / 2;
    if (part.mark_length > 0)
        draw_mark_behind(box.rect.x + box.text_x, middle, box.type,
                         {part.mark_begin, part.mark_length, 1, palette().done_soft, palette().done});
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

void Painter::paint_command(const Box& box) {
    bool hovered = false, held = false;
    press(box, hovered, held);
    if (box.part->selected)
        fill(box.rect, palette().accent_soft, radius::button);
    else if (hovered && box.part->enabled)
        fill(box.rect, mixed(palette().panel, palette().ink, held ? 0.14f : 0.07f), radius::button);
    paint_children(box);
}

}  // namespace view

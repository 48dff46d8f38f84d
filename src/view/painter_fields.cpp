// Fields: their frames, the mark on a wrong character, and behind a dialog what they hold.
#include <algorithm>

#include "imgui.h"
#include "view/painter.h"
#include "view/shapes.h"

namespace view {

void Painter::paint_field(const Box& box) {
    if (box.text_y > 0)
        draw_line(box.lines.front(), box.rect.x, box.rect.y + label_top, label_type(), palette().secondary);
    const bool has_own_frame = box.text_y > 0 || box.part->look == app::Look::search_field;
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

void Painter::paint_number_field(const Box& box) {
    const Box& field = box.boxes.front();
    const app::FieldFacts& facts = *field.part->field;
    const bool focused = field.part->key == focused_key_;
    const Colour border = facts.invalid ? palette().problem : palette().accent;
    panel(box.rect, palette().panel, border, radius::field);
    if (focused) outline(box.rect, border, radius::field, 2);
    if (facts.mark_length > 0)
        draw_mark_behind(field.rect.x + field.text_x, field.rect.y + field.rect.height / 2, field.type,
                         {facts.mark_begin, facts.mark_length, 2, palette().problem_soft, palette().problem});
    paint_children(box);
}

}  // namespace view

#include "view/box_leaf.h"

#include <algorithm>
#include <cmath>

namespace view {

using app::Look;
using app::Part;

namespace {

constexpr float icon_size = 16;
/// A link is hit as surely as a button under a finger; with a mouse 24 px are what WCAG 2.2 asks for.
constexpr float finger_target = 44, pointer_target = 24;
/// As many lines as a short message has; the field scrolls longer ones.
constexpr float long_text_lines = 6;

float button_padding(Look look) {
    switch (look) {
        case Look::quiet_button: return 2;
        case Look::number_choice: return 6;
        case Look::pill: return 12;
        default: return 14;
    }
}

}  // namespace

bool is_pressable(Look look) {
    return look == Look::primary_button || look == Look::plain_button || look == Look::quiet_button ||
           look == Look::icon_button || look == Look::checkbox || look == Look::pill ||
           look == Look::number_choice;
}

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

}  // namespace view

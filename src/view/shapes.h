// The few shapes everything is drawn from, on the current ImGui window.
#pragma once

#include <string_view>

#include "app/screen.h"
#include "view/look.h"
#include "view/text_lines.h"

namespace view {

void fill(const Rect& rect, Colour colour, float rounding = 0);
void outline(const Rect& rect, Colour colour, float rounding, float width);
void panel(const Rect& rect, Colour inside, Colour border, float rounding);
void soft_shadow(const Rect& rect, float rounding);
void upright_rule(float x, float y, float length, Colour colour);
void dot(float x, float y, float radius, Colour colour, bool filled, Colour inside);
/// Behind characters of a number, which are as wide as each other: the text begins at x, its middle is at y.
struct CharacterMark {
    std::uint16_t begin, length;  ///< characters
    float margin;                 ///< CSS pixels at their sides
    Colour soft, strong;          ///< `strong` is its outline where soft colours are not told apart
};
void draw_mark_behind(float x, float y, const Type& type, const CharacterMark& mark);
void draw_line(const TextLine& line, float x, float y, const Type& type, Colour colour);
void draw_icon(app::Icon icon, float x, float y, float size, Colour colour);  ///< centred at x, y
void draw_tick(const Rect& box, Colour colour);
void draw_mark(float x, float y, float size);  ///< the mark of the program, top left at x, y

}  // namespace view

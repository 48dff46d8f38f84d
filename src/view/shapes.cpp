#include "view/shapes.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace view {

namespace {

constexpr float pi = 3.14159265f;

ImVec2 begin(const Rect& rect) { return {snapped(rect.x), snapped(rect.y)}; }
ImVec2 end(const Rect& rect) { return {snapped(rect.x + rect.width), snapped(rect.y + rect.height)}; }

void stroke(std::initializer_list<ImVec2> points, Colour colour, float width, bool closed = false) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const ImVec2& point : points) list.PathLineTo(point);
    list.PathStroke(colour, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
}

}  // namespace

void fill(const Rect& rect, Colour colour, float rounding) {
    ImGui::GetWindowDrawList()->AddRectFilled(begin(rect), end(rect), colour, rounding);
}

void outline(const Rect& rect, Colour colour, float rounding, float width) {
    // ImGui centres a stroke on its path; half a width inside keeps it on whole device pixels.
    const float half = width / 2;
    const ImVec2 a = begin(rect), b = end(rect);
    ImGui::GetWindowDrawList()->AddRect({a.x + half - 0.5f, a.y + half - 0.5f},
                                        {b.x - half + 0.5f, b.y - half + 0.5f}, colour, rounding, 0, width);
}

void panel(const Rect& rect, Colour inside, Colour border, float rounding) {
    // A filled border with the inside on top: sharp at every pixel ratio, and no gap in the corners.
    const float width = hairline();
    fill(rect, border, rounding);
    const ImVec2 a = begin(rect), b = end(rect);
    ImGui::GetWindowDrawList()->AddRectFilled({a.x + width, a.y + width}, {b.x - width, b.y - width}, inside,
                                              std::max(0.f, rounding - width));
}

void soft_shadow(const Rect& rect, float rounding) {
    if (!palette().has_shadow) return;
    for (int spread = 3; spread > 0; --spread) {
        const auto by = static_cast<float>(spread);
        const Rect around{rect.x - by, rect.y - by + 2, rect.width + 2 * by, rect.height + 2 * by};
        fill(around, 0x08000000u, rounding + by);
    }
}

void upright_rule(float x, float y, float length, Colour colour) {
    const float left = snapped(x), width = hairline();
    ImGui::GetWindowDrawList()->AddRectFilled({left, snapped(y)}, {left + width, snapped(y + length)},
                                              colour);
}

void dot(float x, float y, float radius, Colour colour, bool filled, Colour inside) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled({x, y}, radius, colour);
    if (!filled) list.AddCircleFilled({x, y}, radius - 2, inside);
}

void draw_mark_behind(float x, float y, const Type& type, const CharacterMark& mark) {
    const float each = text_width("0", type), height = type.line_height + 2 * (mark.margin + 1);
    const Rect rect{x + each * static_cast<float>(mark.begin) - mark.margin, y - height / 2,
                    each * static_cast<float>(mark.length) + 2 * mark.margin, height};
    fill(rect, mark.soft, 4);
    if (!palette().has_shadow) outline(rect, mark.strong, 4, hairline());
}

void draw_line(const TextLine& line, float x, float y, const Type& type, Colour colour) {
    const float top = snapped(y + (type.line_height - type.size) / 2);
    ImGui::GetWindowDrawList()->AddText(font_of(type), type.size, {snapped(x), top}, colour, line.text.data(),
                                        line.text.data() + line.text.size());
}

void draw_icon(app::Icon icon, float x, float y, float size, Colour colour) {
    using app::Icon;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float r = size / 2, width = 1.6f;
    switch (icon) {
        case Icon::none: return;
        case Icon::settings:
            for (int i = -1; i <= 1; ++i)
                list.AddCircleFilled({x + static_cast<float>(i) * r * 0.62f, y}, r * 0.16f, colour);
            return;
        case Icon::back:
            stroke({{x + r * 0.35f, y - r * 0.7f}, {x - r * 0.35f, y}, {x + r * 0.35f, y + r * 0.7f}}, colour,
                   width);
            return;
        case Icon::check:
            list.PathArcTo({x, y}, r * 0.68f, -0.25f * pi, 1.4f * pi, 20);
            list.PathStroke(colour, 0, width);
            stroke({{x + r * 0.05f, y - r * 0.55f}, {x + r * 0.55f, y - r * 0.5f}, {x + r * 0.6f, y - r}},
                   colour, width);
            return;
        case Icon::share:
            stroke({{x - r * 0.35f, y - r * 0.4f}, {x, y - r * 0.8f}, {x + r * 0.35f, y - r * 0.4f}}, colour,
                   width);
            stroke({{x, y - r * 0.75f}, {x, y + r * 0.2f}}, colour, width);
            stroke({{x - r * 0.65f, y - r * 0.05f},
                    {x - r * 0.65f, y + r * 0.7f},
                    {x + r * 0.65f, y + r * 0.7f},
                    {x + r * 0.65f, y - r * 0.05f}},
                   colour, width);
            return;
        case Icon::remove:
            stroke({{x - r * 0.7f, y - r * 0.45f}, {x + r * 0.7f, y - r * 0.45f}}, colour, width);
            stroke({{x - r * 0.25f, y - r * 0.5f},
                    {x - r * 0.25f, y - r * 0.8f},
                    {x + r * 0.25f, y - r * 0.8f},
                    {x + r * 0.25f, y - r * 0.5f}},
                   colour, width);
            stroke({{x - r * 0.5f, y - r * 0.4f},
                    {x - r * 0.4f, y + r * 0.75f},
                    {x + r * 0.4f, y + r * 0.75f},
                    {x + r * 0.5f, y - r * 0.4f}},
                   colour, width);
            return;
        case Icon::options:
            for (int i = -1; i <= 1; ++i) {
                const float line = y + static_cast<float>(i) * r * 0.5f,
                            knob = static_cast<float>(-i) * r * 0.35f;
                stroke({{x - r * 0.75f, line}, {x + r * 0.75f, line}}, colour, width);
                list.AddCircleFilled({x + knob, line}, r * 0.2f, colour);
            }
            return;
        case Icon::choose:
            for (int i = -1; i <= 1; i += 2) {
                const float line = y + static_cast<float>(i) * r * 0.45f;
                stroke({{x - r * 0.8f, line},
                        {x - r * 0.6f, line + r * 0.2f},
                        {x - r * 0.25f, line - r * 0.25f}},
                       colour, width);
                stroke({{x + r * 0.1f, line}, {x + r * 0.8f, line}}, colour, width);
            }
            return;
        case Icon::paste:  // a clipboard
            stroke({{x - r * 0.35f, y - r * 0.65f},
                    {x - r * 0.65f, y - r * 0.65f},
                    {x - r * 0.65f, y + r * 0.85f},
                    {x + r * 0.65f, y + r * 0.85f},
                    {x + r * 0.65f, y - r * 0.65f},
                    {x + r * 0.35f, y - r * 0.65f}},
                   colour, width);
            stroke({{x - r * 0.32f, y - r * 0.88f},
                    {x + r * 0.32f, y - r * 0.88f},
                    {x + r * 0.32f, y - r * 0.45f},
                    {x - r * 0.32f, y - r * 0.45f}},
                   colour, width, true);
            return;
        case Icon::message:  // a shield with a tick
            stroke({{x, y - r * 0.9f},
                    {x + r * 0.75f, y - r * 0.6f},
                    {x + r * 0.7f, y + r * 0.1f},
                    {x, y + r * 0.9f},
                    {x - r * 0.7f, y + r * 0.1f},
                    {x - r * 0.75f, y - r * 0.6f}},
                   colour, width, true);
            stroke({{x - r * 0.32f, y - r * 0.08f},
                    {x - r * 0.05f, y + r * 0.22f},
                    {x + r * 0.36f, y - r * 0.3f}},
                   colour, width);
            return;
        case Icon::close:
            stroke({{x - r * 0.5f, y - r * 0.5f}, {x + r * 0.5f, y + r * 0.5f}}, colour, width);
            stroke({{x + r * 0.5f, y - r * 0.5f}, {x - r * 0.5f, y + r * 0.5f}}, colour, width);
            return;
    }
}

void draw_tick(const Rect& box, Colour colour) {
    const float x = box.x + box.width / 2, y = box.y + box.height / 2, r = box.width / 2;
    stroke({{x - r * 0.5f, y + r * 0.05f}, {x - r * 0.12f, y + r * 0.42f}, {x + r * 0.52f, y - r * 0.38f}},
           colour, box.width * 0.1f);
}

void draw_mark(float x, float y, float size) {
    fill({x, y, size, size}, palette().accent, size * 0.23f);
    const float inset = size * 0.3f, width = size * 0.09f;
    stroke({{x + inset, y + inset},
            {x + inset, y + size - inset},
            {x + size - inset, y + size - inset},
            {x + size - inset, y + inset}},
           palette().on_accent, width);
}

}  // namespace view

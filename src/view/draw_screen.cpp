#include "view/draw_screen.h"

#include <algorithm>
#include <string>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"
#include "view/box.h"
#include "view/palette.h"
#include "view/scrolling.h"
#include "view/shapes.h"

namespace view {

namespace {

using app::Look;
using app::Part;
using app::Role;

constexpr float list_panel_width = 420;
constexpr float item_column_width = 1060;
/// The top of the list panel stands still as long as it leaves this much of the height to the list.
constexpr float fixed_share = 0.6f;
/// On a phone a page comes in from the right over the list.
constexpr float slide_seconds = 0.14f;
constexpr float slide_distance = 48;

/// Survives between frames: what was scrolled to its beginning or to the focus last.
std::string shown_page_id;
std::string scrolled_to_key;
bool shown_over_list = false;
float slide_left = 0;  // seconds

float side_padding(const Rect& area) { return area.width >= 700 ? space::vast : space::wide; }

/// How far to the right of its place the page still is, in CSS pixels.
float slide(Frame& frame, const app::Screen& screen) {
    const bool over_list =
        screen.root.look == Look::page_narrow && screen.root.parts.front().look == Look::item_panel;
    const bool comes = !std::exchange(shown_over_list, over_list) && over_list;
    slide_left = comes ? slide_seconds : std::max(0.f, slide_left - ImGui::GetIO().DeltaTime);
    if (!over_list || appearance().reduced_motion) slide_left = 0;
    if (slide_left > 0) frame.drawn.animating = true;
    const float share = slide_left / slide_seconds;
    return slide_distance * share * share;
}

/// Parts one below the other; containers that only gather them are opened.
void flatten(const Part& part, std::vector<const Part*>& flow, std::vector<const Part*>& containers) {
    for (const Part& child : part.parts) {
        const bool gathers =
            child.role == Role::main || (child.role == Role::region && child.look == Look::column);
        if (!gathers) {
            flow.push_back(&child);
            continue;
        }
        containers.push_back(&child);
        flatten(child, flow, containers);
    }
}

float paint_flow(Frame& frame, const std::vector<const Part*>& flow, std::size_t begin, std::size_t end,
                 float x, float y, float width) {
    for (std::size_t i = begin; i < end; ++i) {
        const Box box = lay_out(*flow[i], x, y, width);
        if (box.rect.height <= 0) {
            frame.painter.place(*flow[i], box.rect);
            continue;
        }
        frame.painter.paint(box);
        y = box.bottom() + space::medium;
    }
    return y;
}

/// Banner and number field stand still, questions and list scroll below them.
void draw_list_panel(Frame& frame, const Part& part, const Rect& area) {
    std::vector<const Part*> flow, containers;
    flatten(part, flow, containers);
    frame.painter.place(part, area);
    for (const Part* container : containers) frame.painter.place(*container, area);
    const auto form = std::ranges::find(flow, Role::form, &Part::role);
    std::size_t fixed = form == flow.end() ? 0 : static_cast<std::size_t>(form - flow.begin()) + 1;
    const float x = area.x + space::wide, width = area.width - 2 * space::wide;
    float fixed_height = space::large;
    for (std::size_t i = 0; i < fixed; ++i)
        fixed_height += lay_out(*flow[i], x, 0, width).rect.height + space::medium;
    if (fixed_height > area.height * fixed_share) fixed = 0;
    const float top =
        fixed == 0 ? area.y : paint_flow(frame, flow, 0, fixed, x, area.y + space::large, width);
    Frame scrolling = frame;
    scrolling.begin_at_top = false;
    frame.painter.take_focused();  // what stands still needs no scrolling
    if (begin_scrolling(part, {area.x, top, area.width, area.y + area.height - top})) {
        const float start = ImGui::GetCursorScreenPos().y + (fixed == 0 ? space::large : 0);
        const float bottom = paint_flow(scrolling, flow, fixed, flow.size(), x, start, width);
        end_scrolling(scrolling, bottom + space::wide);
    } else {
        ImGui::EndChild();
    }
}

void draw_item_panel(Frame& frame, const Part& part, const Rect& area) {
    frame.painter.place(part, area);
    if (!begin_scrolling(part, area)) return ImGui::EndChild();
    std::vector<const Part*> flow, containers;
    flatten(part, flow, containers);
    for (const Part* container : containers) frame.painter.place(*container, area);
    const float padding = side_padding(area);
    const float x = area.x + padding, width = std::min(area.width - 2 * padding, item_column_width);
    float y = ImGui::GetCursorScreenPos().y + (area.width >= 700 ? space::huge : space::large);
    for (const Part* shown : flow) {
        const Box box = lay_out(*shown, x, y, width);
        if (box.rect.height <= 0) {
            frame.painter.place(*shown, box.rect);
            continue;
        }
        frame.painter.paint(box);
        y = box.bottom() + space::wide;
    }
    end_scrolling(frame, y + space::wide);
}

void draw_panels(Frame& frame, const Part& root, const Rect& area) {
    frame.painter.place(root, area);
    if (root.look == Look::page_narrow) {
        const Part& only = root.parts.front();
        if (only.look == Look::list_panel)
            draw_list_panel(frame, only, area);
        else
            draw_item_panel(frame, only, area);
        return;
    }
    const float split = area.x + list_panel_width;
    draw_list_panel(frame, root.parts[0], {area.x, area.y, list_panel_width, area.height});
    upright_rule(split, area.y, area.height, palette().line);
    draw_item_panel(frame, root.parts[1],
                    {split + 1, area.y, area.width - list_panel_width - 1, area.height});
}

void push_style() {
    const auto colour = [](ImGuiCol index, Colour value) { ImGui::PushStyleColor(index, value); };
    colour(ImGuiCol_WindowBg, palette().background);
    colour(ImGuiCol_ScrollbarBg, 0);
    colour(ImGuiCol_ScrollbarGrab, (palette().quiet & 0xFFFFFF) | 0x60000000);
    colour(ImGuiCol_ScrollbarGrabHovered, (palette().quiet & 0xFFFFFF) | 0x90000000);
    colour(ImGuiCol_ScrollbarGrabActive, (palette().quiet & 0xFFFFFF) | 0xC0000000);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.f);
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, appearance().coarse_pointer ? 4.f : 10.f);
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarRounding, 5.f);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
}

void pop_style() {
    ImGui::PopStyleVar(6);
    ImGui::PopStyleColor(5);
}

}  // namespace

Drawn draw_screen(const app::Screen& screen, std::string_view focused_key, bool focus_visible) {
    Drawn drawn;
    const Part& front = screen.root.parts.back();
    const bool is_behind = front.look == Look::palette;
    Painter painter(drawn, focused_key, focus_visible, focused_key != scrolled_to_key, is_behind);
    Frame frame{painter, drawn};
    frame.begin_at_top = screen.page_id != shown_page_id;
    frame.follow_focus = focused_key != scrolled_to_key;
    shown_page_id = screen.page_id;
    scrolled_to_key = focused_key;
    // The page behind everything has the window's colour: what ImGui clears with.
    ImGui::GetStyle().Colors[ImGuiCol_WindowBg] = ImGui::ColorConvertU32ToFloat4(palette().background);
    push_style();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoScrollWithMouse);
    draw_panels(frame, screen.root, {slide(frame, screen), 0, size.x, size.y});
    ImGui::End();
    if (is_behind) {
        Painter over(drawn, focused_key, focus_visible, false);
        draw_palette(over, drawn, front, {0, 0, size.x, size.y}, screen.root.look == Look::page_narrow);
    }
    pop_style();
    return drawn;
}

bool scroll_at(float x, float y, float pixels) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    for (int i = context.Windows.Size - 1; i >= 0; --i) {
        ImGuiWindow* window = context.Windows[i];
        const bool scrolls =
            window->WasActive && window->ScrollMax.y > 0 && window->OuterRectClipped.Contains({x, y});
        if (!scrolls && window->WasActive && window->Name == std::string_view(palette_window)) return false;
        if (!scrolls) continue;
        const float from = window->ScrollTarget.y < FLT_MAX ? window->ScrollTarget.y : window->Scroll.y;
        const float to = std::clamp(from + pixels, 0.f, window->ScrollMax.y);
        if (to == from) continue;
        ImGui::SetScrollY(window, to);
        return true;
    }
    return false;
}

}  // namespace view

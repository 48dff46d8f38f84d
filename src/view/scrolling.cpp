#include "view/scrolling.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"

namespace view {

namespace {

/// Scrolls the current window so that `rect` is inside; true when it has to move.
bool bring_into_view(const Rect& rect) {
    const ImGuiWindow* window = ImGui::GetCurrentWindow();
    const float top = window->InnerClipRect.Min.y + space::medium,
                bottom = window->InnerClipRect.Max.y - space::medium;
    float by = 0;
    if (rect.y < top)
        by = rect.y - top;
    else if (rect.y + rect.height > bottom)
        by = std::min(rect.y - top, rect.y + rect.height - bottom);
    const float target = std::clamp(window->Scroll.y + by, 0.f, window->ScrollMax.y);
    if (std::abs(target - window->Scroll.y) < 1) return false;
    ImGui::SetScrollY(target);
    return true;
}

}  // namespace

bool begin_scrolling(const app::Part& part, const Rect& area) {
    ImGui::SetCursorScreenPos({area.x, area.y});
    return ImGui::BeginChild(part.key.c_str(), {area.width, area.height}, ImGuiChildFlags_None,
                             ImGuiWindowFlags_NoNav);
}

void end_scrolling(Frame& frame, float content_bottom) {
    ImGui::SetCursorScreenPos({ImGui::GetWindowPos().x, content_bottom});
    ImGui::Dummy({1, 1});
    if (frame.begin_at_top) {
        ImGui::SetScrollY(0);
        if (ImGui::GetScrollY() > 0) frame.drawn.animating = true;
    } else if (const auto focused = frame.painter.take_focused(); focused && frame.follow_focus) {
        if (bring_into_view(*focused)) frame.drawn.animating = true;
    }
    ImGui::EndChild();
}

}  // namespace view

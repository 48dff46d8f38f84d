#include "view/palette.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "imgui.h"
#include "view/scrolling.h"
#include "view/shapes.h"

namespace view {

namespace {

constexpr float panel_width = 620;
/// Above the panel, and of the page's height left below it.
constexpr float share_above = 0.1f;
/// What stays below the commands scrolls with them where it would leave them less than this.
constexpr float least_room = 180;
constexpr Colour dim = 0x66000000;

/// Survives between frames: what the palette was asked for, and what stood out.
std::string shown_state;

bool contains(const Rect& rect, float x, float y) {
    return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

/// The commands, and below them what has no place of its own; scrolled to the one that stands out.
void draw_commands(Painter& painter, Drawn& drawn, const app::Part& commands, const Rect& area, Box& rows,
                   Box* below) {
    const auto at = std::ranges::find(commands.parts, true, &app::Part::selected);
    const std::string_view key = at == commands.parts.end() ? std::string_view() : at->key;
    Painter walker(drawn, key, true, false);
    Frame frame{walker, drawn};
    std::string asked = std::string(key) + commands.parts.front().parts.front().text;
    frame.follow_focus = asked != shown_state;
    shown_state = std::move(asked);
    if (!begin_scrolling(commands, area)) return ImGui::EndChild();
    const float top = ImGui::GetCursorScreenPos().y + space::tiny;
    move(rows, 0, top - rows.rect.y);
    walker.paint(rows);
    float bottom = rows.bottom() + space::tiny;
    if (below) {
        move(*below, 0, bottom + space::small - below->rect.y);
        painter.paint(*below);
        bottom = below->bottom() + space::medium;
    }
    end_scrolling(frame, bottom);
}

}  // namespace

void draw_palette(Painter& painter, Drawn& drawn, const app::Part& palette, const Rect& page, bool fills) {
    ImGui::SetNextWindowPos({page.x, page.y});
    ImGui::SetNextWindowSize({page.width, page.height});
    ImGui::Begin(palette_window, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                     ImGuiWindowFlags_NoBackground);
    if (view::palette().has_shadow) fill(page, dim);
    const app::Part &above = palette.parts[0], &commands = palette.parts[1], &below = palette.parts[2];
    const float padding = space::medium;
    Rect panel_rect{0, 0, page.width, page.height};
    if (!fills) {
        panel_rect.width = std::min(scaled(panel_width), page.width - 2 * space::vast);
        panel_rect.x = std::round((page.width - panel_rect.width) / 2);
        panel_rect.y = std::round(page.height * share_above);
        panel_rect.height = page.height - 2 * panel_rect.y;
    }
    const float x = panel_rect.x + padding, width = panel_rect.width - 2 * padding;
    const Box field = lay_out(above, x, panel_rect.y + padding, width);
    Box rows = lay_out(commands, x, 0, width);
    Box keys = lay_out(below, x, 0, width);
    const float top = field.bottom() + space::small, rows_height = rows.rect.height + 2 * space::tiny;
    const float keys_height = keys.rect.height + space::small + padding;
    const float room = panel_rect.y + panel_rect.height - top;
    const bool stays = room - keys_height >= std::min(rows_height, scaled(least_room));
    const float height =
        std::min(stays ? rows_height : rows_height + keys_height, stays ? room - keys_height : room);
    panel_rect.height = top + height + (stays ? keys_height : 0) - panel_rect.y;
    if (!fills) soft_shadow(panel_rect, radius::card);
    panel(panel_rect, view::palette().panel, view::palette().line, fills ? 0 : radius::card);
    painter.place(palette, panel_rect);
    painter.paint(field);
    draw_commands(painter, drawn, commands, {panel_rect.x, top, panel_rect.width, height}, rows,
                  stays ? nullptr : &keys);
    if (stays) {
        move(keys, 0, top + height + space::small);
        painter.paint(keys);
    }
    ImGui::SetCursorScreenPos({page.x, page.y});
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (ImGui::InvisibleButton("beside", {page.width, page.height}) &&
        !contains(panel_rect, mouse.x, mouse.y))
        drawn.actions.push_back(app::KeyPressed{app::Key::escape, {}, true});
    ImGui::End();
}

}  // namespace view

// Draws a Screen with Dear ImGui and returns the Actions the user caused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/action.h"
#include "app/screen.h"

struct ImFont;

namespace view {

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;  ///< CSS pixels, from the top left of the canvas
    bool operator==(const Rect&) const = default;
};

/// Where a Part was drawn, for the DOM beside it. `clip` is what its scrolling container lets through.
struct Placement {
    const app::Part* part = nullptr;  ///< of the Screen just drawn
    Rect rect;
    Rect clip;
    float font_size = 0;           ///< CSS pixels; 0 for containers
    float line_height = 0;         ///< CSS pixels
    float text_x = 0, text_y = 0;  ///< where its text begins, relative to rect (fields: the editable part)
    bool mono = false;
    bool strong = false;
    bool is_label = false;  ///< of the words above a field, which has a place of its own
};

struct Drawn {
    std::vector<app::Action> actions;
    std::vector<Placement> placements;  ///< parents before children, a field before its label
    bool animating = false;             ///< another frame is wanted at once
};

enum class Theme : std::uint8_t { light, dark, high_contrast_light, high_contrast_dark, forced };

/// Of the system; web tells it when it changes.
struct Appearance {
    Theme theme = Theme::light;
    /// Theme::forced: CSS system colours as 0xRRGGBB.
    struct ForcedColours {
        std::uint32_t canvas = 0, canvas_text = 0, link = 0, button_face = 0, button_text = 0, highlight = 0,
                      highlight_text = 0, gray_text = 0;
    } forced;
    bool reduced_motion = false;
    bool coarse_pointer = false;  ///< a finger: targets of 44 px
    float text_scale = 1;         ///< 1..2
};

void set_appearance(const Appearance& appearance);

/// Fonts of the atlas, 400 and 600 of the system's font and its monospace; set once by web (or by a test).
void set_fonts(ImFont* regular, ImFont* strong, ImFont* mono, ImFont* mono_strong);

/// To be called between ImGui::NewFrame and ImGui::Render. `focused_key`: the Part that holds the DOM focus,
/// "" for none; a ring is drawn round it when `focus_visible`, and it is scrolled into view when it has
/// changed.
Drawn draw_screen(const app::Screen& screen, std::string_view focused_key, bool focus_visible);

/// 1:1 scrolling by pixels (touch, trackpad, wheel in pixels) of the deepest scrolling container at a point.
/// False when nothing there can scroll that way.
bool scroll_at(float x, float y, float pixels);

}  // namespace view

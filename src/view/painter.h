// Paints Boxes: what each Look looks like, what can be pressed, and where everything lies for the DOM.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "view/box.h"
#include "view/draw_screen.h"

namespace view {

/// What has no frame of its own keeps its words off the ring of the focus.
inline constexpr float words_to_ring = 3;

class Painter {
public:
    /// `focus_moved`: the focus is somewhere else than in the frame before. `is_behind`: what is painted is
    /// inert, and what its fields hold is painted too: the DOM does not show it.
    Painter(Drawn& drawn, std::string_view focused_key, bool focus_visible, bool focus_moved,
            bool is_behind = false)
        : drawn_(drawn),
          focused_key_(focused_key),
          focus_visible_(focus_visible),
          focus_moved_(focus_moved),
          is_behind_(is_behind) {}

    /// Inside an ImGui window; draws the Box and everything in it, clipped as the window is.
    void paint(const Box& box);

    /// Only where the Part is, for the DOM: containers that draw nothing themselves.
    void place(const app::Part& part, const Rect& rect);

    /// Where the Part with the focus was painted since this was asked last, if it was.
    std::optional<Rect> take_focused() { return std::exchange(focused_, {}); }

private:
    void paint_box(const Box& box);
    void paint_text(const Box& box, Colour colour);
    void paint_button(const Box& box);
    void paint_row_button(const Box& box);
    void paint_checkbox(const Box& box);
    void paint_passport_cell(const Box& box);
    void paint_field(const Box& box);
    void paint_value(const Box& box, const Rect& frame);
    void paint_command(const Box& box);
    void paint_number_field(const Box& box);
    void paint_strip_step(const Box& box);
    void paint_event_line(const Box& box);
    void paint_list(const Box& box);
    void paint_children(const Box& box);
    void paint_brand(const Box& box);
    void place_label(const Box& box);
    void paint_focus(const Rect& rect, float rounding);
    bool press(const Box& box, bool& hovered, bool& held);
    Rect clip() const;

    Drawn& drawn_;
    std::string_view focused_key_;
    bool focus_visible_;
    bool focus_moved_;
    bool is_behind_;
    std::optional<Rect> focused_;
};

}  // namespace view

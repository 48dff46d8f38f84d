// A Part with its place. Laid out anew for every frame that is drawn: frames are rare, and nothing is kept
// that could be stale.
#pragma once

#include <vector>

#include "app/screen.h"
#include "view/draw_screen.h"
#include "view/look.h"
#include "view/text_lines.h"

namespace view {

struct Box {
    const app::Part* part = nullptr;
    Rect rect{};
    Type type{};                   ///< of leaves
    float text_x = 0, text_y = 0;  ///< where the first line begins, relative to rect
    std::vector<TextLine> lines{};
    std::vector<Box> boxes{};

    float bottom() const { return rect.y + rect.height; }
    float right() const { return rect.x + rect.width; }
};

/// Lays a Part out from its top left corner in the given width; its height follows.
/// virtual_list: only its height; its rows are laid out by the list (view/item_list.h).
Box lay_out(const app::Part& part, float x, float y, float width);

/// The width a Part takes when it need not break.
float natural_width(const app::Part& part);

void move(Box& box, float dx, float dy);

}  // namespace view

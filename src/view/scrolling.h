// What scrolls by itself on the page: a child window of ImGui.
#pragma once

#include <string_view>

#include "view/painter.h"

namespace view {

struct Frame {
    Painter& painter;
    Drawn& drawn;
    bool begin_at_top = false;
    bool follow_focus = false;  ///< what has the focus is brought into view
};

/// False when nothing of it is to be seen; EndChild all the same.
bool begin_scrolling(const app::Part& part, const Rect& area);

/// `content_bottom`: where what was painted ends, on the screen.
void end_scrolling(Frame& frame, float content_bottom);

}  // namespace view

// Mouse, pen, finger, wheel and scrolling keys, into ImGui and view::scroll_at.
#pragma once

namespace web::pointer {

/// Called by canvas::start.
void start();

/// Moves what a finger has thrown; before each frame.
void glide();

}  // namespace web::pointer

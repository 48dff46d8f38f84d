// The canvas: size and pixel ratio, WebGL2 drawing, pointer, wheel and keys into ImGui, and when a frame runs.
#pragma once

namespace web::canvas {

/// Draws nothing itself: calls `frame` when one is due. A frame runs inside pointerup, click, keydown, copy and
/// cut, so that what it causes keeps the user's activation; otherwise in an animation frame. There is no loop:
/// idle means no frames.
/// False when there is no WebGL2: frames still run (the DOM is the page then), nothing is drawn.
bool start(void (*frame)());

/// Asks for one frame soon. Cheap, may be called any number of times.
void wake();

/// Runs a frame at once, in this task (the DOM mirror calls it from its own click handlers).
void run_frame_now();

/// Between these two the frame builds its ImGui content: NewFrame with true elapsed time, Render and draw.
void begin_frame();
void end_frame(bool animating, bool scrollable_under_pointer);

bool is_drawable();

}  // namespace web::canvas

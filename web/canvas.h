// The canvas: size and pixel ratio, and when a frame runs. Drawing is in web/renderer, pointers in
// web/pointer.
#pragma once

namespace web::canvas {

/// After ImGui::CreateContext and glyphs::load; once. Calls `frame` when one is due: inside pointerup, click,
/// keydown, copy and cut, so that what it causes keeps the user's activation, otherwise in an animation
/// frame. There is no loop: idle means no frames. In a hidden tab `frame` still runs when it was asked for
/// (answers of the network want to be handled), but nothing is drawn.
///
/// False when there is no WebGL2, or no glyph can be read back: the DOM is the page then. The same may happen
/// later, when a lost context does not come back within 5 s. Both are told to the page by the class
/// `plain-view` on the body and the event `postwatch-undrawable` on window (detail: reason). The body gets
/// the class `app-running`, and window the event `postwatch-first-frame`, after the first frame.
bool start(void (*frame)());

/// Asks for one frame soon, and up to two more in which ImGui settles. Cheap, may be called any number of
/// times.
void wake();

/// Runs frames at once, in this task, until ImGui has taken in all its input (at most 4). Inside a frame it
/// only wakes.
void run_frame_now();

/// Between these two the frame builds its ImGui content, once or several times a frame: NewFrame with the
/// true elapsed time (at most 1 s), Render and draw. `animating` asks for another frame.
///
/// ImGui's units are CSS pixels; io.DisplayFramebufferScale device pixels to each, not always whole (1.25 …).
/// A line is sharp when its edges are whole device pixels: round(position * scale) / scale, and a width of
/// max(1, floor(width * scale)) / scale, filled with AddRectFilled. Glyphs are put on whole pixels by
/// themselves.
void begin_frame();
void end_frame(bool animating);

/// False when hidden, or when there is nothing to draw on or with: a frame may leave out everything between
/// begin and end.
bool is_drawable();

}  // namespace web::canvas

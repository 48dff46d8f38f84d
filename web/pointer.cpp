#include "web/pointer.h"

#include <emscripten/em_macros.h>
#include <emscripten/emscripten.h>

#include <cfloat>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "view/draw_screen.h"
#include "web/canvas.h"
#include "web/touch.h"

extern "C" {
void pointer_start();
int pointer_reduces_motion();
void pointer_leave_field();
}

namespace web::pointer {
namespace {

Touch touch;

void point_at(ImGuiMouseSource source, float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(source);
    io.AddMousePosEvent(x, y);
}

void point_nowhere() { ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }

// In the frame just drawn; ImGui::IsAnyItemHovered() also tells of the one before.
bool is_on_item() { return ImGui::GetCurrentContext()->HoveredId != 0; }

// Press and release at one place, with the frames that ImGui needs in between: within the finger's event, so
// that what it causes has the user's activation.
void press(ImGuiMouseSource source, ImGuiMouseButton button, float x, float y) {
    point_at(source, x, y);
    ImGui::GetIO().AddMouseButtonEvent(button, true);
    canvas::run_frame_now();
    const bool hit_something = is_on_item();
    ImGui::GetIO().AddMouseButtonEvent(button, false);
    canvas::run_frame_now();
    point_nowhere();
    if (!hit_something) pointer_leave_field();
    canvas::wake();
}

// Windows of ImGui stand on whole pixels; what is left over counts for the next step, or slow scrolling would
// not move at all.
bool scroll(float x, float y, float pixels) {
    static float left_over = 0;
    static bool has_moved = true;
    if ((left_over < 0) != (pixels < 0)) {
        left_over = 0;
        has_moved = true;
    }
    left_over += pixels;
    const float whole = std::trunc(left_over);
    left_over -= whole;
    if (whole != 0) has_moved = view::scroll_at(x, y, whole);
    return has_moved;
}

void act(Gesture gesture) {
    switch (gesture) {
        case Gesture::none: return;
        case Gesture::hover: point_at(ImGuiMouseSource_TouchScreen, touch.x(), touch.y()); break;
        case Gesture::tap:
            press(ImGuiMouseSource_TouchScreen, ImGuiMouseButton_Left, touch.x(), touch.y());
            return;
        case Gesture::long_press:
            press(ImGuiMouseSource_TouchScreen, ImGuiMouseButton_Right, touch.x(), touch.y());
            touch.resume();  // nothing drawn takes it so far, and a slow hand presses buttons too
            return;
        case Gesture::scroll: scroll(touch.x(), touch.y(), touch.scrolled_by()); break;
        case Gesture::let_go: point_nowhere(); break;
    }
    canvas::wake();
}

}  // namespace

void start() { pointer_start(); }

void glide() {
    if (!touch.is_gliding()) return;
    const float distance = touch.glide(emscripten_get_now());
    if (distance == 0) return;
    if (!scroll(touch.x(), touch.y(), distance)) touch.stop();
    canvas::wake();
}

}  // namespace web::pointer

namespace {

using namespace web;

enum class TouchEvent { down, move, up, held, cancel };  // in the order of web/js/pointer.js

Gesture gesture_of(TouchEvent event, float x, float y, double time) {
    switch (event) {
        case TouchEvent::down: return pointer::touch.down(x, y, time);
        case TouchEvent::move: return pointer::touch.move(x, y, time);
        case TouchEvent::up: return pointer::touch.up(time);
        case TouchEvent::held: return pointer::touch.held();
        case TouchEvent::cancel: pointer::touch.cancel(); return Gesture::let_go;
    }
    return Gesture::none;
}

ImGuiMouseSource source_of(int is_pen) { return is_pen ? ImGuiMouseSource_Pen : ImGuiMouseSource_Mouse; }

// The DOM counts 0 left, 1 middle, 2 right.
ImGuiMouseButton button_of(int button) {
    return button == 1   ? ImGuiMouseButton_Middle
           : button == 2 ? ImGuiMouseButton_Right
                         : ImGuiMouseButton_Left;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void postwatch_pointer_moved(int is_pen, float x, float y) {
    pointer::point_at(source_of(is_pen), x, y);
    canvas::wake();
}

EMSCRIPTEN_KEEPALIVE void postwatch_pointer_pressed(int is_pen, int button, float x, float y) {
    pointer::point_at(source_of(is_pen), x, y);
    ImGui::GetIO().AddMouseButtonEvent(button_of(button), true);
    canvas::run_frame_now();
    if (!pointer::is_on_item()) pointer_leave_field();
    canvas::wake();
}

EMSCRIPTEN_KEEPALIVE void postwatch_pointer_released(int is_pen, int button, float x, float y) {
    pointer::point_at(source_of(is_pen), x, y);
    ImGui::GetIO().AddMouseButtonEvent(button_of(button), false);
    canvas::run_frame_now();
    canvas::wake();
}

EMSCRIPTEN_KEEPALIVE void postwatch_pointer_left() {
    pointer::point_nowhere();
    canvas::wake();
}

// Buttons whose release will not be told. The pointer goes away first, so that nothing is pressed by it.
EMSCRIPTEN_KEEPALIVE void postwatch_pointer_let_go() {
    pointer::point_nowhere();
    canvas::run_frame_now();
    for (int button = 0; button < 3; button++) ImGui::GetIO().AddMouseButtonEvent(button, false);
    canvas::wake();
}

EMSCRIPTEN_KEEPALIVE void postwatch_pointer_touched(int event, int on_canvas, float x, float y, double time) {
    const Gesture gesture = gesture_of(static_cast<TouchEvent>(event), x, y, time);
    // Fields and links are the browser's own; only scrolling may begin on them.
    if (on_canvas || gesture == Gesture::scroll) pointer::act(gesture);
    if (!pointer::touch.is_gliding()) return;
    if (pointer_reduces_motion()) pointer::touch.stop();
    canvas::wake();
}

EMSCRIPTEN_KEEPALIVE int postwatch_pointer_scrolled(float x, float y, float pixels) {
    pointer::touch.stop();
    if (!pointer::scroll(x, y, pixels)) return 0;
    canvas::wake();
    return 1;
}
}

#include "web/canvas.h"

#include <emscripten/em_macros.h>
#include <emscripten/emscripten.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/glyphs.h"
#include "web/pointer.h"
#include "web/renderer.h"

extern "C" {
void canvas_start();
void canvas_request();
int canvas_is_hidden();
void canvas_count_frame();
void canvas_set_cursor(int shape);
void canvas_tell_unreadable();
}

namespace web::canvas {
namespace {

// The frame itself and two, as ImGui sizes and places some things a frame late; fewer once nothing moves.
constexpr int frames_to_settle = 3;
constexpr int most_input_passes = 4;    // ImGui takes in press and release in frames of their own
constexpr double longest_step = 1.0;    // s; after a pause nobody wants an hour of animation
constexpr double shortest_step = 1e-4;  // s; ImGui refuses 0

void (*draw_frame)() = nullptr;
bool is_running = false;
int frames_left = 0;
double last_time = 0;
std::uint64_t last_drawn = 0;
ImVec2 device_size;
float pixel_ratio = 1;

bool has_fresh_texture(const ImDrawData& data) {
    return std::any_of(data.Textures->begin(), data.Textures->end(),
                       [](const ImTextureData* texture) { return texture->Status != ImTextureStatus_OK; });
}

/// A sum over all that is drawn: two frames with the same one look the same.
std::uint64_t sum_of(const ImDrawData& data, ImU32 background) {
    std::uint64_t sum = static_cast<std::uint64_t>(data.TotalVtxCount) << 32 | background;
    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawVert& vertex : list->VtxBuffer) {
            std::uint64_t words[sizeof(ImDrawVert) / sizeof(std::uint64_t)];
            std::memcpy(words, &vertex, sizeof words);
            for (const std::uint64_t word : words) sum = (sum ^ word) * 0x9E37'79B9'7F4A'7C15u;
            sum ^= sum >> 29 ^ vertex.col;
        }
    }
    return sum;
}

void run_frame() {
    if (!draw_frame) return;
    is_running = true;
    draw_frame();
    is_running = false;
}

void configure_imgui() {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset |
                       ImGuiBackendFlags_HasMouseCursors;
    // The DOM owns the keyboard.
    io.ConfigFlags |= ImGuiConfigFlags_NoKeyboard;
}

}  // namespace

bool start(void (*frame)()) {
    configure_imgui();
    const bool has_webgl = renderer::start();
    if (!glyphs::are_readable()) canvas_tell_unreadable();
    canvas_start();
    pointer::start();
    draw_frame = frame;
    wake();
    return has_webgl && glyphs::are_readable();
}

void wake() {
    frames_left = frames_to_settle;
    canvas_request();
}

void run_frame_now() {
    if (is_running) return wake();
    for (int pass = 0; pass < most_input_passes; pass++) {
        run_frame();
        if (ImGui::GetCurrentContext()->InputEventsQueue.empty()) return;
    }
}

void begin_frame() {
    glyphs::recycle_runs();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {device_size.x / pixel_ratio, device_size.y / pixel_ratio};
    io.DisplayFramebufferScale = {pixel_ratio, pixel_ratio};
    const double now = emscripten_get_now() / 1000;
    io.DeltaTime = static_cast<float>(std::clamp(now - last_time, shortest_step, longest_step));
    last_time = now;
    ImGui::GetStyle().CircleTessellationMaxError = 0.3f / pixel_ratio;
    ImGui::NewFrame();
    // ImGui tells the ratio only to the font on its stack; text is also drawn with the others directly.
    for (ImFont* font : io.Fonts->Fonts) font->CurrentRasterizerDensity = pixel_ratio;
    // Smoothed edges are one device pixel wide, not one CSS pixel.
    ImGui::GetDrawListSharedData()->InitialFringeScale = 1 / pixel_ratio;
}

void end_frame(bool animating) {
    ImGui::Render();
    ImDrawData& data = *ImGui::GetDrawData();
    const ImU32 background = ImGui::GetColorU32(ImGuiCol_WindowBg, 1);
    const std::uint64_t drawn = sum_of(data, background);
    if (is_drawable()) {
        // What is on the canvas already stays there.
        if (drawn != last_drawn || has_fresh_texture(data)) renderer::draw(data, background);
        canvas_count_frame();
    }
    canvas_set_cursor(ImGui::GetMouseCursor());
    frames_left = std::max(0, frames_left - 1);
    const bool has_input = !ImGui::GetCurrentContext()->InputEventsQueue.empty();
    // Not before the second: what grew outside the window is known to its scrolling a frame late.
    const bool has_settled = std::exchange(last_drawn, drawn) == drawn && frames_left == 1;
    if (has_settled && !animating && !has_input) frames_left = 0;
    if (!canvas_is_hidden() && (animating || frames_left > 0 || has_input)) canvas_request();
}

bool is_drawable() { return renderer::can_draw() && glyphs::are_readable() && !canvas_is_hidden(); }

}  // namespace web::canvas

extern "C" {

EMSCRIPTEN_KEEPALIVE void postwatch_canvas_wake() {
    web::canvas::last_drawn = 0;  // a browser may have dropped the picture of a hidden tab
    web::canvas::wake();
}

EMSCRIPTEN_KEEPALIVE void postwatch_canvas_frame() {
    web::pointer::glide();
    web::canvas::run_frame();
}

EMSCRIPTEN_KEEPALIVE void postwatch_canvas_frame_now() { web::canvas::run_frame_now(); }

EMSCRIPTEN_KEEPALIVE void postwatch_canvas_resized(int width, int height, float ratio) {
    using namespace web::canvas;
    device_size = {static_cast<float>(width), static_cast<float>(height)};
    last_drawn = 0;  // a new size empties the canvas
    pixel_ratio = ratio;
    if (!draw_frame) return;
    wake();
    run_frame_now();
}
}

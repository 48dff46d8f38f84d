// Dear ImGui without a browser: a font with known advances, and frames that draw nowhere. Linked into the
// unit tests of `view`; it also is the ImGuiFreeType::GetFontLoader() of imgui_config.h there.
#pragma once

#include "imgui.h"

namespace test_font {

/// Advance of a code point, in parts of the font size: half for most, one for CJK, two for private-use runs.
/// Ascent is 0.8 and descent 0.2 of the size. Every glyph but the blank is a filled box as wide as its
/// advance.
float advance(ImWchar code_point);

/// An ImGui context with one font four times over (regular, strong, mono, mono strong).
/// One at a time; ends the context when it goes.
class Page {
public:
    Page(float width, float height);
    ~Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    ImFont* font() const { return font_; }

    /// NewFrame, `draw`, Render; the drawn data is valid until the next frame. 1/60 s passes.
    template <class Draw>
    const ImDrawData& frame(Draw&& draw) {
        begin();
        draw();
        return end();
    }

    /// A frame with the button pressed at a point and one with it released there.
    template <class Draw>
    void press(float x, float y, Draw&& draw) {
        ImGui::GetIO().AddMousePosEvent(x, y);
        frame(draw);
        ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
        frame(draw);
        ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
        frame(draw);
    }

private:
    void begin();
    const ImDrawData& end();

    ImGuiContext* context_;
    ImFont* font_;
};

}  // namespace test_font

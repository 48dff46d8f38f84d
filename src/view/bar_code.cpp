#include "view/bar_code.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "view/shapes.h"

namespace view {

namespace {

constexpr Colour black = 0xFF000000, white = 0xFFFFFFFF;
/// CSS pixels. UPU S10 asks for modules of a third of a millimetre and bars of 12.5; a pixel is 0.26.
constexpr float widest_bar = 3, bar_height = 96;
constexpr float widest_square = 8;

struct Modules {
    std::string_view text;
    std::size_t columns, rows;

    explicit Modules(std::string_view of)
        : text(of),
          columns(std::min(of.find('\n'), of.size())),
          rows(static_cast<std::size_t>(std::ranges::count(of, '\n'))) {}
    bool is_dark(std::size_t column, std::size_t row) const {
        return text[row * (columns + 1) + column] == '1';
    }
};

}  // namespace

Box lay_out_bar_code(const app::Part& part, float x, float y, float width) {
    const Modules modules(part.text);
    Box box{.part = &part, .rect = {snapped(x), snapped(y), 0, 0}};
    if (modules.columns == 0) return box;
    const auto columns = static_cast<float>(modules.columns);
    const bool is_row = modules.rows == 1;
    const float most = std::min(is_row ? widest_bar : widest_square, width / columns);
    const float pixel = 1 / ImGui::GetIO().DisplayFramebufferScale.x;
    const float module = std::max(std::floor(most / pixel), 1.f) * pixel;
    box.rect.width = columns * module;
    box.rect.height = is_row ? bar_height : static_cast<float>(modules.rows) * module;
    return box;
}

void draw_bar_code(const app::Part& part, const Rect& rect) {
    const Modules modules(part.text);
    if (modules.columns == 0) return;
    // Scrolling may have moved it between two device pixels.
    const float left = snapped(rect.x), top = snapped(rect.y);
    const float width = rect.width / static_cast<float>(modules.columns),
                height = rect.height / static_cast<float>(modules.rows);
    fill({left, top, rect.width, rect.height}, white);
    for (std::size_t row = 0; row < modules.rows; ++row)
        for (std::size_t begin = 0; begin < modules.columns; ++begin) {
            if (!modules.is_dark(begin, row)) continue;
            std::size_t end = begin;
            while (end < modules.columns && modules.is_dark(end, row)) ++end;
            fill({left + static_cast<float>(begin) * width, top + static_cast<float>(row) * height,
                  static_cast<float>(end - begin) * width, height},
                 black);
            begin = end;
        }
}

}  // namespace view

// A page that is drawn without a browser, for the tests of `view`.
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/app/driver.h"
#include "tests/view/test_font.h"
#include "view/draw_screen.h"

namespace drawing {

/// Draws the Screen of an App as web does: what the drawing itself asks for (other rows) is answered.
class Window {
public:
    Window(driver::App& app, float width, float height, const view::Appearance& appearance = {})
        : app_(app), page_(width, height) {
        view::set_appearance(appearance);
        view::set_fonts(page_.font(), page_.font(), page_.font(), page_.font());
        app_.on(app::ViewportChanged{width, height});
        renew();
        settle();
    }
    ~Window() { view::set_appearance({}); }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// One frame; the Actions of the user, without ListScrolled, are put behind `pressed`.
    void draw() {
        vertices = page_.frame([this] { draw_here(); }).TotalVtxCount;
        answer();
    }
    /// Frames until nothing moves; false when something always does.
    bool settle() {
        for (int i = 0; i < 12; ++i) {
            scrolls = 0;
            draw();
            if (!drawn.animating && scrolls == 0 && i > 1) return true;
        }
        return false;
    }
    void renew() { screen = app::present(app_.state); }
    void act(const app::Action& action) {
        app_.on(action);
        renew();
    }
    void focus(std::string_view key) {
        focused = key;
        settle();
    }
    std::vector<app::Action> press_at(float x, float y) {
        pressed.clear();
        page_.press(x, y, [this] { draw_here(); });
        return std::exchange(pressed, {});
    }
    const view::Placement* place(std::string_view key) const {
        for (const view::Placement& one : drawn.placements)
            if (one.part->key == key) return &one;
        return nullptr;
    }
    bool is_inside(const view::Placement& one) const {
        return one.rect.y >= one.clip.y - 0.5f &&
               one.rect.y + one.rect.height <= one.clip.y + one.clip.height + 0.5f;
    }

    app::Screen screen;
    view::Drawn drawn;
    std::string focused;
    std::vector<app::Action> pressed;
    int scrolls = 0;
    int vertices = 0;
    std::optional<app::ListScrolled> last_scroll;

private:
    void draw_here() {
        drawn = view::draw_screen(screen, focused, true);
        for (const app::Action& action : drawn.actions)
            if (const auto* scrolled = std::get_if<app::ListScrolled>(&action))
                last_scroll = *scrolled, ++scrolls;
            else
                pressed.push_back(action);
    }
    void answer() {
        if (!last_scroll) return;
        // The placements point into the Screen that was drawn; the next frame makes new ones.
        app_.on(*std::exchange(last_scroll, {}));
        if (scrolls > 0) renew();
    }

    driver::App& app_;
    test_font::Page page_;
};

}  // namespace drawing

// The palette over the page: where it lies, and that nothing behind it can be pressed or scrolled.
#include "doctest/doctest.h"
#include "tests/view/drawing.h"
#include "tests/view/random_draw.h"

using namespace driver;

namespace {

App with_palette() {
    App app = started({}, R"({"version":1,"consented":["upu-gtt","sample"]})");
    for (int serial = 1; serial <= 30; ++serial) app.add(number_of(serial));
    app.on(KeyPressed{Key::commands, {}});
    return app;
}

void press_key(drawing::Window& window, Key key) {
    window.act(KeyPressed{key, "command"});
    window.settle();
}

/// Another layout shows another page, which closes it.
void open_again(drawing::Window& window, const App& app) {
    if (!app.state.palette) press_key(window, Key::commands);
}

bool closes(const std::vector<Action>& actions) {
    const auto* key = actions.size() == 1 ? std::get_if<KeyPressed>(&actions[0]) : nullptr;
    return key && key->key == Key::escape;
}

}  // namespace

TEST_CASE("the palette is in the middle of a wide page and as wide as a phone") {
    App app = with_palette();
    {
        drawing::Window window(app, 1280, 800);
        const view::Rect panel = window.place("palette")->rect;
        CHECK(panel.width == 620);
        CHECK(panel.x == 330);
        CHECK(panel.y + panel.height <= 720);
    }
    drawing::Window window(app, 390, 844);
    open_again(window, app);
    const view::Rect panel = window.place("palette")->rect;
    CHECK(panel.x == 0);
    CHECK(panel.width == 390);
    CHECK(panel.height <= 844);
}

TEST_CASE("pressing beside the palette closes it, pressing in it does not, and nothing behind is pressed") {
    App app = with_palette();
    drawing::Window window(app, 1280, 800);
    view::Rect row;
    for (const view::Placement& one : window.drawn.placements)
        if (one.part->press && one.part->key.starts_with("row/")) {
            row = one.rect;
            break;
        }
    REQUIRE(row.height > 0);
    CHECK(closes(window.press_at(row.x + 20, row.y + 20)));
    const view::Rect panel = window.place("palette")->rect;
    CHECK(window.press_at(panel.x + 4, panel.y + 4).empty());
    const view::Rect third = window.place("commands/2")->rect;
    const std::vector<Action> pressed = window.press_at(third.x + 20, third.y + 10);
    REQUIRE(pressed.size() == 1);
    REQUIRE(std::get_if<CommandRun>(&pressed[0]));
    CHECK(std::get_if<CommandRun>(&pressed[0])->index == 2);
    window.act(KeyPressed{Key::escape, {}});
    window.settle();
    CHECK(std::get_if<PageOpened>(&window.press_at(row.x + 20, row.y + 20).at(0)));
}

TEST_CASE("the command that stands out comes into view, whatever the window") {
    for (const auto& [width, height, scale] :
         {std::tuple{1280.f, 800.f, 1.f}, {390.f, 844.f, 1.f}, {390.f, 400.f, 2.f}, {1280.f, 500.f, 2.f}}) {
        CAPTURE(height);
        App app = with_palette();
        view::Appearance appearance;
        appearance.text_scale = scale;
        drawing::Window window(app, width, height, appearance);
        open_again(window, app);
        for (const Key key : {Key::last, Key::up, Key::first, Key::down}) {
            press_key(window, key);
            const std::string shown = "commands/" + std::to_string(app.state.palette->at);
            REQUIRE(window.place(shown));
            CHECK(window.is_inside(*window.place(shown)));
        }
        CHECK(random_draw::misplaced(window, {0, 0, width, height}, appearance) == "");
    }
}

TEST_CASE("what is behind the palette does not scroll") {
    App app = with_palette();
    drawing::Window window(app, 1280, 800);
    CHECK(view::scroll_at(600, 400, 40));        // the commands do
    CHECK_FALSE(view::scroll_at(200, 700, 40));  // the list would
    window.act(KeyPressed{Key::escape, {}});
    window.settle();
    CHECK(view::scroll_at(200, 700, 40));
}

TEST_CASE("what fields behind the palette hold is drawn, as the page does not show it") {
    const auto vertices = [](bool is_open, const char* name) {
        App app = started();
        app.on(PageOpened{Page::list_options, {}}).on(FieldTyped{FieldId::view_name, name});
        if (is_open) app.on(KeyPressed{Key::commands, {}});
        drawing::Window window(app, 1280, 800);
        return window.vertices;
    };
    CHECK(vertices(false, "M") == vertices(false, "MMMMM"));
    CHECK(vertices(true, "M") < vertices(true, "MMMMM"));
}

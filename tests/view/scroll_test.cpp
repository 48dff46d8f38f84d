#include <algorithm>

#include "doctest/doctest.h"
#include "tests/view/drawing.h"
#include "view/item_list.h"

using namespace driver;
using drawing::Window;

namespace {

App many_items(int count) {
    App app = started();
    for (int i = 0; i < count; ++i) {
        postal::Item item;
        item.number = number_of(i);
        item.added_at = noon - i * minute_ms;
        if (i % 3 == 0)
            postal::take_answer(item, "upu-gtt",
                                told_scans({scan("EMI", noon / 1000, postal::Stage::delivered)}), noon);
        app.state.items.push_back(std::move(item));
    }
    renew_order(app.state);
    return app;
}

/// An item with a journey longer than a page.
std::string long_journey(const std::string& number) {
    std::string events;
    for (int i = 40; i > 0; --i) {
        if (i < 40) events += ",";
        events +=
            event("EMC", "Departure from outward office of exchange", noon - i * 10 * hour_ms, "SHENZHEN");
    }
    return answer_body(number, events);
}

App two_long_journeys() {
    App app = started({}, R"({"version":1,"consented":["upu-gtt"]})");
    for (int i : {1, 2}) app.add(number_of(i)).answer(number_of(i), 200, long_journey(number_of(i)), noon);
    return app;
}

/// A list laid out by itself, for the arithmetic of its rows.
struct List {
    app::Screen screen;
    view::Box box;
    explicit List(const App& app)
        : screen(app.screen()), box(view::lay_out(*find(screen, "list"), 0, 0, 380)) {}
};

}  // namespace

TEST_CASE("rows lie below each other with room for the headings, none upon another") {
    App app = many_items(100);
    app.on(ListScrolled{0, 200});
    test_font::Page page(800, 600);
    view::set_fonts(page.font(), page.font(), page.font(), page.font());
    page.frame([&] {
        const List list(app);
        const auto rows = view::lay_out_rows(list.box);
        CHECK(rows.size() == 102);  // two groups
        float bottom = 0;
        for (const view::Box& row : rows) {
            CHECK(row.rect.y >= bottom - 0.01f);
            bottom = row.bottom();
        }
        CHECK(bottom == doctest::Approx(view::list_height(*list.box.part)));
        CHECK(list.box.rect.height == doctest::Approx(bottom));
    });
}

TEST_CASE("the rows a clip shows are exactly those that reach into it") {
    App app = many_items(100);
    app.on(ListScrolled{0, 200});
    test_font::Page page(800, 600);
    view::set_fonts(page.font(), page.font(), page.font(), page.font());
    page.frame([&] {
        const List list(app);
        std::vector<view::Rect> rows;
        for (const view::Box& row : view::lay_out_rows(list.box))
            if (row.part->look == app::Look::item_row) rows.push_back(row.rect);
        REQUIRE(rows.size() == 100);
        for (float top : {-500.f, -1.f, 0.f, 33.f, 1000.f, 4000.f, 6600.f, 9000.f}) {
            CAPTURE(top);
            const view::RowWindow window = view::visible_rows(list.box, {0, top, 400, 500});
            const auto reaches = [&](const view::Rect& row) {
                return row.y + row.height > top && row.y < top + 500;
            };
            const auto first = std::ranges::find_if(rows, reaches);
            CHECK(window.count == static_cast<std::uint32_t>(std::ranges::count_if(rows, reaches)));
            if (window.count > 0) CHECK(window.first == static_cast<std::uint32_t>(first - rows.begin()));
        }
    });
}

TEST_CASE("a window that the screen holds is held, one row more is not") {
    App app = many_items(100);
    app.on(ListScrolled{40, 10});
    const app::Screen screen = app.screen();
    const app::Part& list = *find(screen, "list");
    const std::uint32_t first = list.list->first;
    const auto rows =
        static_cast<std::uint32_t>(std::ranges::count(list.parts, app::Look::item_row, &app::Part::look));
    CHECK(view::holds(list, {first, rows}));
    CHECK_FALSE(view::holds(list, {first, rows + 1}));
    CHECK_FALSE(view::holds(list, {first - 1, rows}));
    CHECK(view::holds(list, {first - 1, 0}));
}

TEST_CASE("scrolling past the rows the screen holds asks for others, once") {
    App app = many_items(1000);
    Window window(app, 1280, 800);
    CHECK(window.settle());
    REQUIRE(view::scroll_at(200, 600, 20'000));
    CHECK(window.settle());
    CHECK(app.state.window_first > 200);
    const view::Placement* list = window.place("list");
    REQUIRE(list);
    const Part& first = *std::ranges::find(list->part->parts, app::Look::item_row, &app::Part::look);
    const view::Placement* row = window.place(first.key);
    REQUIRE(row);
    CHECK(row->rect.y < row->clip.y);  // rows reach from above the clip ...
    const Part& last = list->part->parts.back();
    CHECK(window.place(last.key)->rect.y > row->clip.y + row->clip.height - 80);  // ... to below it
    window.scrolls = 0;
    window.draw();
    CHECK(window.scrolls == 0);
}

TEST_CASE("scrolling moves as far as the finger and stops at both ends") {
    App app = many_items(60);
    Window window(app, 1280, 800);
    const auto top = [&] { return window.place("list")->rect.y; };
    const float start = top();
    CHECK_FALSE(view::scroll_at(200, 600, -10));  // at the top already
    REQUIRE(view::scroll_at(200, 600, 37));
    window.settle();
    CHECK(top() == start - 37);
    REQUIRE(view::scroll_at(200, 600, 20));
    REQUIRE(view::scroll_at(200, 600, 20));  // twice before the next frame
    window.settle();
    CHECK(top() == start - 77);
    REQUIRE(view::scroll_at(200, 600, -1000));
    window.settle();
    CHECK(top() == start);
    REQUIRE(view::scroll_at(200, 600, 1e6f));
    window.settle();
    CHECK_FALSE(view::scroll_at(200, 600, 1));
    const float bottom = window.place("list")->rect.y + window.place("list")->rect.height;
    CHECK(bottom < 800);
    CHECK(bottom > 800 - 100);
}

TEST_CASE("what lies under the pointer scrolls, and nothing else") {
    App app = two_long_journeys();
    Window window(app, 1280, 600);
    const float list = window.place("list")->rect.y, title = window.place("item/title")->rect.y;
    CHECK_FALSE(view::scroll_at(200, 500, 50));  // two rows need no scrolling
    REQUIRE(view::scroll_at(900, 300, 50));
    window.settle();
    CHECK(window.place("list")->rect.y == list);
    CHECK(window.place("item/title")->rect.y == title - 50);
    CHECK_FALSE(view::scroll_at(200, 40, 50));  // the banner stands still
    CHECK_FALSE(view::scroll_at(-10, -10, 50));
}

TEST_CASE("another page begins at its top, the same one stays where it was") {
    for (float width : {390.f, 1280.f}) {
        CAPTURE(width);
        App app = two_long_journeys();
        Window window(app, width, 600);
        window.act(PageOpened{Page::item, number_of(1)});
        window.settle();
        const float top = window.place("item/title")->rect.y;
        REQUIRE(view::scroll_at(width - 100, 300, 300));
        window.settle();
        CHECK(window.place("item/title")->rect.y == top - 300);
        window.act(ClockTicked{noon + minute_ms});
        window.settle();
        CHECK(window.place("item/title")->rect.y == top - 300);
        window.act(PageOpened{Page::item, number_of(2)});
        window.settle();
        CHECK(window.place("item/title")->rect.y == top);
    }
}

TEST_CASE("what gets the focus comes into view") {
    App app = two_long_journeys();
    Window window(app, 1280, 500);
    REQUIRE(window.place("item-label"));
    CHECK_FALSE(window.is_inside(*window.place("item-label")));
    window.focus("item-label");
    CHECK(window.is_inside(*window.place("item-label")));
    window.focus("check-now");
    CHECK(window.is_inside(*window.place("check-now")));
    // The same focus does not hold the page where it is.
    REQUIRE(view::scroll_at(900, 300, 400));
    window.settle();
    CHECK_FALSE(window.is_inside(*window.place("check-now")));
}

TEST_CASE("a row that gets the focus comes into view, and the item beside it stays where it is") {
    App app = two_long_journeys();
    for (int i = 10; i < 60; ++i) app.add(number_of(i));
    app.on(PageOpened{Page::item, number_of(1)});
    app.on(ListScrolled{0, 40});
    Window window(app, 1280, 500);
    REQUIRE(view::scroll_at(900, 300, 120));
    window.settle();
    const float title = window.place("item/title")->rect.y;
    const app::Part& row = find(window.screen, "list")->parts.back().parts.front();
    const std::string key = row.key;
    CHECK_FALSE(window.is_inside(*window.place(key)));
    window.focus(key);
    REQUIRE(window.place(key));
    CHECK(window.is_inside(*window.place(key)));
    CHECK(window.place("item/title")->rect.y == title);
}

TEST_CASE("the number field gets the focus without moving the list") {
    App app = many_items(60);
    Window window(app, 1280, 800);
    REQUIRE(view::scroll_at(200, 600, 300));
    window.settle();
    const float list = window.place("list")->rect.y;
    window.focus("number");
    CHECK(window.place("list")->rect.y == list);
}

TEST_CASE("a page at rest asks for no further frame") {
    App app = many_items(1000);
    for (float width : {390.f, 1280.f}) {
        Window window(app, width, 800);
        window.settle();
        window.draw();
        CHECK_FALSE(window.drawn.animating);
        CHECK(window.drawn.actions.empty());
    }
}

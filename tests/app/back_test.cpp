// The browser's Back: within the page as long as there is something to put away.
#include "app/families.h"
#include "doctest/doctest.h"
#include "tests/app/driver.h"

using namespace driver;

namespace {

const std::string first_number = number_of(1);

App on_a_phone() {
    App app = started({}, R"({"version":1,"consented":["upu-gtt"]})");
    app.on(ViewportChanged{390, 844}).add(first_number).on(NoticeDismissed{1});
    return app;
}

/// How often Back stays within the page, when the last Action has changed it.
std::optional<std::uint32_t> told(const App& app) {
    const auto* kept = first<KeepWaysBack>(app.effects);
    return kept ? std::optional(kept->count) : std::nullopt;
}

}  // namespace

TEST_CASE("on a phone each page is one way back, a page about an item two") {
    App app = on_a_phone();
    CHECK(told(app.on(PageOpened{Page::item, first_number})) == 1);
    CHECK(told(app.on(PageOpened{Page::counter, {}})) == 2);
    CHECK(told(app.on(PageOpened{Page::item, {}})) == 1);
    CHECK(told(app.on(PageOpened{Page::watched_items, {}})) == 0);
    CHECK(told(app.on(PageOpened{Page::settings, {}})) == 1);
    CHECK_FALSE(told(app.on(PageOpened{Page::privacy, {}})));  // it leads to the list, too
}

TEST_CASE("beside the list an item is no page of its own") {
    App app = on_a_phone();
    app.on(ViewportChanged{1280, 800});
    CHECK_FALSE(told(app.on(PageOpened{Page::item, first_number})));
    CHECK(told(app.on(PageOpened{Page::counter, {}})) == 1);
    CHECK(told(app.on(KeyPressed{Key::commands, {}})) == 2);
}

TEST_CASE("Back puts away what Esc would, and the focus goes where Esc would take it") {
    App app = on_a_phone();
    app.on(PageOpened{Page::item, first_number}).on(PageOpened{Page::evidence, {}});
    app.on(WentBack{1});
    CHECK(app.state.page == Page::item);
    CHECK(focus(app) == "open-evidence");
    CHECK_FALSE(told(app));  // the browser knows
    app.on(WentBack{0});
    CHECK(app.state.page == Page::watched_items);
    CHECK(focus(app) == "row/" + first_number);
}

TEST_CASE("Back closes the palette, and ends choosing") {
    App app = on_a_phone();
    CHECK(told(app.on(ChoosingToggled{})) == 1);
    CHECK(told(app.on(KeyPressed{Key::commands, {}})) == 2);
    app.on(WentBack{1});
    CHECK_FALSE(app.shows("palette"));
    CHECK(app.state.choosing);
    app.on(WentBack{0});
    CHECK_FALSE(app.state.choosing);
}

TEST_CASE("several steps at once are several things put away; what was searched for stays") {
    App app = on_a_phone();
    app.on(FieldTyped{FieldId::search, "EE"});
    app.on(PageOpened{Page::item, first_number}).on(PageOpened{Page::enquiry, {}}).on(WentBack{0});
    CHECK(app.state.page == Page::watched_items);
    CHECK(app.state.query.search == "EE");
}

TEST_CASE("Forward leads nowhere: the browser is told so") {
    App app = on_a_phone();
    app.on(WentBack{1});
    CHECK(app.state.page == Page::watched_items);
    CHECK(told(app) == 0);
}

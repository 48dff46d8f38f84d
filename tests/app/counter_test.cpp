// The card for a counter.
#include "doctest/doctest.h"
#include "tests/app/driver.h"
#include "tests/app/screen_check.h"

using namespace driver;

namespace {

App on_card(float width) {
    App app = started({}, R"({"version":1,"consented":["upu-gtt"]})");
    app.on(ViewportChanged{width, 844}).add(number_of(1));
    app.on(PageOpened{Page::item, number_of(1)});
    REQUIRE(app.press("open-counter"));
    return app;
}

}  // namespace

TEST_CASE("the counter card shows the number, its bars and its square, and leads back to the item") {
    for (const float width : {1280.f, 390.f}) {
        CAPTURE(width);
        App app = on_card(width);
        CHECK(focus(app) == "back");
        CHECK(app.shows("counter/bars"));
        CHECK(app.shows("counter/qr"));
        CHECK(contains(app.words("counter"), postal::grouped(number_of(1))));
        CHECK(screen_check::complaint(app.state, app.screen()) == "");
        REQUIRE(app.press("back"));
        CHECK(app.state.page == Page::item);
        CHECK(focus(app) == "open-counter");
        app.press("open-counter");
        app.on(KeyPressed{Key::escape, {}});
        CHECK(app.state.page == Page::item);
    }
}

TEST_CASE("no counter card for an item that is not there, or has gone") {
    App app = on_card(390);
    app.on(ItemChangedElsewhere{number_of(1), {}});
    CHECK(app.state.page == Page::watched_items);
    app.on(PageOpened{Page::counter, number_of(1)});
    CHECK(app.state.page == Page::watched_items);
}

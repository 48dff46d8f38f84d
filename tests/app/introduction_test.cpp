// The first steps: one at a time, once.
#include <doctest/doctest.h>

#include "tests/app/driver.h"
#include "tests/app/screen_check.h"

using namespace driver;

namespace {

bool is_shown(const App& app) { return app.shows("introduction"); }

const std::string own = number_of(7);

}  // namespace

TEST_CASE("a device that was never introduced is shown the steps one after the other, and then no more") {
    App app = started();
    REQUIRE(is_shown(app));
    for (const char* step : {"Step 1 of 3", "Step 2 of 3", "Step 3 of 3"}) {
        CAPTURE(step);
        CHECK(contains(app.words("introduction"), step));
        CHECK(screen_check::complaint(app.state, app.screen()) == "");
        REQUIRE(app.press("introduction/next"));
    }
    CHECK_FALSE(is_shown(app));
    CHECK(first<MoveFocus>(app.effects)->key == "number");
    REQUIRE(first<SaveSettings>(app.effects));
    CHECK_FALSE(is_shown(started({}, first<SaveSettings>(app.effects)->record)));
}

TEST_CASE("the steps go back, and are skipped") {
    App app = started();
    CHECK_FALSE(app.shows("introduction/back"));
    REQUIRE(app.press("introduction/next"));
    CHECK(contains(app.words("introduction"), "Before that nothing leaves this device"));
    REQUIRE(app.press("introduction/back"));
    CHECK(contains(app.words("introduction"), "Step 1 of 3"));
    REQUIRE(app.press("introduction/skip"));
    CHECK_FALSE(is_shown(app));
    CHECK(app.state.settings.introduced);
}

TEST_CASE("the steps are not shown before it is known whether they were") {
    App app;
    app.on(english()).on(ViewportChanged{1280, 800});
    CHECK_FALSE(is_shown(app));
}

TEST_CASE("adding a number ends them; trying samples does not, and samples are removed from the card") {
    App app = started();
    REQUIRE(app.press("samples"));
    CHECK(is_shown(app));
    CHECK(app.shows("introduction/title"));
    CHECK_FALSE(app.shows("samples"));
    REQUIRE(app.press("introduction/next"));
    CHECK(app.shows("remove-samples"));  // with the list, now that the card says something else
    REQUIRE(app.press("introduction/back"));
    REQUIRE(app.press("remove-samples"));
    CHECK(app.shows("samples"));
    app.add(own);
    CHECK_FALSE(is_shown(app));
    CHECK(app.state.settings.introduced);
}

TEST_CASE("who follows something already is not introduced, but may ask for it") {
    App app = started({formats::write_item([] {
        postal::Item item;
        item.number = own;
        item.added_at = noon;
        return item;
    }())});
    CHECK_FALSE(is_shown(app));
    for (const float width : {1280.f, 390.f}) {
        app.on(ViewportChanged{width, 800}).on(PageOpened{Page::settings, {}});
        REQUIRE(app.press("introduction-again"));
        CHECK(contains(app.words("introduction"), "Step 1 of 3"));
        CHECK(first<MoveFocus>(app.effects)->key == "introduction/next");
        REQUIRE(app.press("introduction/skip"));
        CHECK_FALSE(is_shown(app));
    }
}

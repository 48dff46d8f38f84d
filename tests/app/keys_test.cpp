// The keyboard of the page as a whole, and how everything looks.
#include "doctest/doctest.h"
#include "tests/app/driver.h"
#include "tests/app/screen_check.h"

using namespace driver;

namespace {

const std::string consented = R"({"version":1,"consented":["upu-gtt","sample"]})";

App with_items(int count) {
    App app = started({}, consented);
    for (int serial = 1; serial <= count; ++serial) app.add(number_of(serial));
    return app;
}

}  // namespace

TEST_CASE("single keys go to search, to a new number, and check now") {
    App app = with_items(2);
    CHECK(focus(app.on(KeyPressed{Key::search, {}})) == "search");
    CHECK(focus(app.on(KeyPressed{Key::new_number, {}})) == "number");
    app.answer(number_of(2), 404, "", noon).on(ClockTicked{noon + hour_ms});
    app.on(KeyPressed{Key::check_now, {}});
    CHECK(app.ticket(number_of(2)) != 0);
}

TEST_CASE("on a phone search and new number come from behind another page") {
    App app = with_items(2);
    app.on(ViewportChanged{390, 844}).on(PageOpened{Page::settings, {}});
    CHECK(focus(app.on(KeyPressed{Key::search, {}})) == "search");
    CHECK(app.shows("search"));
}

TEST_CASE("single keys can be switched off, commands stay") {
    App app = with_items(2);
    app.on(PageOpened{Page::settings, {}});
    REQUIRE(app.press("single-keys"));
    CHECK(focus(app.on(KeyPressed{Key::search, {}})).empty());
    CHECK(focus(app.on(KeyPressed{Key::commands, {}})) == "command");
    CHECK(contains(app.words("palette/keys"), "switched off"));
    CHECK_FALSE(contains(app.words("commands"), "\n/\n"));  // no key beside what it does not do
    app.on(FieldTyped{FieldId::command, "search"});
    REQUIRE(app.press("commands/0"));
    CHECK(focus(app) == "search");
}

TEST_CASE("arrows go from row to row, also to one that is not on the screen yet") {
    App app = with_items(60);
    app.on(ListScrolled{0, 10});
    const auto row = [&](std::size_t index) {
        return "row/" + app.state.items[app.state.order.entries[index].item].number;
    };
    CHECK(focus(app.on(KeyPressed{Key::down, "search"})) == row(0));
    CHECK(focus(app.on(KeyPressed{Key::down, row(9)})) == row(10));
    CHECK(app.shows(row(10)));
    CHECK(focus(app.on(KeyPressed{Key::last, row(10)})) == row(59));
    CHECK(app.shows(row(59)));
    CHECK(focus(app.on(KeyPressed{Key::down, row(59)})).empty());
    CHECK(focus(app.on(KeyPressed{Key::first, row(59)})) == row(0));
    CHECK(focus(app.on(KeyPressed{Key::up, row(0)})) == "search");
}

TEST_CASE("Esc puts away what was opened last") {
    App app = with_items(3);
    app.on(FieldTyped{FieldId::search, "tea"}).on(KeyPressed{Key::escape, "search"});
    CHECK(app.state.query.search.empty());
    app.on(ChoosingToggled{}).on(KeyPressed{Key::commands, {}}).on(KeyPressed{Key::escape, "command"});
    CHECK_FALSE(app.shows("palette"));
    CHECK(app.state.page == Page::item);
    CHECK(app.state.choosing);
    app.on(KeyPressed{Key::escape, {}});
    CHECK_FALSE(app.state.choosing);
    app.on(PageOpened{Page::settings, {}}).on(KeyPressed{Key::escape, {}});
    CHECK(app.shows("item/title"));
    app.on(ViewportChanged{390, 844}).on(KeyPressed{Key::escape, {}});
    CHECK(app.shows("list"));
}

TEST_CASE("colours and text size are shown at once, kept, and shown at the next start") {
    App app = started();
    app.on(FieldTyped{FieldId::theme, "2"}).on(FieldTyped{FieldId::text_size, "150"});
    const std::string record = first<SaveSettings>(app.effects)->record;
    CHECK(first<ShowAppearance>(app.effects)->text_size == 150);
    App again = started({}, record);
    const auto* shown = first<ShowAppearance>(again.effects);
    REQUIRE(shown);
    CHECK(shown->theme == formats::ThemeChoice::dark);
    CHECK(shown->text_size == 150);
    CHECK(app.on(FieldTyped{FieldId::theme, "9"}).effects.empty());
    CHECK(app.on(FieldTyped{FieldId::text_size, "300"}).effects.empty());
}

TEST_CASE("compact rows have two lines, comfortable ones three") {
    App app = with_items(1);
    CHECK(app.shows("row/" + number_of(1) + "/check"));
    app.on(RowsToggled{});
    CHECK_FALSE(app.shows("row/" + number_of(1) + "/check"));
    CHECK(screen_check::complaint(app.state, app.screen()) == "");
}

TEST_CASE("the privacy page names every source, and a yes can be withdrawn") {
    App app = with_items(1);
    REQUIRE(app.ticket(number_of(1)) != 0);
    app.on(PageOpened{Page::privacy, {}});
    CHECK(contains(app.words("privacy-page"), "globaltracktrace.ptc.post"));
    CHECK(screen_check::complaint(app.state, app.screen()) == "");
    REQUIRE(app.press("privacy/source/upu-gtt/withdraw"));
    CHECK(first<CancelFetch>(app.effects));
    CHECK(app.ticket(number_of(1)) == 0);
    CHECK_FALSE(app.shows("privacy/source/upu-gtt/withdraw"));
    app.on(BecameVisible{noon + day_ms});
    CHECK(app.ticket(number_of(1)) == 0);
}

TEST_CASE("everything is checked at once, but nothing twice within a minute") {
    App app = with_items(2);
    for (int serial : {1, 2}) app.answer(number_of(serial), 404, "", noon);
    app.on(CheckNow{});
    CHECK(app.state.tickets.empty());
    app.on(ClockTicked{noon + 2 * minute_ms}).on(CheckNow{});
    CHECK(app.state.tickets.size() == 2);
}

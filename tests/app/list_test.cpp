#include <algorithm>

#include "doctest/doctest.h"
#include "tests/app/driver.h"
#include "tests/app/screen_check.h"

using namespace driver;

namespace {

const std::string consented = R"({"version":1,"consented":["upu-gtt","sample"]})";

std::string told(const std::string& number, std::string_view code, std::string_view words, int days_ago) {
    return answer_body(number, event(code, words, noon - days_ago * day_ms, "PARIS"));
}

/// One item in each group: held, moving, waiting, delivered; added in another order.
App one_of_each() {
    App app = started({}, consented);
    const auto add = [&](int serial, std::string_view code, std::string_view words, int days_ago) {
        app.add(number_of(serial))
            .answer(number_of(serial), 200, told(number_of(serial), code, words, days_ago), noon);
    };
    add(4, "EMI", "Final delivery", 1);
    app.add(number_of(3)).answer(number_of(3), 404, "", noon);
    add(2, "EMD", "Arrival at inward office of exchange", 2);
    add(1, "EME", "Held by Customs", 4);
    return app;
}

std::vector<std::string> keys_of_list(const App& app) {
    std::vector<std::string> keys;
    const Screen screen = app.screen();
    for (const Part& child : find(screen, "list")->parts) keys.push_back(child.key);
    return keys;
}

void many(State& state, int count) {
    for (int i = 0; i < count; ++i) {
        postal::Item item;
        item.number = number_of(i);
        item.added_at = noon - i * minute_ms;
        if (i % 2)
            postal::take_answer(item, "upu-gtt",
                                told_scans({scan("EMI", noon / 1000, postal::Stage::delivered)}), noon);
        state.items.push_back(std::move(item));
    }
    renew_order(state);
}

}  // namespace

TEST_CASE("what needs something done comes first, what is done comes last") {
    const App app = one_of_each();
    CHECK(keys_of_list(app) ==
          std::vector<std::string>{"group/0", "entry/" + number_of(1), "group/3", "entry/" + number_of(2),
                                   "group/4", "entry/" + number_of(3), "group/5", "entry/" + number_of(4)});
    for (const auto& [key, heading] : {std::pair{"group/0", "Act now"},
                                       {"group/3", "On the way"},
                                       {"group/4", "Waiting for first scan"},
                                       {"group/5", "Done"}})
        CHECK(contains(app.words(key), heading));
}

TEST_CASE("inside a group the newest news come first") {
    App app = started({}, consented);
    for (const auto& [serial, days] : {std::pair{1, 5}, {2, 1}, {3, 9}})
        app.add(number_of(serial))
            .answer(number_of(serial), 200, told(number_of(serial), "EMD", "Arrival", days), noon);
    CHECK(keys_of_list(app) == std::vector<std::string>{"group/3", "entry/" + number_of(2),
                                                        "entry/" + number_of(1), "entry/" + number_of(3)});
}

TEST_CASE("a row says title, stage, way and age, and where in the whole list it stands") {
    App app = one_of_each();
    const std::string row = app.words("row/" + number_of(2));
    for (const char* shown :
         {"EE 000 000 02", "In destination country", "CN → FR", "PARIS", "2 days", "13:00"}) {
        CAPTURE(shown);
        CHECK(contains(row, shown));
    }
    const Screen screen = app.screen();
    CHECK(find(screen, "entry/" + number_of(2))->set_position == 2);
    CHECK(find(screen, "entry/" + number_of(2))->set_size == 4);
    REQUIRE(app.press("row/" + number_of(2)));
    CHECK(app.state.selected == number_of(2));
}

TEST_CASE("of ten thousand items the screen holds the rows that can be seen and a few more") {
    App app = started();
    many(app.state, 10'000);
    for (std::uint32_t first : {0u, 1u, 4'990u, 9'985u, 9'999u, 4'000'000'000u}) {
        CAPTURE(first);
        app.on(ListScrolled{first, 12});
        const Screen screen = app.screen();
        const Part& list = *find(screen, "list");
        screen_check::Inspector inspector(app.state, screen);
        CHECK(inspector.complaint() == "");
        CHECK(inspector.parts_in_list() <= 240);
        CHECK(list.list->row_count == 10'000);
        const auto rows =
            static_cast<std::uint32_t>(std::ranges::count(list.parts, Look::item_row, &Part::look));
        CHECK(rows >= 12);
        const std::uint32_t wanted = std::min(first, 10'000u - 12);
        CHECK(list.list->first <= wanted);
        CHECK(list.list->first + rows >= wanted + 12);
        const Part& row = *std::ranges::find(list.parts, Look::item_row, &Part::look);
        CHECK(row.set_position == list.list->first + 1);
        CHECK(row.set_size == 10'000);
    }
}

TEST_CASE("a window larger than any page is cut") {
    App app = started();
    many(app.state, 1000);
    app.on(ListScrolled{0, 4'000'000'000u});
    CHECK(app.state.window_count == 200);
    app.on(ListScrolled{0, 0});
    CHECK(app.state.window_count == 1);
}

TEST_CASE("the plain view holds the whole list") {
    App app = started();
    many(app.state, 1000);
    app.on(PlainViewToggled{});
    CHECK(first<ShowPlainView>(app.effects)->on);
    const Screen screen = app.screen();
    CHECK(std::ranges::count(find(screen, "list")->parts, Look::item_row, &Part::look) == 1000);
}

TEST_CASE("without WebGL the plain view is the page and there is no way back to nothing") {
    App app = started();
    app.on(DrawingLost{});
    CHECK(first<ShowPlainView>(app.effects)->on);
    app.on(PageOpened{Page::settings, {}});
    CHECK_FALSE(app.shows("plain-view"));
    app.on(PlainViewToggled{});
    CHECK(app.effects.empty());
    CHECK(app.state.plain_view);
}

TEST_CASE("an empty list offers samples only where there is a sample source") {
    App app = started();
    CHECK(contains(app.words("empty"), "Nothing followed yet"));
    REQUIRE(app.press("samples"));
    CHECK(app.state.items.size() >= 4);
    App without;
    without.on(english()).on(StorageRead{{}, "", noon});
    CHECK_FALSE(without.shows("samples"));
}

TEST_CASE("samples are marked as samples in the list, on their page and beside their number") {
    App app = started();
    app.on(SamplesAdded{});
    for (const postal::Item& item : app.state.items) {
        CAPTURE(item.number);
        app.on(ListScrolled{0, 30}).on(PageOpened{Page::item, item.number});
        CHECK(contains(app.words("row/" + item.number), "Sample"));
        CHECK(contains(app.words("item/sample"), "Sample"));
        CHECK(contains(app.words("item/about"), "A sample: no post has issued this number."));
    }
    app.add(number_of(1));
    CHECK_FALSE(app.shows("item/sample"));
    CHECK_FALSE(app.shows("item/about/sample"));
}

TEST_CASE("wide shows list and item beside each other, narrow one after the other") {
    App app = one_of_each();
    CHECK(app.screen().layout == Layout::wide);
    CHECK(app.shows("list"));
    CHECK(app.shows("item"));
    app.on(ViewportChanged{390, 844});
    CHECK(app.screen().layout == Layout::narrow);
    CHECK(app.shows("list"));
    CHECK_FALSE(app.shows("item"));
    REQUIRE(app.press("row/" + number_of(2)));
    CHECK(first<MoveFocus>(app.effects)->key == "back");
    CHECK_FALSE(app.shows("list"));
    CHECK(contains(app.words("item/title"), "EE 000 000 02"));
    REQUIRE(app.press("back"));
    CHECK(app.shows("list"));
    CHECK(first<MoveFocus>(app.effects)->key == "row/" + number_of(2));
    app.on(ViewportChanged{1280, 800});
    CHECK(contains(app.words("item/title"), "EE 000 000 02"));
}

TEST_CASE("coming back to the list finds the row again, also when it is far from what was seen last") {
    App app = started();
    many(app.state, 1000);
    app.on(ViewportChanged{390, 844});
    for (int serial : {0, 500, 999}) {
        app.on(ListScrolled{300, 12}).on(PageOpened{Page::item, number_of(serial)});
        REQUIRE(app.press("back"));
        REQUIRE(first<MoveFocus>(app.effects));
        CHECK(first<MoveFocus>(app.effects)->key == "row/" + number_of(serial));
        CHECK(app.shows(first<MoveFocus>(app.effects)->key));
    }
}

TEST_CASE("settings come and go with the same button") {
    for (float width : {390.f, 1280.f}) {
        App app = one_of_each();
        app.on(ViewportChanged{width, 800});
        REQUIRE(app.press("settings"));
        CHECK(app.shows("settings-page"));
        REQUIRE(app.press(width < 900 ? "back" : "settings"));
        CHECK_FALSE(app.shows("settings-page"));
    }
}

TEST_CASE("the keys stay unique with settings beside an empty list") {
    App app = started();
    app.on(PageOpened{Page::settings, {}});
    CHECK(screen_check::complaint(app.state, app.screen()) == "");
}

TEST_CASE("the connection test says what is wrong") {
    for (const auto& [result, said] :
         {std::pair{Connection::works, "The proxy answers and allows this page."},
          {Connection::offline, "You are offline."},
          {Connection::not_reachable, "Nothing answers at this site (postwatch.example)."},
          {Connection::not_allowed, "has to add https://postwatch.example to the allowed origins."},
          {Connection::not_a_proxy, "it is not a Postwatch proxy."}}) {
        App app = started();
        app.on(PageOpened{Page::settings, {}});
        REQUIRE(app.press("test-connection"));
        CHECK(first<TestConnection>(app.effects)->proxy.empty());
        CHECK_FALSE(app.press("test-connection"));
        app.on(ConnectionTested{result, noon});
        CHECK(contains(app.words("connection"), said));
    }
}

TEST_CASE("the newest three notices stay, and only those that say something count") {
    App app = started();
    app.add(number_of(1)).on(ItemsChanged{ItemChange::remove, number_of(1)});
    for (int i = 0; i < 3; ++i) app.on(ConnectionTested{Connection::works, noon});
    CHECK(app.shows("undo"));
    for (Handed how : {Handed::copied, Handed::shared, Handed::saved, Handed::failed})
        app.on(HandedOver{how});
    CHECK(app.state.notices.size() == 3);
    CHECK_FALSE(contains(app.words("status"), "Copied."));
    REQUIRE(app.press("notice/" + std::to_string(app.state.notices[0].id) + "/close"));
    CHECK(app.state.notices.size() == 2);
}

TEST_CASE("a new version waits until the user agrees") {
    App app = started();
    CHECK_FALSE(app.shows("update"));
    app.on(UpdateWaiting{});
    CHECK(app.effects.empty());
    REQUIRE(app.press("update/yes"));
    CHECK(first<ActivateUpdate>(app.effects));
}

TEST_CASE("installing is offered only when the browser can") {
    App app = started();
    app.on(PageOpened{Page::settings, {}});
    CHECK_FALSE(app.shows("install"));
    app.on(InstallAsked{});
    CHECK(app.effects.empty());
    app.on(InstallOffered{});
    REQUIRE(app.press("install"));
    CHECK(first<ShowInstallPrompt>(app.effects));
    app.on(Installed{});
    CHECK_FALSE(app.shows("install"));
}

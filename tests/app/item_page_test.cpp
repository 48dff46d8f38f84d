// The page of one item: legs, route, timeline, customs, how sure it is, and the shortest way to act.
#include <algorithm>

#include "app/words.h"
#include "doctest/doctest.h"
#include "postal/designated_operator.h"
#include "tests/app/driver.h"
#include "tests/app/screen_check.h"

using namespace driver;
using postal::Stage;

namespace {

constexpr std::int64_t day = 24 * 60 * 60, hour = 60 * 60;
constexpr std::int64_t wall = noon / 1000;

postal::Event at_place(postal::Event event, std::string place) {
    event.place = std::move(place);
    return event;
}

App shown(std::vector<postal::Event> scans, std::string going_to = "FR",
          const std::string& number = number_of(1)) {
    postal::Item item;
    item.number = number;
    item.going_to = std::move(going_to);
    item.added_at = noon - 30 * day_ms;
    postal::take_answer(item, "upu-gtt", told_scans(std::move(scans)), noon);
    App app = started({formats::write_item(item)});
    app.on(PageOpened{Page::item, number});
    return app;
}

const Part& need(const Screen& screen, std::string_view key) {
    const Part* found = find(screen, key);
    CAPTURE(key);
    REQUIRE(found);
    return *found;
}

/// What the boxes say, one a line.
std::string sentences(const App& app) {
    const Screen screen = app.screen();
    std::string all;
    for (const Part& step : need(screen, "item/strip").parts)
        all += step.parts[0].text + ": " + step.parts[1].text + "\n";
    return all;
}

std::string route(const App& app) {
    const Screen screen = app.screen();
    const Part* picture = find(screen, "item/route");
    return picture ? picture->name : std::string();
}

std::vector<postal::Event> with_customs() {
    return {scan("EMA", wall - 12 * day, Stage::accepted),
            scan("EMC", wall - 10 * day, Stage::departed_origin),
            scan("EMD", wall - 4 * day, Stage::arrived_destination),
            scan("EME", wall - 4 * day + 30 * hour, Stage::customs_hold)};
}

}  // namespace

TEST_CASE("each leg says who had the item and how long, who has it, and what is to come") {
    const App app = shown(with_customs());
    const std::string told = sentences(app);
    CHECK(contains(told, "China Post / EMS: 0 to 3 days\n"));
    CHECK(contains(told, "Carriage: 4 to 7 days\n"));
    CHECK(contains(told, "Border, Land of FR: 0 to 2 days\n"));
    CHECK(contains(told, "Customs, Land of FR: 2 to 3 days so far\n"));
    CHECK(contains(told, "La Poste: to come\n"));
    CHECK(std::ranges::count(told, '\n') == 5);
}

TEST_CASE("the leg that is now is marked, alone") {
    const App app = shown(with_customs());
    const Screen screen = app.screen();
    const Part& strip = need(screen, "item/strip");
    CHECK(std::ranges::count(strip.parts, true, &Part::selected) == 1);
    CHECK(strip.parts[3].selected);
}

TEST_CASE("two scans of one place share a clock, so a leg has one length") {
    const App app = shown({at_place(scan("EMA", wall - 9 * day, Stage::accepted), "PARIS"),
                           at_place(scan("EXB", wall - 7 * day, Stage::export_customs), "PARIS")});
    CHECK(contains(sentences(app), "China Post / EMS: 2 days\n"));
}

TEST_CASE("a delivered item shows when, and nothing is to come") {
    auto scans = with_customs();
    scans.push_back(scan("EMI", wall - day, Stage::delivered));
    const std::string told = sentences(shown(scans));
    CHECK(contains(told, "Delivered: Thursday 12 March\n"));
    CHECK_FALSE(contains(told, "to come"));
    CHECK_FALSE(contains(told, "so far"));
}

TEST_CASE("on its way back the sender is to come, and nobody else") {
    const App app = shown({scan("EMA", wall - 12 * day, Stage::accepted),
                           scan("EMC", wall - 10 * day, Stage::departed_origin),
                           scan("EMH", wall - 2 * day, Stage::returning)});
    const std::string told = sentences(app);
    CHECK(contains(told, "going back"));
    CHECK(contains(told, "Sender: to come\n"));
    CHECK_FALSE(contains(told, "La Poste: to come"));
}

TEST_CASE("more legs than are read at a glance are counted") {
    std::vector<postal::Event> scans;
    for (int i = 0; i < 12; ++i)
        scans.push_back(scan("E" + std::to_string(i), wall - (20 - i) * day,
                             i % 2 == 0 ? Stage::accepted : Stage::export_customs));
    const std::string told = sentences(shown(scans));
    CHECK(contains(told, "6 legs before: \n"));
    CHECK(std::ranges::count(told, '\n') == 9);  // the count, six legs, two to come
}

TEST_CASE("the silence of the present leg stands against its threshold where one is known") {
    App app = shown(with_customs());
    CHECK(app.words("item/clock") ==
          "Customs, Land of FR: 3 days since the last scan. Here it is long from day 4 on.\n");
    app = shown({scan("EMH", wall - day, Stage::ready_for_pickup)});
    CHECK(contains(app.words("item/clock"), "How long is usual here is unknown."));
}

TEST_CASE("the picture of the way names every country and leg, and how far it is") {
    CHECK(route(shown({scan("EMA", wall - 2 * day, Stage::accepted)})) ==
          "Map of the way: Land of CN: now, Land of CN → Land of FR: to come, Land of FR: to come.");
    CHECK(route(shown({scan("EMC", wall - 2 * day, Stage::departed_origin)})) ==
          "Map of the way: Land of CN: done, Land of CN → Land of FR: now, Land of FR: to come.");
    CHECK(route(shown(with_customs())) ==
          "Map of the way: Land of CN: done, Land of CN → Land of FR: done, Land of FR: now.");
}

TEST_CASE("an office of a third country is a stop on the way") {
    const App app =
        shown({scan("EMC", wall - 4 * day, Stage::departed_origin),
               at_place(scan("EMJ", wall - 2 * day, Stage::transit_exchange_arrival), "RIGA (LVRIXF)")});
    CHECK(contains(route(app),
                   "Land of CN → Land of LV: done, Land of LV: now, Land of LV → Land of FR: to come"));
    const Screen screen = app.screen();
    REQUIRE(need(screen, "item/route").parts.size() == 3);
    CHECK(need(screen, "item/route").parts[1].stop.longitude == doctest::Approx(24).epsilon(0.05));
}

TEST_CASE("a return leads back to where it began") {
    const App app = shown({scan("EMD", wall - 4 * day, Stage::arrived_destination),
                           scan("EMH", wall - 2 * day, Stage::returning)});
    CHECK(contains(route(app), "Land of FR: done, Land of FR → Land of CN: now, Land of CN: to come."));
}

TEST_CASE("without a destination, or inside one country, there is no picture") {
    CHECK(route(shown({scan("EMA", wall, Stage::accepted)}, "")) == "");
    CHECK(route(shown({scan("EMA", wall, Stage::accepted)}, "CN")) == "");
}

TEST_CASE("a clock whose offset is stated or unknown is marked, and the mark is said") {
    auto trusted = scan("EMA", wall - 3 * day, Stage::accepted),
         stated = scan("EMC", wall - 2 * day, Stage::departed_origin),
         unknown = scan("EMD", wall - day, Stage::arrived_destination);
    trusted.at.trust = postal::OffsetTrust::trusted;
    trusted.at.offset_minutes = 480;
    stated.at.trust = postal::OffsetTrust::stated;
    stated.at.offset_minutes = -210;
    const App app = shown({trusted, stated, unknown});
    const Screen screen = app.screen();
    CHECK(need(screen, "event/1/time").text == "12:00");
    CHECK(need(screen, "event/1/time").name == "");
    CHECK(contains(need(screen, "event/1/detail").text, "UTC+8"));
    CHECK(need(screen, "event/2/time").text == "12:00 ~");
    CHECK(need(screen, "event/2/time").name == "12:00, UTC−3:30 assumed");
    CHECK(need(screen, "event/3/time").text == "12:00 ?");
    CHECK(need(screen, "event/3/time").name == "12:00, local time, offset unknown");
}

TEST_CASE("a contradiction is counted at the head and flagged at both scans") {
    const App app =
        shown({scan("EMI", wall - 9000, Stage::delivered), scan("EDG", wall, Stage::out_for_delivery)});
    CHECK(app.words("journey/contradicted") == "1 contradiction in these scans, marked below.\n");
    CHECK(app.words("event/1/flag") == "A later scan contradicts this.\n");
    CHECK(contains(app.words("event/2/flag"), "“Delivered” was followed by “Out for delivery”"));
    CHECK_FALSE(shown(with_customs()).shows("journey/contradicted"));
}

TEST_CASE("the customs card says which side, since when, how long is usual, which papers and whom to ask") {
    App app = shown(with_customs());
    CHECK(app.words("customs/stay") == "With import customs of Land of FR since Tuesday 10 March.\n");
    CHECK(contains(app.words("customs/usual"), "up to 3 days"));
    CHECK(contains(app.words("customs/customs_papers"), "invoice"));
    CHECK(contains(app.words("customs/customs_office"), "The post of Land of FR first"));
    // What stands there is not said twice.
    CHECK_FALSE(app.shows("advice/papers"));
    CHECK_FALSE(contains(app.words("advice"), "The post of Land of FR first"));
    auto scans = with_customs();
    scans.push_back(scan("EDC", wall - day, Stage::customs_released));
    app = shown(scans);
    CHECK(app.words("customs/stay") ==
          "With import customs of Land of FR from Tuesday 10 March to Thursday 12 March.\n");
}

TEST_CASE("export customs has its own papers, and no figure nobody published") {
    const App app = shown(
        {scan("EMA", wall - 3 * day, Stage::accepted), scan("EXB", wall - 2 * day, Stage::export_customs)});
    CHECK(contains(app.words("customs/stay"), "With export customs of Land of CN since Wednesday 11 March."));
    CHECK(contains(app.words("customs/usual"), "unknown"));
    CHECK(contains(app.words("customs/export_papers"), "safety sheet"));
    CHECK_FALSE(shown({scan("EMA", wall, Stage::accepted)}).shows("customs"));
}

TEST_CASE("it says by whose word it stands, observed when, and what is missing") {
    const App app = shown({scan("EMA", wall - 2 * day, Stage::accepted)}, "");
    CHECK(app.words("item/sure") == "Known from UPU Global Track & Trace, observed 13:00.\n");
    CHECK(app.words("item/missing") ==
          "Not known: where it goes, the day of posting, the time zone of some clocks, a day of delivery.\n");
    App later = shown({scan("EMA", wall - 2 * day, Stage::accepted)}, "FR");
    later.on(BecameVisible{noon + day_ms});
    CHECK(app.words("item/sure") != later.words("item/sure"));
    CHECK(contains(later.words("item/sure"), "observed Friday 13 March, 13:00."));
    CHECK_FALSE(contains(later.words("item/missing"), "where it goes"));
}

TEST_CASE("one press leads to the official site, to the hotline, and copies the number") {
    App app = shown(with_customs());
    const Screen screen = app.screen();
    const Part& site = need(screen, "advice/site");
    CHECK(site.href.starts_with("https://"));
    CHECK(contains(site.href, number_of(1)));
    CHECK(contains(site.text, std::string(postal::host_of(site.href))));
    CHECK(contains(site.href, ".fr/"));
    REQUIRE(app.press("advice/copy"));
    REQUIRE(first<CopyText>(app.effects));
    CHECK(first<CopyText>(app.effects)->text == number_of(1));
    // Before the border it is the post of origin.
    app = shown({scan("EMA", wall, Stage::accepted)});
    const Screen before = app.screen();
    CHECK(contains(need(before, "advice/site").text, "ems.com.cn"));
    CHECK(need(before, "advice/call").href == "tel:11183");
}

TEST_CASE("an expected day that has passed says so, with its basis") {
    std::vector<std::string> records;
    for (int i = 0; i < 6; ++i) {
        postal::Item item;
        item.number = number_of(i);
        item.going_to = "FR";
        item.added_at = noon - day_ms;
        std::vector<postal::Event> scans{scan("EMA", wall - 40 * day, Stage::accepted)};
        if (i > 0) scans.push_back(scan("EMI", wall - 30 * day, Stage::delivered));
        postal::take_answer(item, "upu-gtt", told_scans(std::move(scans)), noon);
        records.push_back(formats::write_item(item));
    }
    App app = started(records);
    app.on(PageOpened{Page::item, number_of(0)});
    CHECK(contains(app.words("item/expected"),
                   "judging by 5 items of yours on this way. That day has passed."));
}

TEST_CASE("a keystroke judges nothing anew; another item, a change and midnight do") {
    App app = shown(with_customs());
    const auto is_fresh = [&] { return app.state.judgement.advice.size() > 0; };
    app.state.judgement.advice.clear();  // what only a new judgement brings back
    app.type("E").type("EE").on(ListScrolled{0, 5}).on(PassportToggled{PassportPlace::item});
    CHECK_FALSE(is_fresh());
    app.on(FieldTyped{FieldId::label, "Tea", 3});
    CHECK_FALSE(is_fresh());
    app.on(BecameVisible{noon + 1});
    CHECK(is_fresh());
    app.state.judgement.advice.clear();
    app.on(ClockTicked{noon + day_ms});
    CHECK(is_fresh());
    app.add(number_of(7));
    CHECK(app.state.judgement.number == number_of(7));
    app.on(PageOpened{Page::item, number_of(1)});
    CHECK(app.state.judgement.number == number_of(1));
    CHECK(app.state.judgement.item == app.item(number_of(1)));
}

TEST_CASE("a copy of the state shows its own item, not the other's") {
    App app = shown(with_customs());
    const State copy = app.state;
    app = started();
    CHECK(screen_check::complaint(copy, present(copy)) == "");
}

#include <algorithm>

#include "app/refresh.h"
#include "doctest/doctest.h"
#include "tests/app/driver.h"

using namespace driver;

namespace {

const std::string consented = R"({"version":1,"consented":["upu-gtt"]})";

/// Records of `count` items that were answered `age` ago.
std::vector<std::string> answered_items(int count, Instant age) {
    std::vector<std::string> records;
    for (int i = 0; i < count; ++i) {
        postal::Item item;
        item.number = number_of(i);
        item.added_at = noon - 3 * day_ms;
        postal::source_of(item, "upu-gtt").asked_at = noon - age - i;
        postal::take_answer(item, "upu-gtt", {}, noon - age - i);
        records.push_back(formats::write_item(item));
    }
    return records;
}

}  // namespace

TEST_CASE("at most two questions are on their way, and the next goes out when one is answered") {
    App app = started(answered_items(5, day_ms), consented);
    CHECK(all<FetchAnswer>(app.effects).size() == 2);
    CHECK(app.state.tickets.size() == 2);
    CHECK(app.state.to_ask.size() == 3);
    app.answer(app.state.tickets[0].number, 404, "", noon + second_ms);
    CHECK(all<FetchAnswer>(app.effects).size() == 1);
    CHECK(app.state.tickets.size() == 2);
    for (int i = 0; i < 4; ++i) app.answer(app.state.tickets[0].number, 404, "", noon + second_ms);
    CHECK(app.state.tickets.empty());
    CHECK(app.state.to_ask.empty());
}

TEST_CASE("what is looked at is asked first, then what has waited longest") {
    App app;
    app.on(english()).on(ViewportChanged{1280, 800});
    app.on(StorageRead{answered_items(4, day_ms), consented, noon});
    app.state.selected = number_of(1);
    app.on(ConfigArrived{std::string(config_body), ""});
    REQUIRE(app.state.tickets.size() == 2);
    CHECK(app.state.tickets[0].number == number_of(1));
    CHECK(app.state.tickets[1].number == number_of(3));
}

TEST_CASE("what was asked less than 30 minutes ago is not asked again by itself") {
    App app = started(answered_items(1, 30 * minute_ms - 1), consented);
    CHECK(app.state.tickets.empty());
    app.on(BecameVisible{noon});
    CHECK(app.state.tickets.empty());
    app.on(ClockTicked{noon + day_ms});
    CHECK(app.state.tickets.empty());  // nobody is looking
    app.on(BecameVisible{noon + 1});
    CHECK(app.state.tickets.size() == 1);
}

TEST_CASE("what is due is asked on opening and when the device is online again") {
    App opened = started(answered_items(1, 30 * minute_ms), consented);
    CHECK(opened.state.tickets.size() == 1);

    App app;
    app.on(english()).on(OnlineChanged{false, noon});
    app.on(ConfigArrived{std::string(config_body), ""});
    app.on(StorageRead{answered_items(1, day_ms), consented, noon});
    CHECK(app.state.tickets.empty());
    app.on(OnlineChanged{true, noon + second_ms});
    CHECK(app.state.tickets.size() == 1);
}

TEST_CASE("a delivered item is never asked again by itself") {
    App app = started({}, consented);
    const std::string number = number_of(1);
    app.add(number).answer(number, 200, delivered(number), noon);
    CHECK(contains(app.words("item/standing"), "Delivered"));
    app.on(BecameVisible{noon + 10 * day_ms});
    app.on(OnlineChanged{false, noon + 10 * day_ms}).on(OnlineChanged{true, noon + 10 * day_ms});
    CHECK(app.state.tickets.empty());
    app.on(CheckNow{number});
    CHECK(app.state.tickets.size() == 1);  // by hand it may
}

TEST_CASE("Check now asks at once, but not more than once a minute") {
    App app = started(answered_items(1, 5 * minute_ms), consented);
    REQUIRE(app.press("check-now"));
    CHECK(first<FetchAnswer>(app.effects));
    CHECK_FALSE(app.press("check-now"));  // busy while it is asked
    app.answer(number_of(0), 404, "", noon + second_ms);
    REQUIRE(app.press("check-now"));
    CHECK_FALSE(first<FetchAnswer>(app.effects));
    CHECK(contains(app.words("status"), "was asked a moment ago"));
    app.on(ClockTicked{noon + minute_ms});
    app.press("check-now");
    CHECK(first<FetchAnswer>(app.effects));
}

TEST_CASE("Check now comes before what waits by itself") {
    App app = started(answered_items(5, day_ms), consented);
    const std::string last = app.state.to_ask.back();
    app.on(CheckNow{last});
    CHECK(app.state.tickets.size() == 2);
    CHECK(app.state.to_ask.front() == last);
    CHECK(std::ranges::count(app.state.to_ask, last) == 1);
}

TEST_CASE("a source that says when to come back is not asked earlier") {
    App app = started({}, consented);
    const std::string number = number_of(1);
    app.add(number).answer(number, 429, "", noon, "7200");
    CHECK(app.record(number)->not_before == noon + 2 * hour_ms);
    CHECK(contains(app.words("item/fault"), "It may be asked again at 15:00."));
    app.on(BecameVisible{noon + hour_ms});
    CHECK(app.state.tickets.empty());
    app.on(CheckNow{number});
    CHECK(app.state.tickets.empty());
    CHECK(contains(app.words("status"), "15:00"));  // and not "wait a minute"
    app.on(BecameVisible{noon + 2 * hour_ms});
    CHECK(app.state.tickets.size() == 1);
}

TEST_CASE("times of a clock that ran ahead do not silence an item") {
    postal::Item item;
    item.number = number_of(1);
    postal::SourceRecord& record = postal::source_of(item, "upu-gtt");
    SUBCASE("asked in the future") { record.asked_at = noon + 300 * day_ms; }
    SUBCASE("told to wait in the future") {
        record.asked_at = noon - day_ms;
        record.not_before = noon + 300 * day_ms;
    }
    App app = started({formats::write_item(item)}, consented);
    CHECK(app.state.tickets.size() == 1);
}

TEST_CASE("offline nothing is sent, and Check now says why") {
    App app = started({}, consented);
    const std::string number = number_of(1);
    app.on(OnlineChanged{false, noon}).add(number);
    CHECK_FALSE(first<FetchAnswer>(app.effects));
    CHECK(contains(app.all_words(), "You are offline. The list and the number check work"));
    app.on(CheckNow{number});
    CHECK_FALSE(first<FetchAnswer>(app.effects));
    CHECK(contains(app.words("item/fault"), "You are offline."));
    app.on(OnlineChanged{true, noon + second_ms});
    CHECK(first<FetchAnswer>(app.effects));
}

TEST_CASE("a late answer of a closed question is dropped") {
    App app = started({}, consented);
    const std::string number = number_of(1);
    app.add(number);
    const std::uint32_t ticket = app.ticket(number);
    app.on(FetchFailed{ticket, postal::Fault::timed_out, noon});
    const postal::Item before = *app.item(number);
    app.on(AnswerArrived{ticket, 200, delivered(number), "", noon + second_ms});
    CHECK(*app.item(number) == before);
    CHECK_FALSE(first<SaveItem>(app.effects));
    app.on(FetchFailed{9999, postal::Fault::offline, noon});
    CHECK(*app.item(number) == before);
}

TEST_CASE("removing an item cancels its question and takes it out of the queue") {
    App app = started(answered_items(5, day_ms), consented);
    const std::string asked = app.state.tickets[0].number, waiting = app.state.to_ask[0];
    const std::uint32_t ticket = app.state.tickets[0].id;
    app.on(ItemsChanged{ItemChange::remove, asked});
    CHECK(first<CancelFetch>(app.effects)->ticket == ticket);
    CHECK(app.ticket(asked) == 0);
    app.on(ItemsChanged{ItemChange::remove, waiting});
    CHECK(std::ranges::count(app.state.to_ask, waiting) == 0);
    app.on(AnswerArrived{ticket, 200, posted(asked), "", noon});
    CHECK(app.record(asked)->events.empty());  // an answer that comes too late is dropped
}

TEST_CASE("the place of a cancelled question is given to the next") {
    App app = started(answered_items(3, day_ms), consented);
    app.on(ItemsChanged{ItemChange::remove, app.state.tickets[0].number});
    CHECK(app.state.tickets.size() == 2);
    CHECK(first<FetchAnswer>(app.effects));
}

TEST_CASE("an item that comes back after its question was cancelled is asked again") {
    App app = started({}, consented);
    app.add(number_of(1)).on(ItemsChanged{ItemChange::remove, number_of(1)});
    app.on(ChangeUndone{});
    CHECK(app.ticket(number_of(1)) != 0);
}

TEST_CASE("while something is asked its row and its page say so") {
    App app = started({}, consented);
    const std::string number = number_of(1);
    app.add(number);
    const Screen screen = app.screen();
    CHECK(find(screen, "row/" + number)->busy);
    CHECK(contains(app.words("row/" + number), "Asking…"));
    CHECK(contains(app.words("item/standing"), "Asking UPU Global Track & Trace…"));
}

TEST_CASE("the page is woken at the next full hour while there are items") {
    App app = started();
    CHECK(first<WakeAt>(app.effects)->at == 0);
    app.add(number_of(1));
    CHECK(first<WakeAt>(app.effects)->at == noon + hour_ms);
    app.on(BecameVisible{noon + 5});
    CHECK_FALSE(first<WakeAt>(app.effects));
    app.on(ClockTicked{noon + hour_ms});
    CHECK(first<WakeAt>(app.effects)->at == noon + 2 * hour_ms);
}

TEST_CASE("a question is said beside an earlier answer only once it has taken long") {
    App app = started({}, consented);
    const std::string number = number_of(1);
    app.add(number).answer(number, 200, posted(number), noon);
    app.on(CheckNow{number});
    CHECK_FALSE(contains(app.words("row/" + number + "/check"), "Asking"));
    app.on(ClockTicked{noon + hour_ms}).on(CheckNow{number});
    CHECK(first<WakeAt>(app.effects)->at == noon + hour_ms + patience);
    CHECK_FALSE(contains(app.words("row/" + number + "/check"), "Asking"));
    app.on(ClockTicked{noon + hour_ms + patience - 1});
    CHECK_FALSE(contains(app.words("row/" + number + "/check"), "Asking"));
    app.on(ClockTicked{noon + hour_ms + patience});
    CHECK(contains(app.words("row/" + number + "/check"), "Asking"));
    CHECK(first<WakeAt>(app.effects)->at == noon + 2 * hour_ms);
}

TEST_CASE(
    "reading the list, testing the connection, fetching words and changing the version say so when long") {
    App app;
    app.on(english())
        .on(ViewportChanged{1280, 800})
        .on(ConfigArrived{std::string(config_body), "https://a.example"});
    CHECK(app.words("empty").empty());
    app.on(ClockTicked{noon + patience});
    CHECK(contains(app.words("empty"), "Reading the list"));
    app.on(StorageRead{{}, "", noon + patience});
    CHECK_FALSE(contains(app.words("empty"), "Reading the list"));

    app.on(PageOpened{Page::settings, {}})
        .on(ConnectionTestAsked{})
        .on(FieldTyped{FieldId::language, "zh-Hans"});
    app.on(UpdateWaiting{}).on(UpdateAccepted{});
    CHECK_FALSE(app.shows("connection"));
    CHECK_FALSE(app.shows("language/state"));
    CHECK(contains(app.words("update"), "A new version is ready"));
    app.on(ClockTicked{noon + 2 * patience});
    CHECK(app.shows("connection"));
    CHECK(app.shows("language/state"));
    CHECK(contains(app.words("update"), "Changing to the new version"));
}

TEST_CASE("what cannot go out does not hold up what can") {
    App app = started({}, R"({"version":1,"consented":["sample"]})");
    app.add(number_of(1)).add(number_of(2));  // no consent for these
    CHECK(app.state.to_ask.size() == 2);
    app.on(SamplesAdded{});
    CHECK(app.state.tickets.size() == questions_at_once);
    CHECK(postal::is_sample(app.state.tickets.front().number));
    app.agree();
    const std::uint32_t first_ticket = app.state.tickets.front().id;
    app.on(FetchFailed{first_ticket, postal::Fault::timed_out, noon});
    CHECK(app.ticket(number_of(1)) != 0);  // it waited longest
}

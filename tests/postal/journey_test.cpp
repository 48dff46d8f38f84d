#include "postal/journey.h"

#include <doctest/doctest.h>

using namespace postal;

namespace {

constexpr std::string_view upu = "upu-gtt";
constexpr std::int64_t day = 24 * 60 * 60;
constexpr std::int64_t hour = 60 * 60;
constexpr Instant asked = 50 * day * 1000;
constexpr std::int16_t utc = 0;

Event scan(std::int64_t seconds, Stage stage) {
    Event event;
    event.code = facts(stage).id;
    event.stage = stage;
    event.at.seconds = seconds;
    return event;
}

Event forecast(std::int64_t seconds) {
    Event event = scan(seconds, Stage::unknown);
    event.forecast = true;
    return event;
}

Item item_with(std::vector<Event> events, std::string_view source = upu) {
    Item item;
    item.number = "EE123456785CN";
    item.added_at = 10 * day * 1000;
    Answer answer;
    answer.events = std::move(events);
    take_answer(item, source, answer, asked);
    return item;
}

/// The stages one after the other, an hour apart.
Item item_through(std::initializer_list<Stage> stages) {
    std::vector<Event> events;
    for (const Stage stage : stages)
        events.push_back(scan(40 * day + static_cast<std::int64_t>(events.size()) * hour, stage));
    return item_with(std::move(events));
}

std::string_view stage_of(const Item& item) { return facts(read_journey(item, asked, utc).stage).id; }

}  // namespace

TEST_CASE("before the first scan an item is pending, silent since it was posted or added") {
    Item item;
    item.added_at = 10 * day * 1000 + 5;
    Journey journey = read_journey(item, 13 * day * 1000, utc);
    CHECK(journey.stage == Stage::pending);
    CHECK_FALSE(journey.newest);
    CHECK_FALSE(journey.last_scan);
    CHECK(journey.source.empty());
    CHECK_FALSE(journey.closed);
    CHECK(journey.silent_days == 3);
    item.posted_on = civil_from_days(6);
    CHECK(read_journey(item, 13 * day * 1000, utc).silent_days == 7);
}

TEST_CASE("the newest scan in the source's own order decides, whatever its clock shows") {
    // Left Shanghai at 18:00 and reached Los Angeles at 15:00 of the same day on the wall.
    const Item item = item_with({scan(40 * day + 18 * hour, Stage::departed_origin),
                                 scan(40 * day + 15 * hour, Stage::arrived_destination)});
    const Journey journey = read_journey(item, asked, utc);
    CHECK(journey.stage == Stage::arrived_destination);
    REQUIRE(journey.newest);
    CHECK(journey.newest == journey.last_scan);
    CHECK(journey.newest->event.at.seconds == 40 * day + 15 * hour);
    CHECK(journey.source == upu);
    CHECK_FALSE(journey.delivered);
}

TEST_CASE("a delivered item is closed") {
    const Journey journey = read_journey(item_through({Stage::accepted, Stage::delivered}), asked, utc);
    CHECK(journey.delivered);
    CHECK(journey.closed);
}

TEST_CASE("an item stays delivered when only late uploads of the destination come after it") {
    for (const Stage late : {Stage::arrived_destination, Stage::destination_processing,
                             Stage::delivery_office, Stage::transit_exchange_departure}) {
        CAPTURE(facts(late).id);
        CHECK(stage_of(item_through({Stage::accepted, Stage::delivered, late})) == "delivered");
        CHECK(stage_of(item_through({Stage::accepted, Stage::delivered, late, late})) == "delivered");
    }
    const Item item = item_through({Stage::delivered, Stage::delivery_office});
    const Journey journey = read_journey(item, asked, utc);
    CHECK(journey.newest->event.stage == Stage::delivered);
    CHECK(journey.last_scan->event.stage == Stage::delivery_office);
}

TEST_CASE("a return, refusal, attempt, new round or export scan after a delivery replaces it") {
    for (const Stage after : {Stage::returning, Stage::returned, Stage::refused, Stage::attempt_failed,
                              Stage::out_for_delivery, Stage::export_customs, Stage::ready_for_pickup}) {
        CAPTURE(facts(after).id);
        CHECK(stage_of(item_through({Stage::accepted, Stage::delivered, after})) == facts(after).id);
        CHECK(stage_of(item_through({Stage::delivered, Stage::delivery_office, after})) == facts(after).id);
    }
}

TEST_CASE("an unclassified scan is news but moves nothing") {
    const Item item = item_through({Stage::departed_origin, Stage::unknown});
    const Journey journey = read_journey(item, asked, utc);
    CHECK(journey.stage == Stage::departed_origin);
    CHECK(journey.newest->event.stage == Stage::departed_origin);
    CHECK(journey.last_scan->event.stage == Stage::unknown);
    CHECK(stage_of(item_through({Stage::delivered, Stage::unknown})) == "delivered");
    CHECK(stage_of(item_through({Stage::unknown})) == "unknown");
    CHECK(stage_of(item_through({Stage::pending})) == "pending");
}

TEST_CASE("failures that end a journey close the item, problems do not") {
    for (const Stage end : {Stage::returned, Stage::lost, Stage::seized, Stage::cancelled}) {
        const Journey journey = read_journey(item_through({Stage::accepted, end}), asked, utc);
        CHECK(journey.closed);
        CHECK_FALSE(journey.delivered);
    }
    for (const Stage open : {Stage::customs_hold, Stage::returning, Stage::expired, Stage::attempt_failed}) {
        CHECK_FALSE(read_journey(item_through({Stage::accepted, open}), asked, utc).closed);
    }
}

TEST_CASE("a forecast never moves the item and is shown until it is delivered") {
    const Item item =
        item_with({scan(40 * day, Stage::customs_hold), forecast(60 * day), forecast(61 * day)});
    const Journey journey = read_journey(item, asked, utc);
    CHECK(journey.stage == Stage::customs_hold);
    REQUIRE(journey.forecast);
    CHECK(journey.forecast->event.at.seconds == 61 * day);
    CHECK(journey.silent_days == 10);
    const Item only = item_with({forecast(60 * day)});
    CHECK(read_journey(only, asked, utc).stage == Stage::pending);
    CHECK(read_journey(only, asked, utc).forecast);
    const Item delivered = item_with({forecast(60 * day), scan(40 * day, Stage::delivered)});
    CHECK_FALSE(read_journey(delivered, asked, utc).forecast);
}

TEST_CASE("silence is counted in days on the wall") {
    const Item item = item_with({scan(49 * day + 23 * hour, Stage::transit)});
    struct Row {
        std::int64_t now_hours;  ///< since midnight of day 50, UTC
        std::int16_t offset_minutes;
        std::int32_t days;
    };
    for (const Row& row : {Row{1, 0, 1}, Row{1, -120, 0}, Row{23, 0, 1}, Row{23, 60, 2}, Row{-30, 0, 0},
                           Row{9 * 24, 0, 10}, Row{9 * 24 - 1, 14 * 60, 10}, Row{9 * 24 - 1, -12 * 60, 9}}) {
        CAPTURE(row.now_hours);
        CAPTURE(row.offset_minutes);
        const Instant now = (50 * day + row.now_hours * hour) * 1000;
        CHECK(read_journey(item, now, row.offset_minutes).silent_days == row.days);
    }
}

TEST_CASE("a scan dated in the future is not silence") {
    CHECK(read_journey(item_with({scan(90 * day, Stage::transit)}), asked, utc).silent_days == 0);
    CHECK(read_journey(item_with({scan(INT64_MIN / 2, Stage::transit)}), asked, utc).silent_days > 1'000'000);
}

TEST_CASE("the source with the newest scan decides") {
    Item item = item_with({scan(40 * day, Stage::departed_origin)});
    Answer answer;
    answer.events = {scan(42 * day, Stage::import_customs)};
    take_answer(item, "17track", answer, asked);
    CHECK(stage_of(item) == "import_customs");
    CHECK(read_journey(item, asked, utc).source == "17track");
    answer.events.push_back(scan(39 * day, Stage::accepted));
    take_answer(item, "laposte", answer, asked);
    CHECK(stage_of(item) == "import_customs");
}

TEST_CASE("a late upload of another source does not undo a delivery") {
    for (const std::string_view other : {"17track", "zzz"}) {
        Item item = item_with({scan(40 * day, Stage::delivered)});
        Answer answer;
        answer.events = {scan(41 * day, Stage::delivery_office)};
        take_answer(item, other, answer, asked);
        CHECK(stage_of(item) == "delivered");
        answer.events = {scan(42 * day, Stage::returning)};
        take_answer(item, other, answer, asked + 1);
        CHECK(stage_of(item) == "returning");
    }
}

TEST_CASE("a scan the source no longer tells decides nothing, unless it tells none any more") {
    Item item = item_through({Stage::departed_origin, Stage::delivered});
    Answer answer;
    answer.events = {find_source(item, upu)->events[0].event};
    take_answer(item, upu, answer, asked + 1);
    CHECK(stage_of(item) == "departed_origin");
    CHECK(find_source(item, upu)->events.size() == 2);
    item = item_through({Stage::departed_origin, Stage::delivered});
    take_answer(item, upu, {}, asked + 1);
    CHECK(stage_of(item) == "delivered");
}

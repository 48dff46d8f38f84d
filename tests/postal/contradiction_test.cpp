#include "postal/contradiction.h"

#include <doctest/doctest.h>

#include "tests/postal/journey_items.h"

using namespace journey_items;

namespace {

/// Kinds found, in order, with blanks between.
std::string kinds_of(const Item& item, Instant now = at_day(40)) {
    std::string kinds;
    for (const Contradiction& one : find_contradictions(item, now))
        kinds += (kinds.empty() ? "" : " ") + std::string(id_of(one.kind));
    return kinds;
}

Item delivered_at(std::string place, std::string going_to, std::string arrival = {}) {
    Item item = new_item();
    item.going_to = std::move(going_to);
    tell(item,
         {scan(Stage::accepted, 0, "CNSHAA"), scan(Stage::departed_origin, day, "CNPVGA"),
          scan(Stage::arrived_destination, 8 * day, arrival),
          scan(Stage::delivered, 9 * day, std::move(place))},
         at_day(10));
    return item;
}

}  // namespace

TEST_CASE("an ordinary journey contradicts nothing") {
    CHECK(kinds_of(new_item()).empty());
    CHECK(kinds_of(
              item_through({Stage::registered, Stage::accepted, Stage::origin_exchange, Stage::export_customs,
                            Stage::departed_origin, Stage::arrived_destination, Stage::import_customs,
                            Stage::customs_released, Stage::out_for_delivery, Stage::attempt_failed,
                            Stage::out_for_delivery, Stage::delivered, Stage::delivery_office}))
              .empty());
    CHECK(kinds_of(item_through({Stage::departed_origin, Stage::arrived_destination, Stage::customs_hold,
                                 Stage::returning, Stage::departed_origin, Stage::accepted, Stage::returned}))
              .empty());
}

TEST_CASE("delivered, then moving") {
    for (const Stage after : {Stage::out_for_delivery, Stage::attempt_failed, Stage::ready_for_pickup,
                              Stage::import_customs, Stage::customs_released}) {
        CAPTURE(facts(after).id);
        const Item item = item_through({Stage::accepted, Stage::delivered, Stage::delivery_office, after});
        const std::vector<Contradiction> found = find_contradictions(item, at_day(10));
        REQUIRE(found.size() == 1);
        CHECK(found[0].kind == ContradictionKind::moving_after_delivery);
        CHECK(found[0].earlier->event.stage == Stage::delivered);
        CHECK(found[0].later->event.stage == after);
        CHECK(found[0].source == upu);
    }
    CHECK(kinds_of(item_through({Stage::delivered, Stage::returning})).empty());
    CHECK(kinds_of(item_through({Stage::delivered, Stage::returning, Stage::transit})).empty());
    CHECK(kinds_of(item_through({Stage::delivered, Stage::registered})).empty());
    CHECK(kinds_of(item_through({Stage::delivered, Stage::unknown})).empty());
    CHECK(kinds_of(item_through({Stage::delivered, Stage::out_for_delivery, Stage::transit})) ==
          "moving_after_delivery");
}

TEST_CASE("one source says delivered, another tells of moving surely after that") {
    Item item = new_item();
    tell(item, {scan(Stage::delivered, 0)}, at_day(1));
    tell(item, {scan(Stage::out_for_delivery, 26 * hour)}, at_day(4), "17track");
    CHECK(kinds_of(item).empty());  // two clocks may differ by as much
    tell(item, {scan(Stage::out_for_delivery, 3 * day)}, at_day(5), "17track");
    CHECK(kinds_of(item).find("moving_after_delivery") != std::string::npos);
    tell(item, {scan(Stage::out_for_delivery, 3 * day), scan(Stage::delivered, 4 * day)}, at_day(6),
         "17track");
    CHECK(kinds_of(item).find("moving_after_delivery") == std::string::npos);
}

TEST_CASE("delivered in a country it does not go to") {
    CHECK(kinds_of(delivered_at("Los Angeles (USLAXA)", "FR")) == "delivered_elsewhere");
    CHECK(kinds_of(delivered_at("USLAXA", "FR")) == "delivered_elsewhere");
    CHECK(find_contradictions(delivered_at("USLAXA", "FR"), at_day(20))[0].country == "US");
    for (const std::string place : {"Roissy (FRCDGA)", "FRCDGA", "", "CX", "PARIS 75"}) {
        CAPTURE(place);
        CHECK(kinds_of(delivered_at(place, "FR")).empty());
    }
    CHECK(kinds_of(delivered_at("USLAXA", "")).empty());  // where it goes is not known
    CHECK(kinds_of(delivered_at("San Juan (PRSJUA)", "US")).empty());
    CHECK(kinds_of(delivered_at("New York (USJFKA)", "PR")).empty());
}

TEST_CASE("a town of six letters is no office code unless the source writes codes") {
    CHECK(country_of_place("BERLIN", BareCodes::not_read).empty());
    CHECK(country_of_place("BERLIN", BareCodes::read) == "BE");  // why it is asked for
    CHECK(kinds_of(delivered_at("BERLIN", "DE", "FRANKFURT")).empty());
    CHECK(kinds_of(delivered_at("BERLIN", "DE", "DEFRAA")) == "delivered_elsewhere");  // the price of it
    Item alone = new_item();
    alone.going_to = "DE";
    tell(alone, {scan(Stage::delivered, 0, "BERLIN")}, at_day(1));
    CHECK(kinds_of(alone).empty());
    CHECK(country_of_place("USJFK1", BareCodes::read) == "US");
    CHECK(country_of_place("Paris (FRCDGA)", BareCodes::not_read) == "FR");
    for (const char* place : {"(FRCDG)", "FRCDGA)", "(QQCDGA)", "frcdga", "()", ")", "FR CDG"})
        CHECK(country_of_place(place, BareCodes::read).empty());
}

TEST_CASE("the source and the user name different destinations") {
    Item item = new_item();
    item.going_to = "FR";
    Answer answer;
    answer.events = {scan(Stage::accepted, 0)};
    answer.destination_country = "US";
    take_answer(item, upu, answer, at_day(1));
    CHECK(kinds_of(item) == "destination_differs");
    CHECK(find_contradictions(item, at_day(2))[0].country == "US");
    item.going_to = "PR";
    CHECK(kinds_of(item).empty());
}

TEST_CASE("an impossible order is told, one that clocks explain is not") {
    CHECK(kinds_of(item_through({Stage::accepted, Stage::arrived_destination, Stage::departed_origin})) ==
          "impossible_order");
    CHECK(kinds_of(item_through({Stage::arrived_destination, Stage::registered})).empty());
    Item item = new_item();
    tell(item, {scan(Stage::departed_origin, 2 * day), scan(Stage::arrived_destination, 2 * day - 26 * hour)},
         at_day(3));
    CHECK(kinds_of(item).empty());
    item = new_item();
    tell(item,
         {scan(Stage::departed_origin, 2 * day), scan(Stage::arrived_destination, 2 * day - 26 * hour - 1)},
         at_day(3));
    CHECK(kinds_of(item) == "impossible_order");
}

TEST_CASE("a year between scans, or before the posting, is a number used again") {
    Item item = new_item();
    tell(item, {scan(Stage::delivered, -500 * day), scan(Stage::accepted, day)}, at_day(2));
    CHECK(kinds_of(item) == "number_reused");
    item = new_item();
    tell(item, {scan(Stage::delivered, -367 * day)}, at_day(2));
    CHECK(kinds_of(item) == "number_reused");
    CHECK_FALSE(find_contradictions(item, at_day(2))[0].later);
    item = new_item();
    tell(item, {scan(Stage::delivered, -360 * day)}, at_day(2));
    CHECK(kinds_of(item).empty());
    item.posted_on = civil_from_days(base + 20);
    CHECK(kinds_of(item) == "number_reused");
}

TEST_CASE("scans the source tells no longer") {
    Item item = item_through({Stage::accepted, Stage::departed_origin, Stage::delivered});
    tell(item, {scan(Stage::accepted, 0)}, at_day(5));
    std::vector<Contradiction> found = find_contradictions(item, at_day(6));
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == ContradictionKind::scans_removed);
    CHECK(found[0].count == 2);
    CHECK(found[0].earlier->event.stage == Stage::delivered);
    tell(item, {}, at_day(6));
    found = find_contradictions(item, at_day(7));
    REQUIRE(found.size() == 1);
    CHECK(found[0].count == 3);  // "no records" after records
    take_fault(item, upu, Fault::timed_out, 0, at_day(8));
    CHECK(kinds_of(item) == "scans_removed");
}

TEST_CASE("a fault removes nothing") {
    Item item = item_through({Stage::accepted});
    take_fault(item, upu, Fault::upstream_down, 0, at_day(5));
    CHECK(kinds_of(item).empty());
}

TEST_CASE("a scan whose meaning was changed") {
    Item item = new_item();
    tell(item, {scan(Stage::accepted, 0), scan(Stage::delivered, day, "PARIS")}, at_day(2));
    tell(item, {scan(Stage::accepted, 0), scan(Stage::attempt_failed, day, "PARIS")}, at_day(3));
    const std::vector<Contradiction> found = find_contradictions(item, at_day(4));
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == ContradictionKind::scan_changed);
    CHECK(found[0].earlier->event.stage == Stage::delivered);
    CHECK(found[0].later->event.stage == Stage::attempt_failed);
}

TEST_CASE("a scan told beside another of the same place and time does not take its place") {
    const Event first = scan(Stage::delivered, day, "PARIS"),
                second = scan(Stage::attempt_failed, day, "PARIS");
    Item item = new_item();
    tell(item, {first}, at_day(2));
    tell(item, {first, second}, at_day(3));
    tell(item, {second}, at_day(4));
    CHECK(kinds_of(item) == "scans_removed");
}

TEST_CASE("a scan of tomorrow is explained by a clock, one of next week is not") {
    Item item = new_item();
    tell(item, {scan(Stage::accepted, 14 * hour)}, at_day(0));
    CHECK(kinds_of(item, at_day(0)).empty());
    tell(item, {scan(Stage::accepted, 14 * hour), scan(Stage::transit, 14 * hour + 1)}, at_day(0) + 1);
    CHECK(kinds_of(item, at_day(0)) == "dated_ahead");
}

TEST_CASE("forecasts contradict nothing") {
    Item item = new_item();
    Event forecast = scan(Stage::unknown, 30 * day);
    forecast.forecast = true;
    tell(item, {scan(Stage::accepted, 0), forecast}, at_day(1));
    tell(item, {scan(Stage::accepted, 0)}, at_day(2));
    CHECK(kinds_of(item, at_day(3)).empty());
}

TEST_CASE("a hostile answer makes no more contradictions than are read") {
    Item item = new_item();
    std::vector<Event> events;
    for (int i = 0; i < 200; ++i)
        events.push_back(scan(i % 2 == 0 ? Stage::delivered : Stage::out_for_delivery, (200 - i) * 10 * day));
    tell(item, std::move(events), at_day(1));
    CHECK(find_contradictions(item, at_day(3000)).size() == contradictions_limit);
}

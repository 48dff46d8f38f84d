#include "postal/custody.h"

#include <doctest/doctest.h>

#include <set>

#include "postal/journey.h"
#include "tests/postal/journey_items.h"

using namespace journey_items;

namespace {

std::string_view holder_of(const Item& item) {
    return id_of(read_journey(item, at_day(30), utc).custody.holder);
}

}  // namespace

TEST_CASE("the last scan that says so tells who holds the item") {
    struct Row {
        Stage stage;
        std::string_view holder;
    };
    for (const Row& row :
         {Row{Stage::registered, "sender"}, Row{Stage::accepted, "origin_post"},
          Row{Stage::export_customs_hold, "export_customs"}, Row{Stage::export_released, "origin_post"},
          Row{Stage::departed_origin, "carriage"}, Row{Stage::transit_exchange_arrival, "carriage"},
          Row{Stage::arrived_destination, "border"}, Row{Stage::import_hold, "border"},
          Row{Stage::customs_hold, "import_customs"}, Row{Stage::customs_released, "destination_post"},
          Row{Stage::attempt_failed, "destination_post"}, Row{Stage::delivered, "handed_over"},
          Row{Stage::returned, "handed_over"}, Row{Stage::lost, "unknown"}}) {
        CAPTURE(facts(row.stage).id);
        CHECK(holder_of(item_through({row.stage})) == row.holder);
        CHECK(holder_of(item_through({Stage::accepted, row.stage})) == row.holder);
    }
    CHECK(holder_of(new_item()) == "unknown");
}

TEST_CASE("a scan that does not say who holds the item leaves it where it was") {
    for (const Stage stage : {Stage::delayed, Stage::address_problem, Stage::refused, Stage::damaged,
                              Stage::exception, Stage::expired, Stage::unknown}) {
        CAPTURE(facts(stage).id);
        CHECK(holder_of(item_through({Stage::import_customs, stage})) == "import_customs");
        CHECK(holder_of(item_through({stage})) == "unknown");
    }
}

TEST_CASE("every stage has its place, and every holder is reached") {
    std::set<Holder> met{Holder::unknown};
    for (int i = 0; i < stage_count; ++i)
        if (const auto holder = holder_after(static_cast<Stage>(i))) met.insert(*holder);
    CHECK(met.size() == holder_count);
}

TEST_CASE("the legs of a journey stand in their order, each with its time") {
    Item item = new_item();
    tell(item,
         {scan(Stage::accepted, 0, "SHANGHAI"), scan(Stage::origin_processing, day, "SHANGHAI"),
          scan(Stage::departed_origin, 2 * day, "SHANGHAI"),
          scan(Stage::arrived_destination, 9 * day, "ROISSY"),
          scan(Stage::import_customs, 10 * day, "ROISSY"), scan(Stage::unknown, 12 * day, "ROISSY")},
         at_day(20));
    const std::vector<Leg> legs = read_legs(*find_source(item, upu), at_day(20));
    REQUIRE(legs.size() == 4);
    CHECK(legs[0].holder == Holder::origin_post);
    CHECK(legs[0].last->event.stage == Stage::origin_processing);
    CHECK(legs[0].stayed == Elapsed{2, 2});  // one place, one clock
    CHECK(legs[1].holder == Holder::carriage);
    CHECK(legs[1].next->event.stage == Stage::arrived_destination);
    CHECK(legs[1].stayed == Elapsed{5, 8});
    CHECK(legs[2].stayed == Elapsed{1, 1});
    CHECK(legs[3].holder == Holder::import_customs);
    CHECK(legs[3].last->event.stage == Stage::unknown);
    CHECK_FALSE(legs[3].next);
    CHECK(legs[3].stayed == Elapsed{9, 10});
}

TEST_CASE("a late upload does not take a delivered item back") {
    const Item item = item_through({Stage::out_for_delivery, Stage::delivered, Stage::arrived_destination});
    CHECK(holder_of(item) == "handed_over");
    const std::vector<Leg> legs = read_legs(*find_source(item, upu), at_day(9));
    REQUIRE(legs.size() == 2);
    CHECK(legs[1].holder == Holder::handed_over);
    CHECK(legs[1].stayed == Elapsed{});
}

TEST_CASE("legs on the way back are told apart from those on the way out") {
    const Item item =
        item_through({Stage::delivery_office, Stage::returning, Stage::departed_origin, Stage::accepted});
    const std::vector<Leg> legs = read_legs(*find_source(item, upu), at_day(9));
    REQUIRE(legs.size() == 4);
    CHECK_FALSE(legs[0].going_back);
    CHECK(legs[1].going_back);
    CHECK(legs[1].holder == Holder::destination_post);
    CHECK(legs[2].going_back);
    CHECK_FALSE(legs[3].going_back);  // posted anew
}

TEST_CASE("scans the source no longer tells make no leg") {
    Item item = item_through({Stage::accepted, Stage::departed_origin});
    tell(item, {scan(Stage::accepted, 0)}, at_day(5));
    CHECK(holder_of(item) == "origin_post");
    CHECK(read_legs(*find_source(item, upu), at_day(9)).size() == 1);
    CHECK(read_legs(SourceRecord{}, at_day(9)).empty());
}

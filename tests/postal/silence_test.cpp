#include "postal/silence.h"

#include <doctest/doctest.h>

#include "postal/journey.h"
#include "tests/postal/journey_items.h"

using namespace journey_items;

namespace {

Silence silence_of(Stage stage, std::int64_t days, std::string number = "EE473124829CN") {
    Item item = new_item(std::move(number));
    tell(item, {scan(stage, 0)}, at_day(1));
    return read_journey(item, at_day(days), utc).silence;
}

}  // namespace

TEST_CASE("silence is judged by the part of the way, with the days of data/silence.json") {
    struct Row {
        Stage stage;
        std::string_view clock;
        std::int32_t normal, long_, too_long;  ///< the last normal day, the first long, the first too long
    };
    for (const Row& row :
         {Row{Stage::registered, "first_scan", 2, 3, 21}, Row{Stage::accepted, "origin_post", 13, 14, 21},
          Row{Stage::export_customs, "export_customs", 13, 14, 21},
          Row{Stage::departed_origin, "carriage", 14, 15, 21},
          Row{Stage::arrived_destination, "border", 3, 4, 21},
          Row{Stage::customs_hold, "import_customs", 3, 4, 21},
          Row{Stage::out_for_delivery, "destination_post", 4, 5, 21}}) {
        CAPTURE(facts(row.stage).id);
        CHECK(id_of(silence_of(row.stage, 0).clock) == row.clock);
        CHECK(silence_of(row.stage, row.normal).level == SilenceLevel::normal);
        CHECK(silence_of(row.stage, row.long_).level == SilenceLevel::long_);
        CHECK(silence_of(row.stage, row.too_long - 1).level == SilenceLevel::long_);
        CHECK(silence_of(row.stage, row.too_long).level == SilenceLevel::too_long);
        CHECK(silence_of(row.stage, 5).days == 5);
    }
}

TEST_CASE("before the first scan the days since posting count") {
    Item item = new_item();
    CHECK(read_journey(item, at_day(2), utc).silence.level == SilenceLevel::normal);
    CHECK(read_journey(item, at_day(3), utc).silence.level == SilenceLevel::long_);
    item.posted_on = civil_from_days(base - 20);
    CHECK(read_journey(item, at_day(1), utc).silence.level == SilenceLevel::too_long);
}

TEST_CASE("registered letters are given the two months some regions take") {
    CHECK(silence_of(Stage::transit, 60, "RR473124829CN").level == SilenceLevel::long_);
    CHECK(silence_of(Stage::transit, 61, "RR473124829CN").level == SilenceLevel::too_long);
    CHECK(silence_of(Stage::transit, 60, "CP473124829CN").level == SilenceLevel::too_long);
}

TEST_CASE("where no threshold is known the level is unknown, however long the silence") {
    CHECK(silence_of(Stage::ready_for_pickup, 90).level == SilenceLevel::unknown);
    CHECK(silence_of(Stage::returning, 90).level == SilenceLevel::unknown);
    CHECK(silence_of(Stage::unknown, 90).level == SilenceLevel::unknown);
    CHECK(silence_of(Stage::departed_origin, 90, "UA473124829CN").level == SilenceLevel::unknown);
    CHECK(silence_of(Stage::departed_origin, 90, "UA473124829CN").long_from == 0);
    CHECK(silence_of(Stage::accepted, 90, "UA473124829CN").level == SilenceLevel::too_long);
}

TEST_CASE("a journey that is over waits for nothing") {
    for (const Stage end :
         {Stage::delivered, Stage::returned, Stage::lost, Stage::seized, Stage::cancelled}) {
        CHECK(id_of(silence_of(end, 90).clock) == "none");
        CHECK(silence_of(end, 90).level == SilenceLevel::unknown);
    }
}

TEST_CASE("levels have the names rows use") {
    CHECK(id_of(SilenceLevel::long_) == "long");
    CHECK(id_of(SilenceLevel::too_long) == "too_long");
    CHECK(records_kept_days() == 60);
}

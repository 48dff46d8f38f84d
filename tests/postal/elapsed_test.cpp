#include "postal/elapsed.h"

#include <doctest/doctest.h>

#include <limits>

#include "tests/postal/journey_items.h"

using namespace journey_items;

namespace {

Event trusted(std::int64_t seconds, std::int16_t offset_minutes) {
    Event event = scan(Stage::transit, seconds);
    event.at.trust = OffsetTrust::trusted;
    event.at.offset_minutes = offset_minutes;
    return event;
}

}  // namespace

TEST_CASE("between two clocks of unknown offset a duration is uncertain by 26 hours each way") {
    const Event left = scan(Stage::departed_origin, 0, "SHANGHAI");
    CHECK(elapsed_between(left, scan(Stage::arrived_destination, 5 * day, "LOS ANGELES")) == Elapsed{3, 6});
    CHECK(elapsed_between(left, scan(Stage::arrived_destination, 0, "LOS ANGELES")) == Elapsed{0, 1});
    CHECK(elapsed_between(left, scan(Stage::arrived_destination, 5 * day)) == Elapsed{3, 6});
}

TEST_CASE("two scans at one named place share its clock") {
    const Event in = scan(Stage::import_customs, 2 * hour, "ROISSY");
    CHECK(elapsed_between(in, scan(Stage::customs_released, 3 * day + 2 * hour, "ROISSY")) == Elapsed{3, 3});
    CHECK(elapsed_between(in, scan(Stage::customs_released, 3 * day, "ROISSY")) == Elapsed{2, 2});
    Event dated = scan(Stage::customs_released, 3 * day, "ROISSY");
    dated.at.precision = Precision::date;
    CHECK(elapsed_between(in, dated) == Elapsed{2, 3});
}

TEST_CASE("trusted offsets give the true time, stated ones do not") {
    CHECK(elapsed_between(trusted(18 * hour, 480), trusted(10 * hour + 2 * day, -480)) == Elapsed{2, 2});
    Event stated = trusted(10 * hour + 2 * day, -480);
    stated.at.trust = OffsetTrust::stated;
    CHECK(elapsed_between(trusted(18 * hour, 480), stated) == Elapsed{1, 2});
}

TEST_CASE("trusted offsets go before the shared clock of a place: it may have been put forward") {
    Event winter = trusted(0, 60), summer = trusted(day + 1800, 120);
    winter.place = summer.place = "ROISSY";
    CHECK(elapsed_between(winter, summer) == Elapsed{0, 0});
}

TEST_CASE("time until now is uncertain by the scan's clock alone, and never negative") {
    CHECK(elapsed_since(scan(Stage::transit, 0), at_day(10)) == Elapsed{9, 10});
    CHECK(elapsed_since(trusted(0, 0), at_day(10)) == Elapsed{10, 10});
    CHECK(elapsed_since(scan(Stage::transit, 5 * day), at_day(1)) == Elapsed{0, 0});
}

TEST_CASE("one time is surely before another only when no offsets explain it") {
    const Event early = scan(Stage::transit, 0);
    CHECK_FALSE(is_surely_before(early.at, scan(Stage::transit, 26 * hour).at));
    CHECK(is_surely_before(early.at, scan(Stage::transit, 26 * hour + 1).at));
    CHECK(is_surely_before(trusted(0, 0).at, trusted(1, 0).at));
    CHECK_FALSE(is_surely_before(trusted(0, -60).at, trusted(1, 0).at));
}

TEST_CASE("the times of a hostile answer do not overflow") {
    Event first = scan(Stage::transit, 0), last = first;
    first.at.seconds = std::numeric_limits<std::int64_t>::min();
    last.at.seconds = std::numeric_limits<std::int64_t>::max();
    CHECK(elapsed_between(first, last).longest_days > 7'000'000);
    CHECK(elapsed_between(last, first) == Elapsed{0, 0});
    CHECK(elapsed_since(last, at_day(0)) == Elapsed{0, 0});
    CHECK(is_surely_before(first.at, last.at));
}

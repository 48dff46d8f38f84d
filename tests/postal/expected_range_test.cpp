#include "postal/expected_range.h"

#include <doctest/doctest.h>

#include "tests/postal/journey_items.h"

using namespace journey_items;

namespace {

std::string number(int serial, std::string_view service = "EE", std::string_view country = "CN") {
    return std::string(service) + std::to_string(100'000'000 + serial) + std::string(country);
}

Item finished_item(int serial, std::int64_t days_taken) {
    Item item = new_item(number(serial));
    item.going_to = "FR";
    tell(item, {scan(Stage::accepted, -100 * day), scan(Stage::delivered, (days_taken - 100) * day)},
         at_day(0));
    return item;
}

std::vector<Item> finished_items(std::initializer_list<std::int64_t> days_taken) {
    std::vector<Item> items;
    for (const std::int64_t days : days_taken)
        items.push_back(finished_item(static_cast<int>(items.size()), days));
    return items;
}

Item posted_item() {
    Item item = new_item(number(999));
    item.going_to = "FR";
    tell(item, {scan(Stage::registered, -2 * day), scan(Stage::accepted, 0)}, at_day(1));
    return item;
}

ExpectedRange range(const Item& item, const std::vector<Item>& finished, std::int64_t days = 2) {
    return expected_range(item, finished, at_day(days), utc);
}

}  // namespace

TEST_CASE("five finished items on the same lane make a range, four do not") {
    std::vector<Item> finished = finished_items({9, 12, 30, 10});
    CHECK(range(posted_item(), finished).basis == RangeBasis::none);
    finished.push_back(finished_item(50, 11));
    const ExpectedRange found = range(posted_item(), finished);
    CHECK(found.basis == RangeBasis::own_items);
    CHECK(found.items == 5);
    CHECK(found.first_day == base + 9);
    CHECK(found.last_day == base + 30);
    CHECK_FALSE(found.passed);
    CHECK(range(posted_item(), finished, 31).passed);
}

TEST_CASE("of ten the slowest is left away, of twenty the fastest too") {
    std::vector<Item> finished = finished_items({5, 6, 7, 8, 9, 10, 11, 12, 13, 90});
    CHECK(range(posted_item(), finished).first_day == base + 5);
    CHECK(range(posted_item(), finished).last_day == base + 13);
    for (int i = 0; i < 10; ++i) finished.push_back(finished_item(100 + i, 1 + i));
    CHECK(range(posted_item(), finished).items == 20);
    CHECK(range(posted_item(), finished).first_day == base + 2);
    CHECK(range(posted_item(), finished).last_day == base + 13);
}

TEST_CASE("other lanes, services, open items and the item itself do not count") {
    std::vector<Item> finished = finished_items({9, 10, 11, 12, 13});
    CHECK(range(posted_item(), finished).items == 5);
    SUBCASE("another destination") { finished[0].going_to = "DE"; }
    SUBCASE("another issuing country") { finished[0].number = number(1, "EE", "JP"); }
    SUBCASE("another service") { finished[0].number = number(1, "RR"); }
    SUBCASE("the item itself") { finished[0].number = posted_item().number; }
    SUBCASE("not delivered") { tell(finished[0], {scan(Stage::accepted, -100 * day)}, at_day(1)); }
    SUBCASE("delivered before it was posted") { finished[0].posted_on = civil_from_days(base); }
    SUBCASE("a year on the way") { finished[0].posted_on = civil_from_days(base - 800); }
    CHECK(range(posted_item(), finished).basis == RangeBasis::none);
}

TEST_CASE("the day the user says it was posted goes before the first scan") {
    Item item = posted_item();
    item.posted_on = civil_from_days(base - 3);
    CHECK(range(item, finished_items({9, 10, 11, 12, 13})).first_day == base + 6);
}

TEST_CASE("what the source forecasts goes before experience") {
    Item item = posted_item();
    Event forecast = scan(Stage::unknown, 7 * day);
    forecast.forecast = true;
    tell(item, {scan(Stage::accepted, 0), forecast}, at_day(2));
    const ExpectedRange found = range(item, finished_items({9, 10, 11, 12, 13}));
    CHECK(found.basis == RangeBasis::stated);
    CHECK(found.first_day == base + 7);
    CHECK(found.last_day == base + 7);
    CHECK(found.source == upu);
    CHECK(found.items == 0);
    CHECK_FALSE(range(item, {}, 7).passed);
    CHECK(range(item, {}, 8).passed);
}

TEST_CASE("without a start, a destination or an end there is no range") {
    const std::vector<Item> finished = finished_items({9, 10, 11, 12, 13});
    Item item = new_item(number(999));
    item.going_to = "FR";
    CHECK(range(item, finished).basis == RangeBasis::none);  // no scan and no day of posting
    item = posted_item();
    item.going_to = "";
    CHECK(range(item, finished).basis == RangeBasis::none);
    item = posted_item();
    tell(item, {scan(Stage::accepted, 0), scan(Stage::delivered, day)}, at_day(2));
    CHECK(range(item, finished).basis == RangeBasis::none);
}

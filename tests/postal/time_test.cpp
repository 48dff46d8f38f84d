#include "postal/time.h"

#include <doctest/doctest.h>

using namespace postal;

TEST_CASE("a day counts from 1970-01-01 and comes back as the same date") {
    struct Row {
        CivilDate date;
        std::int64_t days;
    };
    for (const Row& row : {Row{{1970, 1, 1}, 0}, Row{{1969, 12, 31}, -1}, Row{{2000, 2, 29}, 11016},
                           Row{{2026, 3, 9}, 20521}, Row{{1900, 3, 1}, -25508}}) {
        CHECK(days_from_civil(row.date) == row.days);
        CHECK(civil_from_days(row.days) == row.date);
    }
}

TEST_CASE("every day of 400 years follows the one before") {
    CivilDate before = civil_from_days(-1);
    for (std::int64_t days = 0; days < 146097; ++days) {
        const CivilDate date = civil_from_days(days);
        const bool same_month = date.month == before.month && date.day == before.day + 1;
        const bool next_month = date.day == 1 && (date.month == before.month + 1 || date.month == 1);
        REQUIRE((same_month || next_month));
        REQUIRE(days_from_civil(date) == days);
        before = date;
    }
}

TEST_CASE("days too far off are the first and the last one") {
    CHECK(civil_from_days(first_civil_day) == CivilDate{-9999, 1, 1});
    CHECK(civil_from_days(last_civil_day) == CivilDate{9999, 12, 31});
    CHECK(civil_from_days(INT64_MIN) == CivilDate{-9999, 1, 1});
    CHECK(civil_from_days(INT64_MAX) == CivilDate{9999, 12, 31});
}

TEST_CASE("a second before midnight belongs to the day that ends, also before 1970") {
    CHECK(days_of(0) == 0);
    CHECK(days_of(86399) == 0);
    CHECK(days_of(86400) == 1);
    CHECK(days_of(-1) == -1);
    CHECK(days_of(-86400) == -1);
    CHECK(days_of(-86401) == -2);
}

TEST_CASE("weekdays are known") {
    CHECK(weekday({1970, 1, 1}) == 4);
    CHECK(weekday({2026, 3, 9}) == 1);
    CHECK(weekday({1969, 12, 28}) == 0);
    CHECK(weekday({2000, 2, 29}) == 2);
}

TEST_CASE("a date is read only when it is written YYYY-MM-DD and exists") {
    CHECK(parse_civil_date("2026-03-09") == CivilDate{2026, 3, 9});
    CHECK(parse_civil_date("1990-01-01") == CivilDate{1990, 1, 1});
    CHECK(parse_civil_date("2100-12-31") == CivilDate{2100, 12, 31});
    CHECK(parse_civil_date("2024-02-29") == CivilDate{2024, 2, 29});
    for (const char* text :
         {"", "2026-3-9", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "1989-12-31",
          "2101-01-01", "2026/03/09", "2026-03-09 ", "+026-03-09", "2026-0x-09"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_civil_date(text));
    }
}

TEST_CASE("a date is written as it is read") {
    CHECK(to_text({2026, 3, 9}) == "2026-03-09");
    CHECK(to_text({7, 11, 30}) == "0007-11-30");
}

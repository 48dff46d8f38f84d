#include "formats/answer/event_time.h"

#include <doctest/doctest.h>

using namespace formats;
using postal::OffsetTrust;
using postal::Precision;
using postal::WallTime;

namespace {

/// Seconds of a wall clock.
std::int64_t wall(postal::CivilDate date, int hours, int minutes, int seconds) {
    return postal::days_from_civil(date) * 86'400 + hours * 3'600 + minutes * 60 + seconds;
}

}  // namespace

TEST_CASE("a WCF time is the wall time at the place") {
    // 1772612700000 is 2026-03-04T08:25:00Z
    CHECK(read_wcf_time("/Date(1772612700000+0800)/") ==
          WallTime{wall({2026, 3, 4}, 16, 25, 0), 480, OffsetTrust::stated, Precision::second});
    CHECK(read_wcf_time("/Date(1772612700999-0330)/") ==
          WallTime{wall({2026, 3, 4}, 4, 55, 0), -210, OffsetTrust::stated, Precision::second});
    CHECK(read_wcf_time("/Date(1772612700000)/") ==
          WallTime{wall({2026, 3, 4}, 8, 25, 0), 0, OffsetTrust::unknown, Precision::second});
}

TEST_CASE("an ISO time keeps what it says and no more") {
    CHECK(read_iso_time("2026-03-04") ==
          WallTime{wall({2026, 3, 4}, 0, 0, 0), 0, OffsetTrust::unknown, Precision::date});
    CHECK(read_iso_time("2026-03-04 16:25") ==
          WallTime{wall({2026, 3, 4}, 16, 25, 0), 0, OffsetTrust::unknown, Precision::minute});
    CHECK(read_iso_time("2026-03-04T16:25:30.123") ==
          WallTime{wall({2026, 3, 4}, 16, 25, 30), 0, OffsetTrust::unknown, Precision::second});
    for (const std::string_view text :
         {"2026-03-04T16:25:30+08:00", "2026-03-04T16:25:30+0800", "2026-03-04T16:25:30+08"})
        CHECK(read_iso_time(text) ==
              WallTime{wall({2026, 3, 4}, 16, 25, 30), 480, OffsetTrust::stated, Precision::second});
    CHECK(read_iso_time("2026-03-04T16:25Z") ==
          WallTime{wall({2026, 3, 4}, 16, 25, 0), 0, OffsetTrust::stated, Precision::minute});
}

TEST_CASE("years outside 1990 to 2100 are placeholders, not times") {
    CHECK_FALSE(read_wcf_time("/Date(-62135596800000)/").has_value());  // year 1: .NET's empty date
    CHECK_FALSE(read_wcf_time("/Date(0)/").has_value());
    CHECK(read_wcf_time("/Date(631152000000)/").has_value());  // 1990-01-01
    CHECK_FALSE(read_wcf_time("/Date(631151999999)/").has_value());
    CHECK(read_wcf_time("/Date(4133980799000)/").has_value());  // 2100-12-31T23:59:59
    CHECK_FALSE(read_wcf_time("/Date(4133980800000)/").has_value());
    CHECK_FALSE(read_iso_time("1989-12-31").has_value());
    CHECK_FALSE(read_iso_time("2101-01-01").has_value());
}

TEST_CASE("what is no time is nothing") {
    for (const std::string_view text :
         {"", "/Date()/", "/Date(", "/Date(/", "/Date(x)/", "/Date(1772612700000+0800)",
          "/Date(1772612700000+08:)/", "/Date(1772612700000+9900)/", "/Date(1772612700000+0860)/",
          "/Date(1772612700000 0800)/", "/Date(9223372036854775807+1400)/",
          "/Date(-9223372036854775808-1400)/", "/Date(99999999999999999999)/"})
        CHECK_MESSAGE(!read_wcf_time(text).has_value(), text);
    for (const std::string_view text :
         {"", "2026", "2026-3-4", "2026-02-30", "2026-03-04T", "2026-03-04T24:00", "2026-03-04T16:60",
          "2026-03-04T16", "2026-03-04T16:25:", "2026-03-04T16:25:61", "2026-03-04T16:25 PM",
          "2026-03-04X16:25", "2026-03-04T16:25+15", "2026-03-04T16:25+08:0", "2026-03-04T16:25+08000"})
        CHECK_MESSAGE(!read_iso_time(text).has_value(), text);
}

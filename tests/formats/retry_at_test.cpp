#include <doctest/doctest.h>

#include "formats/answer.h"

using formats::retry_at;
using namespace postal;

namespace {

constexpr Instant now = 1'772'612'700'000;  // Wed, 04 Mar 2026 08:25:00 GMT

}  // namespace

TEST_CASE("seconds count from now") {
    CHECK(retry_at("120", now) == now + 120 * second_ms);
    CHECK(retry_at(" 5 ", now) == now + 5 * second_ms);
}

TEST_CASE("a date is when it says") {
    CHECK(retry_at("Wed, 04 Mar 2026 08:27:30 GMT", now) == now + 150 * second_ms);
}

TEST_CASE("a wait is at least a second and at most a day") {
    CHECK(retry_at("0", now) == now + second_ms);
    CHECK(retry_at("Sun, 06 Nov 1994 08:49:37 GMT", now) == now + second_ms);
    CHECK(retry_at("864000", now) == now + day_ms);
    CHECK(retry_at("99999999999999999999999", now) == now + day_ms);
    CHECK(retry_at("Thu, 04 Mar 2027 08:25:00 GMT", now) == now + day_ms);
}

TEST_CASE("a header that says nothing usable is never") {
    for (const std::string_view text :
         {"", "-5", "+5", "1.5", "soon", "12 s", "Wed, 04 Mar 2026 08:27:30", "Wed, 04 Foo 2026 08:27:30 GMT",
          "Wed, 04 arA 2026 08:27:30 GMT", "Wed, 00 Mar 2026 08:27:30 GMT", "Wed, -4 Mar 2026 08:27:30 GMT",
          "Wednesday, 04-Mar-26 08:27:30 GMT"})
        CHECK_MESSAGE(retry_at(text, now) == 0, text);
}

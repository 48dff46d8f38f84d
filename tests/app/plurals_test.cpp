#include "app/plurals.h"

#include <string>

#include "doctest/doctest.h"

using namespace app;

TEST_CASE("a count takes the form that CLDR names for it") {
    // The index of the form for each count below.
    constexpr std::int64_t counts[] = {0, 1, 2, 4, 5, 11, 12, 21, 22, 25, 101, 111, 112, 122};
    const std::pair<const char*, const char*> rows[] = {
        {"other", "00000000000000"}, {"one_other", "10111111111111"}, {"french", "00111111111111"},
        {"czech", "20112222222222"}, {"polish", "20112222122221"},    {"east_slavic", "20112220120221"},
    };
    for (const auto& [name, expected] : rows) {
        CAPTURE(name);
        const auto rule = plural_rule(name);
        REQUIRE(rule);
        std::string forms;
        for (const std::int64_t count : counts) {
            CHECK(plural_form(*rule, count) < plural_forms(*rule));
            forms += static_cast<char>('0' + plural_form(*rule, count));
        }
        CHECK(forms == expected);
    }
    CHECK(plural_form(PluralRule::one_other, -1) == 0);
    CHECK(plural_form(PluralRule::east_slavic, INT64_MIN) == 2);
    CHECK_FALSE(plural_rule("one"));
    CHECK_FALSE(plural_rule(""));
}

#include "postal/passport.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

#include "postal/item_number.h"

using namespace postal;

TEST_CASE("the worked example of the check digit is explained step by step") {
    const auto passport = explain("RR473124829US");
    REQUIRE(passport);
    CHECK(passport->service == "RR");
    CHECK(passport->service_class == ServiceClass::letter_registered);
    CHECK(passport->serial == "47312482");
    const int products[] = {32, 42, 12, 2, 6, 20, 72, 14};
    const int weights[] = {8, 6, 4, 2, 3, 5, 9, 7};
    for (std::size_t i = 0; i < 8; ++i) {
        CHECK(passport->steps[i].digit == passport->serial[i] - '0');
        CHECK(passport->steps[i].weight == weights[i]);
        CHECK(passport->steps[i].product == products[i]);
    }
    CHECK(passport->sum == 200);
    CHECK(passport->remainder == 2);
    CHECK(passport->difference == 9);
    CHECK(passport->expected == '9');
    CHECK(passport->found == '9');
    CHECK(passport->country == "US");
    CHECK(passport->country_known);
    REQUIRE(passport->issuer);
    CHECK(passport->issuer->country == "US");
    CHECK_FALSE(passport->is_example);
}

TEST_CASE("a wrong check digit, an example and an unknown country are explained too") {
    const auto example = explain("EL123456789CN");
    REQUIRE(example);
    CHECK(example->sum == 204);
    CHECK(example->remainder == 6);
    CHECK(example->expected == '5');
    CHECK(example->found == '9');
    CHECK(example->is_example);
    const auto foreign = explain("XW473124829TS");
    REQUIRE(foreign);
    CHECK_FALSE(foreign->country_known);
    CHECK(foreign->issuer == nullptr);
    CHECK(foreign->service_class == ServiceClass::unassigned);
}

TEST_CASE("a sum whose difference is 10 or 11 ends as the standard says") {
    CHECK(explain("EE100000140CN")->difference == 10);
    CHECK(explain("EE100000140CN")->expected == '0');
    CHECK(explain("EE100000025CN")->difference == 11);
    CHECK(explain("EE100000025CN")->expected == '5');
}

TEST_CASE("the passport and the check agree on every number") {
    std::mt19937 random(6);
    for (int i = 0; i < 5000; ++i) {
        std::string number;
        for (std::size_t place = 0; place < 13; ++place)
            number += static_cast<char>(place < 2 || place > 10 ? 'A' + random() % 26 : '0' + random() % 10);
        const auto passport = explain(number);
        REQUIRE(passport);
        REQUIRE(passport->expected == check_digit(passport->serial));
        REQUIRE((passport->expected == passport->found) == (check_number(number).verdict != Verdict::faulty));
    }
}

TEST_CASE("what has another shape has no passport") {
    for (const char* text :
         {"", "EE12345678CN", "ee123456785cn", "EE 123 456 785 CN", "EE12345678SCN", "9858638312956"})
        CHECK_FALSE(explain(text));
}

TEST_CASE("what no number tells is told once each") {
    std::set<std::string_view> ids;
    for (const Untold untold : what_no_number_tells()) ids.insert(id_of(untold));
    CHECK(ids.size() == untold_count);
    CHECK(ids.contains("destination"));
}

#include "postal/country_place.h"

#include <cmath>
#include <set>
#include <utility>

#include "doctest/doctest.h"
#include "postal/country.h"

using postal::place_of_country;

TEST_CASE("every country has its dot on Earth") {
    std::set<std::pair<float, float>> places;
    for (const std::string_view code : postal::country_codes()) {
        CAPTURE(code);
        const auto place = place_of_country(code);
        REQUIRE(place);
        CHECK(place->latitude >= -90);
        CHECK(place->latitude <= 90);
        CHECK(place->longitude >= -180);
        CHECK(place->longitude <= 180);
        places.insert({place->latitude, place->longitude});
    }
    CHECK(places.size() > 220);  // small neighbours may share one
}

TEST_CASE("countries lie where they are, to about a degree") {
    const struct {
        const char* code;
        float latitude, longitude;
    } known[] = {{"FR", 48.9f, 2.3f},    {"CN", 31.2f, 121.5f},  {"US", 40.7f, -74},   {"BR", -23.5f, -46.6f},
                 {"AU", -33.9f, 151.2f}, {"NZ", -36.9f, 174.8f}, {"RU", 55.8f, 37.6f}, {"ZA", -26.3f, 28}};
    for (const auto& [code, latitude, longitude] : known) {
        CAPTURE(code);
        const auto place = place_of_country(code);
        REQUIRE(place);
        CHECK(std::abs(place->latitude - latitude) < 1);
        CHECK(std::abs(place->longitude - longitude) < 1.2f);
    }
}

TEST_CASE("what is no country has no place") {
    for (const char* text : {"", "F", "XX", "fr", "FRA", "ZZ"}) CHECK_FALSE(place_of_country(text));
}

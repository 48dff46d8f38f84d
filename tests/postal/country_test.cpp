#include "postal/country.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace postal;

TEST_CASE("the 249 codes of ISO 3166-1 are there, sorted and different") {
    const auto codes = country_codes();
    CHECK(codes.size() == 249);
    CHECK(std::is_sorted(codes.begin(), codes.end()));
    CHECK(std::adjacent_find(codes.begin(), codes.end()) == codes.end());
    for (const auto code : codes) CHECK(is_country(code));
}

TEST_CASE("a pair of letters is a country exactly when it is listed") {
    int known = 0;
    for (char first = 'A'; first <= 'Z'; ++first) {
        for (char second = 'A'; second <= 'Z'; ++second)
            known += is_country(std::string{first, second}) ? 1 : 0;
    }
    CHECK(known == 249);
    for (const char* code : {"CN", "HK", "MO", "TW", "US", "GB", "ZW", "AD"}) CHECK(is_country(code));
    for (const char* code : {"", "C", "CHN", "cn", "XX", "UK", "TS", "JF", "YP", "XK", "AN"})
        CHECK_FALSE(is_country(code));
    CHECK_FALSE(is_country(sample_suffix));
}

TEST_CASE("every country has an alpha-3 code of its own") {
    CHECK(country_by_alpha3("CHN") == "CN");
    CHECK(country_by_alpha3("FRA") == "FR");
    CHECK(country_by_alpha3("ZWE") == "ZW");
    for (const char* code : {"", "CN", "chn", "XXX", "HNA", "CHNA"}) CHECK(country_by_alpha3(code).empty());
}

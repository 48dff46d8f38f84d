#include "postal/brand.h"

#include <doctest/doctest.h>

#include <string>

#include "postal/brand_row.h"
#include "postal/country.h"
#include "postal/designated_operator.h"
#include "postal/message_check.h"

using namespace postal;

TEST_CASE("every row of the official table is found as it is written, and judged official") {
    for (const BrandDomainRow& row : brand_domain_rows) {
        const std::string domain(text_of(row.domain));
        CAPTURE(domain);
        for (const std::string& host : {domain, "www." + domain, domain + "."}) {
            const auto owner = owner_of(host);
            REQUIRE(owner);
            CHECK(owner->brand == row.brand);
            CHECK((owner->ownership == Ownership::likely) == row.likely);
        }
        const auto check = check_message("https://" + domain + "/x", {});
        CHECK(check.verdict == (row.likely ? MessageVerdict::unknown : MessageVerdict::official));
    }
    for (const PostDomain& row : post_domains()) {
        CAPTURE(row.domain);
        CHECK(check_message("https://www." + std::string(row.domain), {}).verdict ==
              MessageVerdict::official);
    }
}

TEST_CASE("a name that only contains an official one is nobody's") {
    for (const char* host :
         {"notusps.com", "usps.com.evil.top", "usps.co", "com", "", ".", "post", "xusps.com"}) {
        CHECK_FALSE(owner_of(host));
    }
}

TEST_CASE("domains a post once had are never official") {
    for (const char* host :
         {"postvanuatu.com", "tongapost.net", "mauritiuspost.biz", "iraqipost.net", "correosbolivia.com"}) {
        CAPTURE(host);
        const auto owner = owner_of(host);
        CHECK((!owner || owner->ownership == Ownership::likely));
        CHECK(check_message(host, {}).verdict != MessageVerdict::official);
    }
}

TEST_CASE("brands are found by id and by the country of the designated operator") {
    REQUIRE(brand_of_id("usps") != no_brand);
    CHECK(brand(brand_of_id("usps")).name == "USPS");
    CHECK(brand_of_country("US") == brand_of_id("usps"));
    CHECK(brand_of_id("nobody") == no_brand);
    CHECK(brand_of_country("") == no_brand);
    CHECK(official_host(brand_of_id("usps")) == "usps.com");
    CHECK(official_host(brand_of_id("ups")) == "ups.com");
    CHECK(official_host(brand_of_id("fedex")) == "fedex.com");
    CHECK(official_host(no_brand).empty());
    for (std::uint8_t index = 0; index < brand_count(); ++index) {
        CHECK(brand_of_id(brand(index).id) == index);
        CHECK((brand(index).country.empty() || is_country(brand(index).country)));
    }
}

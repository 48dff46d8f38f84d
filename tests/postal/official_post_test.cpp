#include "postal/official_post.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "postal/country.h"

using namespace postal;

TEST_CASE("every official post has a country and domains, in the order of the countries") {
    const auto posts = official_posts();
    CHECK(posts.size() > 150);
    for (const OfficialPost& post : posts) {
        CAPTURE(post.country);
        CHECK(official_post(post.country) == &post);
        REQUIRE_FALSE(post.domains.empty());
        for (const std::string_view domain : post.domains) CHECK(domain.find('.') != domain.npos);
    }
    CHECK(std::ranges::is_sorted(posts, {}, &OfficialPost::country));
}

TEST_CASE("China Post EMS: its domains first to last, and the choice its site asks for") {
    const OfficialPost* post = official_post("CN");
    REQUIRE(post);
    REQUIRE(post->domains.size() == 3);
    CHECK(post->domains[0] == "ems.com.cn");
    CHECK(post->domains[2] == "chinapost.com.cn");
    CHECK(post->choose_international);
    REQUIRE(official_post("DE"));
    CHECK_FALSE(official_post("DE")->choose_international);
    CHECK(official_post("XX") == nullptr);
    CHECK(official_post("") == nullptr);
}

TEST_CASE("confirmed hotlines are known") {
    CHECK(std::ranges::count(confirmed_phones(), "11183") == 1);
    CHECK(std::ranges::count(confirmed_phones(), "") == 0);
}

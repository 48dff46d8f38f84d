#include "postal/designated_operator.h"

#include <doctest/doctest.h>

#include <string>

#include "postal/country.h"

using namespace postal;

namespace {

bool is_on_a_verified_domain(const DesignatedOperator& post, std::string_view url) {
    const std::string_view host = host_of(url);
    for (const auto domain : post.domains) {
        if (host == domain || host.ends_with("." + std::string(domain))) return true;
    }
    return false;
}

template <typename Judge>
void for_each_post(Judge judge) {
    int posts = 0;
    for (const auto code : country_codes()) {
        const DesignatedOperator* post = designated_operator(code);
        if (!post) continue;
        ++posts;
        CAPTURE(code);
        CHECK(post->country == code);
        judge(*post);
    }
    CHECK(posts > 160);
}

constexpr std::string_view number = "EE123456785CN";

}  // namespace

TEST_CASE("China Post EMS has its site, hotlines and account") {
    const DesignatedOperator* post = designated_operator("CN");
    REQUIRE(post);
    CHECK(host_of(post->home) == "www.ems.com.cn");
    CHECK(post->track_page == "https://www.ems.com.cn/queryList");
    CHECK(post->track_link.empty());
    CHECK(post->phone_domestic == "11183");
    CHECK(post->phone_status == PhoneStatus::confirmed);
    CHECK(post->phone_other_mail == "11185");
    CHECK_FALSE(post->phone_other_mail_as_of.empty());
    CHECK(post->chat_account == "EMS中国邮政速递物流");
    CHECK(post->choose_international);
    CHECK(tracking_link(*post, number).empty());
}

TEST_CASE("posts of other countries have what is known of them") {
    const DesignatedOperator* us = designated_operator("US");
    REQUIRE(us);
    CHECK(tracking_link(*us, "RR473124829US") ==
          "https://tools.usps.com/go/TrackConfirmAction?tLabels=RR473124829US");
    CHECK(us->phone_international == "+1 800 275 8777");
    CHECK(us->phone_as_of == "2026-09");
    CHECK(us->domains.size() == 2);  // uspis.gov is only likely
    CHECK_FALSE(us->choose_international);
    CHECK(us->chat_account.empty());
    const DesignatedOperator* jp = designated_operator("JP");
    REQUIRE(jp);
    CHECK(jp->phone_domestic.empty());  // the only one known is of 2015
    CHECK(jp->phone_status == PhoneStatus::none);
    CHECK(jp->phone_as_of.empty());
    const DesignatedOperator* az = designated_operator("AZ");
    REQUIRE(az);
    CHECK(az->ems_page.empty());  // on a domain that is only likely
    const DesignatedOperator* kg = designated_operator("KG");
    REQUIRE(kg);
    CHECK(kg->home.empty());
    CHECK_FALSE(kg->domains.empty());
}

TEST_CASE("a post of which nothing is verified is not there") {
    for (const char* country : {"BH", "AG", "KP", "SY", "XK", "AC", "XX", "", "C", "cn", "CNN", "ZZ", "AA"}) {
        CAPTURE(country);
        CHECK_FALSE(designated_operator(country));
    }
}

TEST_CASE("every page and link stands on a verified domain of its post") {
    for_each_post([](const DesignatedOperator& post) {
        CHECK_FALSE(post.name.empty());
        CHECK((!post.domains.empty() || post.phone_status != PhoneStatus::none));
        for (const auto url : {post.home, post.track_page, post.track_link, post.ems_page}) {
            CAPTURE(url);
            CHECK((url.empty() || is_on_a_verified_domain(post, url)));
        }
    });
}

TEST_CASE("every link that takes the number is secure and takes it once") {
    int links = 0;
    for_each_post([&](const DesignatedOperator& post) {
        for (const std::string_view item : {"RR473124829US", "EE473124829US"}) {
            const std::string link = tracking_link(post, item);
            if (link.empty()) continue;
            ++links;
            CAPTURE(link);
            CHECK(link.starts_with("https://"));
            CHECK(link.find(item) != std::string::npos);
            CHECK(link.find(item) == link.rfind(item));
            CHECK(link.find_first_of("{}") == std::string::npos);
            CHECK(is_on_a_verified_domain(post, link));
        }
    });
    CHECK(links >= 2 * 27);
}

TEST_CASE("a phone is there exactly when it is listed or confirmed") {
    int phones = 0;
    for_each_post([&](const DesignatedOperator& post) {
        const bool any = !post.phone_domestic.empty() || !post.phone_international.empty();
        CHECK(any == (post.phone_status != PhoneStatus::none));
        phones += any ? 1 : 0;
    });
    CHECK(phones == 16);
}

TEST_CASE("an EMS item of France is followed at Chronopost, a letter at La Poste") {
    const DesignatedOperator* post = designated_operator("FR");
    REQUIRE(post);
    CHECK(host_of(tracking_link(*post, "EE473124829FR")) == "www.chronopost.fr");
    CHECK(host_of(tracking_link(*post, "RR473124829FR")) == "www.laposte.fr");
}

TEST_CASE("a number that is not 13 canonical characters is put into no link") {
    const DesignatedOperator* post = designated_operator("US");
    REQUIRE(post);
    for (const char* text : {"", "RR473124829", "rr473124829us", "RR 473 124 829 US", "RR473124829US&x=1",
                             "{number}", "RR47312482SUS"}) {
        CAPTURE(text);
        CHECK(tracking_link(*post, text).empty());
    }
    CHECK_FALSE(
        tracking_link(*post, "RR473124820US").empty());  // a wrong check digit may be looked up anyway
}

TEST_CASE("a plain-http address never gets a number") {
    DesignatedOperator post;
    post.track_link = "http://example.org/{number}";
    CHECK(is_plain_http(post.track_link));
    CHECK(tracking_link(post, number).empty());
    post.track_link = "https://example.org/{number}";
    CHECK(tracking_link(post, number) == "https://example.org/EE123456785CN");
    CHECK(is_plain_http(designated_operator("KR")->home));
    CHECK_FALSE(is_plain_http("https://example.org"));
    CHECK_FALSE(is_plain_http(""));
}

TEST_CASE("the host of an address is what stands between scheme and path") {
    struct Row {
        const char* url;
        const char* host;
    };
    for (const Row& row :
         {Row{"https://www.ems.com.cn/queryList", "www.ems.com.cn"}, Row{"http://post.gov", "post.gov"},
          Row{"https://a.b:8080/c", "a.b"}, Row{"https://post.ch@evil.example/", "evil.example"},
          Row{"https://a.b?c", "a.b"}, Row{"https://a.b#c", "a.b"}, Row{"ftp://a.b", ""},
          Row{"javascript:alert(1)", ""}, Row{"", ""}, Row{"https://", ""}}) {
        CAPTURE(row.url);
        CHECK(host_of(row.url) == row.host);
    }
}

TEST_CASE("the EMS Cooperative is asked about E items only, never about a sample") {
    CHECK(ems_cooperative_link(number) ==
          "https://items.ems.post/api/publicTracking/track?language=EN&itemId=EE123456785CN");
    CHECK(ems_cooperative_link("LZ100000140CN").empty());
    CHECK(ems_cooperative_link("EE123456785XX").empty());
    CHECK(ems_cooperative_link("EE12345678").empty());
    CHECK(host_of(ems_cooperative_page()) == "www.ems.post");
}

TEST_CASE("the UPU has a page for every S10 item, which takes no number by link") {
    CHECK(host_of(global_track_page()) == "globaltracktrace.ptc.post");
    CHECK(global_track_page().find("{number}") == std::string_view::npos);
}

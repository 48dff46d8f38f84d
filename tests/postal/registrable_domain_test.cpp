#include "postal/registrable_domain.h"

#include <doctest/doctest.h>

#include <string>

using namespace postal;

TEST_CASE("the registrable domain is one label more than the public suffix") {
    struct Case {
        std::string_view host, suffix, domain;
    };
    // The forms of the Public Suffix List's own test data: one label, two, wildcard, exception, unknown
    // ending.
    constexpr Case cases[] = {
        {"usps.com", "com", "usps.com"},
        {"tools.usps.com", "com", "usps.com"},
        {"usps.com.", "com", "usps.com"},
        {"com", "com", ""},
        {"www.royalmail.co.uk", "co.uk", "royalmail.co.uk"},
        {"co.uk", "co.uk", ""},
        {"usps.com-track.top", "top", "com-track.top"},
        {"auspost.com.au", "com.au", "auspost.com.au"},
        {"track.auspost.com.au", "com.au", "auspost.com.au"},
        {"a.b.ck", "b.ck", "a.b.ck"},
        {"b.ck", "b.ck", ""},
        {"www.ck", "ck", "www.ck"},
        {"www.www.ck", "ck", "www.ck"},
        {"post.gov.np", "gov.np", "post.gov.np"},
        {"a.post.japanpost.jp", "jp", "japanpost.jp"},
        {"www.kuronekoyamato.co.jp", "co.jp", "kuronekoyamato.co.jp"},
        {"www.x.sch.uk", "x.sch.uk", "www.x.sch.uk"},
        {"a.b.nosuchending", "nosuchending", "b.nosuchending"},
        {"localhost", "localhost", ""},
        {"", "", ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.host);
        const RegistrableDomain found = registrable_domain(one.host);
        CHECK(found.suffix == one.suffix);
        CHECK(found.domain == one.domain);
    }
    CHECK(registrable_domain("usps.com").known_ending);
    CHECK_FALSE(registrable_domain("readme.nosuchending").known_ending);
}

TEST_CASE("endings, shared hosting and shorteners are known by their whole name") {
    for (const char* label : {"com", "uk", "cn", "top", "post", "dhl"}) CHECK(is_public_ending(label));
    for (const char* label : {"", "c", "comm", "uk cn", "txt", "exe", " com "})
        CHECK_FALSE(is_public_ending(label));
    CHECK(shared_hosting("usps.vercel.app") == "vercel.app");
    CHECK(shared_hosting("a.b.pages.dev.") == "pages.dev");
    CHECK(shared_hosting("pages.dev.example.com").empty());
    CHECK(shared_hosting("sites.google.com") == "sites.google.com");
    CHECK(shared_hosting("www.google.com").empty());
    CHECK(is_link_shortener("bit.ly"));
    CHECK(is_link_shortener("www.tinyurl.com"));
    CHECK_FALSE(is_link_shortener("notbit.ly"));
    CHECK_FALSE(is_link_shortener("bit.ly.example.com"));
    CHECK(public_suffixes_date().size() == 10);
}

TEST_CASE("a word is found in a list only as a whole") {
    constexpr std::string_view words = " a bc cd ";
    for (const char* word : {"a", "bc", "cd"}) CHECK(holds_word(words, word));
    for (const char* word : {"", " ", "b", "c", "d", "bcd", "a bc", "zz", "0"})
        CHECK_FALSE(holds_word(words, word));
    CHECK_FALSE(holds_word("  ", "a"));
    CHECK(last_labels("a.b.c.d", 2) == "c.d");
    CHECK(last_labels("a.b", 3) == "a.b");
}

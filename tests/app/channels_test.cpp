#include "doctest/doctest.h"
#include "tests/app/driver.h"
#include "tests/app/screen_check.h"

using namespace driver;

namespace {

App showing(const std::string& number, std::string_view going_to = {}) {
    App app = started();
    app.type(number).on(FieldTyped{FieldId::going_to, std::string(going_to)}).on(NumberSubmitted{});
    return app;
}

void gather_links(const Part& part, std::vector<const Part*>& links) {
    if (part.role == Role::link) links.push_back(&part);
    for (const Part& child : part.parts) gather_links(child, links);
}

}  // namespace

TEST_CASE("every country's post is named with safe links, or that there is none") {
    for (std::string_view country : postal::country_codes()) {
        CAPTURE(country);
        const std::string number = number_of(4711'0815, "EE", country);
        App app = showing(number, country == "FR" ? "US" : "FR");
        const Screen screen = app.screen();
        REQUIRE(screen_check::complaint(app.state, screen) == "");
        const postal::DesignatedOperator* post = postal::designated_operator(country);
        const std::string words = app.words("channels/origin");
        CHECK(contains(words, "Land of " + std::string(country)));
        CHECK(contains(words, post ? post->name : "no verified official address is on our list"));
        std::vector<const Part*> links;
        gather_links(*find(screen, "channels"), links);
        CHECK(links.size() >= 2);  // the EMS Cooperative and the UPU at least
        for (const Part* link : links) {
            CAPTURE(link->href);
            if (link->href.starts_with("tel:")) {
                const std::string digits = link->href.substr(4);
                CHECK(digits.find_first_not_of("+0123456789") == digits.npos);
                CHECK(digits.size() >= 3);
                CHECK(digits.size() <= 16);  // E.164 and its plus
                CHECK(link->text.find_first_of("/,;") ==
                      link->text.npos);  // two numbers would be dialled as one
            } else {
                CHECK(link->text == postal::host_of(link->href));  // what is shown is where it leads
                if (link->href.starts_with("http:")) {
                    CHECK_FALSE(contains(link->href, number));
                }
            }
        }
    }
}

TEST_CASE("a site without encryption is marked and gets no number") {
    int met = 0;
    for (std::string_view country : postal::country_codes()) {
        const postal::DesignatedOperator* post = postal::designated_operator(country);
        if (!post || !postal::is_plain_http(post->track_page.empty() ? post->home : post->track_page))
            continue;
        CAPTURE(country);
        const App app = showing(number_of(1, "RR", country));
        const std::string words = app.words("channels/origin/page");
        if (words.empty()) continue;  // a filled link over https is better
        ++met;
        CHECK(contains(words, "not a secure site: read only, give it no number"));
    }
    CHECK(met > 0);
}

TEST_CASE("China Post: account name, both hotlines, and the hint to choose International") {
    const App app = showing(number_of(4711'0815));
    const std::string words = app.words("channels/origin");
    for (const char* told : {"11183", "11185", "for mail that is not EMS, from an older source",
                             "WeChat account: ", "Choose “International” there."}) {
        CAPTURE(told);
        CHECK(contains(words, told));
    }
}

TEST_CASE("the EMS Cooperative is offered for numbers beginning with E only") {
    CHECK(showing(number_of(1, "EE")).shows("channels/ems"));
    CHECK_FALSE(showing(number_of(1, "RR")).shows("channels/ems"));
    CHECK_FALSE(showing(number_of(1, "EE", "XX")).shows("channels/ems"));  // a sample
    CHECK(showing(number_of(1, "RR")).shows("channels/upu"));
}

TEST_CASE("the destination's post is named as soon as it is known, and once when it is the origin too") {
    CHECK(contains(showing(number_of(1)).words("channels"), "Where it goes is not in the number."));
    CHECK(contains(showing(number_of(1), "FR").words("channels/destination"), "Land of FR"));
    CHECK_FALSE(showing(number_of(1), "CN").shows("channels/destination"));
}

TEST_CASE("no link holds the number of a sample") {
    App app = started();
    app.on(SamplesAdded{});
    for (const postal::Item& item : std::vector(app.state.items)) {
        app.on(PageOpened{Page::item, item.number});
        std::vector<const Part*> links;
        const Screen screen = app.screen();
        gather_links(screen.root, links);
        for (const Part* link : links) CHECK_FALSE(contains(link->href, item.number));
    }
}

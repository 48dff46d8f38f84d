#include "doctest/doctest.h"
#include "tests/app/driver.h"

using namespace driver;

TEST_CASE("nothing is asked before the user says yes, and the question names everything in one sentence") {
    App app = started();
    const std::string number = number_of(4711'0815);
    app.add(number);
    CHECK_FALSE(first<FetchAnswer>(app.effects));
    const std::string question = app.words("consent/text");
    for (const char* told : {"EE 471 108 15", "UPU Global Track & Trace", "globaltracktrace.ptc.post",
                             "this site (postwatch.example)", "Is that all right?"}) {
        CAPTURE(told);
        CHECK(contains(question, told));
    }
    for (const Action& other : {Action{BecameVisible{noon + day_ms}}, Action{OnlineChanged{false, noon}},
                                Action{OnlineChanged{true, noon}}, Action{CheckNow{number}},
                                Action{ClockTicked{noon + 2 * day_ms}}}) {
        app.on(other);
        CHECK_FALSE(first<FetchAnswer>(app.effects));
    }
    REQUIRE(app.press("consent/yes"));
    REQUIRE(first<FetchAnswer>(app.effects));
    CHECK(first<FetchAnswer>(app.effects)->url == "/v1/upu-gtt/" + number);
    CHECK(contains(first<SaveSettings>(app.effects)->record, "upu-gtt"));
    CHECK_FALSE(app.shows("consent"));
}

TEST_CASE("several numbers waiting are counted") {
    App app = started();
    app.add(number_of(1)).add(number_of(2)).add(number_of(3));
    CHECK(contains(app.words("consent/text"), "3 numbers"));
}

TEST_CASE("Not now keeps quiet until the next wish to look something up") {
    App app = started();
    const std::string number = number_of(1);
    app.add(number);
    REQUIRE(app.press("consent/no"));
    CHECK_FALSE(app.shows("consent"));
    CHECK_FALSE(first<FetchAnswer>(app.effects));
    app.on(BecameVisible{noon + day_ms});
    CHECK_FALSE(app.shows("consent"));
    CHECK(app.state.tickets.empty());
    app.on(CheckNow{number});
    CHECK(app.shows("consent"));
    app.press("consent/no");
    app.add(number_of(2));
    CHECK(app.shows("consent"));
}

TEST_CASE("a consent given once is kept and not asked again") {
    App app = started();
    app.add(number_of(1)).agree();
    App later = started({}, first<SaveSettings>(app.effects)->record);
    later.add(number_of(2));
    CHECK_FALSE(later.shows("consent"));
    CHECK(first<FetchAnswer>(later.effects));
}

TEST_CASE(
    "the samples' consent is their own: pressing the button gives it, and it is good for nothing else") {
    App app = started();
    app.on(SamplesAdded{});
    CHECK(all<FetchAnswer>(app.effects).size() == 2);
    CHECK(contains(first<FetchAnswer>(app.effects)->url, "/v1/sample/"));
    CHECK_FALSE(app.shows("consent"));
    app.add(number_of(1));
    CHECK_FALSE(first<FetchAnswer>(app.effects));
    CHECK(app.shows("consent"));
}

TEST_CASE("a consent to the post's source does not ask for the samples") {
    App app = started();
    app.add(number_of(1)).agree();
    app.add(number_of(90000001, "EE", "XX"));
    CHECK_FALSE(first<FetchAnswer>(app.effects));
    CHECK(contains(app.words("consent/text"), "Sample items"));
}

TEST_CASE("the chosen proxy is the one that is named and asked") {
    App app = started();
    app.on(FieldTyped{FieldId::proxy, "https://proxy.example"});
    app.add(number_of(1));
    CHECK(contains(app.words("consent/text"), "through proxy.example,"));
    app.agree();
    CHECK(first<FetchAnswer>(app.effects)->url.starts_with("https://proxy.example/v1/"));
}

TEST_CASE("a proxy that is not in the config cannot be chosen") {
    App app = started();
    for (const char* wanted : {"https://evil.example", "https://proxy.example/", "javascript:x"}) {
        app.on(FieldTyped{FieldId::proxy, wanted});
        CHECK(app.state.settings.proxy.empty());
        CHECK(app.effects.empty());
    }
}

TEST_CASE("a proxy that the config no longer names is not asked") {
    const std::string settings = R"({"version":1,"proxy":"https://gone.example","consented":["upu-gtt"]})";
    SUBCASE("the config came first") {
        App app = started({}, settings);
        app.add(number_of(1));
        CHECK(first<FetchAnswer>(app.effects)->url.starts_with("/v1/"));
    }
    SUBCASE("the storage was read first") {
        App app;
        app.on(StorageRead{{}, settings, noon});
        app.add(number_of(1));
        CHECK_FALSE(first<FetchAnswer>(app.effects));
        app.on(ConfigArrived{std::string(config_body), "https://postwatch.example"});
        REQUIRE(first<FetchAnswer>(app.effects));
        CHECK(first<FetchAnswer>(app.effects)->url.starts_with("/v1/"));
    }
}

TEST_CASE("a yes holds for the proxy it was given for") {
    App app = started({}, R"({"version":1,"consented":["upu-gtt"]})");
    app.on(FieldTyped{FieldId::proxy, "https://proxy.example"});
    app.add(number_of(1));
    CHECK_FALSE(first<FetchAnswer>(app.effects));
    REQUIRE(app.shows("consent/yes"));
    app.on(ConsentAnswered{"upu-gtt", true});
    REQUIRE(first<FetchAnswer>(app.effects));
    CHECK(first<FetchAnswer>(app.effects)->url.starts_with("https://proxy.example/v1/"));
    SUBCASE("and another proxy is asked about anew, the first one not") {
        app.on(FieldTyped{FieldId::proxy, ""});
        app.add(number_of(2));
        CHECK(first<FetchAnswer>(app.effects));
    }
}

TEST_CASE("without a config nothing is asked, and the page says so") {
    for (
        const char* body :
        {"", "<html>", "{}",
         R"({"version":1,"proxies":["ftp://x"],"sources":[{"id":"upu-gtt","dialect":"upu-gtt","name":"UPU","host":"h"}]})"}) {
        CAPTURE(body);
        App app;
        app.on(StorageRead{{}, R"({"version":1,"consented":["upu-gtt"]})", noon});
        app.on(ConfigArrived{body, "https://postwatch.example"});
        app.add(number_of(1));
        CHECK_FALSE(first<FetchAnswer>(app.effects));
        CHECK(contains(app.all_words(), "No tracking source is set up on this site."));
    }
}

// Is this message real: what is asked, what is answered, and what is forgotten.
#include "doctest/doctest.h"
#include "tests/app/driver.h"

using namespace driver;

namespace {

const std::string number = number_of(1);
constexpr std::string_view senders =
    R"({"senders":[{"id":"usps","name":"USPS"},{"id":"dpd","name":"DPD"},{"id":"","name":"no"}]})";

/// As web/message_check answers.
constexpr std::string_view lookalike =
    R"({"verdict":"lookalike","hosts":[{"host":"usps.pay-now.example","registrable":"pay-now.example",)"
    R"("verdict":"lookalike","brand":"usps","country":"US","start":4,"end":30,)"
    R"("reasons":[{"rule":"brand_name","start":4,"end":30}]}],)"
    R"("reasons":[{"rule":"says_fee","start":0,"end":3},{"rule":"no_number","start":0,"end":0}],)"
    R"("numbers":[{"start":0,"end":3,"number":"RR123456785CN","verdict":"valid","family":"s10"}],)"
    R"("safe_route":{"brand":"usps","country":"US","host":"usps.com"}})";

App on_page() {
    App app = started();
    app.press("open-message");
    return app;
}

App& type_message(App& app, const std::string& text) {
    return app.on(FieldTyped{FieldId::message_text, text, text.size()});
}

App& answer(App& app, std::string_view json = lookalike) {
    return app.on(MessageChecked{app.state.message.asked, std::string(json)});
}

}  // namespace

TEST_CASE("opening the page asks for the check, before anything is typed") {
    App app = on_page();
    const auto* asked = first<CheckMessage>(app.effects);
    REQUIRE(asked);
    CHECK(asked->text.empty());
    app.on(MessageCheckReady{std::string(senders)});
    answer(app, R"({"verdict":"nothing","hosts":[],"reasons":[],"numbers":[],"safe_route":null})");
    CHECK_FALSE(app.shows("message/verdict"));
    const Screen screen = app.screen();
    const Part* claimed = find(screen, "message-claimed");
    REQUIRE(claimed);
    CHECK(claimed->field->choices.size() == 3);
    CHECK(claimed->field->choices[2].label == "DPD");
}

TEST_CASE("the check is said to be on its way when it takes long, and to be missing when it cannot be had") {
    App app = on_page();
    CHECK_FALSE(app.shows("message/getting"));
    app.on(MessageCheckSlow{});
    CHECK(app.words("message/getting") == "Getting ready…\n");
    const std::uint32_t ticket = app.state.message.asked;
    app.on(MessageCheckUnavailable{ticket + 1});
    CHECK(app.shows("message/getting"));
    app.on(MessageCheckUnavailable{ticket});
    CHECK(app.shows("message/unavailable"));
    CHECK(app.press("message/retry"));
    CHECK(first<CheckMessage>(app.effects));
    CHECK_FALSE(app.shows("message/unavailable"));
}

TEST_CASE("the verdict, its evidence and the way out stand on the page; nothing of the message is a link") {
    App app = on_page();
    answer(app, "{}");
    answer(type_message(app, "Pay at usps.pay-now.example"));
    CHECK(app.words("message/verdict") == "Very likely a fraud: its link imitates an official address.\n");
    const std::string why = app.words("message/why");
    CHECK(contains(why, "usps.\npay-now.example\n"));
    CHECK(contains(why, "It bears the name of a post or carrier, but belongs to somebody else."));
    CHECK(contains(why, "It wants a fee. “Pay”"));
    CHECK(contains(why, "Numbers in it: RR123456785CN"));
    const Screen screen = app.screen();
    const Part* domain = find(screen, "message/host/0/domain");
    REQUIRE(domain);
    CHECK(domain->strong);
    CHECK(domain->href.empty());
    CHECK(find(screen, "message/official/link")->href == "https://usps.com/");
    CHECK(app.shows("message/post/page-link"));
    CHECK(contains(app.words("message/do"), "Never pay"));
    // The live region says it; it is drawn on the page only.
    CHECK(find(screen, "status/page")->name == "Very likely a fraud: its link imitates an official address.");
    CHECK(find(screen, "status/page")->text.empty());
}

TEST_CASE("no question is sent while one is out; then the newest text is asked about") {
    App app = on_page();
    const std::uint32_t ticket = app.state.message.asked;
    CHECK_FALSE(first<CheckMessage>(type_message(app, "a").effects));
    CHECK_FALSE(first<CheckMessage>(type_message(app, "ab").effects));
    app.on(MessageChecked{ticket, std::string(lookalike)});
    CHECK_FALSE(app.shows("message/verdict"));  // of an older text
    const auto* next = first<CheckMessage>(app.effects);
    REQUIRE(next);
    CHECK(next->text == "ab");
    CHECK(next->ticket != ticket);
    app.on(MessageChecked{ticket, std::string(lookalike)});
    CHECK_FALSE(app.shows("message/verdict"));
    answer(app);
    CHECK(app.shows("message/verdict"));
}

TEST_CASE("whom it says it is from is asked along, if the check knows that sender") {
    App app = on_page();
    app.on(MessageCheckReady{std::string(senders)});
    answer(app, "{}");
    app.on(FieldTyped{FieldId::message_claimed, "usps"});
    CHECK(first<CheckMessage>(app.effects)->claimed == "usps");
    answer(app);
    app.on(FieldTyped{FieldId::message_claimed, "<script>"});
    CHECK(first<CheckMessage>(app.effects)->claimed.empty());
}

TEST_CASE("the items followed are told to the check with what is delivered, samples are not") {
    App app = started();
    app.add(number).agree();
    app.answer(number, 200, delivered(number), noon);
    app.add(number_of(2)).on(SamplesAdded{});
    app.press("open-message");
    const std::string items = first<CheckMessage>(app.effects)->items;
    CHECK(contains(items, "+" + number + "\n"));
    CHECK(contains(items, "-" + number_of(2) + "\n"));
    CHECK_FALSE(contains(items, "XX"));
}

TEST_CASE("leaving the page forgets the message, whatever leads away") {
    for (const Action& away :
         {Action{PageOpened{Page::settings, {}}}, Action{PageOpened{Page::watched_items, {}}},
          Action{FragmentArrived{"add"}}, Action{TextFileArrived{"a.txt", "x", FileFault::none}}}) {
        App app = on_page();
        answer(type_message(app, "Pay now"), lookalike);
        app.on(away);
        CHECK(app.state.message.text.empty());
        CHECK_FALSE(app.state.message.answer);
        CHECK(first<ForgetMessage>(app.effects));
        type_message(app, "typed too late");
        CHECK(app.state.message.text.empty());
        app.on(MessageChecked{1, std::string(lookalike)});
        CHECK_FALSE(app.state.message.answer);
    }
}

TEST_CASE("an official verdict is no proof and says so by what to do") {
    App app = on_page();
    answer(app, "{}");
    answer(type_message(app, "x"),
           R"({"verdict":"official","hosts":[],"reasons":[],"numbers":[],"safe_route":null})");
    CHECK(app.words("message/verdict") == "Its links lead to official addresses.\n");
    CHECK(app.shows("message/do"));
}

TEST_CASE("every rule of the check has its sentence") {
    for (int rule = 0; rule < postal::message_rule_count; ++rule) {
        const std::string id(postal::message_rule_id(static_cast<postal::MessageRule>(rule)));
        App app = on_page();
        answer(app, "{}");
        answer(type_message(app, "x"), R"({"verdict":"unknown","hosts":[],"reasons":[{"rule":")" + id +
                                           R"(","start":0,"end":0}],"numbers":[],"safe_route":null})");
        CAPTURE(id);
        CHECK(app.words("message/reasons").size() > 5);
    }
}

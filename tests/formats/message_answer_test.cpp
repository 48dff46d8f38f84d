#include "formats/message_answer.h"

#include "doctest/doctest.h"

using postal::MessageRule;
using postal::MessageVerdict;

namespace {

std::string answer_with(const std::string& hosts, const std::string& reasons = "",
                        const std::string& more = "") {
    return R"({"verdict":"suspicious","hosts":[)" + hosts + R"(],"reasons":[)" + reasons +
           R"(],"numbers":[])" + more + "}";
}

std::string host(const std::string& name, const std::string& registrable, const std::string& verdict) {
    return R"({"host":")" + name + R"(","registrable":")" + registrable + R"(","verdict":")" + verdict +
           R"(","reasons":[{"rule":"not_listed","start":0,"end":4}]})";
}

}  // namespace

TEST_CASE("the places of the check count UTF-16 units, and the quote is cut out of UTF-8") {
    const std::string text = "请付款 😀 pay 2 € now";
    const auto answer = formats::read_message_answer(
        answer_with("",
                    R"({"rule":"says_fee","start":7,"end":10},{"rule":"says_amount","start":11,"end":14},)"
                    R"({"rule":"says_parcel","start":0,"end":3},{"rule":"no_number","start":0,"end":0})"),
        text);
    REQUIRE(answer);
    REQUIRE(answer->reasons.size() == 4);
    CHECK(answer->verdict == MessageVerdict::suspicious);
    CHECK(answer->reasons[0].rule == MessageRule::says_fee);
    CHECK(answer->reasons[0].quote == "pay");
    CHECK(answer->reasons[1].quote == "2 €");
    CHECK(answer->reasons[2].quote == "请付款");
    CHECK(answer->reasons[3].quote.empty());
}

TEST_CASE("a quote is short, and places beyond the text harm nothing") {
    const auto answer = formats::read_message_answer(
        answer_with("",
                    R"({"rule":"says_fee","start":0,"end":200},{"rule":"says_card","start":300,"end":400},)"
                    R"({"rule":"says_code","start":9,"end":2},{"rule":"made_up","start":0,"end":1})"),
        std::string(150, 'x'));
    REQUIRE(answer);
    REQUIRE(answer->reasons.size() == 3);
    CHECK(answer->reasons[0].quote == std::string(formats::message_quote_limit, 'x') + "…");
    CHECK(answer->reasons[1].quote.empty());
    CHECK(answer->reasons[2].quote.empty());
}

TEST_CASE("of many hosts the gravest are kept") {
    std::string hosts;
    for (int i = 0; i < 20; ++i)
        hosts += host("a" + std::to_string(i) + ".example", "example", "unknown") + ",";
    hosts += host("x.bad.example", "bad.example", "lookalike");
    const auto answer = formats::read_message_answer(answer_with(hosts), "text");
    REQUIRE(answer);
    REQUIRE(answer->hosts.size() == formats::message_hosts_limit);
    CHECK(answer->hosts[0].host == "x.bad.example");
    CHECK(answer->hosts[0].registrable == "bad.example");
    CHECK(answer->hosts[0].verdict == MessageVerdict::lookalike);
    CHECK(answer->hosts[0].reasons.front().quote.empty());
    CHECK(answer->hosts[1].host == "a0.example");
}

TEST_CASE("what is no end of the host is not taken for the part that counts") {
    const auto answer =
        formats::read_message_answer(answer_with(host("a.example", "usps.com", "unknown")), "");
    REQUIRE(answer);
    CHECK(answer->hosts[0].registrable.empty());
}

TEST_CASE("the safe route is a host and a country, and nothing else becomes one") {
    const auto route = [](const std::string& host) {
        const auto answer = formats::read_message_answer(
            answer_with("", "", R"(,"safe_route":{"host":")" + host + R"(","country":"US"})"), "");
        return answer ? answer->safe_host : "none";
    };
    CHECK(route("www.usps.com") == "www.usps.com");
    CHECK(route("usps.com/pay") == "");
    CHECK(route("user@usps.com") == "");
    CHECK(formats::read_message_answer(answer_with("", "", R"(,"safe_route":null)"), "")->safe_host.empty());
}

TEST_CASE("what is no answer is none") {
    for (const char* text :
         {"", "{}", "[]", "null", R"({"verdict":"safe"})", R"({"verdict":5})", "{\"verdict\":"})
        CHECK_FALSE(formats::read_message_answer(text, "text"));
}

TEST_CASE("senders come in their order, whole ones only") {
    const auto senders = formats::read_senders(
        R"({"senders":[{"id":"usps","name":"USPS"},{"id":"dpd","name":"DPD"},{"id":"x"},{"name":"y"},7]})");
    REQUIRE(senders.size() == 2);
    CHECK(senders[0].name == "USPS");
    CHECK(senders[1].id == "dpd");
    CHECK(formats::read_senders("no").empty());
}

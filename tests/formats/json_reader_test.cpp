#include "formats/json_reader.h"

#include <doctest/doctest.h>

#include <string>

using namespace formats;

namespace {

constexpr JsonLimits limits{.size = 100'000, .nodes = 1'000};

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

JsonValue parsed(std::string_view text) {
    auto json = parse_untrusted(text, limits);
    REQUIRE(json.has_value());
    return std::move(*json);
}

}  // namespace

TEST_CASE("members are read by name and type") {
    const JsonValue json = parsed(R"({"a": "text", "n": -5, "t": true, "l": [1, 2], "z": null})");
    CHECK(text(json, "a", 10) == "text");
    CHECK(integer(json, "n", -10, 10) == -5);
    CHECK(boolean(json, "t") == true);
    CHECK(elements(json, "l").size() == 2);
    REQUIRE(member(json, "z") != nullptr);
    CHECK(member(json, "z")->is_null());
}

TEST_CASE("a member that is missing, of another type or out of range is nothing") {
    const JsonValue json = parsed(R"({"a": 7, "n": "7", "f": 7.5, "big": 18446744073709551615, "l": {}})");
    CHECK_FALSE(text(json, "a", 10).has_value());
    CHECK_FALSE(text(json, "missing", 10).has_value());
    CHECK_FALSE(integer(json, "n", -10, 10).has_value());
    CHECK_FALSE(integer(json, "f", -10, 10).has_value());
    CHECK_FALSE(integer(json, "big", INT64_MIN, INT64_MAX).has_value());
    CHECK_FALSE(integer(json, "a", 8, 10).has_value());
    CHECK_FALSE(integer(json, "a", 0, 6).has_value());
    CHECK_FALSE(boolean(json, "a").has_value());
    CHECK(elements(json, "l").empty());
    CHECK(member(parsed("[1]"), "a") == nullptr);
}

TEST_CASE("of a name written twice the last counts") {
    CHECK(integer(parsed(R"({"a":1,"a":2})"), "a", 0, 9) == 2);
}

TEST_CASE("text is cleaned and cut as it is read") {
    const JsonValue json = parsed(R"({"a": "P\u0000A\u202ER\u0009IS"})");
    CHECK(text(json, "a", 100) == "PAR IS");
    CHECK(text(json, "a", 3) == "PAR");
}

TEST_CASE("what is not one whole document is nothing") {
    for (const std::string_view broken : {"", " ", "{", "[1,", "[1]]", "{\"a\":}", "[01]", "[1,]", "nul",
                                          "\"abc", "[NaN]", "{} {}", "// no\n1"})
        CHECK_MESSAGE(!parse_untrusted(broken, limits).has_value(), broken);
}

TEST_CASE("sixteen levels are read, seventeen are not, and a million do no harm") {
    const auto nested = [](std::size_t depth) { return repeated("[", depth) + repeated("]", depth); };
    CHECK(parse_untrusted(nested(16), limits).has_value());
    CHECK_FALSE(parse_untrusted(nested(17), limits).has_value());
    CHECK_FALSE(
        parse_untrusted(repeated("[", 1'000'000), {.size = 2'000'000, .nodes = 2'000'000}).has_value());
    CHECK_FALSE(parse_untrusted(repeated("{\"a\":", 20'000), limits).has_value());
}

TEST_CASE("more values than allowed are refused") {
    CHECK(parse_untrusted("[" + repeated("0,", 998) + "0]", limits).has_value());
    CHECK_FALSE(parse_untrusted("[" + repeated("0,", 999) + "0]", limits).has_value());
}

TEST_CASE("more bytes than allowed are refused") {
    CHECK(parse_untrusted("1" + repeated(" ", 99'999), limits).has_value());
    CHECK_FALSE(parse_untrusted("1" + repeated(" ", 100'000), limits).has_value());
}

TEST_CASE("a NUL byte does not end a document") {
    using namespace std::string_view_literals;
    CHECK_FALSE(parse_untrusted("[1]\0[2"sv, limits).has_value());
    CHECK_FALSE(parse_untrusted("[1]\0"sv, limits).has_value());
}

TEST_CASE("a long string keeps its beginning, a long name is refused") {
    const JsonValue json = parsed("{\"a\":\"" + repeated("中", 2'000) + "\",\"b\":1}");
    CHECK(text(json, "a", 10'000)->size() == 4'095);
    CHECK(integer(json, "b", 0, 9) == 1);
    CHECK(parse_untrusted("{\"" + repeated("n", 256) + "\":1}", limits).has_value());
    CHECK_FALSE(parse_untrusted("{\"" + repeated("n", 257) + "\":1}", limits).has_value());
}

TEST_CASE("a number too large for anything does not crash") {
    CHECK_FALSE(parse_untrusted(R"({"a":1e999,"b":1})", limits).has_value());
    CHECK(integer(parsed(R"({"a":1e308,"b":1e-999,"c":1})"), "c", 0, 9) == 1);
}

TEST_CASE("bytes that are no UTF-8 are read as replacement characters") {
    CHECK(text(parsed("{\"a\":\"K\xD6LN\"}"), "a", 100) == "K\xEF\xBF\xBDLN");
}

TEST_CASE("a list is handed over element by element and not kept") {
    std::vector<std::int64_t> seen;
    const ReadList read =
        parse_list(R"({"x":[9],"items":[{"v":1},{"v":2,"items":[7]}],"count":2})", limits, "items",
                   [&](const JsonValue& one) { seen.push_back(integer(one, "v", 0, 9).value_or(-1)); });
    CHECK(read.whole);
    CHECK(seen == std::vector<std::int64_t>{1, 2});
    CHECK(elements(read.root, "items").empty());
    CHECK(elements(read.root, "x").size() == 1);
    CHECK(integer(read.root, "count", 0, 9) == 2);
}

TEST_CASE("a list may hold more values than may be held at the same time") {
    int seen = 0;
    const auto count = [&](const JsonValue&) { ++seen; };
    CHECK(parse_list("{\"items\":[" + repeated("[1,2],", 5'000) + "0]}", limits, "items", count).whole);
    CHECK(seen == 5'001);
    CHECK_FALSE(parse_list("{\"items\":[[" + repeated("1,", 1'000) + "0]]}", limits, "items", count).whole);
    CHECK_FALSE(parse_list("{\"other\":[" + repeated("1,", 1'000) + "0]}", limits, "items", count).whole);
}

TEST_CASE("of a list that is cut off, what was read before is told") {
    int seen = 0;
    const ReadList read =
        parse_list(R"({"app":"me","items":[1,2,[3)", limits, "items", [&](const JsonValue&) { ++seen; });
    CHECK_FALSE(read.whole);
    CHECK(seen == 2);
    CHECK(text(read.root, "app", 10) == "me");
}

TEST_CASE("only the outermost list of that name is handed over") {
    int seen = 0;
    const auto count = [&](const JsonValue&) { ++seen; };
    CHECK(parse_list(R"({"a":{"items":[1,2]}})", limits, "items", count).whole);
    CHECK(parse_list(R"([[1,2],[3]])", limits, "items", count).whole);
    CHECK(parse_list(R"({"items":{"items":[1]}})", limits, "items", count).whole);
    CHECK(seen == 0);
}

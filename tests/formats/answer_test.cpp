#include "formats/answer.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "tests/formats/samples.h"

using namespace formats;
using postal::Fault;
using postwatch::sample;

namespace {

constexpr std::string_view number = "EE123456785CN";

ReadAnswer read(std::string_view body, std::int32_t status = 200) {
    return read_answer(Dialect::upu_gtt, status, body, number);
}

postal::Answer events_in(std::string_view body) {
    const ReadAnswer answer = read(body);
    const auto* events = std::get_if<postal::Answer>(&answer);
    REQUIRE(events != nullptr);
    return *events;
}

std::optional<Fault> fault_in(std::string_view body, std::int32_t status = 200) {
    const ReadAnswer answer = read(body, status);
    const auto* fault = std::get_if<AnswerFault>(&answer);
    return fault ? std::optional(fault->fault) : std::nullopt;
}

bool has_no_records(std::string_view body, std::int32_t status = 200) {
    return std::holds_alternative<NoRecords>(read(body, status));
}

std::string item_with(std::string_view events) {
    return "[{\"ID\":\"EE123456785CN\",\"Events\":[" + std::string(events) + "]}]";
}

std::string event_at(int hour) {
    const std::int64_t milliseconds = 1'772'612'700'000 + hour * 3'600'000LL;
    return "{\"EventCd\":\"EMD\",\"EventDT\":\"\\/Date(" + std::to_string(milliseconds) +
           "+0000)\\/\",\"EventLocation\":\"" + std::to_string(hour) + "\"}";
}

}  // namespace

TEST_CASE("the UPU's answer is read as it stands") {
    const postal::Answer answer = events_in(sample("upu-gtt.json"));
    CHECK(answer.origin_country == "CN");
    CHECK(answer.destination_country == "FR");
    REQUIRE(answer.events.size() == 7);

    const postal::Event& first = answer.events.front();
    CHECK(first.code == "EMA");
    CHECK(first.words == "Posting/Collection");
    CHECK(first.place == "SHENZHEN");
    CHECK(first.stage == postal::Stage::accepted);
    CHECK_FALSE(first.forecast);
    CHECK(first.at.seconds == postal::days_from_civil({2026, 3, 4}) * 86'400 + 16 * 3'600 + 25 * 60);
    CHECK(first.at.offset_minutes == 480);
    CHECK(first.at.trust == postal::OffsetTrust::stated);

    std::string codes;
    for (const postal::Event& event : answer.events) codes += event.code + " ";
    CHECK(codes == "EMA EXB EXC EMC EMD EDB DLV ");
}

TEST_CASE("an estimated delivery is a forecast, not a scan") {
    const postal::Answer answer = events_in(sample("upu-gtt.json"));
    for (const postal::Event& event : answer.events) CHECK(event.forecast == (event.code == "DLV"));
    const auto named = events_in(
        item_with(R"({"EventCd":"XYZ","EventNm":"Estimated delivery","EventDT":"2026-03-04T10:00:00"})"));
    CHECK(named.events.front().forecast);
}

TEST_CASE("an empty body, an empty list and an item without events are no records") {
    for (const std::string_view name : {"upu-gtt.error.json", "upu-gtt.empty-array.json",
                                        "upu-gtt.null-events.json", "upu-gtt.no-events.json"})
        CHECK_MESSAGE(has_no_records(sample(name)), name);
    for (const std::string_view body :
         {" \r\n", "\xEF\xBB\xBF", "1", "\"1\"", "[ ]", R"([{"ID":"EE123456785CN"}])"})
        CHECK_MESSAGE(has_no_records(body), body);
}

TEST_CASE("an answer about another number is not taken") {
    CHECK(fault_in(sample("upu-gtt.wrong-number.json")) == Fault::wrong_number);
    CHECK(fault_in(R"([{"ID":"EE123456785C","Events":[]}])") == Fault::wrong_number);
    CHECK(fault_in(R"([{"ID":"EE123456785CN2","Events":[]}])") == Fault::wrong_number);
    CHECK(has_no_records(R"([{"ID":" ee123456785cn ","Events":[]}])"));
}

TEST_CASE("of a member told twice the last counts, for the number too") {
    CHECK(events_in(sample("upu-gtt.duplicate-keys.json")).events.size() == 1);
}

TEST_CASE("a web page is not JSON") {
    CHECK(fault_in(sample("upu-gtt.maintenance.html")) == Fault::not_json);
    CHECK(fault_in("Service unavailable") == Fault::not_json);
    CHECK(fault_in("2") == Fault::not_json);
}

TEST_CASE("JSON that is cut off, too deep, ambiguous or of another shape is broken") {
    for (const std::string_view name : {"upu-gtt.truncated.json", "upu-gtt.deep.json", "upu-gtt.nul.json",
                                        "upu-gtt.1e999.json", "upu-gtt.no-usable-event.json"})
        CHECK_MESSAGE(fault_in(sample(name)) == Fault::broken_json, name);
    for (const std::string_view body :
         {"{}", "[null]", "[[]]", "[7]", R"([{"Events":[]}])", R"([{"ID":7,"Events":[]}])",
          R"([{"ID":"EE123456785CN","Events":{}}])"})
        CHECK_MESSAGE(fault_in(body) == Fault::broken_json, body);
}

TEST_CASE("every beginning of an answer is a fault, never a crash or half an answer") {
    const std::string_view whole = sample("upu-gtt.json");
    for (std::size_t length = 1; length + 2 < whole.size(); ++length) {
        const bool blank = whole.substr(0, length).find_first_not_of(" \n") == std::string_view::npos;
        CHECK(fault_in(whole.substr(0, length)).has_value() != blank);
    }
}

TEST_CASE("a body above a megabyte is too large") {
    CHECK(fault_in(std::string(answer_size_limit + 1, ' ')) == Fault::too_large);
    CHECK(has_no_records(std::string(answer_size_limit, ' ')));
}

TEST_CASE("an event with a wrong member costs that member or that event, not the answer") {
    const postal::Answer answer = events_in(sample("upu-gtt.wrong-types.json"));
    REQUIRE(answer.events.size() == 1);
    CHECK(answer.events.front().code == "EMA");
    CHECK(answer.events.front().place.empty());
}

TEST_CASE("events without a readable time are left out") {
    std::string places;
    for (const postal::Event& event : events_in(sample("upu-gtt.times.json")).events)
        places += event.place + "|";
    CHECK(places == "wcf with offset|wcf without offset|wcf west|iso|iso with offset|iso utc|date|");
}

TEST_CASE("texts are cleaned, trimmed and cut") {
    const postal::Event event = events_in(sample("upu-gtt.hostile-text.json")).events.front();
    CHECK(event.words == "Posted gnp.exe");
    CHECK(event.place == "PARIS 75");
    CHECK(events_in(sample("upu-gtt.invalid-utf8.json")).events.front().place == "K\xEF\xBF\xBDLN");

    const std::string much(20'000, 'x');
    const auto longest =
        events_in(item_with(R"({"EventCd":")" + much + R"(","EventNm":")" + much + R"(","EventLocation":")" +
                            much + R"(","EventDT":"2026-03-04","Signature":")" + much + R"("})"))
            .events.front();
    CHECK(longest.code.size() == postal::event_code_limit);
    CHECK(longest.words.size() == postal::event_text_limit);
    CHECK(longest.place.size() == postal::event_place_limit);
}

TEST_CASE("a signature is never read") {
    const auto event =
        events_in(
            item_with(
                R"({"EventCd":"EMI","EventNm":"Final delivery","EventDT":"2026-03-04","Signature":"J. DOE"})"))
            .events.front();
    CHECK((event.code + event.words + event.place).find("DOE") == std::string::npos);
}

TEST_CASE("of too many events the newest stay, in their order") {
    std::string events;
    for (int hour = 0; hour < 300; ++hour) events += (hour ? "," : "") + event_at(hour);
    const postal::Answer answer = events_in(item_with(events));
    REQUIRE(answer.events.size() == postal::events_per_source_limit);
    CHECK(answer.events.front().place == "100");
    CHECK(answer.events.back().place == "299");
}

TEST_CASE("a country that does not exist is none") {
    const auto answer = events_in(
        R"([{"ID":"EE123456785CN","OriginCountryCd":"cn","DestinationCountryCd":"QQ","Events":[{"EventCd":"EMA","EventDT":"2026-03-04"}]}])");
    CHECK(answer.origin_country == "CN");
    CHECK(answer.destination_country.empty());
}

TEST_CASE("the status tells what went wrong") {
    const std::string_view good = sample("upu-gtt.json");
    CHECK(fault_in(good, 401) == Fault::refused);
    CHECK(fault_in(good, 403) == Fault::refused);
    CHECK(fault_in(good, 429) == Fault::too_many_requests);
    CHECK(fault_in(good, 408) == Fault::timed_out);
    CHECK(fault_in(good, 504) == Fault::timed_out);
    CHECK(fault_in("<html>", 500) == Fault::upstream_down);
    CHECK(fault_in("", 502) == Fault::upstream_down);
    CHECK(fault_in("", 503) == Fault::upstream_down);
    for (const int status : {0, 100, 204, 301, 400, 405, 410, 421, 600, -1})
        CHECK(fault_in(good, status) == Fault::unexpected_status);
}

TEST_CASE("404 is no records from a source, and a wrong address from the proxy or a web server") {
    CHECK(has_no_records("No such sample\n", 404));
    CHECK(has_no_records("", 404));
    CHECK(fault_in(sample("proxy.404.json"), 404) == Fault::unexpected_status);
    CHECK(fault_in("\xEF\xBB\xBF <html>", 404) == Fault::unexpected_status);
}

TEST_CASE("an unknown dialect is not guessed") {
    CHECK(dialect_by_id("upu-gtt") == Dialect::upu_gtt);
    CHECK(dialect_ids().size() == 8);
    for (const std::string_view id : dialect_ids()) CHECK(dialect_by_id(id) != Dialect::unknown);
    CHECK(dialect_by_id("UPU-GTT") == Dialect::unknown);
    CHECK(dialect_by_id("") == Dialect::unknown);
    const ReadAnswer answer = read_answer(Dialect::unknown, 200, "[]", number);
    CHECK(std::get<AnswerFault>(answer).fault == Fault::unexpected_status);
}

TEST_CASE("no sample of any format crashes the reader") {
    for (const auto& one : postwatch::samples())
        for (const std::string_view id : dialect_ids())
            for (const int status : {200, 403, 404}) {
                const auto answer = read_answer(dialect_by_id(id), status, one.bytes, number);
                CHECK_MESSAGE(!answer.valueless_by_exception(), one.name);
            }
}

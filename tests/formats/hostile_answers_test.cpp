// What every dialect must stand, whatever its shape.
#include <doctest/doctest.h>

#include <string>

#include "formats/answer.h"
#include "tests/formats/samples.h"

using namespace formats;
using postal::Fault;
using postwatch::sample;

namespace {

struct Spoken {
    std::string_view dialect;
    std::string_view number;
    std::string_view time_name;
};

/// Those whose samples hold events, and the name their events give to the time.
constexpr Spoken spoken[] = {
    {"upu-gtt", "EE123456785CN", "EventDT"},
    {"17track", "EE123456785CN", "time_iso"},
    {"ship24", "EE123456785CN", "occurrenceDatetime"},
    {"karrio", "CB702100345FR", "date"},
    {"opendoc", "EE123456785CN", "startDate"},
    {"dhl", "CX400200158DE", "timestamp"},
    {"laposte", "CB702100345FR", "date"},
    {"aftership", "EE123456785CN", "checkpoint_time"},
};

ReadAnswer read(const Spoken& one, std::string_view body, std::int32_t status = 200) {
    return read_answer(dialect_by_id(one.dialect), status, body, one.number);
}

bool is_fault(const ReadAnswer& answer, Fault fault) {
    const auto* told = std::get_if<AnswerFault>(&answer);
    return told && told->fault == fault;
}

std::string sample_of(const Spoken& one) { return std::string(sample(std::string(one.dialect) + ".json")); }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("no dialect reads the sample of another as events") {
    for (const Spoken& one : spoken)
        for (const Spoken& other : spoken) {
            const bool events = std::holds_alternative<postal::Answer>(read(one, sample_of(other)));
            CHECK_MESSAGE(events == (one.dialect == other.dialect), one.dialect, " reads ", other.dialect);
        }
}

TEST_CASE("every beginning of an answer is a fault, in every dialect") {
    for (const Spoken& one : spoken) {
        const std::string whole = sample_of(one);
        const std::size_t end = whole.find_last_not_of(" \n");
        for (std::size_t length = 1; length <= end; length += 7) {
            const auto answer = read(one, std::string_view(whole).substr(0, length));
            CHECK_MESSAGE(is_fault(answer, Fault::broken_json), one.dialect, " of ", length);
        }
    }
}

TEST_CASE("a web page is no answer, with any status") {
    for (const Spoken& one : spoken) {
        CHECK(is_fault(read(one, "<!doctype html><title>Maintenance</title>"), Fault::not_json));
        CHECK(is_fault(read(one, "<html>", 404), Fault::unexpected_status));
        CHECK(is_fault(read(one, "<html>", 403), Fault::refused));
        CHECK(is_fault(read(one, "<html>", 503), Fault::upstream_down));
        CHECK(is_fault(read(one, sample("proxy.404.json"), 404), Fault::unexpected_status));
        CHECK(is_fault(read(one, std::string(answer_size_limit + 1, ' ')), Fault::too_large));
    }
}

TEST_CASE("what is refused stays refused, however good the body looks") {
    for (const Spoken& one : spoken) {
        CHECK(is_fault(read(one, sample_of(one), 401), Fault::refused));
        CHECK(is_fault(read(one, sample_of(one), 429), Fault::too_many_requests));
        CHECK(is_fault(read(one, sample_of(one), 400), Fault::unexpected_status));
    }
}

TEST_CASE("an answer about another number is not taken, in any dialect") {
    for (const Spoken& one : spoken) {
        std::string body = sample_of(one);
        replace_all(body, one.number, "RA123456785JP");
        CHECK_MESSAGE(is_fault(read(one, body), Fault::wrong_number), one.dialect);
    }
}

TEST_CASE("events whose times cannot be read are a broken answer, not an empty one") {
    for (const Spoken& one : spoken) {
        std::string body = sample_of(one);
        for (const char* name : {"time_utc", "time_raw", "timestamp", "date", "estimDate"})
            replace_all(body, "\"" + std::string(name) + "\"", "\"x\"");
        replace_all(body, "\"" + std::string(one.time_name) + "\"", "\"x\"");
        CHECK_MESSAGE(is_fault(read(one, body), Fault::broken_json), one.dialect);
    }
}

TEST_CASE("every value of a sample made null, a number or an object leaves a clear result") {
    for (const Spoken& one : spoken) {
        const std::string whole = sample_of(one);
        for (const std::string_view value : {"null", "7", "{}", "[]", "\"\"", "[null]"})
            for (std::size_t colon = whole.find("\": "); colon != std::string::npos;
                 colon = whole.find("\": ", colon + 1)) {
                const std::size_t begin = colon + 3;
                if (whole[begin] == '{' || whole[begin] == '[') continue;
                const std::size_t end =
                    whole[begin] == '"' ? whole.find('"', begin + 1) + 1 : whole.find_first_of(",\n}", begin);
                const std::string body = whole.substr(0, begin) + std::string(value) + whole.substr(end);
                CHECK_FALSE(read(one, body).valueless_by_exception());
            }
    }
}

TEST_CASE("names of people are not read, whatever member holds them") {
    for (const Spoken& one : spoken) {
        std::string body = sample_of(one);
        for (const char* name : {"signedBy", "signed_by", "recipient", "Signature", "customer_name", "note"})
            replace_all(body, "\"" + std::string(name) + "\": null",
                        "\"" + std::string(name) + "\": \"Jane Q. Public, 13800138000\"");
        const auto answer = read(one, body);
        const auto* events = std::get_if<postal::Answer>(&answer);
        REQUIRE(events != nullptr);
        for (const postal::Event& event : events->events)
            CHECK((event.code + event.words + event.place).find("Public") == std::string::npos);
    }
}

TEST_CASE("a hostile text is cleaned and cut in every dialect") {
    const std::string much(20'000, 'x');
    for (const Spoken& one : spoken) {
        std::string body = sample_of(one);
        for (const char* name : {"EventNm", "description", "status", "name", "label", "message", "location",
                                 "EventLocation", "addressLocality", "code", "EventCd", "identifier"})
            replace_all(body, "\"" + std::string(name) + "\": \"",
                        "\"" + std::string(name) + "\": \"\\u202e" + much);
        const auto answer = read(one, body);
        const auto* events = std::get_if<postal::Answer>(&answer);
        REQUIRE(events != nullptr);
        for (const postal::Event& event : events->events) {
            CHECK(event.words.size() <= postal::event_text_limit);
            CHECK(event.place.size() <= postal::event_place_limit);
            CHECK(event.code.size() <= postal::event_code_limit);
            CHECK(event.words.find("\xE2\x80\xAE") == std::string::npos);
        }
    }
}

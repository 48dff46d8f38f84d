// What one wasm reads in an answer and hands to the other.
#include "formats/answer_record.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/formats/samples.h"

using namespace formats;
using postal::Fault;

namespace {

constexpr std::string_view ems = "EE123456785CN";

ReadAnswer handed_over(const ReadAnswer& answer) {
    return read_answer_record(write_answer_record(answer, ems), ems);
}

}  // namespace

TEST_CASE("events, countries and order arrive as they were read, in every dialect") {
    int events = 0;
    for (const std::string_view id : dialect_ids()) {
        CAPTURE(id);
        const ReadAnswer read =
            read_answer(dialect_by_id(id), 200, postwatch::sample(std::string(id) + ".json"), ems);
        const auto* told = std::get_if<postal::Answer>(&read);
        if (!told) continue;  // its sample is about another number
        const ReadAnswer arrived = handed_over(read);
        const auto* same = std::get_if<postal::Answer>(&arrived);
        REQUIRE(same);
        CHECK(same->events == told->events);
        CHECK(same->origin_country == told->origin_country);
        CHECK(same->destination_country == told->destination_country);
        events += static_cast<int>(told->events.size());
    }
    CHECK(events > 20);
}

TEST_CASE("no records and faults arrive as what they are") {
    CHECK(std::holds_alternative<NoRecords>(handed_over(NoRecords{})));
    for (const Fault fault : {Fault::refused, Fault::timed_out, Fault::not_json, Fault::wrong_number})
        CHECK(std::get<AnswerFault>(handed_over(AnswerFault{fault})).fault == fault);
}

TEST_CASE("a record of another item, or none, is a fault") {
    const std::string record = write_answer_record(NoRecords{}, ems);
    CHECK(std::get<AnswerFault>(read_answer_record(record, "RA123456785JP")).fault == Fault::wrong_number);
    for (const std::string_view text : {"", "{", "[]", R"({"version":1,"number":"EE123456785CN"})"})
        CHECK(std::get<AnswerFault>(read_answer_record(text, ems)).fault == Fault::broken_json);
}

TEST_CASE("the dialect every page speaks is read the same either way") {
    const std::string body(postwatch::sample("upu-gtt.json"));
    const ReadAnswer any = read_answer(Dialect::upu_gtt, 200, body, ems),
                     own = read_upu_answer(200, body, ems);
    REQUIRE(any.index() == own.index());
    if (const auto* told = std::get_if<postal::Answer>(&own))
        CHECK(told->events == std::get<postal::Answer>(any).events);
    CHECK(id_of(Dialect::unknown).empty());
    for (const std::string_view id : dialect_ids()) CHECK(id_of(dialect_by_id(id)) == id);
}

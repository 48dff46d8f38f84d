#include "formats/saved_item.h"

#include <doctest/doctest.h>

#include <string>

#include "formats/item_json.h"
#include "tests/formats/samples.h"

using namespace formats;
using postwatch::sample;

namespace {

postal::KnownEvent known_event() {
    postal::KnownEvent known;
    known.event = {.code = "EMC",
                   .words = "Departure \"outward\" \\ office",
                   .place = "广州",
                   .at = {1'772'641'500, -210, postal::OffsetTrust::trusted, postal::Precision::minute},
                   .stage = postal::Stage::departed_origin,
                   .reason = postal::Reason::security,
                   .forecast = true};
    known.first_seen = 1'772'700'000'000;
    known.last_seen = 1'773'000'000'000;
    return known;
}

postal::Item full_item() {
    postal::Item item;
    item.number = "EE123456785CN";
    item.label = "Caméra 👨\xE2\x80\x8D👩";
    item.posted_on = postal::CivilDate{2026, 3, 4};
    item.going_to = "FR";
    item.note = "Ask at the counter.\nBring the passport.";
    item.tags = {"gift", "shop"};
    item.order_number = "A-2026/17";
    item.shop = "杭州茶叶";
    item.direction = postal::Direction::incoming;
    item.mark = postal::Mark::open;
    item.archived = true;
    item.removed_at = 1'772'700'200'000;
    item.added_at = 1'772'700'000'000;
    item.changed_at = 1'772'700'100'000;
    item.revision = 9'007'199'254'740'991;
    postal::SourceRecord& record = postal::source_of(item, "upu-gtt");
    record.events = {known_event()};
    record.asked_at = 1'773'100'000'000;
    record.answered_at = 1'773'000'000'000;
    record.last_outcome = postal::Outcome::fault;
    record.last_fault = postal::Fault::too_many_requests;
    record.not_before = 1'773'100'600'000;
    record.origin_country = "CN";
    record.destination_country = "FR";
    postal::source_of(item, "sample").last_outcome = postal::Outcome::no_records;
    return item;
}

void check_round_trip(const postal::Item& item) {
    const ReadItem read = read_item(write_item(item));
    CHECK(read.fault == RecordFault::none);
    REQUIRE(read.saved.has_value());
    CHECK(read.saved->dropped == 0);
    CHECK(read.saved->item == item);
}

}  // namespace

TEST_CASE("an item comes back from its record as it was") {
    check_round_trip(full_item());
    postal::Item bare;
    bare.number = "EL123456789CN";  // looked up anyway: its check digit is wrong
    check_round_trip(bare);
}

TEST_CASE("every fault, outcome, stage, trust and precision comes back") {
    postal::Item item = full_item();
    postal::SourceRecord& record = item.sources.back();
    for (int fault = 0; fault <= static_cast<int>(postal::Fault::cancelled); ++fault) {
        record.last_fault = static_cast<postal::Fault>(fault);
        check_round_trip(item);
    }
    record.last_fault.reset();
    for (const auto outcome :
         {postal::Outcome::never_asked, postal::Outcome::events, postal::Outcome::no_records}) {
        record.last_outcome = outcome;
        check_round_trip(item);
    }
    postal::Event& event = record.events.front().event;
    for (int stage = 0; stage < postal::stage_count; ++stage) {
        event.stage = static_cast<postal::Stage>(stage);
        check_round_trip(item);
    }
    for (int trust = 0; trust < 3; ++trust)
        for (int precision = 0; precision < 3; ++precision) {
            event.at.trust = static_cast<postal::OffsetTrust>(trust);
            event.at.precision = static_cast<postal::Precision>(precision);
            check_round_trip(item);
        }
}

TEST_CASE("the largest record there can be comes back") {
    postal::Item item = full_item();
    while (item.sources.size() < sources_per_item_limit)
        postal::source_of(item, "source-" + std::to_string(item.sources.size()));
    for (postal::SourceRecord& record : item.sources) {
        record.events.assign(postal::events_per_source_limit, known_event());
        for (std::size_t i = 0; i < record.events.size(); ++i) {
            record.events[i].event.at.seconds += static_cast<std::int64_t>(i);
            record.events[i].event.place.assign(postal::event_place_limit, '"');
            record.events[i].event.code.assign(postal::event_code_limit, '"');
            record.events[i].event.words.assign(postal::event_text_limit, '"');
        }
    }
    check_round_trip(item);
}

TEST_CASE("a record of version 1 is read for ever") {
    const ReadItem read = read_item(sample("saved-item.v1.json"));
    REQUIRE(read.saved.has_value());
    CHECK(read.saved->dropped == 0);
    const postal::Item& item = read.saved->item;
    CHECK(item.number == "EE123456785CN");
    CHECK(item.label == "Camera from Shenzhen");
    CHECK(item.posted_on == postal::CivilDate{2026, 3, 4});
    CHECK(item.going_to == "FR");
    CHECK(item.added_at == 1'772'700'000'000);
    CHECK(item.changed_at == 1'772'700'100'000);
    CHECK(item.revision == 7);
    REQUIRE(item.sources.size() == 1);
    const postal::SourceRecord& record = item.sources.front();
    CHECK(record.source == "upu-gtt");
    CHECK(record.last_outcome == postal::Outcome::fault);
    CHECK(record.last_fault == postal::Fault::timed_out);
    CHECK(record.not_before == 1'773'100'600'000);
    REQUIRE(record.events.size() == 2);
    CHECK(record.events[0].event.stage == postal::Stage::accepted);
    CHECK(record.events[0].event.at ==
          postal::WallTime{1'772'641'500, 480, postal::OffsetTrust::stated, postal::Precision::second});
    CHECK(record.events[0].first_seen == 1'772'700'000'000);
    CHECK(record.events[1].event.forecast);
    CHECK(record.events[1].event.at.precision == postal::Precision::date);
}

TEST_CASE("a record of a newer version is said to be so, not read") {
    const ReadItem read = read_item(sample("saved-item.newer.json"));
    CHECK(read.fault == RecordFault::newer_version);
    CHECK_FALSE(read.saved.has_value());
}

TEST_CASE("a damaged record loses only what is damaged, and counts it") {
    const ReadItem read = read_item(sample("saved-item.damaged.json"));
    REQUIRE(read.saved.has_value());
    const postal::Item& item = read.saved->item;
    CHECK(item.label == "Camera from Shenzhen");
    CHECK_FALSE(item.posted_on.has_value());           // 30 February
    CHECK(item.going_to.empty());                      // ZZ
    CHECK(item.revision == 0);                         // -1
    REQUIRE(item.sources.size() == 1);                 // "not a source" and the same source again
    REQUIRE(item.sources.front().events.size() == 2);  // no time, and 17
    CHECK(item.sources.front().events[0].event.words == "Posting/Collection");
    CHECK(read.saved->dropped == 7);
}

TEST_CASE("a fault or stage this version has no word for does not cost the event") {
    const ReadItem read = read_item(
        R"({"version":1,"number":"EE123456785CN","sources":[{"source":"upu-gtt","outcome":"fault","fault":"eaten-by-a-whale",
            "events":[{"code":"EMA","wall":1772641500,"stage":"beamed"}]}]})");
    REQUIRE(read.saved.has_value());
    CHECK(read.saved->dropped == 1);
    const postal::SourceRecord& record = read.saved->item.sources.front();
    CHECK(record.last_fault == postal::Fault::unexpected_status);
    CHECK(record.events.front().event.stage == postal::Stage::unknown);
}

TEST_CASE("what is no record is unreadable") {
    for (const std::string_view text :
         {"", "[]", "{}", "{\"version\":1}", R"({"number":"EE123456785CN"})",
          R"({"version":0,"number":"EE123456785CN"})", R"({"version":"1","number":"EE123456785CN"})",
          R"({"version":1,"number":"ee123456785cn"})", R"({"version":1,"number":"EE123456785CN)",
          R"({"version":1,"number":"EE12345678"})"}) {
        const ReadItem read = read_item(text);
        CHECK_MESSAGE(read.fault == RecordFault::unreadable, text);
        CHECK_FALSE(read.saved.has_value());
    }
}

TEST_CASE("a label that is no UTF-8 is written and read as text") {
    postal::Item item = full_item();
    item.label = "K\xD6LN";
    const ReadItem read = read_item(write_item(item));
    REQUIRE(read.saved.has_value());
    CHECK(read.saved->item.label == "K\xEF\xBF\xBDLN");
}

TEST_CASE("an event told twice in a record is kept once") {
    const ReadItem read =
        read_item(R"({"version":1,"number":"EE123456785CN","sources":[{"source":"upu-gtt","events":[
        {"code":"EMA","wall":1772641500,"last_seen":5},{"code":"EMA","wall":1772641500,"last_seen":6}]}]})");
    REQUIRE(read.saved.has_value());
    CHECK(read.saved->item.sources.front().events.size() == 1);
    CHECK(read.saved->dropped == 1);
}

TEST_CASE("of more events than one source may have the newest stay") {
    std::string record = R"({"version":1,"number":"EE123456785CN","sources":[{"source":"upu-gtt","events":[)";
    for (int i = 0; i < 250; ++i)
        record += (i ? "," : "") + ("{\"wall\":" + std::to_string(1'772'641'500 + i) + "}");
    const ReadItem read = read_item(record + "]}]}");
    REQUIRE(read.saved.has_value());
    const auto& events = read.saved->item.sources.front().events;
    REQUIRE(events.size() == postal::events_per_source_limit);
    CHECK(events.back().event.at.seconds == 1'772'641'500 + 249);
    CHECK(read.saved->dropped == 50);
}

TEST_CASE("tags are kept sorted, each once, and what is no tag is counted") {
    const ReadItem read = read_item(
        R"({"version":1,"number":"EE123456785CN","tags":["shop"," gift ","GIFT","",7],"direction":"sideways"})");
    REQUIRE(read.saved.has_value());
    CHECK(read.saved->item.tags == std::vector<std::string>{"gift", "shop"});
    CHECK(read.saved->item.direction == postal::Direction::unsaid);
    CHECK(read.saved->dropped == 4);
}

// Each dialect from its sample: what is read, in which order, and what a fault looks like.
#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "formats/answer.h"
#include "formats/answer/event_time.h"
#include "postal/country.h"
#include "tests/formats/samples.h"

using namespace formats;
using postal::Fault;
using postal::OffsetTrust;
using postal::Precision;
using postwatch::sample;

namespace {

constexpr std::string_view ems = "EE123456785CN";

struct Told {
    std::string_view time;  ///< as read_iso_time() reads it
    OffsetTrust trust;
    std::string_view code;
    std::string_view words;
    std::string_view place;
};

postal::Answer events_in(std::string_view dialect, std::string_view body, std::string_view number = ems) {
    const ReadAnswer answer = read_answer(dialect_by_id(dialect), 200, body, number);
    const auto* events = std::get_if<postal::Answer>(&answer);
    CHECK_MESSAGE(events != nullptr, dialect);
    return events ? *events : postal::Answer{};
}

void check_events(const postal::Answer& answer, std::initializer_list<Told> expected) {
    REQUIRE(answer.events.size() == expected.size());
    std::size_t index = 0;
    for (const Told& told : expected) {
        const postal::Event& event = answer.events[index++];
        auto at = *read_iso_time(told.time);
        at.trust = told.trust;
        CHECK_MESSAGE(event.at == at, told.time);
        CHECK(event.code == told.code);
        CHECK(event.words == told.words);
        CHECK(event.place == told.place);
        CHECK_MESSAGE(event.forecast == told.words.empty(), told.code);
    }
}

/// "no records", or the number of the fault.
std::optional<Fault> fault_in(std::string_view dialect, std::string_view body, std::int32_t status = 200,
                              std::string_view number = ems) {
    const ReadAnswer answer = read_answer(dialect_by_id(dialect), status, body, number);
    const auto* fault = std::get_if<AnswerFault>(&answer);
    return fault ? std::optional(fault->fault) : std::nullopt;
}

bool has_no_records(std::string_view dialect, std::string_view body, std::int32_t status = 200,
                    std::string_view number = ems) {
    return std::holds_alternative<NoRecords>(read_answer(dialect_by_id(dialect), status, body, number));
}

std::string text(std::string_view a, std::string_view b, std::string_view c) {
    return std::string(a) + std::string(b) + std::string(c);
}

}  // namespace

TEST_CASE("17TRACK: the carriers' events are joined by instant, told twice is told once") {
    const postal::Answer answer = events_in("17track", sample("17track.json"));
    CHECK(answer.origin_country == "CN");
    CHECK(answer.destination_country == "FR");
    check_events(answer, {{"2026-03-04T16:25:00+08:00", OffsetTrust::trusted, "InTransit_PickedUp",
                           "Posting / collection", "SHENZHEN"},
                          {"2026-03-06T03:10:00+08:00", OffsetTrust::trusted, "InTransit_Departure",
                           "Departed outward office of exchange", "GUANGZHOU"},
                          {"2026-03-08T21:15:00+01:00", OffsetTrust::trusted, "InTransit_Arrival",
                           "Arrived at inward office of exchange", "ROISSY, FRANCE"},
                          {"2026-03-09T08:41:00+01:00", OffsetTrust::trusted, "InTransit_CustomsProcessing",
                           "Held by import customs", "ROISSY, FRANCE"}});
}

TEST_CASE("17TRACK: no information yet is no records, other refusals say what is to be done") {
    CHECK(has_no_records("17track", sample("17track.json"), 200, "EA004200170CN"));
    CHECK(has_no_records("17track", sample("17track.register.json")));
    CHECK(fault_in("17track", sample("17track.error.json")) == Fault::refused);
    CHECK(fault_in("17track", sample("17track.error.json"), 401) == Fault::refused);
    CHECK(fault_in("17track", sample("17track.json"), 200, "RA123456785CN") == Fault::wrong_number);
    const auto rejected = [](std::string_view code) {
        return text(
            R"({"code":0,"data":{"accepted":[],"rejected":[{"number":"EE123456785CN","error":{"code":)", code,
            R"(,"message":""}}]}})");
    };
    CHECK(has_no_records("17track", rejected("-18019909")));
    CHECK(fault_in("17track", rejected("-18019902")) == Fault::refused);
    CHECK(fault_in("17track", rejected("-18019908")) == Fault::too_many_requests);
    CHECK(fault_in("17track", rejected("-18010003")) == Fault::upstream_down);
    CHECK(fault_in("17track", rejected("-18010012")) == Fault::unexpected_status);
    CHECK(fault_in("17track", rejected("\"x\"")) == Fault::unexpected_status);
}

TEST_CASE("17TRACK: of two entries for one number the one that found something is taken") {
    const std::string body = text(
        R"({"code":0,"data":{"accepted":[{"number":"EE123456785CN","carrier":1,"track_info":{"latest_status":{"status":"NotFound"}}},)",
        R"({"number":"EE123456785CN","carrier":2,"track_info":{"latest_status":{"status":"InTransit"},"tracking":{"providers":[{"events":[)",
        R"({"time_iso":null,"time_raw":"2026-03-04 16:25","description":"Posting"}]}]}}}],"rejected":[]}})");
    check_events(events_in("17track", body), {{"2026-03-04T16:25", OffsetTrust::unknown, "", "Posting", ""}});
}

TEST_CASE("17TRACK: without an offset everywhere the carriers' events are not mixed") {
    const auto event = [](std::string_view time, std::string_view words) {
        return text(R"({"time_raw":{"date":"2026-03-0)", time,
                    R"(","time":null,"timezone":null},"description":")") +
               std::string(words) + "\"}";
    };
    const std::string body =
        R"({"code":0,"data":{"accepted":[{"number":"EE123456785CN","track_info":{"tracking":{"providers":[{"events":[)" +
        event("7", "left") + "," + event("5", "posted") + "]},{\"events\":[" + event("6", "arrived") +
        R"(]}]}}}],"rejected":[]}})";
    std::string words;
    for (const auto& one : events_in("17track", body).events) words += one.words + " ";
    CHECK(words == "posted left arrived ");
}

TEST_CASE("Ship24: newest first is turned round, each time is kept as given, forecasts stand behind") {
    const postal::Answer answer = events_in("ship24", sample("ship24.json"));
    CHECK(answer.origin_country == "CN");
    CHECK(answer.destination_country == "FR");
    check_events(answer, {{"2026-03-04T08:25:00Z", OffsetTrust::stated, "data_order_created",
                           "Posting / collection", "SHENZHEN"},
                          {"2026-03-06", OffsetTrust::unknown, "in_transit",
                           "Departed outward office of exchange", "GUANGZHOU"},
                          {"2026-03-08T21:15:00+01:00", OffsetTrust::stated, "in_transit",
                           "Arrived at inward office of exchange", "ROISSY, FR"},
                          {"2026-03-09T08:41:00", OffsetTrust::unknown, "customs_received",
                           "Held by import customs", "ROISSY, FR"},
                          {"2026-03-11", OffsetTrust::unknown, "estimated_from", "", ""},
                          {"2026-03-13", OffsetTrust::unknown, "estimated_to", "", ""}});
    CHECK(answer.events[1].at.precision == Precision::date);
}

TEST_CASE("Ship24: errors by name, whatever the status") {
    CHECK(fault_in("ship24", sample("ship24.error.json")) == Fault::too_many_requests);
    CHECK(fault_in("ship24", sample("ship24.error.json"), 403) == Fault::too_many_requests);
    CHECK(fault_in("ship24", sample("ship24.error.json"), 405) == Fault::too_many_requests);
    CHECK(fault_in("ship24", R"({"errors":[{"code":"auth_invalid_header"}],"data":null})", 400) ==
          Fault::refused);
    CHECK(fault_in("ship24", R"({"errors":[{"code":"validation_error"}],"data":null})") ==
          Fault::unexpected_status);
    CHECK(has_no_records("ship24", R"({"errors":[{"code":"parcel_not_found"}],"data":null})"));
    CHECK(has_no_records("ship24", R"({"errors":[{"code":"tracker_not_found"}],"data":null})", 404));
    CHECK(has_no_records("ship24", R"({"data":{"trackings":[]}})"));
    CHECK(fault_in("ship24", sample("ship24.json"), 200, "RA123456785CN") == Fault::wrong_number);
    CHECK(!fault_in("ship24", sample("ship24.json"), 201));
}

TEST_CASE("Karrio: the wall time is kept and its Z is not believed") {
    const postal::Answer answer = events_in("karrio", sample("karrio.json"), "CB702100345FR");
    CHECK(answer.origin_country == "FR");
    CHECK(answer.destination_country == "CN");
    check_events(
        answer,
        {{"2026-03-04T14:43:00", OffsetTrust::unknown, "PC1", "Item handed in at a post office.", ""},
         {"2026-03-08T21:15:00", OffsetTrust::unknown, "ET3", "Item arrived in the destination country.", ""},
         {"2026-03-12", OffsetTrust::unknown, "estimated_delivery", "", ""}});
}

TEST_CASE("Karrio: a tracker alone, wrapped or in a list; 24 hours with PM behind them") {
    const std::string tracker =
        R"({"object_type":"tracker","tracking_number":"EE123456785CN","status":"in_transit","events":[{"date":"2026-03-04","time":"13:58 PM","description":"Posted"}]})";
    for (const std::string& body : {tracker, text(R"({"messages":[],"tracking":)", tracker, "}"),
                                    text(R"({"count":1,"results":[)", tracker, "]}")})
        check_events(events_in("karrio", body),
                     {{"2026-03-04T13:58", OffsetTrust::unknown, "", "Posted", ""}});
    CHECK(fault_in("karrio", tracker, 200, "RA123456785CN") == Fault::wrong_number);
    CHECK(fault_in("karrio", text(R"({"results":[)", tracker, "]}"), 200, "RA123456785CN") ==
          Fault::wrong_number);
    CHECK(has_no_records("karrio", R"({"count":0,"results":[]})"));
    CHECK(has_no_records("karrio", sample("karrio.error.json")));
    CHECK(has_no_records("karrio", sample("karrio.error.json"), 404));
    CHECK(fault_in("karrio", R"({"messages":[{"carrier_name":"x","code":"1"}]})", 424) ==
          Fault::upstream_down);
    CHECK(fault_in("karrio", R"({"errors":[{"code":"authentication_failed"}]})", 401) == Fault::refused);
}

TEST_CASE("open document: ParcelDelivery with UPU codes") {
    const postal::Answer answer = events_in("opendoc", sample("opendoc.json"));
    CHECK(answer.origin_country == "CN");
    CHECK(answer.destination_country == "FR");
    check_events(answer, {{"2026-03-04T16:25:00+08:00", OffsetTrust::stated, "EMA", "Posting/collection",
                           "SHENZHEN, CN"},
                          {"2026-03-06T03:10:00+08:00", OffsetTrust::stated, "EMC",
                           "Departure from outward office of exchange", "GUANGZHOU, CN"},
                          {"2026-03-09T08:41:00", OffsetTrust::unknown, "EDB",
                           "Item presented to import Customs", "ROISSY, FR"},
                          {"2026-03-11", OffsetTrust::unknown, "expectedArrivalFrom", "", ""},
                          {"2026-03-13", OffsetTrust::unknown, "expectedArrivalUntil", "", ""}});
    CHECK(answer.events[0].stage == postal::Stage::accepted);
    CHECK(answer.events[1].stage == postal::Stage::departed_origin);
    CHECK(answer.events[2].stage == postal::Stage::import_customs);
}

TEST_CASE("open document: alone, in an array, in a graph; one event needs no list; a problem is a status") {
    const std::string one =
        R"({"@type":"ParcelDelivery","trackingNumber":"ee123456785cn","deliveryStatus":{"@type":"DeliveryEvent","name":"Posted","startDate":"2026-03-04","location":"Bern"}})";
    for (const std::string& body :
         {one, text("[", one, "]"), text(R"({"@graph":[{"@type":"Thing"},)", one, "]}")})
        check_events(events_in("opendoc", body),
                     {{"2026-03-04", OffsetTrust::unknown, "", "Posted", "Bern"}});
    CHECK(fault_in("opendoc", one, 200, "RA123456785CN") == Fault::wrong_number);
    CHECK(has_no_records("opendoc", sample("opendoc.error.json")));
    CHECK(has_no_records("opendoc", sample("opendoc.error.json"), 404));
    CHECK(has_no_records("opendoc", "[]"));
    CHECK(fault_in("opendoc", R"({"type":"about:blank","status":429})") == Fault::too_many_requests);
    CHECK(fault_in("opendoc", R"({"status":200})") == Fault::broken_json);
}

TEST_CASE("DHL: the shipment with this id, places with their country, the frame as forecasts") {
    const postal::Answer answer = events_in("dhl", sample("dhl.json"), "CX400200158DE");
    CHECK(answer.origin_country == "DE");
    CHECK(answer.destination_country == "CN");
    check_events(answer, {{"2026-03-04T16:40:00", OffsetTrust::unknown, "pre-transit",
                           "Shipment data received.", "Bonn, DE"},
                          {"2026-03-05T23:02:00+01:00", OffsetTrust::stated, "transit",
                           "The item left Germany.", "Frankfurt, DE"},
                          {"2026-03-08T11:20:00", OffsetTrust::unknown, "transit",
                           "The item reached the destination country.", "Shanghai, CN"},
                          {"2026-03-11T00:00:00Z", OffsetTrust::stated, "estimatedFrom", "", ""},
                          {"2026-03-13T00:00:00Z", OffsetTrust::stated, "estimatedThrough", "", ""}});
    CHECK(fault_in("dhl", sample("dhl.json")) == Fault::wrong_number);
    CHECK(has_no_records("dhl", sample("dhl.error.json"), 404));
    CHECK(has_no_records("dhl", sample("dhl.error.json")));
    CHECK(fault_in("dhl", R"({"title":"Unauthorized","status":401})") == Fault::refused);
    CHECK(fault_in("dhl", R"({"title":"Too Many Requests","status":429})", 429) == Fault::too_many_requests);
}

TEST_CASE("DHL: a shipment without a list has its status as the only event, and its id may be a number") {
    const std::string_view body =
        R"({"shipments":[{"id":1234567890,"status":{"timestamp":"2026-03-04T10:00:00","statusCode":"transit","status":"PICKED UP"}}]})";
    check_events(events_in("dhl", body, "1234567890"),
                 {{"2026-03-04T10:00:00", OffsetTrust::unknown, "transit", "PICKED UP", ""}});
}

TEST_CASE("La Poste: newest first is turned round, its return code is a status") {
    const postal::Answer answer = events_in("laposte", sample("laposte.json"), "CB702100345FR");
    CHECK(answer.origin_country == "FR");
    CHECK(answer.destination_country == "CN");
    check_events(
        answer,
        {{"2026-03-04T14:41:00+01:00", OffsetTrust::stated, "DR1", "Announced by the sender.", ""},
         {"2026-03-04T14:43:00+01:00", OffsetTrust::stated, "PC1", "Handed in at a post office.", ""},
         {"2026-03-05T12:27:00+01:00", OffsetTrust::stated, "ET2", "Ready to leave the country of origin.",
          ""},
         {"2026-03-08T21:15:00+01:00", OffsetTrust::stated, "ET3", "Arrived in the destination country.", ""},
         {"2026-03-09T02:30:00+01:00", OffsetTrust::stated, "DO2", "Held by customs.", ""},
         {"2026-03-12T18:00:00+01:00", OffsetTrust::stated, "estimDate", "", ""}});
    CHECK(fault_in("laposte", sample("laposte.json")) == Fault::wrong_number);
    CHECK(fault_in("laposte", sample("laposte.error.json")) == Fault::unexpected_status);
    CHECK(has_no_records("laposte", R"({"returnCode":404,"idShip":"EE123456785CN"})"));
    CHECK(fault_in("laposte", R"({"code":"UNAUTHORIZED","message":"x"})", 401) == Fault::refused);
    const std::string many =
        text("[", sample("laposte.error.json"), ",") + std::string(sample("laposte.json")) + "]";
    CHECK(events_in("laposte", many, "CB702100345FR").events.size() == 6);
    CHECK(fault_in("laposte", many, 207) == Fault::wrong_number);
}

TEST_CASE("AfterShip: dated and v4 in one, countries of three letters") {
    const postal::Answer answer = events_in("aftership", sample("aftership.json"));
    CHECK(answer.origin_country == "CN");
    CHECK(answer.destination_country == "FR");
    check_events(answer, {{"2026-03-04T16:25:00+08:00", OffsetTrust::stated, "InTransit_002",
                           "Posting / collection", "SHENZHEN"},
                          {"2026-03-06T03:10:00", OffsetTrust::unknown, "InTransit_007",
                           "Departed outward office of exchange", "GUANGZHOU"},
                          {"2026-03-09T08:41:00+01:00", OffsetTrust::stated, "InTransit_009",
                           "Held by import customs", "ROISSY"},
                          {"2026-03-12", OffsetTrust::unknown, "estimated_delivery_date", "", ""}});
    const std::string_view v4 =
        R"({"meta":{"code":200},"data":{"tracking":{"tracking_number":"EE123456785CN","origin_country_iso3":"CHN","destination_country_iso3":"DEU","checkpoints":[{"checkpoint_time":"2026-03-04T16:25:00","city":"Bonn","country_iso3":"DEU","message":"Posted","tag":"InTransit"}]}}})";
    CHECK(events_in("aftership", v4).destination_country == "DE");
    check_events(events_in("aftership", v4),
                 {{"2026-03-04T16:25:00", OffsetTrust::unknown, "InTransit", "Posted", "Bonn, DE"}});
}

TEST_CASE("AfterShip: the code in meta tells") {
    CHECK(has_no_records("aftership", sample("aftership.error.json")));
    CHECK(has_no_records("aftership", sample("aftership.error.json"), 404));
    CHECK(has_no_records("aftership", R"({"meta":{"code":200},"data":{"trackings":[]}})"));
    CHECK(fault_in("aftership", R"({"meta":{"code":429},"data":{}})") == Fault::too_many_requests);
    CHECK(fault_in("aftership", R"({"meta":{"code":401},"data":{}})") == Fault::refused);
    CHECK(fault_in("aftership", R"({"meta":{"code":4012},"data":{}})") == Fault::unexpected_status);
    CHECK(fault_in("aftership", sample("aftership.json"), 200, "RA123456785CN") == Fault::wrong_number);
    CHECK(fault_in("aftership", R"({"meta":{"code":200},"data":{}})") == Fault::broken_json);
}

TEST_CASE("codes, words and main status are weighed in this order") {
    const auto stages = [](const postal::Answer& answer) {
        std::string all;
        for (const postal::Event& event : answer.events)
            if (!event.words.empty()) all += std::string(postal::facts(event.stage).id) + " ";
        return all;
    };
    CHECK(stages(events_in("17track", sample("17track.json"))) ==
          "accepted departed_origin arrived_destination import_customs ");
    CHECK(stages(events_in("laposte", sample("laposte.json"), "CB702100345FR")) ==
          "registered accepted origin_processing arrived_destination customs_released ");
    CHECK(stages(events_in("karrio", sample("karrio.json"), "CB702100345FR")) ==
          "accepted arrived_destination ");
    CHECK(stages(events_in("aftership", sample("aftership.json"))) == "accepted transit transit ");
}

TEST_CASE("words that deny it are never a delivery, whatever the codes say") {
    for (const std::string_view words :
         {"Item could not be delivered", "Delivered to the sender", "未妥投", "投递失败",
          "Will be delivered tomorrow", "has not been delivered", "退回寄件人，已签收"}) {
        const std::string told(words);
        const std::string bodies[] = {
            R"({"data":{"trackings":[{"tracker":{"trackingNumber":"EE123456785CN"},"events":[{"status":")" +
                told + R"(","occurrenceDatetime":"2026-03-04","statusMilestone":"delivered"}]}]}})",
            R"({"tracking_number":"EE123456785CN","events":[{"date":"2026-03-04","description":")" + told +
                R"(","status":"delivered"}]})",
            R"({"shipments":[{"id":"EE123456785CN","events":[{"timestamp":"2026-03-04","description":")" +
                told + R"(","statusCode":"delivered"}]}]})",
            R"({"returnCode":200,"shipment":{"idShip":"EE123456785CN","event":[{"date":"2026-03-04","label":")" +
                told + R"(","code":"DI1"}]}})",
            R"({"meta":{"code":200},"data":{"tracking":{"tracking_number":"EE123456785CN","checkpoints":[{"checkpoint_time":"2026-03-04","message":")" +
                told + R"(","tag":"Delivered","subtag":"Delivered_001"}]}}})",
        };
        const std::string_view dialects[] = {"ship24", "karrio", "dhl", "laposte", "aftership"};
        for (std::size_t i = 0; i < std::size(dialects); ++i)
            CHECK_MESSAGE(events_in(dialects[i], bodies[i]).events.front().stage != postal::Stage::delivered,
                          dialects[i], ": ", words);
    }
}

TEST_CASE("words alone make no delivery against a main status") {
    const std::string_view body =
        R"({"shipments":[{"id":"EE123456785CN","events":[{"timestamp":"2026-03-04","description":"Item delivered to addressee","statusCode":"transit"}]}]})";
    CHECK(events_in("dhl", body).events.front().stage == postal::Stage::transit);
}

TEST_CASE("names and phones are cut from the words of every dialect") {
    const std::string_view body =
        R"({"tracking_number":"EE123456785CN","events":[{"date":"2026-03-04","description":"快件派送中，投递员：张三，电话：13800138000","status":"out_for_delivery"}]})";
    const std::string words = events_in("karrio", body).events.front().words;
    CHECK(words.find("张三") == std::string::npos);
    CHECK(words.find("138") == std::string::npos);
}

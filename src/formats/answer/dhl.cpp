#include <utility>

#include "formats/answer/body.h"
#include "formats/answer/dialects.h"
#include "formats/answer/event_time.h"
#include "formats/answer/told_event.h"

namespace formats {

namespace {

using postal::Fault;

std::optional<postal::Event> read_event(const JsonValue& value, std::string_view number) {
    ToldEvent told;
    told.at = read_iso_time(trimmed_text(value, "timestamp", time_limit));
    told.main = {postal::Provider::dhl_status_code, trimmed_text(value, "statusCode", id_limit)};
    told.code = id_text(value, "statusCode", postal::event_code_limit);
    told.words = trimmed_text(value, "description", postal::event_text_limit);
    if (told.words.empty()) told.words = trimmed_text(value, "status", postal::event_text_limit);
    if (const JsonValue* address = member(value, {"location", "address"}))
        told.place = place_of(trimmed_text(*address, "addressLocality", postal::event_place_limit - 4),
                              country(*address, "countryCode"));
    return judged(std::move(told), number);
}

/// The newest event stands in `status` too, and there alone when a shipment has no list.
std::span<const JsonValue> events_of(const JsonValue& shipment) {
    const auto listed = elements(shipment, "events");
    return listed.empty() ? one_or_more(shipment, "status") : listed;
}

ReadAnswer read_shipment(const JsonValue& shipment, std::string_view number) {
    postal::Answer answer;
    if (const JsonValue* address = member(shipment, {"origin", "address"}))
        answer.origin_country = country(*address, "countryCode");
    if (const JsonValue* address = member(shipment, {"destination", "address"}))
        answer.destination_country = country(*address, "countryCode");
    const auto listed = events_of(shipment);
    for (const JsonValue& one : listed)
        if (auto event = read_event(one, number)) answer.events.push_back(std::move(*event));
    turn_oldest_first(answer.events);
    if (const JsonValue* frame = member(shipment, "estimatedDeliveryTimeFrame")) {
        add_forecast(answer.events, "estimatedFrom", trimmed_text(*frame, "estimatedFrom", time_limit));
        add_forecast(answer.events, "estimatedThrough", trimmed_text(*frame, "estimatedThrough", time_limit));
    } else {
        add_forecast(answer.events, "estimatedTimeOfDelivery",
                     trimmed_text(shipment, "estimatedTimeOfDelivery", time_limit));
    }
    return finished(std::move(answer), listed.size());
}

}  // namespace

ReadAnswer read_dhl(std::string_view body, std::string_view number) {
    const auto read = parse_body(body);
    if (const auto* fault = std::get_if<AnswerFault>(&read)) return *fault;
    const JsonValue& json = std::get<JsonValue>(read);
    if (const auto status = integer(json, "status", 100, 599)) return outcome_of_status(*status);
    const JsonValue* list = member(json, "shipments");
    if (!list || !list->array()) return AnswerFault{Fault::broken_json};
    if (list->array()->empty()) return NoRecords{};
    for (const JsonValue& shipment : *list->array())
        if (is_same_number(id_text(shipment, "id", id_limit), number)) return read_shipment(shipment, number);
    return AnswerFault{Fault::wrong_number};
}

}  // namespace formats

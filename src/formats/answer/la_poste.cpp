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
    told.at = read_iso_time(trimmed_text(value, "date", time_limit));
    told.detailed = {postal::Provider::la_poste_code, trimmed_text(value, "code", id_limit)};
    told.code = trimmed_text(value, "code", postal::event_code_limit);
    told.words = trimmed_text(value, "label", postal::event_text_limit);
    return judged(std::move(told), number);
}

ReadAnswer read_shipment(const JsonValue& shipment, std::string_view number) {
    if (!is_same_number(id_text(shipment, "idShip", id_limit), number))
        return AnswerFault{Fault::wrong_number};
    postal::Answer answer;
    if (const JsonValue* context = member(shipment, "contextData")) {
        answer.origin_country = country(*context, "originCountry");
        answer.destination_country = country(*context, "arrivalCountry");
    }
    const auto listed = elements(shipment, "event");
    for (auto one = listed.rbegin(); one != listed.rend(); ++one)
        if (auto event = read_event(*one, number)) answer.events.push_back(std::move(*event));
    add_forecast(answer.events, "estimDate", trimmed_text(shipment, "estimDate", time_limit));
    return finished(std::move(answer), listed.size());
}

/// Of an answer to several numbers, the one asked for.
const JsonValue* result_of(const JsonValue& json, std::string_view number) {
    if (json.object()) return &json;
    for (const JsonValue& one : *json.array()) {
        const JsonValue* shipment = member(one, "shipment");
        const JsonValue& holder = shipment && shipment->object() ? *shipment : one;
        if (is_same_number(id_text(holder, "idShip", id_limit), number)) return &one;
    }
    return nullptr;
}

}  // namespace

ReadAnswer read_la_poste(std::string_view body, std::string_view number) {
    const auto read = parse_body(body);
    if (const auto* fault = std::get_if<AnswerFault>(&read)) return *fault;
    const JsonValue& json = std::get<JsonValue>(read);
    if (json.array() && json.array()->empty()) return NoRecords{};
    const JsonValue* result = result_of(json, number);
    if (!result) return AnswerFault{Fault::wrong_number};
    const std::int64_t code = integer(*result, "returnCode", 100, 599).value_or(0);
    if (code >= 400) return outcome_of_status(code);
    if (trimmed_text(*result, "code", id_limit) == "UNAUTHORIZED") return AnswerFault{Fault::refused};
    const JsonValue* shipment = member(*result, "shipment");
    if (!shipment || !shipment->object()) return AnswerFault{Fault::broken_json};
    return read_shipment(*shipment, number);
}

}  // namespace formats

#include <utility>

#include "formats/answer/body.h"
#include "formats/answer/dialects.h"
#include "formats/answer/event_time.h"
#include "formats/answer/told_event.h"

namespace formats {

namespace {

using postal::Fault;
using postal::Provider;

/// Of `2026-03-08T21:15:00.000Z` the wall time; else of `date` and `time`, which has 24 hours and AM or PM
/// behind them all the same.
std::optional<postal::WallTime> time_of(const JsonValue& event) {
    auto at = read_iso_time(trimmed_text(event, "timestamp", time_limit));
    if (!at) {
        std::string text = trimmed_text(event, "date", time_limit);
        std::string time = trimmed_text(event, "time", time_limit);
        if (const std::size_t blank = time.find(' '); blank != std::string::npos) time.resize(blank);
        if (!time.empty()) text += "T" + time;
        at = read_iso_time(text);
    }
    if (at) {
        at->offset_minutes = 0;
        at->trust = postal::OffsetTrust::unknown;
    }
    return at;
}

std::optional<postal::Event> read_event(const JsonValue& value, std::string_view number) {
    ToldEvent told;
    told.at = time_of(value);
    told.main = {Provider::karrio_status, trimmed_text(value, "status", id_limit)};
    told.code = id_text(value, "code", postal::event_code_limit);
    if (told.code.empty()) told.code = trimmed_text(value, "status", postal::event_code_limit);
    told.words = trimmed_text(value, "description", postal::event_text_limit);
    told.place = trimmed_text(value, "location", postal::event_place_limit);
    auto event = judged(std::move(told), number);
    if (event && event->reason == postal::Reason::none)
        event->reason = postal::reason_by_code(postal::ReasonList::karrio_incident,
                                               trimmed_text(value, "reason", id_limit));
    return event;
}

ReadAnswer read_tracker(const JsonValue& tracker, std::string_view number) {
    postal::Answer answer;
    const auto listed = elements(tracker, "events");
    for (const JsonValue& one : listed)
        if (auto event = read_event(one, number)) answer.events.push_back(std::move(*event));
    turn_oldest_first(answer.events);
    if (const JsonValue* info = member(tracker, "info")) {
        answer.origin_country = country(*info, "shipment_origin_country");
        answer.destination_country = country(*info, "shipment_destination_country");
    }
    add_forecast(answer.events, "estimated_delivery",
                 trimmed_text(tracker, "estimated_delivery", time_limit));
    return finished(std::move(answer), listed.size());
}

bool is_about(const JsonValue& tracker, std::string_view number) {
    return is_same_number(id_text(tracker, "tracking_number", id_limit), number);
}

/// {errors: [{code}]} of the server itself, {messages: [{code}]} of the carrier it asked.
ReadAnswer read_error(const JsonValue& json) {
    const auto errors = elements(json, "errors");
    if (!errors.empty()) {
        const std::string code = id_text(errors.front(), "code", id_limit);
        if (code == "not_found") return NoRecords{};
        if (code == "authentication_failed" || code == "not_authenticated" || code == "permission_denied")
            return AnswerFault{Fault::refused};
        if (code == "throttled") return AnswerFault{Fault::too_many_requests};
        return AnswerFault{Fault::unexpected_status};
    }
    if (!elements(json, "messages").empty()) return AnswerFault{Fault::upstream_down};
    return AnswerFault{Fault::broken_json};
}

}  // namespace

ReadAnswer read_karrio(std::string_view body, std::string_view number) {
    const auto read = parse_body(body);
    if (const auto* fault = std::get_if<AnswerFault>(&read)) return *fault;
    const JsonValue& json = std::get<JsonValue>(read);
    if (const JsonValue* list = member(json, "results"); list && list->array()) {
        if (list->array()->empty()) return NoRecords{};
        for (const JsonValue& tracker : *list->array())
            if (is_about(tracker, number)) return read_tracker(tracker, number);
        return AnswerFault{Fault::wrong_number};
    }
    const JsonValue* wrapped = member(json, "tracking");
    const JsonValue& tracker = wrapped && wrapped->object() ? *wrapped : json;
    if (!member(tracker, "tracking_number")) return read_error(json);
    if (!is_about(tracker, number)) return AnswerFault{Fault::wrong_number};
    return read_tracker(tracker, number);
}

}  // namespace formats

#include <algorithm>
#include <utility>

#include "formats/answer/body.h"
#include "formats/answer/dialects.h"
#include "formats/answer/event_time.h"
#include "formats/answer/told_event.h"

namespace formats {

namespace {

using postal::Fault;
using postal::Provider;

/// Its errors have names: Ship24's public client and interface description.
ReadAnswer outcome_of(std::string_view code) {
    if (code == "tracker_not_found" || code == "parcel_not_found") return NoRecords{};
    if (code.starts_with("auth_") || code == "no_active_subscription") return AnswerFault{Fault::refused};
    if (code == "quota_limit_reached") return AnswerFault{Fault::too_many_requests};
    return AnswerFault{Fault::unexpected_status};
}

std::optional<postal::Event> read_event(const JsonValue& value, std::string_view number) {
    ToldEvent told;
    told.at = read_iso_time(trimmed_text(value, "occurrenceDatetime", time_limit));
    told.detailed = {Provider::ship24_status_code, trimmed_text(value, "statusCode", id_limit)};
    told.main = {Provider::ship24_milestone, trimmed_text(value, "statusMilestone", id_limit)};
    told.code = trimmed_text(value, "statusCode", postal::event_code_limit);
    if (told.code.empty()) told.code = trimmed_text(value, "statusMilestone", postal::event_code_limit);
    told.words = trimmed_text(value, "status", postal::event_text_limit);
    told.place = trimmed_text(value, "location", postal::event_place_limit);
    return judged(std::move(told), number);
}

bool is_about(const JsonValue& tracking, std::string_view number) {
    const JsonValue* tracker = member(tracking, "tracker");
    if (tracker && is_same_number(trimmed_text(*tracker, "trackingNumber", id_limit), number)) return true;
    const JsonValue* shipment = member(tracking, "shipment");
    if (!shipment) return false;
    return std::ranges::any_of(elements(*shipment, "trackingNumbers"), [&](const JsonValue& one) {
        return is_same_number(trimmed_text(one, "tn", id_limit), number);
    });
}

void add_forecasts(postal::Answer& answer, const JsonValue& delivery) {
    if (const JsonValue* range = member(delivery, "courierEstimatedDeliveryDate")) {
        add_forecast(answer.events, "estimated_from", trimmed_text(*range, "from", time_limit));
        add_forecast(answer.events, "estimated_to", trimmed_text(*range, "to", time_limit));
    }
    add_forecast(answer.events, "estimatedDeliveryDate",
                 trimmed_text(delivery, "estimatedDeliveryDate", time_limit));
}

ReadAnswer read_tracking(const JsonValue& tracking, std::string_view number) {
    postal::Answer answer;
    const auto listed = elements(tracking, "events");
    for (auto one = listed.rbegin(); one != listed.rend(); ++one)
        if (auto event = read_event(*one, number)) answer.events.push_back(std::move(*event));
    if (const JsonValue* shipment = member(tracking, "shipment")) {
        answer.origin_country = country(*shipment, "originCountryCode");
        answer.destination_country = country(*shipment, "destinationCountryCode");
        if (const JsonValue* delivery = member(*shipment, "delivery")) add_forecasts(answer, *delivery);
    }
    return finished(std::move(answer), listed.size());
}

}  // namespace

ReadAnswer read_ship24(std::string_view body, std::string_view number) {
    const auto read = parse_body(body);
    if (const auto* fault = std::get_if<AnswerFault>(&read)) return *fault;
    const JsonValue& json = std::get<JsonValue>(read);
    const auto errors = elements(json, "errors");
    if (!errors.empty()) return outcome_of(trimmed_text(errors.front(), "code", id_limit));
    const JsonValue* list = member(json, {"data", "trackings"});
    if (!list || !list->array()) return AnswerFault{Fault::broken_json};
    if (list->array()->empty()) return NoRecords{};
    for (const JsonValue& tracking : *list->array())
        if (is_about(tracking, number)) return read_tracking(tracking, number);
    return AnswerFault{Fault::wrong_number};
}

}  // namespace formats

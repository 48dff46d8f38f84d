#include <utility>

#include "formats/answer/body.h"
#include "formats/answer/dialects.h"
#include "formats/answer/event_time.h"
#include "formats/answer/told_event.h"

namespace formats {

namespace {

using postal::Fault;
using postal::Provider;

/// A place may be its name, or an object with an address that is a text or an object.
std::string place(const JsonValue& event) {
    std::string name = trimmed_text(event, "location", postal::event_place_limit);
    const JsonValue* location = member(event, "location");
    if (!name.empty() || !location) return name;
    name = trimmed_text(*location, "name", postal::event_place_limit);
    if (name.empty()) name = trimmed_text(*location, "address", postal::event_place_limit);
    const JsonValue* address = member(*location, "address");
    if (!name.empty() || !address) return name;
    return place_of(trimmed_text(*address, "addressLocality", postal::event_place_limit - 4),
                    country_of_any_length(*address, "addressCountry"));
}

std::optional<postal::Event> read_event(const JsonValue& value, std::string_view number) {
    ToldEvent told;
    told.at = read_iso_time(trimmed_text(value, "startDate", time_limit));
    told.detailed = {Provider::upu_emsevt, trimmed_text(value, "identifier", id_limit)};
    told.code = trimmed_text(value, "identifier", postal::event_code_limit);
    told.words = trimmed_text(value, "name", postal::event_text_limit);
    if (told.words.empty()) told.words = trimmed_text(value, "description", postal::event_text_limit);
    told.place = place(value);
    return judged(std::move(told), number);
}

ReadAnswer read_delivery(const JsonValue& delivery, std::string_view number) {
    postal::Answer answer;
    if (const JsonValue* address = member(delivery, "originAddress"))
        answer.origin_country = country_of_any_length(*address, "addressCountry");
    if (const JsonValue* address = member(delivery, "deliveryAddress"))
        answer.destination_country = country_of_any_length(*address, "addressCountry");
    const auto listed = one_or_more(delivery, "deliveryStatus");
    for (const JsonValue& one : listed)
        if (auto event = read_event(one, number)) answer.events.push_back(std::move(*event));
    turn_oldest_first(answer.events);
    for (const std::string_view name : {"expectedArrivalFrom", "expectedArrivalUntil"})
        add_forecast(answer.events, name, trimmed_text(delivery, name, time_limit));
    return finished(std::move(answer), listed.size());
}

std::span<const JsonValue> deliveries(const JsonValue& json) {
    if (const JsonArray* list = json.array()) return *list;
    if (const JsonValue* graph = member(json, "@graph"); graph && graph->array()) return *graph->array();
    return {&json, 1};
}

}  // namespace

ReadAnswer read_open_document(std::string_view body, std::string_view number) {
    const auto read = parse_body(body);
    if (const auto* fault = std::get_if<AnswerFault>(&read)) return *fault;
    const JsonValue& json = std::get<JsonValue>(read);
    const auto all = deliveries(json);
    if (all.empty()) return NoRecords{};
    bool about_another = false;
    for (const JsonValue& one : all) {
        const std::string told = id_text(one, "trackingNumber", id_limit);
        if (is_same_number(told, number)) return read_delivery(one, number);
        about_another |= !told.empty();
    }
    if (about_another) return AnswerFault{Fault::wrong_number};
    if (const auto status = integer(json, "status", 100, 599)) return outcome_of_status(*status);
    return AnswerFault{Fault::broken_json};
}

}  // namespace formats

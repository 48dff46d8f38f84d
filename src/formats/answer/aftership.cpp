#include <utility>

#include "formats/answer/body.h"
#include "formats/answer/dialects.h"
#include "formats/answer/event_time.h"
#include "formats/answer/told_event.h"

namespace formats {

namespace {

using postal::Fault;
using postal::Provider;

/// The dated versions call it country_region, v4 country_iso3; both are alpha-3.
std::string country_of(const JsonValue& value, std::string_view dated, std::string_view v4) {
    std::string code = country_of_any_length(value, dated);
    return code.empty() ? country_of_any_length(value, v4) : code;
}

std::string place(const JsonValue& checkpoint) {
    std::string place = trimmed_text(checkpoint, "location", postal::event_place_limit);
    if (!place.empty()) return place;
    return place_of(trimmed_text(checkpoint, "city", postal::event_place_limit - 4),
                    country_of(checkpoint, "country_region", "country_iso3"));
}

std::optional<postal::Event> read_event(const JsonValue& value, std::string_view number) {
    ToldEvent told;
    told.at = read_iso_time(trimmed_text(value, "checkpoint_time", time_limit));
    told.detailed = {Provider::aftership_subtag, trimmed_text(value, "subtag", id_limit)};
    told.main = {Provider::aftership_tag, trimmed_text(value, "tag", id_limit)};
    told.code = trimmed_text(value, "subtag", postal::event_code_limit);
    if (told.code.empty()) told.code = trimmed_text(value, "tag", postal::event_code_limit);
    told.words = trimmed_text(value, "message", postal::event_text_limit);
    told.place = place(value);
    return judged(std::move(told), number);
}

ReadAnswer read_tracking(const JsonValue& tracking, std::string_view number) {
    postal::Answer answer;
    answer.origin_country = country_of(tracking, "origin_country_region", "origin_country_iso3");
    answer.destination_country =
        country_of(tracking, "destination_country_region", "destination_country_iso3");
    const auto listed = elements(tracking, "checkpoints");
    for (const JsonValue& one : listed)
        if (auto event = read_event(one, number)) answer.events.push_back(std::move(*event));
    turn_oldest_first(answer.events);
    if (const JsonValue* expected = member(tracking, "courier_estimated_delivery_date"))
        add_forecast(answer.events, "estimated_delivery_date",
                     trimmed_text(*expected, "estimated_delivery_date", time_limit));
    add_forecast(answer.events, "expected_delivery", trimmed_text(tracking, "expected_delivery", time_limit));
    return finished(std::move(answer), listed.size());
}

/// meta.code is the status, or one of four digits whose first three are not always it: 4004 says that there
/// is no such tracking.
ReadAnswer outcome_of(std::int64_t code) {
    constexpr std::int64_t no_such_tracking = 4004;
    if (code == no_such_tracking) return NoRecords{};
    return code > 599 ? AnswerFault{Fault::unexpected_status} : outcome_of_status(code);
}

std::span<const JsonValue> trackings(const JsonValue& data) {
    if (const JsonValue* list = member(data, "trackings"); list && list->array()) return *list->array();
    const JsonValue* one = member(data, "tracking");
    return {one && one->object() ? one : &data, 1};
}

}  // namespace

ReadAnswer read_aftership(std::string_view body, std::string_view number) {
    const auto read = parse_body(body);
    if (const auto* fault = std::get_if<AnswerFault>(&read)) return *fault;
    const JsonValue& json = std::get<JsonValue>(read);
    const JsonValue* meta = member(json, "meta");
    const std::int64_t code = meta ? integer(*meta, "code", 0, 99'999).value_or(0) : 0;
    if (code >= 400) return outcome_of(code);
    const JsonValue* data = member(json, "data");
    if (!data || !data->object()) return AnswerFault{Fault::broken_json};
    const auto all = trackings(*data);
    if (all.empty()) return NoRecords{};
    bool about_another = false;
    for (const JsonValue& tracking : all) {
        const std::string told = id_text(tracking, "tracking_number", id_limit);
        if (is_same_number(told, number)) return read_tracking(tracking, number);
        about_another |= !told.empty();
    }
    return AnswerFault{about_another ? Fault::wrong_number : Fault::broken_json};
}

}  // namespace formats

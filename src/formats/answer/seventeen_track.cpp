#include <algorithm>
#include <utility>

#include "formats/answer/body.h"
#include "formats/answer/dialects.h"
#include "formats/answer/event_time.h"
#include "formats/answer/told_event.h"
#include "postal/sorting.h"

namespace formats {

namespace {

using postal::Fault;
using postal::Provider;

struct ErrorCodes {
    std::int64_t first;  ///< the codes are negative: `first` is the one nearer to 0
    std::int64_t last;
    Fault fault;
};

/// Sorted from 0 downwards; a code that is not here is unexpected_status.
constexpr ErrorCodes error_codes[] = {
    {-18010001, -18010002, Fault::refused},            // address not allowed, wrong key
    {-18010003, -18010003, Fault::upstream_down},      // internal error
    {-18010004, -18010005, Fault::refused},            // account disabled, not authorised
    {-18010008, -18010009, Fault::too_many_requests},  // quota, as one client has seen it
    {-18019818, -18019818, Fault::refused},            // no permission for the real-time interface
    {-18019902, -18019902, Fault::refused},            // not registered
    {-18019907, -18019908, Fault::too_many_requests},  // daily limit, quota used up
    {-18019911, -18019912, Fault::refused},            // no permission for the real-time interface
};
constexpr std::int64_t no_information_yet = -18019909;

ReadAnswer outcome_of(std::int64_t code) {
    if (code == no_information_yet) return NoRecords{};
    for (const ErrorCodes& row : error_codes)
        if (code <= row.first && code >= row.last) return AnswerFault{row.fault};
    return AnswerFault{Fault::unexpected_status};
}

std::int64_t code_of(const JsonValue& value) {
    return integer(value, "code", -99'999'999, 99'999'999).value_or(1);
}

/// `time_iso` is the wall time with its offset, and an instant when `time_utc` stands beside it; `time_raw`
/// is the carrier's own, as an object or a text.
std::optional<postal::WallTime> time_of(const JsonValue& event) {
    const bool has_instant = !trimmed_text(event, "time_utc", time_limit).empty();
    if (auto at = read_iso_time(trimmed_text(event, "time_iso", time_limit))) {
        if (has_instant && at->trust == postal::OffsetTrust::stated) at->trust = postal::OffsetTrust::trusted;
        return at;
    }
    if (auto at = read_iso_time(trimmed_text(event, "time_raw", time_limit))) return at;
    if (const JsonValue* raw = member(event, "time_raw")) {
        std::string text = trimmed_text(*raw, "date", time_limit);
        const std::string time = trimmed_text(*raw, "time", time_limit);
        if (!time.empty()) text += "T" + time + trimmed_text(*raw, "timezone", time_limit);
        if (auto at = read_iso_time(text)) return at;
    }
    return read_iso_time(trimmed_text(event, "time_utc", time_limit));
}

std::optional<postal::Event> read_event(const JsonValue& value, std::string_view number) {
    ToldEvent told;
    told.at = time_of(value);
    told.detailed = {Provider::track17_sub_status, trimmed_text(value, "sub_status", id_limit)};
    if (told.detailed.code.empty()) {
        const std::string stage = trimmed_text(value, "stage", id_limit);
        told.main = {Provider::track17_status, stage};
        if (stage == "PickedUp" || stage == "Departure" || stage == "Arrival")
            told.main = {Provider::track17_sub_status, "InTransit_" + stage};
        if (stage == "Returning" || stage == "Returned")
            told.main = {Provider::track17_sub_status, "Exception_" + stage};
    }
    told.code = trimmed_text(value, "sub_status", postal::event_code_limit);
    if (told.code.empty()) told.code = trimmed_text(value, "stage", postal::event_code_limit);
    told.words = trimmed_text(value, "description", postal::event_text_limit);
    told.place = trimmed_text(value, "location", postal::event_place_limit);
    return judged(std::move(told), number);
}

bool is_told_already(const std::vector<postal::Event>& events, const postal::Event& event) {
    return std::ranges::any_of(events, [&](const postal::Event& known) {
        return known.at.seconds == event.at.seconds && known.words == event.words &&
               known.place == event.place;
    });
}

bool has_offset(const postal::Event& event) { return event.at.trust != postal::OffsetTrust::unknown; }

std::int64_t instant_seconds(const postal::Event& event) {
    return event.at.seconds - std::int64_t{event.at.offset_minutes} * 60;
}

bool is_before(const postal::Event& one, const postal::Event& other) {
    return instant_seconds(one) < instant_seconds(other);
}

/// How many events were listed; those read stand in `events`, carrier by carrier or by instant.
std::size_t read_events(const JsonValue& track_info, std::vector<postal::Event>& events,
                        std::string_view number) {
    std::size_t told = 0;
    const JsonValue* tracking = member(track_info, "tracking");
    if (!tracking) return told;
    for (const JsonValue& provider : elements(*tracking, "providers")) {
        std::vector<postal::Event> leg;
        const auto listed = elements(provider, "events");
        told += listed.size();
        for (const JsonValue& one : listed) {
            auto event = read_event(one, number);
            if (event && !is_told_already(events, *event)) leg.push_back(std::move(*event));
        }
        turn_oldest_first(leg);
        events.insert(events.end(), std::make_move_iterator(leg.begin()), std::make_move_iterator(leg.end()));
    }
    if (std::ranges::all_of(events, has_offset)) postal::sort_few(events, is_before);
    return told;
}

ReadAnswer read_entry(const JsonValue& entry, std::string_view number) {
    const JsonValue* track_info = member(entry, "track_info");
    if (!track_info) return NoRecords{};
    postal::Answer answer;
    if (const auto* address = member(*track_info, {"shipping_info", "shipper_address"}))
        answer.origin_country = country(*address, "country");
    if (const auto* address = member(*track_info, {"shipping_info", "recipient_address"}))
        answer.destination_country = country(*address, "country");
    const std::size_t told = read_events(*track_info, answer.events, number);
    if (const auto* expected = member(*track_info, {"time_metrics", "estimated_delivery_date"})) {
        add_forecast(answer.events, "estimated_from", trimmed_text(*expected, "from", time_limit));
        add_forecast(answer.events, "estimated_to", trimmed_text(*expected, "to", time_limit));
    }
    return finished(std::move(answer), told);
}

bool found_something(const JsonValue& entry) {
    const JsonValue* status = member(entry, {"track_info", "latest_status"});
    return status && trimmed_text(*status, "status", id_limit) != "NotFound";
}

/// The entry of this number, one that found something before the others.
const JsonValue* entry_of(std::span<const JsonValue> entries, std::string_view number) {
    const JsonValue* found = nullptr;
    for (const JsonValue& entry : entries) {
        if (!is_same_number(trimmed_text(entry, "number", id_limit), number)) continue;
        if (!found || (!found_something(*found) && found_something(entry))) found = &entry;
    }
    return found;
}

}  // namespace

ReadAnswer read_seventeen_track(std::string_view body, std::string_view number) {
    const auto read = parse_body(body);
    if (const auto* fault = std::get_if<AnswerFault>(&read)) return *fault;
    const JsonValue& json = std::get<JsonValue>(read);
    const JsonValue* data = member(json, "data");
    if (!integer(json, "code", -99'999'999, 99'999'999)) return AnswerFault{Fault::broken_json};
    if (const std::int64_t code = code_of(json); code != 0) return outcome_of(code);
    if (!data) return AnswerFault{Fault::broken_json};
    if (const JsonValue* entry = entry_of(elements(*data, "accepted"), number))
        return read_entry(*entry, number);
    if (const JsonValue* entry = entry_of(elements(*data, "rejected"), number)) {
        const JsonValue* error = member(*entry, "error");
        return outcome_of(error ? code_of(*error) : 1);
    }
    const auto errors = elements(*data, "errors");
    if (!errors.empty()) return outcome_of(code_of(errors.front()));
    if (elements(*data, "accepted").empty() && elements(*data, "rejected").empty())
        return AnswerFault{Fault::broken_json};
    return AnswerFault{Fault::wrong_number};
}

}  // namespace formats

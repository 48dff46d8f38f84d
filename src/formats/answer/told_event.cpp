#include "formats/answer/told_event.h"

#include <algorithm>
#include <utility>

#include "formats/answer/body.h"
#include "formats/answer/event_time.h"

namespace formats {

namespace {

bool says_nothing(const postal::Classified& classified) {
    return classified.stage == postal::Stage::unknown && !classified.forecast;
}

postal::Classified classified(const ToldEvent& told, std::string_view number) {
    const auto first = postal::classify(told.detailed.provider, told.detailed.code, told.words, number);
    if (told.main.code.empty()) return first;
    const auto coarse = postal::classify(told.main.provider, told.main.code, told.words, number);
    if (says_nothing(first)) return coarse;
    const bool contradicted = first.stage == postal::Stage::delivered && !says_nothing(coarse);
    return contradicted ? coarse : first;
}

}  // namespace

std::optional<postal::Event> judged(ToldEvent told, std::string_view number) {
    if (!told.at || (told.code.empty() && told.words.empty())) return std::nullopt;
    const postal::Classified means = classified(told, number);
    postal::Event event;
    event.code = std::move(told.code);
    event.words = std::move(told.words);
    event.place = std::move(told.place);
    event.at = *told.at;
    event.stage = means.stage;
    event.reason = means.reason;
    event.forecast = means.forecast;
    return event;
}

void add_forecast(std::vector<postal::Event>& events, std::string_view code, std::string_view time) {
    const auto at = read_iso_time(time);
    if (!at) return;
    postal::Event event;
    event.code = code;
    event.at = *at;
    event.forecast = true;
    if (events.empty() || !postal::is_same_event(events.back(), event)) events.push_back(std::move(event));
}

void turn_oldest_first(std::vector<postal::Event>& events) {
    if (events.size() < 2 || events.front().at.seconds <= events.back().at.seconds) return;
    std::ranges::reverse(events);
}

std::string place_of(std::string_view locality, std::string_view country) {
    std::string place(locality);
    if (country.empty() || locality.ends_with(country)) return place;
    if (!place.empty()) place += ", ";
    place += country;
    return place;
}

ReadAnswer finished(postal::Answer answer, std::size_t told) {
    if (told == 0) return NoRecords{};
    const auto is_scan = [](const postal::Event& event) { return !event.forecast || !event.words.empty(); };
    if (std::ranges::none_of(answer.events, is_scan)) return AnswerFault{postal::Fault::broken_json};
    keep_last_events(answer.events);
    return answer;
}

}  // namespace formats

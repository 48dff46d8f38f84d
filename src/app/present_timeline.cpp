#include <algorithm>

#include "app/parts.h"
#include "app/present_parts.h"
#include "app/refresh.h"

namespace app {

namespace {

using postal::KnownEvent;

constexpr std::int64_t seconds_a_day = 24 * 60 * 60;

struct Line {
    const KnownEvent* known;
    const postal::SourceRecord* record;
};

std::int64_t day_of(const KnownEvent& known) { return postal::days_of(known.event.at.seconds); }

std::string wall_clock(const KnownEvent& known) {
    if (known.event.at.precision == postal::Precision::date) return {};
    const std::int64_t of_day = known.event.at.seconds - day_of(known) * seconds_a_day;
    const auto two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return two(of_day / 3600) + ":" + two(of_day / 60 % 60);
}

void append(std::string& line, std::string_view words) {
    if (words.empty()) return;
    if (!line.empty()) line += " · ";
    line += words;
}

/// Place, the operator's own words, who told it, and what is not sure about it.
std::string detail(const State& state, const Line& line) {
    const postal::Event& event = line.known->event;
    std::string words = event.place;
    if (!event.words.empty()) append(words, say(Word::event_words, {{"words", event.words}}));
    const formats::Source* source = state.config.source(line.record->source);
    append(words, source ? std::string_view(source->name) : std::string_view(line.record->source));
    if (event.at.trust == postal::OffsetTrust::unknown) append(words, say(Word::event_offset_unknown));
    if (line.known->last_seen < line.record->answered_at)
        append(words,
               say(Word::event_gone, {{"date", day_words(state, local_date(state, line.known->last_seen))}}));
    return words;
}

Part event_part(const State& state, const Line& line, std::size_t index, bool newest) {
    const std::string key = "event/" + std::to_string(index);
    Part made = part(Role::list_item, Look::timeline_event, key);
    made.selected = newest;
    made.tone = newest ? Tone::accent : Tone::quiet;
    made.parts.push_back(piece(Look::secondary, key + "/time", wall_clock(*line.known), Tone::secondary));
    Part title = piece(Look::section, key + "/title", stage_words(line.known->event.stage));
    made.parts.push_back(std::move(title));
    made.parts.push_back(piece(Look::secondary, key + "/detail", detail(state, line), Tone::quiet));
    return made;
}

/// Each source keeps its own order; newest first. Sources stand one after the other by their newest day.
std::vector<Line> lines_of(const postal::Item& item) {
    std::vector<Line> lines;
    for (const postal::SourceRecord& record : item.sources)
        for (auto known = record.events.rbegin(); known != record.events.rend(); ++known)
            if (!known->event.forecast) lines.push_back({&*known, &record});
    std::ranges::stable_sort(lines, std::greater{}, [](const Line& line) { return day_of(*line.known); });
    return lines;
}

void add_forecast(Part& card, const State& state, const Reading& reading) {
    const KnownEvent* forecast = reading.journey.forecast;
    const formats::Source* source = source_for(state, reading.item->number);
    if (!forecast || !source) return;
    const std::string date = day_words(state, postal::civil_from_days(day_of(*forecast)));
    card.parts.push_back(text(Look::card_text, "journey/forecast",
                              say(Word::forecast_line, {{"source", source->name}, {"date", date}}),
                              Tone::secondary));
}

}  // namespace

Part present_timeline(const State& state, const Reading& reading) {
    Part card = group(Look::card, "journey");
    card.parts.push_back(heading(3, Look::section, "journey/title", say(Word::journey_title)));
    add_forecast(card, state, reading);
    const std::vector<Line> lines = lines_of(*reading.item);
    if (lines.empty())
        card.parts.push_back(
            text(Look::card_text, "journey/empty", say(Word::journey_empty), Tone::secondary));
    Part* events = nullptr;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == 0 || day_of(*lines[i].known) != day_of(*lines[i - 1].known)) {
            const std::string key = "day/" + std::to_string(day_of(*lines[i].known));
            const std::string day = day_words(state, postal::civil_from_days(day_of(*lines[i].known)));
            card.parts.push_back(heading(4, Look::timeline_day, key, day, Tone::secondary));
            Part list = part(Role::list, Look::tight_column, key + "/events");
            list.name = day;
            card.parts.push_back(std::move(list));
            events = &card.parts.back();
        }
        events->parts.push_back(event_part(state, lines[i], lines.size() - i, i == 0));
    }
    return card;
}

}  // namespace app

#include "app/advice_words.h"
#include "app/parts.h"
#include "app/present_parts.h"

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

/// "+8", "-3:30".
std::string signed_hours(std::int16_t minutes) {
    const int size = minutes < 0 ? -minutes : minutes;
    std::string words = (minutes < 0 ? "−" : "+") + std::to_string(size / 60);
    if (size % 60 != 0) words += (size % 60 < 10 ? ":0" : ":") + std::to_string(size % 60);
    return words;
}

/// How far the clock on the wall is known, in words; the mark beside the time says the same.
std::string offset_words(const postal::WallTime& at) {
    switch (at.trust) {
        case postal::OffsetTrust::trusted:
            return say(Word::event_offset_known, {{"offset", signed_hours(at.offset_minutes)}});
        case postal::OffsetTrust::stated:
            return say(Word::event_offset_assumed, {{"offset", signed_hours(at.offset_minutes)}});
        case postal::OffsetTrust::unknown: break;
    }
    return say(Word::event_offset_unknown);
}

std::string_view offset_mark(postal::OffsetTrust trust) {
    switch (trust) {
        case postal::OffsetTrust::trusted: return "";
        case postal::OffsetTrust::stated: return " ~";
        case postal::OffsetTrust::unknown: break;
    }
    return " ?";
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
    append(words, offset_words(event.at));
    if (line.known->last_seen < line.record->answered_at)
        append(words,
               say(Word::event_gone, {{"date", day_words(state, local_date(state, line.known->last_seen))}}));
    return words;
}

/// The wall clock with its mark; what the mark means is said with it.
Part time_part(const std::string& key, const KnownEvent& known) {
    std::string clock = wall_clock(known);
    Part made = piece(Look::secondary, key, clock, Tone::secondary);
    if (clock.empty()) return made;
    const postal::OffsetTrust trust = known.event.at.trust;
    made.text += offset_mark(trust);
    if (trust != postal::OffsetTrust::trusted)
        made.name = say(Word::listed, {{"before", clock}, {"next", offset_words(known.event.at)}});
    return made;
}

/// What contradicts this scan: the later one carries the sentence, the earlier one the mark.
std::string contradicted(const State& state, const Reading& reading, const KnownEvent& known) {
    std::string words;
    for (const postal::Contradiction& one : reading.judgement->contradictions) {
        const bool is_told_here = one.later ? one.later == &known : one.earlier == &known;
        if (is_told_here) return contradiction_words(state, *reading.item, one);
        if (one.earlier == &known) words = say(Word::event_contradicted);
    }
    return words;
}

Part event_part(const State& state, const Reading& reading, const Line& line, std::size_t index,
                bool newest) {
    const std::string key = "event/" + std::to_string(index);
    Part made = part(Role::list_item, Look::timeline_event, key);
    made.selected = newest;
    made.tone = newest ? Tone::accent : Tone::quiet;
    put(made, time_part(key + "/time", *line.known));
    put(made, piece(Look::section, key + "/title", stage_words(line.known->event.stage)));
    put(made, piece(Look::secondary, key + "/detail", detail(state, line), Tone::quiet));
    if (std::string words = contradicted(state, reading, *line.known); !words.empty())
        put(made, piece(Look::secondary, key + "/flag", std::move(words), Tone::attention));
    return made;
}

/// Each source keeps its own order; newest first. Sources stand one after the other by their newest day.
std::vector<Line> lines_of(const postal::Item& item) {
    std::vector<Line> lines;
    for (const postal::SourceRecord& record : item.sources)
        for (auto known = record.events.rbegin(); known != record.events.rend(); ++known) {
            if (known->event.forecast) continue;
            // Mostly it belongs at the end: a source tells its scans by the day.
            auto place = lines.end();
            while (place != lines.begin() && day_of(*place[-1].known) < day_of(*known)) --place;
            lines.insert(place, {&*known, &record});
        }
    return lines;
}

}  // namespace

Part present_timeline(const State& state, const Reading& reading) {
    Part card = group(Look::card, "journey");
    put(card, heading(3, Look::section, "journey/title", Word::journey_title));
    if (const auto count = reading.judgement->contradictions.size(); count > 0)
        put(card,
            text(Look::card_text, "journey/contradicted",
                 say_count(Word::journey_contradicted, static_cast<std::int64_t>(count)), Tone::attention));
    if (Part picture = present_route(state, reading); !picture.parts.empty()) put(card, std::move(picture));
    const std::vector<Line> lines = lines_of(*reading.item);
    if (lines.empty())
        put(card, text(Look::card_text, "journey/empty", Word::journey_empty, Tone::secondary));
    Part* events = nullptr;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == 0 || day_of(*lines[i].known) != day_of(*lines[i - 1].known)) {
            const std::string key = "day/" + std::to_string(day_of(*lines[i].known));
            const std::string day = day_words(state, postal::civil_from_days(day_of(*lines[i].known)));
            put(card, heading(4, Look::timeline_day, key, day, Tone::secondary));
            Part list = part(Role::list, Look::tight_column, key + "/events");
            list.name = day;
            put(card, std::move(list));
            events = &card.parts.back();
        }
        events->parts.push_back(event_part(state, reading, lines[i], lines.size() - i, i == 0));
    }
    return card;
}

}  // namespace app

// How far what is shown may be believed: by whose word, observed when, what is missing.
#include <algorithm>

#include "app/present_parts.h"
#include "app/refresh.h"

namespace app {

namespace {

/// "14:05" today, else the day and the time.
std::string when_words(const State& state, Instant at) {
    const std::string time = local_time_words(state, at);
    if (is_today(state, at)) return time;
    return say(Word::listed, {{"before", day_words(state, local_date(state, at))}, {"next", time}});
}

bool has_doubtful_clock(const postal::SourceRecord& record) {
    return std::ranges::any_of(record.events, [](const postal::KnownEvent& known) {
        return !known.event.forecast && known.event.at.trust != postal::OffsetTrust::trusted;
    });
}

/// Whose word decides; before the first scan, who was asked. nullptr without an answer.
const postal::SourceRecord* answered(const Reading& reading) {
    const std::string_view id = reading.journey.source;
    const postal::SourceRecord* record = id.empty() ? reading.record : postal::find_source(*reading.item, id);
    return record && record->answered_at > 0 ? record : nullptr;
}

}  // namespace

std::string expected_words(const State& state, const Reading& reading) {
    if (const postal::KnownEvent* forecast = reading.journey.forecast)
        if (const formats::Source* source = source_for(state, reading.item->number)) {
            const auto day = postal::civil_from_days(postal::days_of(forecast->event.at.seconds));
            return say(Word::forecast_line, {{"source", source->name}, {"date", day_words(state, day)}});
        }
    const postal::ExpectedRange& range = reading.judgement->expected;
    if (range.basis != postal::RangeBasis::own_items) return {};
    const std::string first = day_words(state, postal::civil_from_days(range.first_day));
    const std::string last = day_words(state, postal::civil_from_days(range.last_day));
    if (range.passed) return say_count(Word::expected_passed, range.items, {{"last", last}});
    return say_count(Word::advice_expected, range.items, {{"first", first}, {"last", last}});
}

std::string sureness_words(const State& state, const Reading& reading) {
    const postal::SourceRecord* record = answered(reading);
    if (!record) return {};
    const formats::Source* source = state.config.source(record->source);
    return say(Word::sure_line,
               {{"source", source ? std::string_view(source->name) : std::string_view(record->source)},
                {"when", when_words(state, record->answered_at)}});
}

std::string missing_words(const State& state, const Reading& reading) {
    const postal::SourceRecord* record = answered(reading);
    if (!record) return {};
    const bool closed = reading.journey.closed;
    const std::pair<bool, Word> things[] = {
        {destination_of(*reading.item).empty(), Word::missing_destination},
        {!reading.item->posted_on && !closed, Word::missing_posted},
        {has_doubtful_clock(*record), Word::missing_offset},
        {!closed && expected_words(state, reading).empty(), Word::missing_expected},
    };
    std::string words;
    for (const auto& [is_missing, word] : things) {
        if (!is_missing) continue;
        words = words.empty() ? say(word) : say(Word::listed, {{"before", words}, {"next", say(word)}});
    }
    return words.empty() ? words : say(Word::sure_missing, {{"things", words}});
}

}  // namespace app

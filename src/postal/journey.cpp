#include "postal/journey.h"

#include <algorithm>
#include <limits>

#include "postal/elapsed.h"
#include "postal/told.h"

namespace postal {

namespace {

bool can_decide(Stage stage) { return stage != Stage::unknown && stage != Stage::pending; }

struct Reading {
    const KnownEvent* deciding = nullptr;
    const KnownEvent* last_scan = nullptr;
};

/// Walks one source's scans from the oldest to the newest.
Reading read_source(const SourceRecord& record) {
    const Instant told = last_told(record);
    Reading reading;
    for (const KnownEvent& known : record.events) {
        if (!is_told(known, told)) continue;
        reading.last_scan = &known;
        const bool delivered = reading.deciding && reading.deciding->event.stage == Stage::delivered;
        if (delivered && is_kept_after_delivered(known.event.stage)) continue;
        if (can_decide(known.event.stage)) reading.deciding = &known;
    }
    if (!reading.deciding) reading.deciding = reading.last_scan;
    return reading;
}

const KnownEvent* newest_forecast(const SourceRecord& record) {
    const auto found = std::find_if(record.events.rbegin(), record.events.rend(),
                                    [](const KnownEvent& known) { return known.event.forecast; });
    return found == record.events.rend() ? nullptr : &*found;
}

/// The day on the wall from which silence is counted.
std::int64_t day_of_last_news(const Item& item, const Journey& journey, std::int16_t local_offset_minutes) {
    if (journey.last_scan) return days_of(journey.last_scan->event.at.seconds);
    if (item.posted_on) return days_from_civil(*item.posted_on);
    return day_on_wall(item.added_at, local_offset_minutes);
}

/// Whether `candidate` of another source decides instead of `current`: the later one on the wall, except that
/// a late upload never undoes a delivery.
bool outranks(const Reading& candidate, const Reading& current) {
    if (!current.last_scan) return true;
    const Stage theirs = candidate.deciding->event.stage;
    const Stage ours = current.deciding->event.stage;
    if (ours == Stage::delivered && is_kept_after_delivered(theirs)) return false;
    if (theirs == Stage::delivered && is_kept_after_delivered(ours)) return true;
    return candidate.last_scan->event.at.seconds > current.last_scan->event.at.seconds;
}

void read_sources(const Item& item, Journey& journey) {
    Reading best;
    for (const SourceRecord& record : item.sources) {
        const Reading reading = read_source(record);
        if (!reading.last_scan || !outranks(reading, best)) continue;
        best = reading;
        journey.source = record.source;
    }
    journey.newest = best.deciding;
    journey.last_scan = best.last_scan;
}

const KnownEvent* read_forecast(const Item& item, std::string_view preferred) {
    const SourceRecord* chosen = find_source(item, preferred);
    if (const KnownEvent* own = chosen ? newest_forecast(*chosen) : nullptr) return own;
    for (const SourceRecord& record : item.sources) {
        if (const KnownEvent* any = newest_forecast(record)) return any;
    }
    return nullptr;
}

}  // namespace

Journey read_journey(const Item& item, Instant now, std::int16_t local_offset_minutes) {
    Journey journey;
    read_sources(item, journey);
    if (journey.newest) journey.stage = journey.newest->event.stage;
    journey.delivered = journey.stage == Stage::delivered;
    journey.closed = facts(journey.stage).terminal;
    const std::int64_t silent =
        day_on_wall(now, local_offset_minutes) - day_of_last_news(item, journey, local_offset_minutes);
    constexpr std::int64_t longest = std::numeric_limits<std::int32_t>::max();
    journey.silent_days = static_cast<std::int32_t>(std::clamp<std::int64_t>(silent, 0, longest));
    if (!journey.closed) journey.forecast = read_forecast(item, journey.source);
    if (const SourceRecord* record = find_source(item, journey.source)) journey.custody = custody_of(*record);
    journey.silence = read_silence(clock_of(journey.stage, journey.custody),
                                   service_class(service_indicator_of(item.number)), journey.silent_days);
    return journey;
}

}  // namespace postal

#include "postal/expected_range.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include "postal/elapsed.h"
#include "postal/service_indicator.h"
#include "postal/sorting.h"
#include "postal/told.h"

namespace postal {

namespace {

/// Longer ways are of numbers used twice or of dates mistyped, and tell nothing about the next item.
constexpr std::int64_t longest_way_days = 365;

bool same_lane(const Item& a, const Item& b) {
    return issuing_country(a.number) == issuing_country(b.number) && destination_of(a) == destination_of(b) &&
           service_class(service_indicator_of(a.number)) == service_class(service_indicator_of(b.number));
}

/// The day it was posted: what the user said, else the deciding source's first scan by a post.
std::optional<std::int64_t> first_day(const Item& item, const Journey& journey) {
    if (item.posted_on) return days_from_civil(*item.posted_on);
    const SourceRecord* record = find_source(item, journey.source);
    if (!record) return std::nullopt;
    const Instant told = last_told(*record);
    for (const KnownEvent& known : record->events) {
        if (is_told(known, told) && known.event.stage != Stage::registered)
            return days_of(known.event.at.seconds);
    }
    return std::nullopt;
}

/// Days from posting to delivery; nothing for an item that is not delivered or took no believable time.
std::optional<std::int64_t> days_taken(const Item& item, Instant now, std::int16_t local_offset_minutes) {
    const Journey journey = read_journey(item, now, local_offset_minutes);
    if (!journey.delivered) return std::nullopt;
    const std::optional<std::int64_t> begun = first_day(item, journey);
    if (!begun) return std::nullopt;
    const std::int64_t taken = days_of(journey.newest->event.at.seconds) - *begun;
    if (taken < 0 || taken > longest_way_days) return std::nullopt;
    return taken;
}

std::string_view source_of_event(const Item& item, const KnownEvent* event) {
    for (const SourceRecord& record : item.sources) {
        for (const KnownEvent& known : record.events) {
            if (&known == event) return record.source;
        }
    }
    return {};
}

}  // namespace

ExpectedRange expected_range(const Item& item, std::span<const Item> finished, Instant now,
                             std::int16_t local_offset_minutes) {
    const Journey journey = read_journey(item, now, local_offset_minutes);
    if (journey.closed) return {};
    const std::int64_t today = day_on_wall(now, local_offset_minutes);
    if (journey.forecast) {
        const std::int64_t day = days_of(journey.forecast->event.at.seconds);
        return {RangeBasis::stated, day, day, 0, source_of_event(item, journey.forecast), day < today};
    }
    const std::optional<std::int64_t> begun = first_day(item, journey);
    if (!begun || destination_of(item).empty() || is_sample(item.number)) return {};
    std::vector<std::int64_t> taken;
    for (const Item& other : finished) {
        if (other.number == item.number || !same_lane(item, other)) continue;
        if (const auto days = days_taken(other, now, local_offset_minutes)) taken.push_back(*days);
    }
    const auto count = static_cast<std::int32_t>(taken.size());
    if (count < own_items_needed) return {};
    sort_many(taken, std::less{});
    // The tenth part at each end together: with fewer than ten items none is left away.
    const std::size_t left_away_below = taken.size() / 20,
                      left_away_above = (taken.size() / 10) - left_away_below;
    const std::int64_t first = *begun + taken[left_away_below];
    const std::int64_t last = *begun + taken[taken.size() - 1 - left_away_above];
    return {RangeBasis::own_items, first, last, count, {}, last < today};
}

}  // namespace postal

// The time between two clocks on walls, as far as it can be known.
#pragma once

#include <cstdint>

#include "postal/event.h"
#include "postal/time.h"

namespace postal {

/// Clocks on Earth show between 12 hours less and 14 hours more than UTC (IANA time zones), so two of unknown
/// offset may differ by up to 26 hours.
inline constexpr std::int64_t westmost_offset_seconds = -12 * 3600;
inline constexpr std::int64_t eastmost_offset_seconds = 14 * 3600;

/// Whole days, rounded down: the true time lies in between. Both are the same when the clocks are one clock,
/// or their offsets are trusted. Never negative: what stands in a source's order is not turned round.
struct Elapsed {
    std::int32_t shortest_days = 0;
    std::int32_t longest_days = 0;

    bool operator==(const Elapsed&) const = default;
};

/// From one scan to a later one of the same source. Two scans of the same, named place share a clock.
Elapsed elapsed_between(const Event& earlier, const Event& later);

/// From a scan to an instant.
Elapsed elapsed_since(const Event& earlier, Instant now);

/// True when `a` was before `b` whatever their unknown offsets are.
bool is_surely_before(const WallTime& a, const WallTime& b);

/// The day on a wall at `offset_minutes` east of UTC, as days since 1970-01-01.
std::int64_t day_on_wall(Instant instant, std::int16_t offset_minutes);

}  // namespace postal

#include "postal/elapsed.h"

#include <algorithm>
#include <limits>

namespace postal {

namespace {

constexpr std::int64_t day_seconds = day_ms / second_ms;

/// The seconds of UTC a wall time may stand for, both ends included.
struct Span {
    std::int64_t first;
    std::int64_t last;
};

std::int64_t unsure_seconds(const WallTime& at) {
    switch (at.precision) {
        case Precision::date: return day_seconds - 1;
        case Precision::minute: return 59;
        case Precision::second: return 0;
    }
    return 0;
}

Span utc_span(const WallTime& at) {
    const std::int64_t last = at.seconds + unsure_seconds(at);
    if (at.trust == OffsetTrust::trusted) {
        const std::int64_t offset = std::int64_t{at.offset_minutes} * (minute_ms / second_ms);
        return {at.seconds - offset, last - offset};
    }
    return {at.seconds - eastmost_offset_seconds, last - westmost_offset_seconds};
}

/// Far dates of a hostile answer must not overflow.
WallTime kept_in_bounds(WallTime at) {
    at.seconds = std::clamp(at.seconds, first_civil_day * day_seconds, last_civil_day * day_seconds);
    return at;
}

std::int32_t whole_days(std::int64_t seconds) {
    constexpr std::int64_t longest = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(days_of(seconds), 0, longest));
}

bool share_a_clock(const Event& a, const Event& b) { return !a.place.empty() && a.place == b.place; }

Elapsed between(Span earlier, Span later) {
    return {whole_days(later.first - earlier.last), whole_days(later.last - earlier.first)};
}

}  // namespace

Elapsed elapsed_between(const Event& earlier, const Event& later) {
    const WallTime a = kept_in_bounds(earlier.at), b = kept_in_bounds(later.at);
    const bool both_trusted = a.trust == OffsetTrust::trusted && b.trust == OffsetTrust::trusted;
    if (both_trusted || !share_a_clock(earlier, later)) return between(utc_span(a), utc_span(b));
    return between({a.seconds, a.seconds + unsure_seconds(a)}, {b.seconds, b.seconds + unsure_seconds(b)});
}

Elapsed elapsed_since(const Event& earlier, Instant now) {
    const std::int64_t seconds = now / second_ms;
    return between(utc_span(kept_in_bounds(earlier.at)), {seconds, seconds});
}

bool is_surely_before(const WallTime& a, const WallTime& b) {
    return utc_span(kept_in_bounds(a)).last < utc_span(kept_in_bounds(b)).first;
}

std::int64_t day_on_wall(Instant instant, std::int16_t offset_minutes) {
    const std::int64_t seconds = instant / second_ms - (instant % second_ms < 0 ? 1 : 0);
    return days_of(seconds + std::int64_t{offset_minutes} * (minute_ms / second_ms));
}

}  // namespace postal

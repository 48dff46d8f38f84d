// Time as this program knows it. Nothing here reads a clock: time arrives in Actions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace postal {

/// Milliseconds since 1970-01-01T00:00:00Z. 0 means "never" wherever an Instant is stored.
using Instant = std::int64_t;

inline constexpr Instant second_ms = 1000;
inline constexpr Instant minute_ms = 60 * second_ms;
inline constexpr Instant hour_ms = 60 * minute_ms;
inline constexpr Instant day_ms = 24 * hour_ms;

enum class Precision : std::uint8_t { date, minute, second };

/// How far a stated offset may be believed. UPU Global Track & Trace states one that a destination
/// post has contradicted, so its events carry `stated`; only `trusted` may be turned into an Instant.
enum class OffsetTrust : std::uint8_t { unknown, stated, trusted };

/// What the operator's clock on the wall showed. Two wall times from different places must not be
/// compared as if they were instants.
struct WallTime {
    std::int64_t seconds = 0;         ///< since 1970-01-01T00:00 on that wall
    std::int16_t offset_minutes = 0;  ///< east of UTC; meaningful unless trust is `unknown`
    OffsetTrust trust = OffsetTrust::unknown;
    Precision precision = Precision::second;

    bool operator==(const WallTime&) const = default;
};

struct CivilDate {
    std::int32_t year = 1970;
    std::uint8_t month = 1;  ///< 1..12
    std::uint8_t day = 1;    ///< 1..31

    bool operator==(const CivilDate&) const = default;
};

/// The days civil_from_days tells apart: -9999-01-01 to 9999-12-31.
inline constexpr std::int64_t first_civil_day = -4371587;
inline constexpr std::int64_t last_civil_day = 2932896;

/// Days since 1970-01-01 in the proleptic Gregorian calendar, and back; days outside the range above are
/// taken as its first or last one.
std::int64_t days_from_civil(CivilDate date);
CivilDate civil_from_days(std::int64_t days);

/// The day on the wall that a time in seconds falls on: rounded down, also before 1970.
std::int64_t days_of(std::int64_t seconds);

/// 0 = Sunday.
int weekday(CivilDate date);

/// Reads `YYYY-MM-DD`, 1990..2100, a day that exists; anything else is nothing.
std::optional<CivilDate> parse_civil_date(std::string_view text);
std::string to_text(CivilDate date);  ///< YYYY-MM-DD

}  // namespace postal

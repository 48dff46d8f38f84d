#include "postal/time.h"

#include <algorithm>
#include <chrono>

namespace postal {

namespace {

using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr int days_per_week = 7;

sys_days sys_days_of(CivilDate date) {
    return sys_days{year{date.year} / std::chrono::month{date.month} / std::chrono::day{date.day}};
}

/// The digits of `text` as a number, or nothing when one of them is none.
std::optional<int> number_in(std::string_view text) {
    int number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number;
}

void append_padded(std::string& text, int number, int width) {
    const std::string digits = std::to_string(number);
    for (int missing = width - static_cast<int>(digits.size()); missing > 0; --missing) text += '0';
    text += digits;
}

}  // namespace

std::int64_t days_from_civil(CivilDate date) { return sys_days_of(date).time_since_epoch().count(); }

CivilDate civil_from_days(std::int64_t days) {
    const std::int64_t kept = std::clamp(days, first_civil_day, last_civil_day);
    const year_month_day date{sys_days{std::chrono::days{static_cast<int>(kept)}}};
    return {static_cast<int>(date.year()), static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
            static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

std::int64_t days_of(std::int64_t seconds) {
    constexpr std::int64_t day = day_ms / second_ms;
    return seconds / day - (seconds % day < 0 ? 1 : 0);
}

int weekday(CivilDate date) {
    const std::int64_t since_sunday = days_from_civil(date) + 4;  // 1970-01-01 was a Thursday
    return static_cast<int>(((since_sunday % days_per_week) + days_per_week) % days_per_week);
}

std::optional<CivilDate> parse_civil_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto years = number_in(text.substr(0, 4));
    const auto months = number_in(text.substr(5, 2));
    const auto days = number_in(text.substr(8, 2));
    if (!years || !months || !days) return std::nullopt;
    if (*years < 1990 || *years > 2100) return std::nullopt;
    const year_month_day date{year{*years}, std::chrono::month{static_cast<unsigned>(*months)},
                              std::chrono::day{static_cast<unsigned>(*days)}};
    if (!date.ok()) return std::nullopt;
    return CivilDate{*years, static_cast<std::uint8_t>(*months), static_cast<std::uint8_t>(*days)};
}

std::string to_text(CivilDate date) {
    std::string text;
    append_padded(text, date.year, 4);
    text += '-';
    append_padded(text, date.month, 2);
    text += '-';
    append_padded(text, date.day, 2);
    return text;
}

}  // namespace postal

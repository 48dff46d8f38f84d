#include "formats/answer/event_time.h"

#include <charconv>
#include <cstdint>

namespace formats {

namespace {

constexpr std::int64_t day_seconds = 86'400;
constexpr int largest_offset_hours = 14;  // UTC+14, Kiribati

bool is_in_range(std::int64_t seconds) {
    static const std::int64_t first = postal::days_from_civil({1990, 1, 1}) * day_seconds;
    static const std::int64_t end = postal::days_from_civil({2101, 1, 1}) * day_seconds;
    return seconds >= first && seconds < end;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes exactly two digits off the front.
std::optional<int> take_two_digits(std::string_view& text) {
    if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1])) return std::nullopt;
    const int number = (text[0] - '0') * 10 + (text[1] - '0');
    text.remove_prefix(2);
    return number;
}

bool take(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

/// The whole of `text` as `+hh`, `+hhmm` or `+hh:mm`, in minutes.
std::optional<std::int16_t> read_offset(std::string_view text) {
    const bool west = !text.empty() && text.front() == '-';
    if (!take(text, '+') && !take(text, '-')) return std::nullopt;
    const auto hours = take_two_digits(text);
    if (!hours || *hours > largest_offset_hours) return std::nullopt;
    int minutes = 0;
    if (!text.empty()) {
        take(text, ':');
        const auto read = take_two_digits(text);
        if (!read || *read > 59 || !text.empty()) return std::nullopt;
        minutes = *read;
    }
    const int offset = *hours * 60 + minutes;
    return static_cast<std::int16_t>(west ? -offset : offset);
}

/// The offset at the end of an ISO time; false when what stands there is none.
bool read_zone(std::string_view text, postal::WallTime& time) {
    if (text.empty()) return true;
    const bool utc = text == "Z" || text == "z";
    const auto offset = utc ? std::optional<std::int16_t>(0) : read_offset(text);
    if (!offset) return false;
    time.offset_minutes = *offset;
    time.trust = postal::OffsetTrust::stated;
    return true;
}

/// Takes `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fff` off the front; the fraction is dropped.
std::optional<postal::WallTime> take_time_of_day(std::string_view& text) {
    const auto hours = take_two_digits(text);
    if (!hours || *hours > 23 || !take(text, ':')) return std::nullopt;
    const auto minutes = take_two_digits(text);
    if (!minutes || *minutes > 59) return std::nullopt;
    postal::WallTime time{.seconds = *hours * 3600 + *minutes * 60, .precision = postal::Precision::minute};
    if (!take(text, ':')) return time;
    const auto seconds = take_two_digits(text);
    if (!seconds || *seconds > 60) return std::nullopt;
    time.seconds += *seconds;
    time.precision = postal::Precision::second;
    if (take(text, '.'))
        while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
    return time;
}

}  // namespace

std::optional<postal::WallTime> read_wcf_time(std::string_view text) {
    constexpr std::string_view begin = "/Date(";
    constexpr std::string_view end = ")/";
    if (!text.starts_with(begin) || !text.ends_with(end)) return std::nullopt;
    text.remove_prefix(begin.size());
    if (text.size() < end.size()) return std::nullopt;
    text.remove_suffix(end.size());
    std::int64_t milliseconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), milliseconds);
    if (read.ec != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));

    postal::WallTime time;
    time.seconds = milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0);
    if (!text.empty()) {
        const auto offset = read_offset(text);
        if (!offset) return std::nullopt;
        time.offset_minutes = *offset;
        time.trust = postal::OffsetTrust::stated;
        time.seconds += *offset * 60;
    }
    return is_in_range(time.seconds) ? std::optional(time) : std::nullopt;
}

std::optional<postal::WallTime> read_iso_time(std::string_view text) {
    constexpr std::size_t date_length = 10;
    const auto date = postal::parse_civil_date(text.substr(0, date_length));
    if (!date) return std::nullopt;
    text.remove_prefix(date_length);
    const std::int64_t midnight = postal::days_from_civil(*date) * day_seconds;
    if (text.empty()) return postal::WallTime{.seconds = midnight, .precision = postal::Precision::date};

    if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
    auto time = take_time_of_day(text);
    if (!time || !read_zone(text, *time)) return std::nullopt;
    time->seconds += midnight;
    return is_in_range(time->seconds) ? time : std::nullopt;
}

}  // namespace formats

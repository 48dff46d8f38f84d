// Names, dates and times in the user's form, from what the browser's Intl told.
#include <algorithm>
#include <string>

#include "app/reading.h"
#include "postal/country.h"

namespace app {

namespace {

std::string two_digits(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

Instant local(const State& state, Instant at) { return at + state.locale.offset_minutes * postal::minute_ms; }

void replace(std::string& text, std::string_view name, std::string_view value) {
    if (const auto at = text.find(name); at != std::string::npos) text.replace(at, name.size(), value);
}

std::string by_pattern(const State& state, std::string pattern, postal::CivilDate date) {
    const auto& locale = state.locale;
    if (pattern.empty() || locale.month_names.size() != 12 || locale.weekday_names.size() != 7)
        return postal::to_text(date);
    replace(pattern, "{weekday}", locale.weekday_names[static_cast<std::size_t>(postal::weekday(date))]);
    replace(pattern, "{day}", std::to_string(date.day));
    replace(pattern, "{month}", locale.month_names[date.month - 1u]);
    replace(pattern, "{year}", std::to_string(date.year));
    return pattern;
}

}  // namespace

std::string country_name(const State& state, std::string_view code) {
    const auto codes = postal::country_codes();
    const auto found = std::ranges::lower_bound(codes, code);
    if (found == codes.end() || *found != code) return say(Word::country_unassigned, {{"code", code}});
    const auto index = static_cast<std::size_t>(found - codes.begin());
    return index < state.locale.country_names.size() ? state.locale.country_names[index] : std::string(code);
}

std::string short_day_words(const State& state, postal::CivilDate date) {
    std::string pattern = state.locale.day_pattern;
    replace(pattern, "{weekday}", {});
    const std::size_t begin = std::min(pattern.find_first_not_of(" ,"), pattern.size());
    return by_pattern(state, pattern.substr(begin, pattern.find_last_not_of(" ,") + 1 - begin), date);
}

std::string date_words(const State& state, postal::CivilDate date) {
    return by_pattern(state, state.locale.date_pattern, date);
}

std::string day_words(const State& state, postal::CivilDate date) {
    const bool this_year = date.year == local_date(state, state.now).year;
    return this_year ? by_pattern(state, state.locale.day_pattern, date) : date_words(state, date);
}

std::string local_time_words(const State& state, Instant at) {
    const Instant of_day = ((local(state, at) % postal::day_ms) + postal::day_ms) % postal::day_ms;
    return two_digits(of_day / postal::hour_ms) + ":" + two_digits(of_day / postal::minute_ms % 60);
}

postal::CivilDate local_date(const State& state, Instant at) {
    const Instant there = local(state, at);
    return postal::civil_from_days((there - ((there % postal::day_ms) + postal::day_ms) % postal::day_ms) /
                                   postal::day_ms);
}

bool is_today(const State& state, Instant at) {
    return local_date(state, at) == local_date(state, state.now);
}

std::string proxy_words(const State& state, std::string_view proxy) {
    const auto host = [](std::string_view origin) {
        const auto slashes = origin.find("//");
        return std::string(slashes == origin.npos ? origin : origin.substr(slashes + 2));
    };
    if (!proxy.empty()) return host(proxy);
    return say(Word::proxy_own, {{"host", host(state.page_origin)}});
}

}  // namespace app

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "formats/answer.h"
#include "formats/clean_text.h"

namespace formats {

namespace {

using postal::Instant;

constexpr Instant shortest_wait = postal::second_ms;
constexpr Instant longest_wait = postal::day_ms;

std::optional<int> number_in(std::string_view text) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

/// 1..12, or 0.
int month_named(std::string_view name) {
    constexpr std::string_view names = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const std::size_t at = names.find(name);
    return at == std::string_view::npos || at % 3 != 0 ? 0 : static_cast<int>(at / 3) + 1;
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`, the form of RFC 9110 that servers must send. The two older ones a server
/// may no longer send are read as nothing.
std::optional<Instant> read_http_date(std::string_view text) {
    constexpr std::string_view shape = "Sun, 06 Nov 1994 08:49:37 GMT";
    if (text.size() != shape.size() || !text.ends_with(" GMT")) return std::nullopt;
    for (const std::size_t at : {3u, 4u, 7u, 11u, 16u, 19u, 22u})
        if (text[at] != shape[at]) return std::nullopt;
    const int month = month_named(text.substr(8, 3));
    const auto day = number_in(text.substr(5, 2));
    const auto year = number_in(text.substr(12, 4));
    const auto hours = number_in(text.substr(17, 2));
    const auto minutes = number_in(text.substr(20, 2));
    const auto seconds = number_in(text.substr(23, 2));
    if (month == 0 || !day || *day < 1 || *day > 31 || !year || !hours || !minutes || !seconds)
        return std::nullopt;
    const postal::CivilDate date{*year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(*day)};
    return postal::days_from_civil(date) * postal::day_ms + *hours * postal::hour_ms +
           *minutes * postal::minute_ms + *seconds * postal::second_ms;
}

bool is_all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

Instant retry_at(std::string_view retry_after, Instant now) {
    const std::string_view text = trimmed(retry_after);
    Instant wait = 0;
    if (is_all_digits(text)) {
        const auto seconds = number_in(text);
        wait =
            seconds ? *seconds * postal::second_ms : longest_wait;  // too many digits: as long as is believed
    } else {
        const auto date = read_http_date(text);
        if (!date) return 0;
        wait = *date - now;
    }
    return now + std::clamp(wait, shortest_wait, longest_wait);
}

}  // namespace formats

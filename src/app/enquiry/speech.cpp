#include "app/enquiry/speech.h"

#include <algorithm>

#include "postal/country.h"
#include "postal/service_indicator.h"

namespace app::enquiry {

namespace {

constexpr SentencesForm form{enquiry_words_mark, enquiry_words_stamp, enquiry_word_count};
constexpr char column_end = '\x1f';
constexpr std::int64_t seconds_a_day = 24 * 60 * 60;

std::vector<std::string> columns_of(std::string_view text) {
    std::vector<std::string> columns;
    while (true) {
        const std::size_t end = text.find(column_end);
        columns.emplace_back(text.substr(0, end));
        if (end == text.npos) return columns;
        text.remove_prefix(end + 1);
    }
}

std::string two_digits(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

bool Speech::read(std::string_view words, std::string_view locale) {
    if (!sentences_.read(words, form)) return false;
    const std::vector<std::string> columns = columns_of(locale);
    const std::size_t count = postal::country_codes().size();
    constexpr std::size_t months = 3, countries = months + 12 + 7;
    if (columns.size() < countries + count) return true;
    const auto begin = columns.begin();
    date_pattern_ = columns[2];
    months_.assign(begin + months, begin + months + 12);
    countries_.assign(begin + countries, begin + countries + static_cast<std::ptrdiff_t>(count));
    return true;
}

std::string Speech::say(EnquiryWord word, std::initializer_list<Argument> arguments) const {
    return filled(sentences_.raw(static_cast<std::size_t>(word)), arguments);
}

std::string Speech::say_count(EnquiryWord word, std::int64_t count,
                              std::initializer_list<Argument> arguments) const {
    return filled(sentences_.form_for(static_cast<std::size_t>(word), count), count, arguments);
}

std::string Speech::join(std::string before, std::string_view next) const {
    if (before.empty()) return std::string(next);
    if (next.empty()) return before;
    return say(EnquiryWord::joined, {{"before", before}, {"next", next}});
}

std::string Speech::comma(std::string before, std::string_view next) const {
    if (before.empty()) return std::string(next);
    if (next.empty()) return before;
    return say(EnquiryWord::comma, {{"before", before}, {"next", next}});
}

std::string Speech::stage(postal::Stage stage) const {
    return say(word_behind(EnquiryWord::stage_pending, static_cast<int>(stage)));
}

std::string Speech::service(std::string_view number) const {
    const auto service = postal::service_class(postal::service_indicator_of(number));
    return say(word_behind(EnquiryWord::service_ems, static_cast<int>(service)));
}

std::string Speech::date(postal::CivilDate date) const {
    if (months_.empty()) return postal::to_text(date);
    const std::string day = std::to_string(date.day), year = std::to_string(date.year);
    return filled(date_pattern_, {{"day", day}, {"month", months_[date.month - 1u]}, {"year", year}});
}

std::string Speech::wall(const postal::WallTime& at) const {
    const std::int64_t day = postal::days_of(at.seconds);
    if (at.precision == postal::Precision::date) return date(day);
    const std::int64_t of_day = at.seconds - day * seconds_a_day;
    return comma(date(day), two_digits(of_day / 3600) + ":" + two_digits(of_day / 60 % 60));
}

std::string Speech::instant(postal::Instant at, std::int16_t offset_minutes) const {
    postal::WallTime wall_time;
    const postal::Instant local = at + offset_minutes * postal::minute_ms;
    wall_time.seconds =
        (local - ((local % postal::second_ms) + postal::second_ms) % postal::second_ms) / postal::second_ms;
    return wall(wall_time);
}

std::string Speech::country(std::string_view code, EnquiryWord otherwise) const {
    const auto codes = postal::country_codes();
    const auto found = std::ranges::lower_bound(codes, code);
    if (found == codes.end() || *found != code) return say(otherwise);
    return countries_.empty() ? std::string(code)
                              : countries_[static_cast<std::size_t>(found - codes.begin())];
}

std::string Speech::origin(const postal::Item& item) const {
    return country(postal::issuing_country(item.number), EnquiryWord::some_origin);
}

std::string Speech::destination(const postal::Item& item) const {
    return country(postal::destination_of(item), EnquiryWord::some_destination);
}

std::string Speech::contradiction(const postal::Item& item, const postal::Contradiction& one) const {
    static_assert(static_cast<int>(EnquiryWord::advise_scan_in_future) -
                      static_cast<int>(EnquiryWord::advise_delivered_then_moving) ==
                  postal::contradiction_kind_count - 1);
    const std::string earlier = one.earlier ? stage(one.earlier->event.stage) : std::string();
    const std::string later = one.later ? stage(one.later->event.stage) : std::string();
    const std::string day = one.later ? date(postal::days_of(one.later->event.at.seconds)) : std::string();
    const std::string where = country(one.country, EnquiryWord::some_destination);
    return say_count(word_behind(EnquiryWord::advise_delivered_then_moving, static_cast<int>(one.kind)),
                     one.count,
                     {{"earlier", earlier},
                      {"later", later},
                      {"date", day},
                      {"country", where},
                      {"origin", origin(item)},
                      {"destination", destination(item)}});
}

std::string signed_hours(std::int16_t minutes) {
    const int size = minutes < 0 ? -minutes : minutes;
    std::string words = (minutes < 0 ? "−" : "+") + std::to_string(size / 60);
    if (size % 60 != 0) words += ":" + two_digits(size % 60);
    return words;
}

}  // namespace app::enquiry

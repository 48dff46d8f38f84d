#include "formats/answer/body.h"

#include <algorithm>
#include <utility>

#include "formats/clean_text.h"
#include "postal/country.h"

namespace formats {

namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

std::string_view bare(std::string_view body) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (body.starts_with(byte_order_mark)) body.remove_prefix(byte_order_mark.size());
    return trimmed(body);
}

std::variant<JsonValue, AnswerFault> parse_body(std::string_view body) {
    const std::string_view text = bare(body);
    if (!text.starts_with('[') && !text.starts_with('{')) return AnswerFault{postal::Fault::not_json};
    auto json = parse_untrusted(text, answer_limits);
    if (!json) return AnswerFault{postal::Fault::broken_json};
    return std::move(*json);
}

std::string trimmed_text(const JsonValue& value, std::string_view name, std::size_t limit) {
    return std::string(trimmed(text(value, name, limit).value_or("")));
}

std::string country(const JsonValue& value, std::string_view name) {
    std::string code = trimmed_text(value, name, 8);
    std::ranges::transform(code, code.begin(), upper);
    return postal::is_country(code) ? code : std::string();
}

bool is_same_number(std::string_view told, std::string_view number) {
    return std::ranges::equal(told, number, {}, upper);
}

void keep_last_events(std::vector<postal::Event>& events) {
    if (events.size() <= postal::events_per_source_limit) return;
    events.erase(events.begin(), events.end() - static_cast<std::ptrdiff_t>(postal::events_per_source_limit));
}

}  // namespace formats

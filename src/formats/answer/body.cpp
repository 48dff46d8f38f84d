#include "formats/answer/body.h"

#include <algorithm>
#include <utility>

#include "formats/clean_text.h"
#include "postal/country.h"

namespace formats {

namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

bool is_read(std::int32_t status) { return status == 200 || status == 201 || status == 202 || status == 207; }

std::optional<postal::Fault> fault_of_status(std::int32_t status) {
    using postal::Fault;
    if (is_read(status) || status == 404) return std::nullopt;
    if (status == 401 || status == 403) return Fault::refused;
    if (status == 429) return Fault::too_many_requests;
    if (status == 408 || status == 504) return Fault::timed_out;
    if (status >= 500 && status <= 599) return Fault::upstream_down;
    return Fault::unexpected_status;
}

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

std::string id_text(const JsonValue& value, std::string_view name, std::size_t limit) {
    if (const auto number = integer(value, name, INT64_MIN, INT64_MAX)) return std::to_string(*number);
    return trimmed_text(value, name, limit);
}

const JsonValue* member(const JsonValue& value, std::initializer_list<std::string_view> path) {
    const JsonValue* at = &value;
    for (const std::string_view name : path)
        if (!(at = member(*at, name))) return nullptr;
    return at;
}

std::span<const JsonValue> one_or_more(const JsonValue& value, std::string_view name) {
    const JsonValue* found = member(value, name);
    if (found && found->object()) return {found, 1};
    return elements(value, name);
}

std::string country(const JsonValue& value, std::string_view name) {
    std::string code = trimmed_text(value, name, 8);
    std::ranges::transform(code, code.begin(), upper);
    return postal::is_country(code) ? code : std::string();
}

std::string country_of_any_length(const JsonValue& value, std::string_view name) {
    std::string code = trimmed_text(value, name, 8);
    std::ranges::transform(code, code.begin(), upper);
    return std::string(postal::is_country(code) ? code : postal::country_by_alpha3(code));
}

ReadAnswer outcome_of_status(std::int64_t status) {
    if (status == 404) return NoRecords{};
    if (status < 100 || status > 599) return AnswerFault{postal::Fault::unexpected_status};
    const auto fault = fault_of_status(static_cast<std::int32_t>(status));
    return AnswerFault{fault.value_or(postal::Fault::broken_json)};
}

bool is_same_number(std::string_view told, std::string_view number) {
    return std::ranges::equal(trimmed(told), number, {}, upper);
}

void keep_last_events(std::vector<postal::Event>& events) {
    if (events.size() <= postal::events_per_source_limit) return;
    events.erase(events.begin(), events.end() - static_cast<std::ptrdiff_t>(postal::events_per_source_limit));
}

}  // namespace formats

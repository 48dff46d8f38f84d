#include "formats/message_answer.h"

#include <algorithm>
#include <iterator>

#include "formats/clean_text.h"
#include "formats/json_reader.h"

namespace formats {

namespace {

/// A message of nothing but short links gives about half of this.
constexpr JsonLimits answer_limits{.size = 4'000'000, .nodes = 400'000};
constexpr JsonLimits senders_limits{.size = 100'000, .nodes = 5'000};
constexpr std::size_t id_limit = 40, host_limit = 253, name_limit = 80;
constexpr std::int64_t last_place = postal::message_limit;

std::optional<postal::MessageRule> rule_of(std::string_view id) {
    for (int rule = 0; rule < postal::message_rule_count; ++rule)
        if (postal::message_rule_id(static_cast<postal::MessageRule>(rule)) == id)
            return static_cast<postal::MessageRule>(rule);
    return {};
}

/// As postal::message_verdict_id says them; that one would bring the whole check with it.
std::optional<postal::MessageVerdict> verdict_of(const JsonValue& json) {
    constexpr std::string_view ids[] = {"official", "lookalike", "suspicious", "unknown", "nothing"};
    const auto found = std::ranges::find(ids, text(json, "verdict", id_limit).value_or(""));
    if (found == std::end(ids)) return {};
    return static_cast<postal::MessageVerdict>(found - std::begin(ids));
}

/// Where the first `units` UTF-16 units of `text` end, in bytes.
std::size_t bytes_of_units(std::string_view text, std::int64_t units) {
    std::size_t at = 0;
    while (at < text.size() && units > 0) {
        units -= static_cast<unsigned char>(text[at]) >= 0xF0 ? 2 : 1;
        do ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    }
    return at;
}

std::string quoted(std::string_view message, const JsonValue& reason) {
    const auto start = integer(reason, "start", 0, last_place), end = integer(reason, "end", 0, last_place);
    if (!start || !end || *start >= *end) return {};
    const std::size_t begin = bytes_of_units(message, *start);
    const std::string_view part = message.substr(begin, bytes_of_units(message.substr(begin), *end - *start));
    std::string quote = clean_text(part, message_quote_limit);
    if (part.size() > message_quote_limit) quote += "…";
    return std::string(trimmed(quote));
}

std::vector<MessageEvidence> read_reasons(const JsonValue& json, std::string_view message) {
    std::vector<MessageEvidence> reasons;
    for (const JsonValue& one : elements(json, "reasons")) {
        const auto rule = rule_of(text(one, "rule", id_limit).value_or(""));
        if (!rule || reasons.size() == message_reasons_limit) continue;
        reasons.push_back({*rule, quoted(message, one)});
    }
    return reasons;
}

std::vector<JudgedHost> read_hosts(const JsonValue& json) {
    std::vector<JudgedHost> hosts;
    const auto take = [&](const JsonValue& one, postal::MessageVerdict verdict) {
        JudgedHost& host = hosts.emplace_back();
        host.host = text(one, "host", host_limit).value_or("");
        host.registrable = text(one, "registrable", host_limit).value_or("");
        if (!host.host.ends_with(host.registrable)) host.registrable.clear();
        host.verdict = verdict;
        host.reasons = read_reasons(one, {});
    };
    for (const auto wanted : {postal::MessageVerdict::lookalike, postal::MessageVerdict::suspicious,
                              postal::MessageVerdict::unknown, postal::MessageVerdict::official})
        for (const JsonValue& one : elements(json, "hosts"))
            if (hosts.size() < message_hosts_limit && verdict_of(one) == wanted) take(one, wanted);
    return hosts;
}

bool is_host(std::string_view host) {
    return std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

}  // namespace

std::optional<MessageAnswer> read_message_answer(std::string_view json, std::string_view message) {
    const auto root = parse_untrusted(json, answer_limits);
    const auto verdict = root ? verdict_of(*root) : std::nullopt;
    if (!verdict) return {};
    MessageAnswer answer;
    answer.verdict = *verdict;
    answer.hosts = read_hosts(*root);
    answer.reasons = read_reasons(*root, message);
    for (const JsonValue& one : elements(*root, "numbers"))
        if (answer.numbers.size() < message_numbers_limit)
            if (auto number = text(one, "number", id_limit)) answer.numbers.push_back(std::move(*number));
    if (const JsonValue* route = member(*root, "safe_route")) {
        answer.safe_host = text(*route, "host", host_limit).value_or("");
        answer.safe_country = text(*route, "country", 2).value_or("");
        if (!is_host(answer.safe_host)) answer.safe_host.clear();
    }
    return answer;
}

std::vector<Sender> read_senders(std::string_view json) {
    std::vector<Sender> senders;
    const auto root = parse_untrusted(json, senders_limits);
    for (const JsonValue& one : root ? elements(*root, "senders") : std::span<const JsonValue>()) {
        Sender sender{text(one, "id", id_limit).value_or(""), text(one, "name", name_limit).value_or("")};
        if (!sender.id.empty() && !sender.name.empty()) senders.push_back(std::move(sender));
    }
    return senders;
}

}  // namespace formats

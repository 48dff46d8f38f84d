#include "web/module/message_text.h"

#include <vector>

#include "postal/brand.h"
#include "postal/message_check.h"
#include "postal/other_number.h"
#include "web/module/ids.h"
#include "web/module/json_text.h"
#include "web/module/utf16.h"

namespace postwatch {

namespace {

std::vector<postal::WatchedItem> watched_items(std::string_view lines) {
    std::vector<postal::WatchedItem> items;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(line.size() == lines.size() ? line.size() : line.size() + 1);
        if (!line.empty()) items.push_back({line.substr(1), line.front() == '+'});
    }
    return items;
}

void span_text(JsonText& json, Utf16Places& places, std::uint32_t begin, std::uint32_t end) {
    json.member("start", places.at(begin)).member("end", places.at(end));
}

void reasons_text(JsonText& json, Utf16Places& places, const std::vector<postal::MessageReason>& reasons) {
    json.name("reasons").begin_array();
    for (const postal::MessageReason& reason : reasons) {
        json.begin_object().member("rule", postal::message_rule_id(reason.rule));
        span_text(json, places, reason.begin, reason.end);
        json.end_object();
    }
    json.end_array();
}

void whose_text(JsonText& json, std::uint8_t brand, std::string_view country) {
    if (brand != postal::no_brand) json.member("brand", postal::brand(brand).id);
    if (!country.empty()) json.member("country", country);
}

void hosts_text(JsonText& json, Utf16Places& places, const std::vector<postal::MessageHost>& hosts) {
    json.name("hosts").begin_array();
    for (const postal::MessageHost& host : hosts) {
        json.begin_object().member("host", host.host).member("registrable", host.registrable);
        json.member("verdict", postal::message_verdict_id(host.verdict));
        whose_text(json, host.brand, host.country);
        span_text(json, places, host.begin, host.end);
        reasons_text(json, places, host.reasons);
        json.end_object();
    }
    json.end_array();
}

void numbers_text(JsonText& json, Utf16Places& places, const std::vector<postal::FoundNumber>& numbers) {
    json.name("numbers").begin_array();
    for (const postal::FoundNumber& one : numbers) {
        json.begin_object();
        span_text(json, places, one.begin, one.end);
        json.member("number", one.number).member("verdict", id_of(one.verdict));
        json.member("family", family_id(one.family)).end_object();
    }
    json.end_array();
}

}  // namespace

std::string message_text(std::string_view text, std::string_view claimed, std::string_view items) {
    const std::vector<postal::WatchedItem> watched = watched_items(items);
    const postal::MessageCheck check = postal::check_message(text, {watched, claimed});
    Utf16Places places(text);
    JsonText json;
    json.begin_object().member("verdict", postal::message_verdict_id(check.verdict));
    hosts_text(json, places, check.hosts);
    reasons_text(json, places, check.reasons);
    numbers_text(json, places, check.numbers);
    json.name("safe_route");
    if (check.safe_route.host.empty() && check.safe_route.country.empty()) {
        json.null();
    } else {
        json.begin_object();
        whose_text(json, check.safe_route.brand, check.safe_route.country);
        json.member("host", check.safe_route.host).end_object();
    }
    return json.end_object().take();
}

}  // namespace postwatch

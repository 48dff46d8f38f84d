#include "formats/saved_settings.h"

#include "formats/config.h"
#include "formats/settings_json.h"

namespace formats {

namespace {

constexpr JsonLimits record_limits{.size = 100'000, .nodes = 1'000};
constexpr std::size_t language_tag_limit = 35;  // BCP 47 (RFC 5646, 4.4.1)
constexpr std::size_t consented_limit = 100;    // there are fewer sources and proxies

bool is_agreement(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == text.npos) return is_source_id(text);
    return is_source_id(text.substr(0, at)) && at + 1 < text.size() && is_proxy_origin(text.substr(at + 1));
}

}  // namespace

std::string agreement(std::string_view source, std::string_view proxy) {
    std::string text(source);
    if (!proxy.empty()) text.append("@").append(proxy);
    return text;
}

Json json_of(const Settings& settings) {
    Json json;
    json["version"] = saved_settings_version;
    json["language"] = settings.language;
    json["proxy"] = settings.proxy;
    json["consented"] = settings.consented;
    return json;
}

std::optional<Settings> read_settings(const JsonValue& record) {
    if (!integer(record, "version", 1, saved_settings_version)) return std::nullopt;
    Settings settings;
    settings.language = text(record, "language", language_tag_limit).value_or("");
    settings.proxy = text(record, "proxy", origin_limit).value_or("");
    if (!is_proxy_origin(settings.proxy)) settings.proxy.clear();
    for (const JsonValue& one : elements(record, "consented")) {
        const auto* agreed = std::get_if<std::string>(&one.value);
        if (agreed && is_agreement(*agreed) && settings.consented.size() < consented_limit)
            settings.consented.push_back(*agreed);
    }
    return settings;
}

std::string write_settings(const Settings& settings) { return to_text(json_of(settings)); }

std::optional<Settings> read_settings(std::string_view record) {
    const auto json = parse_untrusted(record, record_limits);
    return json ? read_settings(*json) : std::nullopt;
}

}  // namespace formats

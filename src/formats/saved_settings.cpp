#include "formats/saved_settings.h"

#include "formats/config.h"
#include "formats/settings_json.h"

namespace formats {

namespace {

constexpr JsonLimits record_limits{.size = 100'000, .nodes = 1'000};
constexpr std::size_t consented_limit = 100;  // there are fewer sources

}  // namespace

Json json_of(const Settings& settings) {
    Json json;
    json["version"] = saved_settings_version;
    json["proxy"] = settings.proxy;
    json["consented"] = settings.consented;
    json["first_run_done"] = settings.first_run_done;
    return json;
}

std::optional<Settings> read_settings(const JsonValue& record) {
    if (!integer(record, "version", 1, saved_settings_version)) return std::nullopt;
    Settings settings;
    settings.proxy = text(record, "proxy", origin_limit).value_or("");
    if (!is_proxy_origin(settings.proxy)) settings.proxy.clear();
    for (const JsonValue& one : elements(record, "consented")) {
        const auto* id = std::get_if<std::string>(&one.value);
        if (id && is_source_id(*id) && settings.consented.size() < consented_limit)
            settings.consented.push_back(*id);
    }
    settings.first_run_done = boolean(record, "first_run_done").value_or(false);
    return settings;
}

std::string write_settings(const Settings& settings) { return to_text(json_of(settings)); }

std::optional<Settings> read_settings(std::string_view record) {
    const auto json = parse_untrusted(record, record_limits);
    return json ? read_settings(*json) : std::nullopt;
}

}  // namespace formats

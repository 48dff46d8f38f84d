#include "formats/saved_settings.h"

#include <algorithm>
#include <iterator>

#include "formats/config.h"
#include "formats/item_ids.h"
#include "formats/list_view_json.h"
#include "formats/settings_json.h"

namespace formats {

namespace {

constexpr JsonLimits record_limits{.size = 100'000, .nodes = 2'000};
constexpr std::size_t id_limit = 32;
constexpr std::size_t language_tag_limit = 35;  // BCP 47 (RFC 5646, 4.4.1)
constexpr std::size_t consented_limit = 100;    // there are fewer sources and proxies

constexpr IdRow<ThemeChoice> themes[] = {
    {ThemeChoice::system, "system"},
    {ThemeChoice::light, "light"},
    {ThemeChoice::dark, "dark"},
    {ThemeChoice::contrast, "contrast"},
};

bool is_agreement(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == text.npos) return is_source_id(text);
    return is_source_id(text.substr(0, at)) && at + 1 < text.size() && is_proxy_origin(text.substr(at + 1));
}

void read_look(const JsonValue& record, Settings& settings) {
    settings.sort = list_sort_by_id(text(record, "sort", id_limit).value_or(""));
    const std::string theme = text(record, "theme", id_limit).value_or("");
    const auto* row = std::ranges::find(themes, theme, [](const auto& one) { return one.id; });
    if (row != std::end(themes)) settings.theme = row->value;
    const auto size = static_cast<std::uint16_t>(integer(record, "text_size", 100, 200).value_or(100));
    if (std::ranges::find(text_sizes, size) != std::end(text_sizes)) settings.text_size = size;
    settings.compact_rows = boolean(record, "compact_rows").value_or(false);
    settings.single_keys = boolean(record, "single_keys").value_or(true);
    settings.introduced = boolean(record, "introduced").value_or(false);
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
    for (const ListView& view : settings.views) json["views"].push_back(json_of(view));
    if (settings.sort != ListSort::news) json["sort"] = id_of(settings.sort);
    if (settings.theme != ThemeChoice::system) json["theme"] = id_of(themes, settings.theme);
    if (settings.text_size != 100) json["text_size"] = settings.text_size;
    if (settings.compact_rows) json["compact_rows"] = true;
    if (!settings.single_keys) json["single_keys"] = false;
    if (settings.introduced) json["introduced"] = true;
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
    for (const JsonValue& one : elements(record, "views")) {
        auto view = read_list_view(one);
        const bool known = view && std::ranges::count(settings.views, view->name, &ListView::name) > 0;
        if (view && !known && settings.views.size() < views_limit) settings.views.push_back(std::move(*view));
    }
    read_look(record, settings);
    return settings;
}

std::string write_settings(const Settings& settings) { return to_text(json_of(settings)); }

std::optional<Settings> read_settings(std::string_view record) {
    const auto json = parse_untrusted(record, record_limits);
    return json ? read_settings(*json) : std::nullopt;
}

}  // namespace formats

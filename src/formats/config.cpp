#include "formats/config.h"

#include <algorithm>
#include <utility>

#include "formats/clean_text.h"
#include "formats/item_json.h"
#include "formats/json_reader.h"

namespace formats {

namespace {

constexpr JsonLimits config_limits{.size = 100'000, .nodes = 2'000};
constexpr int config_version = 1;
constexpr std::size_t name_limit = 80;
constexpr std::size_t id_limit = 32;
constexpr std::size_t host_limit = 253;  // RFC 1035

bool is_one_of(char c, std::string_view allowed) { return allowed.find(c) != std::string_view::npos; }

bool consists_of(std::string_view text, std::string_view allowed) {
    return std::ranges::all_of(text, [allowed](char c) { return is_one_of(c, allowed); });
}

constexpr std::string_view host_characters = "abcdefghijklmnopqrstuvwxyz0123456789-.";
constexpr std::string_view digits = "0123456789";

bool is_host_name(std::string_view host) {
    return !host.empty() && host.size() <= host_limit && consists_of(host, host_characters) &&
           !host.starts_with('.') && !host.starts_with('-') && host.find("..") == std::string_view::npos;
}

/// `:8443` or nothing.
bool is_port(std::string_view text) {
    if (text.empty()) return true;
    text.remove_prefix(1);
    return !text.empty() && text.size() <= 5 && consists_of(text, digits);
}

bool is_this_device(std::string_view host) {
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

bool is_listed(const std::vector<std::string>& proxies, std::string_view proxy) {
    return std::ranges::find(proxies, proxy) != proxies.end();
}

void read_proxies(const JsonValue& json, Config& config) {
    if (!member(json, "proxies")) config.proxies.emplace_back();
    for (const JsonValue& one : elements(json, "proxies")) {
        const auto* proxy = std::get_if<std::string>(&one.value);
        if (proxy && is_proxy_origin(*proxy) && !is_listed(config.proxies, *proxy))
            config.proxies.push_back(*proxy);
    }
}

std::optional<Source> read_source(const JsonValue& json, const Config& config) {
    Source source;
    source.id = text(json, "id", id_limit + 1).value_or("");
    source.dialect = dialect_by_id(text(json, "dialect", id_limit).value_or(""));
    source.name = trimmed(text(json, "name", name_limit).value_or(""));
    source.host = trimmed(text(json, "host", host_limit).value_or(""));
    source.proxy = text(json, "proxy", origin_limit + 1).value_or("");
    source.samples = boolean(json, "samples").value_or(false);
    const bool usable = is_source_id(source.id) && source.dialect != Dialect::unknown &&
                        !source.name.empty() && is_listed(config.proxies, source.proxy) &&
                        !config.source(source.id);
    return usable ? std::optional(std::move(source)) : std::nullopt;
}

}  // namespace

const Source* Config::source(std::string_view id) const {
    const auto found = std::ranges::find(sources, id, &Source::id);
    return found == sources.end() ? nullptr : &*found;
}

const Source* Config::sample_source() const {
    const auto found = std::ranges::find(sources, true, &Source::samples);
    return found == sources.end() ? nullptr : &*found;
}

const Source* Config::default_source() const {
    const auto found = std::ranges::find(sources, false, &Source::samples);
    return found == sources.end() ? nullptr : &*found;
}

bool is_proxy_origin(std::string_view text) {
    if (text.empty()) return true;
    if (text.size() > origin_limit) return false;
    const bool secure = text.starts_with("https://");
    if (!secure && !text.starts_with("http://")) return false;
    std::string_view host = text.substr(text.find("//") + 2);
    const std::size_t port_at = host.find(':', host.starts_with('[') ? host.find(']') : 0);
    const std::string_view port = port_at == std::string_view::npos ? "" : host.substr(port_at);
    host = host.substr(0, port_at);
    return is_port(port) && (is_this_device(host) || (secure && is_host_name(host)));
}

bool is_source_id(std::string_view id) {
    constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    return !id.empty() && id.size() <= id_limit && consists_of(id, characters);
}

std::optional<Config> read_config(std::string_view json) {
    const auto read = parse_untrusted(json, config_limits);
    if (!read || !integer(*read, "version", config_version, config_version)) return std::nullopt;
    const JsonValue* sources = member(*read, "sources");
    if (!sources || !sources->array()) return std::nullopt;
    Config config;
    read_proxies(*read, config);
    for (const JsonValue& one : *sources->array())
        if (auto source = read_source(one, config)) config.sources.push_back(std::move(*source));
    return config;
}

std::string answer_url(std::string_view proxy, std::string_view source, std::string_view number) {
    if (!is_proxy_origin(proxy) || !is_source_id(source) || !is_canonical_number(number)) return {};
    std::string url(proxy);
    url.append("/v1/").append(source).append("/").append(number);
    return url;
}

}  // namespace formats

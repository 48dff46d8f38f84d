// config.json, served beside the page and changed at deployment: which proxies and sources there are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/answer.h"

namespace formats {

struct Source {
    std::string id;       ///< route and key in records, e.g. "upu-gtt"
    Dialect dialect = Dialect::unknown;
    std::string name;     ///< who answers, shown to the user
    std::string host;     ///< whom the proxy asks, shown to the user, e.g. "globaltracktrace.ptc.post"
    bool samples = false; ///< serves the sample numbers only
};

struct Config {
    std::vector<std::string> proxies;  ///< allowed origins, https (or http on this device); "" = the page's own
    std::vector<Source> sources;

    const Source* source(std::string_view id) const;
    const Source* sample_source() const;  ///< nullptr when no sample source runs
    const Source* default_source() const; ///< first that is not for samples
};

/// Unknown fields are ignored; a source with an unknown dialect is left out; an address that is not an origin
/// is left out. Nothing when it is not a config at all.
std::optional<Config> read_config(std::string_view json);

/// The address to ask, e.g. "/v1/upu-gtt/EE123456785CN".
std::string answer_url(std::string_view proxy, std::string_view source, std::string_view number);

}  // namespace formats

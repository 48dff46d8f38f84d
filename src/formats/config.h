// config.json, served beside the page and changed at deployment: which proxies and sources there are.
//
//   {"version": 1,
//    "proxies": ["", "https://proxy.example"],      origins that may be asked, the first is the default;
//                                                   "" = the page's own; [""] when missing
//    "sources": [{"id": "upu-gtt",                  route and key in records: a-z, 0-9 and -, at most 32
//                 "dialect": "upu-gtt",
//                 "name": "UPU Global Track & Trace",
//                 "host": "globaltracktrace.ptc.post",
//                 "proxy": "",                      the one of "proxies" that serves it, "" when missing
//                 "samples": false}]}
//
// shell/serve/render.mjs writes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/answer.h"

namespace formats {

struct Source {
    std::string id;  ///< route and key in records, e.g. "upu-gtt"
    Dialect dialect = Dialect::unknown;
    std::string name;      ///< who answers, shown to the user
    std::string host;      ///< whom the proxy asks, shown to the user, e.g. "globaltracktrace.ptc.post"
    std::string proxy;     ///< one of Config::proxies: the one that serves it
    bool samples = false;  ///< serves the sample numbers only
};

struct Config {
    std::vector<std::string> proxies;  ///< allowed origins; "" = the page's own
    std::vector<Source> sources;

    const Source* source(std::string_view id) const;
    const Source* sample_source() const;   ///< nullptr when no sample source runs
    const Source* default_source() const;  ///< first that is not for samples
};

/// Unknown fields are ignored; a source with an unknown dialect, without a name, of a proxy that is not
/// listed or with the id of one before it is left out; an address that is not an origin is left out. Nothing
/// when it is not a config at all, or of another version.
std::optional<Config> read_config(std::string_view json);

inline constexpr std::size_t origin_limit = 269;  ///< https://, a host name of 253, a port

/// "" (the page's own), `https://host[:port]`, or `http://` with localhost, 127.0.0.1 or [::1]: exactly what
/// a browser calls the origin, in lower case and without a slash behind it.
bool is_proxy_origin(std::string_view text);

/// What may stand in a route: a-z, 0-9 and -, 1 to 32 characters.
bool is_source_id(std::string_view id);

/// The address to ask, e.g. "/v1/upu-gtt/EE123456785CN". Empty when one of the three is not what it should
/// be: nothing that was not checked becomes part of an address.
std::string answer_url(std::string_view proxy, std::string_view source, std::string_view number);

}  // namespace formats

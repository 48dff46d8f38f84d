// Web addresses read as browsers read them: the host parser and the parts of the URL parser before the path,
// URL Standard (https://url.spec.whatwg.org/, 2026-09), with UTS 46 as far as host_character.h reaches.
// Any other reading can be fooled: http:\\usps.com\@evil.top leads to usps.com, and 0xC0A80101 is an address.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace postal {

/// Longer addresses are not read; links in messages that people can check are far shorter.
inline constexpr std::size_t web_address_limit = 2048;

enum class AddressFault : std::uint8_t {
    none,
    no_scheme,  ///< nothing like "https:" before it
    not_web,    ///< a scheme other than http and https: javascript, data, mailto …
    no_host,
    bad_host,  ///< a character no host contains, a broken number address, broken Punycode
    bad_port,
    too_long,
};

enum class HostKind : std::uint8_t { name, ipv4, ipv6 };

/// How the address was written. Each can be honest; none is needed for an honest link.
struct AddressManner {
    bool user_info = false;    ///< something@ before the host
    bool percent = false;      ///< %41 in the host
    bool odd_slashes = false;  ///< backslashes, or another number of slashes than two
    bool controls = false;     ///< tabs or line ends inside
    bool outside_ascii = false;
    bool punycode = false;    ///< the host as browsers send it has a label "xn--"
    bool odd_number = false;  ///< an IPv4 address not written as four decimal numbers
};

struct WebAddress {
    AddressFault fault = AddressFault::none;
    HostKind kind = HostKind::name;
    bool encrypted = false;  ///< https
    std::uint16_t port = 0;  ///< 0: the usual one
    AddressManner manner;
    /// As URL.hostname gives it: lower case, ASCII, IPv4 in four decimal numbers, IPv6 in brackets; a dot at
    /// the end is kept. Empty when there is a fault.
    std::string host;
    std::size_t rest_begin = 0;  ///< where path, query or fragment begin in the text read
};

/// Reads UTF-8; never fails otherwise than by `fault`.
WebAddress read_web_address(std::string_view text);

/// The same for a host alone, of an address whose scheme is http or https.
WebAddress read_host(std::string_view host);

/// "xn--…" labels shown in their own letters, in UTF-8; everything else as it is.
std::string host_in_letters(std::string_view host);

}  // namespace postal

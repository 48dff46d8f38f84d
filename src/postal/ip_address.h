// IPv4 and IPv6 addresses in every notation browsers take: URL Standard, section "host parsing".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postal {

/// The "ends in a number checker": such a host is an IPv4 address or nothing.
bool ends_in_number(std::string_view host);

/// "0xC0.168.257" -> "192.168.1.1". Nothing when it is no address.
std::optional<std::string> ipv4_text(std::string_view host);

/// What stands between the brackets, in its shortest form, without brackets.
std::optional<std::string> ipv6_text(std::string_view host);

}  // namespace postal

#include "postal/web_address.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "postal/code_point.h"
#include "postal/host_character.h"
#include "postal/ip_address.h"
#include "postal/punycode.h"

namespace postal {

namespace {

constexpr std::string_view punycode_prefix = "xn--";

bool is_right_to_left(char32_t point) {
    if ((point >= 0x591 && point <= 0x5C7 && point != 0x5BE) || (point >= 0x610 && point <= 0x61A) ||
        (point >= 0x64B && point <= 0x65F) || (point >= 0x6D6 && point <= 0x6ED)) {
        return false;  // marks
    }
    return (point >= 0x590 && point <= 0x8FF && !(point >= 0x660 && point <= 0x669) &&
            !(point >= 0x6F0 && point <= 0x6F9)) ||
           (point >= 0xFB1D && point <= 0xFDFF) || (point >= 0xFE70 && point <= 0xFEFC) ||
           (point >= 0x10800 && point <= 0x10FFF) || (point >= 0x1E800 && point <= 0x1EFFF);
}

/// RFC 5893 section 2, as far as it forbids the mixing of directions in a label.
bool directions_are_right(std::u32string_view label) {
    const bool right_to_left = is_right_to_left(label[0]);
    if (!right_to_left && script_of(label[0]) == Script::none) return false;
    return std::all_of(label.begin(), label.end(), [&](char32_t point) {
        return right_to_left ? script_of(point) != Script::latin : !is_right_to_left(point);
    });
}

/// The validity criteria of UTS 46 section 4.1 for a label that was Punycode.
bool is_valid_decoded(const std::u32string& label) {
    if (label.empty() || std::all_of(label.begin(), label.end(), [](char32_t p) { return p < 0x80; })) {
        return false;
    }
    return mapped_host(label) == label;
}

/// "Domain to ASCII" of the URL Standard, beStrict false: what is ASCII already is taken as it is, whether
/// its Punycode is right or not.
std::optional<std::string> domain_to_ascii(const std::u32string& domain) {
    if (std::all_of(domain.begin(), domain.end(), [](char32_t point) { return point < 0x80; })) {
        std::string ascii(domain.begin(), domain.end());
        std::transform(ascii.begin(), ascii.end(), ascii.begin(), ascii_lower);
        return ascii;
    }
    const std::optional<std::u32string> mapped = mapped_host(domain);
    if (!mapped) return std::nullopt;
    std::string ascii;
    bool bidi = false;
    std::vector<std::u32string> labels;
    for (std::size_t at = 0; at <= mapped->size();) {
        const std::size_t dot = std::min(mapped->find(U'.', at), mapped->size());
        labels.push_back(mapped->substr(at, dot - at));
        at = dot + 1;
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        std::u32string& label = labels[i];
        if (i > 0) ascii += '.';
        const bool in_ascii = std::all_of(label.begin(), label.end(), [](char32_t p) { return p < 0x80; });
        std::string spelled;
        if (in_ascii) spelled.assign(label.begin(), label.end());
        if (in_ascii && spelled.starts_with(punycode_prefix)) {
            const auto decoded = punycode_decoded(std::string_view(spelled).substr(punycode_prefix.size()));
            if (!decoded || !is_valid_decoded(*decoded)) return std::nullopt;
            label = *decoded;
        } else if (!in_ascii) {
            const auto encoded = punycode_encoded(label);
            if (!encoded || label.starts_with(U"xn--")) return std::nullopt;
            spelled = std::string(punycode_prefix) + *encoded;
        }
        if (!label.empty() && is_mark(label[0])) return std::nullopt;
        bidi = bidi || std::any_of(label.begin(), label.end(), is_right_to_left);
        ascii += spelled;
    }
    for (const std::u32string& label : labels) {
        if (bidi && !label.empty() && !directions_are_right(label)) return std::nullopt;
    }
    return ascii;
}

/// "Forbidden domain code point" of the URL Standard.
bool is_forbidden(char letter) {
    const auto code = static_cast<unsigned char>(letter);
    return code <= ' ' || code == 0x7F ||
           std::string_view("#/:<>?@[\\]^|%").find(letter) != std::string_view::npos;
}

int hex_digit(char letter) {
    const char low = ascii_lower(letter);
    if (is_ascii_digit(static_cast<unsigned char>(low))) return low - '0';
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%' && at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 &&
            hex_digit(text[at + 2]) >= 0) {
            decoded += static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2]));
            at += 2;
        } else {
            decoded += text[at];
        }
    }
    return decoded;
}

/// The host without brackets: percent-decoded, mapped, in ASCII.
std::optional<std::string> domain_of(std::string_view text, AddressManner& manner) {
    manner.percent = text.find('%') != std::string_view::npos;
    const std::string bytes = percent_decoded(text);
    std::u32string points;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint point = code_point_at(bytes, at);
        if (point.value == not_utf8) return std::nullopt;  // would be U+FFFD, which no host may hold
        manner.outside_ascii = manner.outside_ascii || point.value >= 0x80;
        points += point.value;
        at += point.length;
    }
    std::optional<std::string> ascii = domain_to_ascii(points);
    if (!ascii || ascii->empty() || std::any_of(ascii->begin(), ascii->end(), is_forbidden))
        return std::nullopt;
    manner.punycode = ascii->starts_with(punycode_prefix) || ascii->find(".xn--") != std::string::npos;
    return ascii;
}

void read_host_into(std::string_view text, WebAddress& address) {
    address.fault = AddressFault::bad_host;
    if (text.starts_with('[')) {
        if (!text.ends_with(']')) return;
        const auto ipv6 = ipv6_text(text.substr(1, text.size() - 2));
        if (!ipv6) return;
        address.kind = HostKind::ipv6;
        address.host = "[" + *ipv6 + "]";
    } else {
        const auto domain = domain_of(text, address.manner);
        if (!domain) return;
        address.host = *domain;
        if (ends_in_number(*domain)) {
            const auto ipv4 = ipv4_text(*domain);
            address.host = ipv4.value_or(std::string());
            if (!ipv4) return;
            address.kind = HostKind::ipv4;
            address.manner.odd_number = *ipv4 != text;
        }
    }
    address.fault = AddressFault::none;
}

/// The port state. False when it is no number or too large.
bool read_port(std::string_view text, WebAddress& address) {
    std::uint32_t port = 0;
    for (const char letter : text) {
        if (!is_ascii_digit(static_cast<unsigned char>(letter))) return false;
        port = port * 10 + static_cast<std::uint32_t>(letter - '0');
        if (port > 0xFFFF) return false;
    }
    const std::uint32_t usual = address.encrypted ? 443 : 80;
    if (!text.empty() && port != usual) address.port = static_cast<std::uint16_t>(port);
    return true;
}

/// The authority, host and port states.
void read_authority(std::string_view authority, WebAddress& address) {
    if (const std::size_t user_end = authority.rfind('@'); user_end != std::string_view::npos) {
        address.manner.user_info = true;
        authority.remove_prefix(user_end + 1);
    }
    std::size_t host_end = 0;
    for (bool bracket = false; host_end < authority.size(); ++host_end) {
        if (authority[host_end] == '[') bracket = true;
        if (authority[host_end] == ']') bracket = false;
        if (authority[host_end] == ':' && !bracket) break;
    }
    const std::string_view host = authority.substr(0, host_end);
    if (host.empty()) {
        address.fault = AddressFault::no_host;
        return;
    }
    if (host_end < authority.size() && !read_port(authority.substr(host_end + 1), address)) {
        address.fault = AddressFault::bad_port;
        return;
    }
    read_host_into(host, address);
    if (address.fault != AddressFault::none) address.host.clear();
}

std::size_t scheme_length(std::string_view text) {
    if (text.empty() || !is_ascii_letter(static_cast<unsigned char>(text[0]))) return 0;
    std::size_t length = 1;
    while (length < text.size() && (is_ascii_alphanumeric(static_cast<unsigned char>(text[length])) ||
                                    text[length] == '+' || text[length] == '-' || text[length] == '.')) {
        ++length;
    }
    return length < text.size() && text[length] == ':' ? length : 0;
}

}  // namespace

WebAddress read_web_address(std::string_view text) {
    WebAddress address;
    const auto with_fault = [&](AddressFault fault) {
        address.fault = fault;
        return address;
    };
    if (text.size() > web_address_limit) return with_fault(AddressFault::too_long);
    const auto is_edge = [](char letter) { return static_cast<unsigned char>(letter) <= ' '; };
    std::size_t cut = 0;
    while (cut < text.size() && is_edge(text[cut])) ++cut;
    while (text.size() > cut && is_edge(text.back())) text.remove_suffix(1);
    std::string clean;
    std::string_view removed = "\t\n\r";
    for (const char letter : text.substr(cut)) {
        if (removed.find(letter) == std::string_view::npos) {
            clean += letter;
        } else {
            address.manner.controls = true;
        }
    }
    const std::size_t scheme_end = scheme_length(clean);
    if (scheme_end == 0) return with_fault(AddressFault::no_scheme);
    std::string scheme;
    for (const char letter : clean.substr(0, scheme_end)) scheme += ascii_lower(letter);
    if (scheme != "http" && scheme != "https") return with_fault(AddressFault::not_web);
    address.encrypted = scheme == "https";
    const std::size_t host_begin = std::min(clean.find_first_not_of("/\\", scheme_end + 1), clean.size());
    address.manner.odd_slashes = clean.substr(scheme_end + 1, host_begin - scheme_end - 1) != "//";
    const std::size_t host_end = std::min(clean.find_first_of("/\\?#", host_begin), clean.size());
    address.manner.odd_slashes =
        address.manner.odd_slashes || (host_end < clean.size() && clean[host_end] == '\\');
    read_authority(std::string_view(clean).substr(host_begin, host_end - host_begin), address);
    address.rest_begin = std::min(text.size(), cut + host_end);
    return address;
}

WebAddress read_host(std::string_view host) {
    WebAddress address;
    address.encrypted = true;
    if (host.size() > web_address_limit) {
        address.fault = AddressFault::too_long;
    } else if (host.empty()) {
        address.fault = AddressFault::no_host;
    } else {
        read_host_into(host, address);
        if (address.fault != AddressFault::none) address.host.clear();
    }
    return address;
}

std::string host_in_letters(std::string_view host) {
    std::string shown;
    for (std::size_t at = 0; at <= host.size();) {
        const std::size_t dot = std::min(host.find('.', at), host.size());
        const std::string_view label = host.substr(at, dot - at);
        const auto decoded = label.starts_with(punycode_prefix)
                                 ? punycode_decoded(label.substr(punycode_prefix.size()))
                                 : std::optional<std::u32string>();
        if (at > 0) shown += '.';
        if (decoded) {
            for (const char32_t point : *decoded) append_utf8(shown, point);
        } else {
            shown += label;
        }
        at = dot + 1;
    }
    return shown;
}

}  // namespace postal

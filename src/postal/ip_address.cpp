#include "postal/ip_address.h"

#include <array>
#include <cstdint>

#include "postal/code_point.h"

namespace postal {

namespace {

constexpr std::uint64_t too_large = std::uint64_t{1} << 40;  // stays so however many digits follow

int digit_in(char letter, unsigned radix) {
    const char low = ascii_lower(letter);
    const int digit = is_ascii_digit(static_cast<unsigned char>(low)) ? low - '0'
                      : low >= 'a' && low <= 'f'                      ? low - 'a' + 10
                                                                      : 99;
    return digit < static_cast<int>(radix) ? digit : -1;
}

// The IPv4 number parser
std::optional<std::uint64_t> ipv4_number(std::string_view text) {
    if (text.empty()) return std::nullopt;
    unsigned radix = 10;
    if (text.size() >= 2 && text[0] == '0' && ascii_lower(text[1]) == 'x') {
        radix = 16;
        text.remove_prefix(2);
    } else if (text.size() >= 2 && text[0] == '0') {
        radix = 8;
        text.remove_prefix(1);
    }
    std::uint64_t value = 0;
    for (const char letter : text) {
        const int digit = digit_in(letter, radix);
        if (digit < 0) return std::nullopt;
        value = value >= too_large ? too_large : value * radix + static_cast<unsigned>(digit);
    }
    return value;
}

std::string decimal(std::uint32_t address) {
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8) {
        text += std::to_string((address >> shift) & 0xFF);
        if (shift > 0) text += '.';
    }
    return text;
}

using Pieces = std::array<std::uint16_t, 8>;

/// The last 32 bits of an IPv6 address written as IPv4: four plain decimal numbers.
bool read_ipv4_end(std::string_view text, Pieces& pieces, std::size_t& piece) {
    if (piece > 6) return false;
    for (int number = 0; number < 4; ++number) {
        if (number > 0) {
            if (text.empty() || text[0] != '.') return false;
            text.remove_prefix(1);
        }
        std::size_t digits = 0;
        unsigned value = 0;
        while (digits < text.size() && is_ascii_digit(static_cast<unsigned char>(text[digits]))) {
            if (digits > 0 && value == 0) return false;
            value = value * 10 + static_cast<unsigned>(text[digits] - '0');
            if (value > 255) return false;
            ++digits;
        }
        if (digits == 0) return false;
        text.remove_prefix(digits);
        pieces[piece] = static_cast<std::uint16_t>(pieces[piece] * 0x100 + value);
        if (number % 2 == 1) ++piece;
    }
    return text.empty();
}

std::string shortest(const Pieces& pieces) {
    std::size_t zeros = 8, zero_count = 1;  // a single zero is not left out
    for (std::size_t i = 0; i < 8; ++i) {
        std::size_t count = 0;
        while (i + count < 8 && pieces[i + count] == 0) ++count;
        if (count > zero_count) zeros = i, zero_count = count;
        i += count;
    }
    std::string text;
    constexpr std::string_view hex = "0123456789abcdef";
    for (std::size_t i = 0; i < 8; ++i) {
        if (i == zeros) {
            text += i == 0 ? "::" : ":";
            i += zero_count - 1;
            continue;
        }
        bool begun = false;
        for (int shift = 12; shift >= 0; shift -= 4) {
            const unsigned digit = (pieces[i] >> shift) & 0xF;
            if (begun || digit != 0 || shift == 0) text += hex[digit], begun = true;
        }
        if (i < 7) text += ':';
    }
    return text;
}

}  // namespace

bool ends_in_number(std::string_view host) {
    if (host.ends_with('.')) {
        host.remove_suffix(1);
        if (host.empty()) return false;
    }
    const std::size_t dot = host.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? host : host.substr(dot + 1);
    if (last.empty()) return false;
    bool digits = true;
    for (const char letter : last) digits = digits && is_ascii_digit(static_cast<unsigned char>(letter));
    return digits || ipv4_number(last).has_value();
}

// The IPv4 parser
std::optional<std::string> ipv4_text(std::string_view host) {
    if (host.ends_with('.')) host.remove_suffix(1);
    std::uint64_t address = 0;
    for (int part = 1; part <= 4; ++part) {
        const std::size_t dot = host.find('.');
        const std::optional<std::uint64_t> number = ipv4_number(host.substr(0, dot));
        if (!number) return std::nullopt;
        if (dot == std::string_view::npos) {
            const std::uint64_t limit = std::uint64_t{1} << (8 * (5 - part));
            if (*number >= limit) return std::nullopt;
            return decimal(static_cast<std::uint32_t>(address + *number));
        }
        if (*number > 255) return std::nullopt;
        address += *number << (8 * (4 - part));
        host.remove_prefix(dot + 1);
    }
    return std::nullopt;
}

// The IPv6 parser
std::optional<std::string> ipv6_text(std::string_view host) {
    Pieces pieces{};
    std::size_t piece = 0, at = 0;
    std::optional<std::size_t> compress;
    if (host.starts_with(':')) {
        if (!host.starts_with("::")) return std::nullopt;
        at = 2;
        compress = ++piece;
    }
    while (at < host.size()) {
        if (piece == 8) return std::nullopt;
        if (host[at] == ':') {
            if (compress) return std::nullopt;
            ++at;
            compress = ++piece;
            continue;
        }
        unsigned value = 0;
        std::size_t length = 0;
        for (; length < 4 && at + length < host.size() && digit_in(host[at + length], 16) >= 0; ++length) {
            value = value * 16 + static_cast<unsigned>(digit_in(host[at + length], 16));
        }
        if (at + length < host.size() && host[at + length] == '.') {
            if (length == 0 || !read_ipv4_end(host.substr(at), pieces, piece)) return std::nullopt;
            at = host.size();
            break;
        }
        at += length;
        if (at < host.size()) {
            if (host[at] != ':' || ++at == host.size()) return std::nullopt;
        }
        pieces[piece++] = static_cast<std::uint16_t>(value);
    }
    if (compress) {
        std::size_t swaps = piece - *compress;
        for (piece = 7; piece != 0 && swaps > 0; --piece, --swaps) {
            std::swap(pieces[piece], pieces[*compress + swaps - 1]);
        }
    } else if (piece != 8) {
        return std::nullopt;
    }
    return shortest(pieces);
}

}  // namespace postal

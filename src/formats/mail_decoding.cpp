#include "formats/mail_decoding.h"

#include <cstdint>
#include <utility>

namespace formats {

namespace {

int hexadecimal(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

int base64_value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+' || c == '-') return 62;
    if (c == '/' || c == '_') return 63;
    return -1;
}

/// The Q encoding of headers writes a blank as an underscore.
std::string with_blanks(std::string text) {
    for (char& c : text)
        if (c == '_') c = ' ';
    return text;
}

void append_utf8(std::string& out, std::uint32_t code_point) {
    if (code_point == 0) return;
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (code_point >> shift & 0x3F)); };
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        out += static_cast<char>(0xC0 | code_point >> 6);
        tail(0);
    } else if (code_point < 0x10000) {
        out += static_cast<char>(0xE0 | code_point >> 12);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | code_point >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

/// The character of `name`, which stands between & and ;. Zero when it is none of those known here.
std::uint32_t referenced(std::string_view name) {
    constexpr std::uint32_t last = 0x10FFFF;
    if (name.size() > 1 && name[0] == '#') {
        const bool is_hexadecimal = name[1] == 'x' || name[1] == 'X';
        const std::string_view digits = name.substr(is_hexadecimal ? 2 : 1);
        std::uint32_t value = 0;
        for (const char c : digits) {
            const int digit = hexadecimal(c);
            if (digit < 0 || (digit > 9 && !is_hexadecimal)) return 0;
            value = value * (is_hexadecimal ? 16 : 10) + static_cast<std::uint32_t>(digit);
            if (value > last) return 0;
        }
        const bool is_surrogate = value >= 0xD800 && value < 0xE000;
        return is_surrogate ? 0 : value;
    }
    constexpr std::pair<std::string_view, std::uint32_t> names[] = {
        {"nbsp", 0xA0},     {"shy", 0xAD},    {"ensp", 0x2002}, {"emsp", 0x2003},
        {"thinsp", 0x2009}, {"zwnj", 0x200C}, {"zwj", 0x200D},  {"ndash", 0x2013},
        {"amp", '&'},       {"lt", '<'},      {"gt", '>'},      {"quot", '"'},
        {"apos", '\''},     {"colon", ':'},   {"num", '#'},     {"hyphen", 0x2010}};
    for (const auto& [known, code_point] : names)
        if (name == known) return code_point;
    return 0;
}

/// Where the encoded word that begins at `at` ends, and what it says; nothing when it is none.
struct EncodedWord {
    std::size_t end = 0;
    std::string text;
};
EncodedWord encoded_word(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 512;  // RFC 2047 says 75; some programs write longer ones
    const std::string_view rest = text.substr(at, longest);
    const std::size_t charset_end = rest.find('?', 2);
    if (!rest.starts_with("=?") || charset_end == rest.npos || charset_end + 2 >= rest.size() ||
        rest[charset_end + 2] != '?')
        return {};
    const std::size_t begin = charset_end + 3, end = rest.find("?=", begin);
    if (end == rest.npos) return {};
    const std::string_view encoded = rest.substr(begin, end - begin);
    const char how = rest[charset_end + 1];
    if (how == 'B' || how == 'b') return {at + end + 2, decoded_base64(encoded)};
    if (how == 'Q' || how == 'q') return {at + end + 2, with_blanks(decoded_quoted_printable(encoded))};
    return {};
}

}  // namespace

std::string decoded_base64(std::string_view text) {
    std::string out;
    out.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=') break;
        const int value = base64_value(c);
        if (value < 0) continue;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> count & 0xFF);
    }
    return out;
}

std::string decoded_quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '=') {
            out += text[at];
            continue;
        }
        const int high = at + 1 < text.size() ? hexadecimal(text[at + 1]) : -1;
        const int low = at + 2 < text.size() ? hexadecimal(text[at + 2]) : -1;
        if (high >= 0 && low >= 0) {
            out += static_cast<char>(high * 16 + low);
            at += 2;
            continue;
        }
        std::size_t end = at + 1;  // blanks put in on the way may stand before the end of the line
        while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
        if (end < text.size() && text[end] == '\n')
            at = end;
        else
            out += '=';
    }
    return out;
}

std::string decoded_header(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        EncodedWord word = encoded_word(text, at);
        if (word.end == 0) {
            out += text[at++];
            continue;
        }
        out += word.text;
        at = word.end;
        // Blanks between two of them only part them.
        const std::size_t next = text.find_first_not_of(" \t\r\n", at);
        if (next != text.npos && text.substr(next, 2) == "=?") at = next;
    }
    return out;
}

std::string without_references(std::string_view html) {
    constexpr std::size_t longest = 10;  // "&#x0010FFFF;" is written by nobody
    constexpr std::string_view break_here = "<wbr>";
    std::string out;
    out.reserve(html.size());
    for (std::size_t at = 0; at < html.size(); ++at) {
        if (html[at] == '<' && html.substr(at, break_here.size()) == break_here) {
            at += break_here.size() - 1;
            continue;
        }
        const std::size_t end = html[at] == '&' ? html.substr(at, longest + 1).find(';') : html.npos;
        const std::uint32_t code_point = end == html.npos ? 0 : referenced(html.substr(at + 1, end - 1));
        if (code_point == 0) {
            out += html[at];
            continue;
        }
        append_utf8(out, code_point);
        at += end;
    }
    return out;
}

}  // namespace formats

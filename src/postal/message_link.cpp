#include "postal/message_link.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "postal/code_point.h"
#include "postal/host_character.h"
#include "postal/registrable_domain.h"
#include "postal/web_address.h"

namespace postal {

namespace {

/// A host name with blanks or stops inside is still one; no host has more letters (RFC 1035).
constexpr std::size_t host_limit = 253;
constexpr std::size_t scheme_limit = 10;

bool is_blank(char letter) { return static_cast<unsigned char>(letter) <= ' '; }

bool is_stop(char32_t point) { return point == '.' || point == 0x3002 || point == 0xFF0E || point == 0xFF61; }

bool is_full_width(char32_t point) {
    return (point >= 0xFF10 && point <= 0xFF19) || (point >= 0xFF21 && point <= 0xFF3A) ||
           (point >= 0xFF41 && point <= 0xFF5A) || point == 0xFF0D;
}

/// Letters that a bare host may be written in beside ASCII. Writing without blanks between words (Chinese,
/// Japanese, Thai …) is left out: there the text before a host would be taken for a part of it.
bool is_host_letter(char32_t point) {
    if (point < 0x80) return is_ascii_alphanumeric(point) || point == '-' || point == '_';
    const Script script = script_of(point);
    return is_full_width(point) || is_mark(point) || script == Script::latin || script == Script::greek ||
           script == Script::cyrillic ||
           (script == Script::other && !looks_like(point).empty() && point < 0x3000);
}

/// What ends an address: blanks, quotes, angle brackets, and the marks of East Asian sentences.
bool ends_address(char32_t point) {
    if (point < 0x80) return point <= ' ' || point == '<' || point == '>' || point == '"' || point == '`';
    return point == 0xA0 || (point >= 0x2000 && point <= 0x200A) || point == 0x201C || point == 0x201D ||
           point == 0x2018 || point == 0x2019 || point == 0x2028 || point == 0x2029 || point == 0xAB ||
           point == 0xBB || point == 0x3000 || point == 0x3001 || (point >= 0x3008 && point <= 0x3011) ||
           point == 0xFF01 || point == 0xFF08 || point == 0xFF09 || point == 0xFF0C || point == 0xFF1A ||
           point == 0xFF1B || point == 0xFF1F || point == 0x2026;
}

bool is_ideograph(char32_t point) {
    return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) ||
           (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF);
}

/// A code point and where the next one begins.
struct Step {
    char32_t point;
    std::size_t next;
};

Step step_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {' ', text.size() + 1};
    const CodePoint point = code_point_at(text, at);
    return {point.value, at + point.length};
}

std::string lower(std::string_view text) {
    std::string low;
    for (const char letter : text) low += ascii_lower(letter);
    return low;
}

/// Where the address that begins at `begin` ends: at a mark of the sentence that is not followed by more.
std::size_t address_end(std::string_view text, std::size_t begin, std::size_t host_begin) {
    std::size_t at = host_begin;
    bool in_host = true, dotted = false;
    while (at < text.size() && at - begin < web_address_limit) {
        const Step step = step_at(text, at);
        if (ends_address(step.point)) break;
        if (in_host && (step.point == '/' || step.point == '?' || step.point == '#')) in_host = false;
        if (is_stop(step.point)) {
            if (step.point != '.' && (!in_host || !is_ascii_alphanumeric(step_at(text, step.next).point)))
                break;
            dotted = true;
        }
        // In Chinese and Japanese the sentence goes on behind the address without a blank.
        if (is_ideograph(step.point) && (!in_host || dotted)) break;
        at = step.next;
    }
    at = std::min(at, text.size());
    constexpr std::string_view trailing = ".,;:!?)]}'*_";
    while (at > host_begin && trailing.find(text[at - 1]) != std::string_view::npos) --at;
    return at;
}

constexpr std::string_view web_schemes[] = {"http", "https"};
constexpr std::string_view other_schemes[] = {"javascript", "data", "file", "intent", "vbscript", "blob"};

/// The scheme before the colon at `colon`, in lower case; empty when there is none.
std::string scheme_before(std::string_view text, std::size_t colon) {
    std::size_t begin = colon;
    while (begin > 0 && colon - begin <= scheme_limit &&
           is_ascii_letter(static_cast<unsigned char>(text[begin - 1])))
        --begin;
    return lower(text.substr(begin, colon - begin));
}

/// A type and a subtype of at most 127 characters each (RFC 6838 section 4.2), and the slash.
constexpr std::size_t media_type_limit = 255;

/// "data:" and "file:" are words of ordinary texts too.
bool is_meant_as_address(std::string_view scheme, std::string_view rest) {
    if (rest.empty() || is_blank(rest[0])) return false;
    if (scheme == "data") {
        const std::size_t cut = rest.substr(0, media_type_limit + 1).find_first_of(" \n\t,;");
        return cut != std::string_view::npos && cut > 0 && (rest[cut] == ',' || rest[cut] == ';') &&
               rest.substr(0, cut).find('/') != std::string_view::npos &&
               is_ascii_letter(static_cast<unsigned char>(rest[0]));
    }
    return scheme == "javascript" || scheme == "vbscript" || scheme == "blob" || rest.starts_with("//");
}

std::optional<MessageLink> address_at_colon(std::string_view text, std::size_t colon, std::size_t earliest) {
    const std::string scheme = scheme_before(text, colon);
    const std::size_t begin = colon - scheme.size();
    if (scheme.empty() || begin < earliest) return std::nullopt;
    const std::string_view rest = text.substr(colon + 1);
    if (std::find(std::begin(other_schemes), std::end(other_schemes), scheme) != std::end(other_schemes)) {
        if (!is_meant_as_address(scheme, rest)) return std::nullopt;
        const std::size_t end = address_end(text, begin, colon + 1);
        return MessageLink{LinkKind::not_address, static_cast<std::uint32_t>(begin),
                           static_cast<std::uint32_t>(end), std::string(text.substr(begin, end - begin))};
    }
    // "see xhttp://": what is glued before the scheme is no part of it.
    std::size_t glued = 0;
    for (const std::string_view known : web_schemes) {
        if (scheme.ends_with(known)) glued = known.size();
    }
    if (glued == 0) return std::nullopt;
    std::size_t host_begin = colon + 1;
    while (host_begin < text.size() && (text[host_begin] == '/' || text[host_begin] == '\\')) ++host_begin;
    const std::size_t first = colon - glued;
    const std::size_t end = address_end(text, first, host_begin);
    if (end <= host_begin) return std::nullopt;
    return MessageLink{LinkKind::address, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end),
                       std::string(text.substr(first, end - first))};
}

/// A sentence that lacks the blank after its stop: "arrived.It".
bool is_sentence_end(std::string_view host) {
    const std::size_t dot = host.rfind('.');
    if (dot == std::string_view::npos || dot + 2 >= host.size() || dot == 0) return false;
    const auto is_upper = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const auto is_lower = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    return is_upper(host[dot + 1]) && is_lower(host[dot + 2]) && is_lower(host[dot - 1]) &&
           host.find('.') == dot && !is_upper(host[0]);
}

/// Most runs with a dot inside are no host ("e.g", "12.50"): seen at their last label, before more is read.
bool may_be_host(std::string_view written) {
    if (std::any_of(written.begin(), written.end(),
                    [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; }))
        return true;
    const std::string_view label = written.substr(written.rfind('.') + 1);
    return label.empty() || is_ascii_digit(static_cast<unsigned char>(label[0])) ||
           is_public_ending(lower(label));
}

/// The host as it would be sent, with a known ending and something before it, or empty.
std::string bare_host(std::string_view written) {
    if (written.size() > host_limit * 3 || !may_be_host(written)) return {};
    const WebAddress address = read_host(written);
    if (address.fault != AddressFault::none) return {};
    if (address.kind == HostKind::ipv4)
        return std::count(written.begin(), written.end(), '.') == 3 ? address.host : std::string();
    const RegistrableDomain owner = registrable_domain(address.host);
    return owner.known_ending && !owner.domain.empty() ? address.host : std::string();
}

/// Behind a bare host: port, path and query up to where an address ends.
std::size_t bare_end(std::string_view text, std::size_t begin, std::size_t host_end) {
    if (host_end >= text.size()) return host_end;
    const char next = text[host_end];
    const bool port = next == ':' && host_end + 1 < text.size() &&
                      is_ascii_digit(static_cast<unsigned char>(text[host_end + 1]));
    if (next != '/' && next != '?' && next != '#' && !port) return host_end;
    return std::max(host_end, address_end(text, begin, host_end));
}

/// "usps .com/x" and "usps. com/x": the run of host letters at `next` behind a dot and one blank.
std::size_t split_continuation(std::string_view text, std::size_t end) {
    if (end >= text.size()) return 0;
    const bool blank_first = text[end] == ' ' && end + 1 < text.size() && text[end + 1] == '.';
    const bool dot_first = text[end] == '.' && end + 1 < text.size() && text[end + 1] == ' ';
    if (!blank_first && !dot_first) return 0;
    std::size_t at = end + 2;
    while (at < text.size() && is_ascii_letter(static_cast<unsigned char>(text[at]))) ++at;
    const std::string ending = lower(text.substr(end + 2, at - end - 2));
    if (!is_public_ending(ending) || ending != text.substr(end + 2, at - end - 2)) return 0;
    const bool ends = at == text.size() || !is_ascii_alphanumeric(static_cast<unsigned char>(text[at]));
    // "send it. To me": a word behind a full stop is an ending only when a path follows.
    return ends && (blank_first || (at < text.size() && text[at] == '/')) ? at : 0;
}

std::optional<MessageLink> bare_link(std::string_view text, std::size_t begin, std::size_t end) {
    if (end - begin > web_address_limit) return std::nullopt;
    const auto made = [&](LinkKind kind, std::size_t last, std::string address) {
        return MessageLink{kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last),
                           "https://" + address};
    };
    if (const std::size_t far = split_continuation(text, end)) {
        std::string joined(text.substr(begin, end - begin));
        joined += '.';
        joined += text.substr(end + 2, far - end - 2);
        if (!bare_host(joined).empty()) {
            const std::size_t last = bare_end(text, begin, far);
            return made(LinkKind::split, last, joined + std::string(text.substr(far, last - far)));
        }
    }
    std::string_view written = text.substr(begin, end - begin);
    while (written.ends_with('.')) written.remove_suffix(1);
    if (written.find('.') == std::string_view::npos &&
        std::none_of(written.begin(), written.end(), [](char c) { return c < 0; }))
        return std::nullopt;
    const std::size_t host_end = begin + written.size();
    if (bare_host(written).empty()) return std::nullopt;  // first: what follows a host is read once then
    const std::size_t last = bare_end(text, begin, host_end);
    const bool mail = begin > 0 && text[begin - 1] == '@';
    if (last == host_end && !mail && is_sentence_end(written)) return std::nullopt;
    return made(mail ? LinkKind::mail : LinkKind::bare, last, std::string(text.substr(begin, last - begin)));
}

/// Where the run of host letters and stops that begins at `at` ends.
std::size_t run_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const Step step = step_at(text, at);
        if (is_stop(step.point)) {
            const char32_t after = step_at(text, step.next).point;
            // A full stop of the sentence, also the Chinese one, has no host letter behind it.
            if (!is_host_letter(after) ||
                (step.point == 0x3002 && !is_ascii_alphanumeric(after) && !is_full_width(after)))
                return at;
        } else if (!is_host_letter(step.point)) {
            return at;
        }
        at = step.next;
    }
    return at;
}

}  // namespace

std::vector<MessageLink> message_links(std::string_view text) {
    std::vector<MessageLink> links;
    std::size_t done = 0;  // nothing before this is looked at again
    for (std::size_t at = 0; at < text.size() && links.size() < message_link_limit;) {
        const Step step = step_at(text, at);
        if (!is_host_letter(step.point)) {
            at = step.next;
            continue;
        }
        const std::size_t end = run_end(text, at);
        std::optional<MessageLink> link;
        if (end < text.size() && text[end] == ':') link = address_at_colon(text, end, done);
        if (!link) link = bare_link(text, at, end);
        if (link) {
            at = done = std::max<std::size_t>(link->end, end);
            links.push_back(std::move(*link));
        } else {
            at = end;
        }
    }
    return links;
}

}  // namespace postal

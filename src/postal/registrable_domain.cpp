#include "postal/registrable_domain.h"

#include <string>

#include "postal/generated/suffix_rows.h"

namespace postal {

namespace {

/// The host without its first label, or empty.
std::string_view parent(std::string_view host) {
    const std::size_t dot = host.find('.');
    return dot == std::string_view::npos ? std::string_view() : host.substr(dot + 1);
}

bool is_suffix(std::string_view name) {
    if (name.find('.') == std::string_view::npos) return is_public_ending(name);
    if (holds_word(public_suffixes, "!" + std::string(name))) return false;
    return holds_word(public_suffixes, name) || holds_word(public_suffixes, "*." + std::string(parent(name)));
}

std::string_view without_last_dot(std::string_view host) {
    return host.ends_with('.') ? host.substr(0, host.size() - 1) : host;
}

/// No rule of the list has more labels, and one stands before it.
constexpr int label_limit = 6;

/// The first of the host's suffixes, longest first, that stands in `words`.
std::string_view found_in(std::string_view words, std::string_view host) {
    for (std::string_view name = last_labels(without_last_dot(host), label_limit); !name.empty();
         name = parent(name)) {
        if (holds_word(words, name)) return name;
    }
    return {};
}

}  // namespace

std::string_view last_labels(std::string_view host, int count) {
    for (std::size_t at = host.size(); at > 0; --at) {
        if (host[at - 1] == '.' && --count == 0) return host.substr(at);
    }
    return host;
}

bool holds_word(std::string_view words, std::string_view word) {
    if (word.empty() || word.find(' ') != std::string_view::npos) return false;
    std::size_t low = 0, high = words.size() - 1;  // both at a blank
    while (low < high) {
        std::size_t begin = words.rfind(' ', (low + high) / 2);
        const std::size_t end = words.find(' ', begin + 1);
        const int order = words.substr(begin + 1, end - begin - 1).compare(word);
        if (order == 0) return true;
        if (order < 0) {
            low = end;
        } else {
            high = begin;
        }
    }
    return false;
}

bool is_public_ending(std::string_view label) { return holds_word(public_endings, label); }

RegistrableDomain registrable_domain(std::string_view host) {
    host = without_last_dot(host);
    RegistrableDomain found;
    const std::size_t last_dot = host.rfind('.');
    found.suffix = last_dot == std::string_view::npos ? host : host.substr(last_dot + 1);
    found.known_ending = is_public_ending(found.suffix);
    // The longest rule wins: look from the whole host downwards.
    std::string_view before;
    for (std::string_view name = last_labels(host, label_limit); !name.empty();
         before = name, name = parent(name)) {
        if (!is_suffix(name) && name != found.suffix) continue;
        found.suffix = name;
        found.domain = before;
        return found;
    }
    return found;
}

std::string_view shared_hosting(std::string_view host) {
    const std::string_view shared = found_in(shared_suffixes, host);
    return shared.empty() ? found_in(shared_pages, host) : shared;
}

bool is_link_shortener(std::string_view host) {
    if (host.starts_with("www.")) host.remove_prefix(4);
    return holds_word(link_shorteners, without_last_dot(host));
}

std::string_view public_suffixes_date() { return public_suffixes_as_of; }

}  // namespace postal

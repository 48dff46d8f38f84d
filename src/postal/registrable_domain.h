// Who owns a host name: the registrable domain, by the Public Suffix List (data/public_suffixes.json says
// which part of it, and its date), and the names under which anybody can put a page. Hosts are ASCII, lower
// case, as URL.hostname gives them; a dot at the end is ignored.
#pragma once

#include <string_view>

namespace postal {

struct RegistrableDomain {
    std::string_view suffix;    ///< "co.uk"; the last label when no rule fits
    std::string_view domain;    ///< "example.co.uk"; empty when the host is a suffix itself
    bool known_ending = false;  ///< the last label is a top-level domain of the list
};

RegistrableDomain registrable_domain(std::string_view host);

/// "com", "uk": a top-level domain of the list.
bool is_public_ending(std::string_view label);

/// The suffix of the host under which anybody gets a name or writes pages ("vercel.app"), or empty.
std::string_view shared_hosting(std::string_view host);

/// The host only leads on to another address.
bool is_link_shortener(std::string_view host);

/// The date of the list, YYYY-MM-DD.
std::string_view public_suffixes_date();

/// The end of the host with at most `count` labels.
std::string_view last_labels(std::string_view host, int count);

/// True when `word` stands in `words`: sorted, with a blank round each. An empty word never does.
bool holds_word(std::string_view words, std::string_view word);

}  // namespace postal

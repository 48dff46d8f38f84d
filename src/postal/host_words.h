// A host name as those who make look-alikes put it together: words between dots and hyphens, a brand's name
// among words of the trade. A part of look_alike.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "postal/brand_row.h"
#include "postal/registrable_domain.h"

namespace postal {

/// Shorter names stand in other words too, or look like them by chance: dhi, up5.
inline constexpr std::size_t short_name_length = 4;

constexpr bool is_host_separator(char letter) { return letter == '.' || letter == '-' || letter == '_'; }

/// A host as the rules look at it.
struct HostParts {
    std::string_view host;
    RegistrableDomain owner;
    std::string shown;                    ///< in its own letters
    std::string joined;                   ///< before the suffix, without separators
    std::vector<std::string_view> words;  ///< between separators, before the suffix; from `host`
};

/// The views are of `host`.
HostParts parts_of(std::string_view host);

std::string_view without_digits(std::string_view word);

/// A word of the trade or one that such hosts are padded with, or nothing at all.
bool is_filling(std::string_view word);

/// The word of the host in which the name counts by its kind, or empty. `country` is that of the brand, in
/// lower case: ctt-pt.
std::string_view word_with(const HostParts& parts, std::string_view name, NameKind kind,
                           std::string_view country);

}  // namespace postal

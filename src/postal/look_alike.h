// Host names that are made to look like a post's, explained by the plainest rule that fits. What was measured
// of each rule, and why edit distance is only the last: docs/sources.md, "links and messages".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "postal/brand.h"

namespace postal {

enum class LikenessRule : std::uint8_t {
    embedded,       ///< an official address stands inside another one: usps.com-track.top
    brand_name,     ///< a brand's name in a host that is not its own: dhl-parcel.info
    alike_letters,  ///< the name in letters or digits that only look like it: c0rreos, correós
    similar_name,   ///< one letter added, missing, wrong or swapped in a long, distinctive name
    mixed_scripts,  ///< Latin letters together with Cyrillic or Greek ones in one label
    same_name,      ///< the brand's bare name under another country's ending: may be its own. No look-alike.
};

struct Likeness {
    LikenessRule rule;
    std::uint8_t brand = no_brand;  ///< no_brand for a designated operator without a row, or none
    std::string_view country;       ///< of the designated operator that is meant, may be empty
    std::string_view official;      ///< the official domain it embeds; else empty
    std::string found;              ///< the part of the host, in ASCII as in the host where it stands so
};

/// `host` in ASCII, lower case, of nobody known to brand.h. Nothing when it is like no post's.
std::optional<Likeness> look_alike(std::string_view host);

}  // namespace postal

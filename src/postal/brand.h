// The posts and carriers messages are written in the name of, and the host names that are theirs. Rows with
// sources: data/official_domains.json; the verified domains of data/operators.json count as official too.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace postal {

struct Brand {
    std::string_view id;
    std::string_view name;     ///< as it calls itself
    std::string_view country;  ///< of its designated operator; empty for a carrier that is none
    bool world = false;        ///< works under its name in many countries
};

inline constexpr std::uint8_t no_brand = 0xFF;

std::uint8_t brand_count();
Brand brand(std::uint8_t index);  ///< index < brand_count()

/// no_brand when there is none of that id.
std::uint8_t brand_of_id(std::string_view id);

/// The brand of the country's designated operator, or no_brand.
std::uint8_t brand_of_country(std::string_view country);

enum class Ownership : std::uint8_t {
    official,  ///< verified: see docs/sources.md for what that means
    likely,    ///< named as theirs in some lists, or theirs once: not enough to say so
};

struct DomainOwner {
    std::string_view domain;        ///< the row that was found: a registrable domain or a whole host
    std::uint8_t brand = no_brand;  ///< no_brand for a designated operator without a row of its own
    std::string_view country;       ///< of the designated operator, may be empty
    Ownership ownership = Ownership::official;
};

/// A verified domain of a designated operator, whether it has a row of its own here or not.
struct PostDomain {
    std::string_view domain;
    std::string_view country;
};

/// All of them, sorted by domain.
std::span<const PostDomain> post_domains();

/// Whose host it is: it equals a row or stands under one. `host` in ASCII, lower case.
std::optional<DomainOwner> owner_of(std::string_view host);

/// The first of the brand's own official hosts, or that of its post; empty when none is known.
std::string_view official_host(std::uint8_t brand);

/// When the table was last gone through, YYYY-MM.
std::string_view official_domains_date();

}  // namespace postal

// The posts whose domains are verified: what is certain of a country's designated operator. Names, links and
// telephones to be shown are in designated_operator.h. Rows: data/operators.json.
#pragma once

#include <span>
#include <string_view>

namespace postal {

struct OfficialPost {
    std::string_view country;  ///< ISO 3166-1 alpha-2
    std::span<const std::string_view>
        domains;  ///< verified registrable domains (or whole hosts), at least one
    /// Its site asks whether the item is domestic or international: S10 numbers are "International".
    bool choose_international = false;
};

/// Sorted by country; lives as long as the program, as everything it points to.
std::span<const OfficialPost> official_posts();

/// nullptr when no domain of the country's post is verified.
const OfficialPost* official_post(std::string_view country);

/// The confirmed hotlines of all posts, as they are written.
std::span<const std::string_view> confirmed_phones();

}  // namespace postal

// Where a country is shown on a picture of the world: one dot each. Rows: data/country_places.json.
#pragma once

#include <optional>
#include <string_view>

namespace postal {

/// Degrees, to about one; north and east are positive.
struct CountryPlace {
    float latitude, longitude;

    bool operator==(const CountryPlace&) const = default;
};

/// Of an ISO 3166-1 alpha-2 code; nothing for any other text.
std::optional<CountryPlace> place_of_country(std::string_view code);

}  // namespace postal

#include "postal/country_place.h"

#include <algorithm>

#include "postal/country.h"
#include "postal/generated/place_rows.h"

namespace postal {

std::optional<CountryPlace> place_of_country(std::string_view code) {
    const auto codes = country_codes();
    const auto found = std::ranges::lower_bound(codes, code);
    if (found == codes.end() || *found != code) return std::nullopt;
    const PlaceRow& row = place_rows[found - codes.begin()];
    return CountryPlace{static_cast<float>(row.latitude) * latitude_step,
                        static_cast<float>(row.longitude) * longitude_step};
}

}  // namespace postal

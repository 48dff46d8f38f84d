#include "postal/country.h"

#include <algorithm>
#include <array>

#include "postal/generated/number_rows.h"

namespace postal {

namespace {

/// Filled on first use: as views in the download they would take five times the letters.
struct CountryCodes {
    std::array<std::string_view, country_letters.size() / 2> codes;

    CountryCodes() {
        for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = country_letters.substr(2 * i, 2);
    }
};

}  // namespace

std::span<const std::string_view> country_codes() {
    static const CountryCodes filled;
    return filled.codes;
}

bool is_country(std::string_view code) { return std::ranges::binary_search(country_codes(), code); }

std::string_view country_by_alpha3(std::string_view alpha3) {
    if (alpha3.size() != 3) return {};
    for (std::size_t i = 0; i < alpha3_letters.size(); i += 3)
        if (alpha3_letters.substr(i, 3) == alpha3) return country_letters.substr(i / 3 * 2, 2);
    return {};
}

}  // namespace postal

#include "postal/country.h"

#include <algorithm>
#include <array>

#include "postal/generated/number_rows.h"

namespace postal {

namespace {

constexpr std::size_t country_count = country_letters.size() / 2;

constexpr auto codes = [] {
    std::array<std::string_view, country_count> made;
    for (std::size_t i = 0; i < country_count; ++i) made[i] = country_letters.substr(2 * i, 2);
    return made;
}();

}  // namespace

std::span<const std::string_view> country_codes() { return codes; }

bool is_country(std::string_view code) { return std::binary_search(codes.begin(), codes.end(), code); }

}  // namespace postal

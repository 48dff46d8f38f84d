// ISO 3166-1 alpha-2 codes: which exist. Names come from the browser (Intl.DisplayNames), not from here.
#pragma once

#include <span>
#include <string_view>

namespace postal {

/// All 249 codes, sorted.
std::span<const std::string_view> country_codes();

bool is_country(std::string_view code);

/// The alpha-2 code of an alpha-3 code in upper case, which some sources write; empty when there is none.
std::string_view country_by_alpha3(std::string_view alpha3);

/// The suffix of the samples this program ships with; ISO leaves it to users and no post issues it.
inline constexpr std::string_view sample_suffix = "XX";

}  // namespace postal

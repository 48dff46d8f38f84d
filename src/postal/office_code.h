// Codes of offices inside the texts and places of events.
#pragma once

#include <cstdint>
#include <string_view>

namespace postal {

/// The country of an office of exchange by its 6-character code, such as USLAXA: country (2), place (3), one
/// letter or digit; upper case. Empty when `code` is no such code or its country does not exist in ISO
/// 3166-1. A word of six capitals can look like one. Source: codes seen in answers of UPU Global Track &
/// Trace.
std::string_view office_country(std::string_view code);

/// The country of an office of exchange or other office code that a place ends with or consists of, e.g.
/// "Los Angeles (USLAXA)" -> "US": five letters and a letter or digit, of which the first two are a country.
/// Bare codes look like names of towns (BERLIN, MADRID), so they are read only when `bare_codes` says that
/// this source writes nothing but codes.
enum class BareCodes : std::uint8_t { not_read, read };
std::string_view country_of_place(std::string_view place, BareCodes bare_codes);

}  // namespace postal

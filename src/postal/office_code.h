// Codes of offices inside the texts and places of events.
#pragma once

#include <string_view>

namespace postal {

/// The country of an office of exchange by its 6-character code, such as USLAXA: country (2), place (3), one
/// letter or digit; upper case. Empty when `code` is no such code or its country does not exist in ISO
/// 3166-1. A word of six capitals can look like one. Source: codes seen in answers of UPU Global Track &
/// Trace.
std::string_view office_country(std::string_view code);

}  // namespace postal

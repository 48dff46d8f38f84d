#include "postal/office_code.h"

#include <algorithm>

#include "postal/country.h"

namespace postal {

std::string_view office_country(std::string_view code) {
    const auto is_capital = [](char character) { return character >= 'A' && character <= 'Z'; };
    if (code.size() != 6 || !std::ranges::all_of(code.substr(0, 5), is_capital)) return {};
    const bool last_fits = is_capital(code[5]) || (code[5] >= '0' && code[5] <= '9');
    const std::string_view country = code.substr(0, 2);
    return last_fits && is_country(country) ? country : std::string_view{};
}

}  // namespace postal

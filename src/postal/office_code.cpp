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

std::string_view country_of_place(std::string_view place, BareCodes bare_codes) {
    constexpr std::size_t code_length = 6;
    if (place.size() >= code_length + 2 && place.back() == ')' &&
        place[place.size() - code_length - 2] == '(')
        return office_country(place.substr(place.size() - code_length - 1, code_length));
    return bare_codes == BareCodes::read ? office_country(place) : std::string_view();
}

}  // namespace postal

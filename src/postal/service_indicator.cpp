#include "postal/service_indicator.h"

#include <algorithm>
#include <iterator>

#include "postal/generated/number_rows.h"

namespace postal {

ServiceClass service_class(std::string_view indicator) {
    const auto is_letter = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    if (indicator.size() != 2 || !is_letter(indicator[0]) || !is_letter(indicator[1])) {
        return ServiceClass::unassigned;
    }
    const int place = 26 * (indicator[0] - 'A') + (indicator[1] - 'A');
    const auto after =
        std::upper_bound(std::begin(service_ranges), std::end(service_ranges), place,
                         [](int wanted, const ServiceRange& range) { return wanted < range.first; });
    return std::prev(after)->service_class;
}

}  // namespace postal

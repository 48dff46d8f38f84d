// The first two letters of an S10 number. Rows: data/service_indicators.json, every pair covered once.
#pragma once

#include <cstdint>
#include <string_view>

namespace postal {

enum class ServiceClass : std::uint8_t {
    ems,
    parcel,
    ecommerce,
    letter_tracked,
    letter_registered,
    letter_insured,
    letter_untracked,
    m_bag,
    business_reply,
    local,
    unassigned,
};

/// `indicator`: two letters A-Z; anything else is `unassigned`.
ServiceClass service_class(std::string_view indicator);

}  // namespace postal

#include "postal/service_indicator.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace postal;

namespace {

/// UPU S10 (version 12), written down apart from the data file.
ServiceClass class_by_the_standard(char first, char second) {
    switch (first) {
        case 'A': return second >= 'V' ? ServiceClass::local : ServiceClass::unassigned;
        case 'B':
        case 'D':
        case 'N':
        case 'P':
        case 'Z': return ServiceClass::local;
        case 'C': return ServiceClass::parcel;
        case 'E': return ServiceClass::ems;
        case 'G': return second == 'A' || second == 'D' ? ServiceClass::local : ServiceClass::unassigned;
        case 'H': return ServiceClass::ecommerce;
        case 'L': return ServiceClass::letter_tracked;
        case 'M': return ServiceClass::m_bag;
        case 'Q': return second <= 'M' ? ServiceClass::business_reply : ServiceClass::unassigned;
        case 'R': return ServiceClass::letter_registered;
        case 'U': return ServiceClass::letter_untracked;
        case 'V': return ServiceClass::letter_insured;
        default: return ServiceClass::unassigned;
    }
}

}  // namespace

TEST_CASE("each of the 676 service indicators has the class the standard gives it") {
    for (char first = 'A'; first <= 'Z'; ++first) {
        for (char second = 'A'; second <= 'Z'; ++second) {
            const std::string indicator{first, second};
            CAPTURE(indicator);
            CHECK(service_class(indicator) == class_by_the_standard(first, second));
        }
    }
}

TEST_CASE("what is not two capital letters has no service") {
    for (const char* text : {"", "E", "EEE", "ee", "E1", "1E", "[A", "A[", "@A", "\xC3\x89"}) {
        CAPTURE(text);
        CHECK(service_class(text) == ServiceClass::unassigned);
    }
}

// The words the module speaks for values of `postal`; they are its published interface and never change.
#pragma once

#include <cstdint>
#include <string_view>

#include "postal/item_number.h"
#include "postal/service_indicator.h"
#include "postal/stage.h"

namespace postwatch {

std::string_view id_of(postal::Verdict verdict);
std::string_view id_of(postal::Severity severity);
std::string_view id_of(postal::ServiceClass service);
std::string_view id_of(postal::Milestone milestone);

/// "s10", or the id of another family of numbers as FoundNumber counts them.
std::string_view family_id(std::uint8_t family);

}  // namespace postwatch

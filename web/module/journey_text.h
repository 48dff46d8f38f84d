#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "postal/time.h"

namespace postwatch {

/// The moment a question is asked in, and how far east of UTC the asker's clock is.
struct Moment {
    postal::Instant now = 0;
    std::int16_t offset_minutes = 0;
};

/// The JSON text of `Journey` in postwatch-core.d.ts; `null` for a text that is no item. `items`: a JSON
/// array, the item first, behind it the user's finished ones.
std::string journey_text(std::string_view items, Moment moment);

/// The JSON text of an array of `AdviceLine`; `null` for a text that is no item.
std::string advice_text(std::string_view items, Moment moment);

}  // namespace postwatch

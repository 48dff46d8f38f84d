// One tracking event, as one source told it.
#pragma once

#include <cstddef>
#include <string>

#include "postal/stage.h"
#include "postal/time.h"

namespace postal {

/// Longer words of an operator are cut at a character boundary; no real one is.
inline constexpr std::size_t event_text_limit = 500;
inline constexpr std::size_t event_place_limit = 120;
inline constexpr std::size_t event_code_limit = 32;

struct Event {
    std::string code;   ///< the source's own code, e.g. "EMC"
    std::string words;  ///< the source's own words, control and bidi characters removed
    std::string place;  ///< office or place as written
    WallTime at;
    Stage stage = Stage::unknown;
    Reason reason = Reason::none;
    bool forecast = false;

    bool operator==(const Event&) const = default;
};

/// Same code, wall time and place, from the same source: the same event told again.
bool is_same_event(const Event& a, const Event& b);

}  // namespace postal

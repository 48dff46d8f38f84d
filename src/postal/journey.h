// What the events mean together. Pure reading: nothing is stored.
#pragma once

#include <cstdint>
#include <optional>

#include "postal/item.h"

namespace postal {

struct Journey {
    Stage stage = Stage::pending;      ///< current stage, by the rules in data/events.json `rules`
    const KnownEvent* newest = nullptr;  ///< the scan that decided it; nullptr before the first scan
    std::string_view source;             ///< who told it
    bool delivered = false;
    bool closed = false;  ///< terminal stage: no more questions are asked
    /// Whole days from the newest scan's wall time (or posted_on, or added_at) to `now`, never negative.
    std::int32_t silent_days = 0;
    const KnownEvent* forecast = nullptr;  ///< newest forecast, not yet past a delivery
};

/// `local_offset_minutes`: of this device, to compare wall times by day.
Journey read_journey(const Item& item, Instant now, std::int16_t local_offset_minutes);

}  // namespace postal

// What the events mean together. Pure reading: nothing is stored.
#pragma once

#include <cstdint>
#include <string_view>

#include "postal/custody.h"
#include "postal/item.h"
#include "postal/silence.h"

namespace postal {

/// Its pointers and views point into the item it was read from.
///
/// A source's scans count in that source's order. Scans it no longer tells stay in the item but decide
/// nothing. Of several sources the one with the latest scan on the wall decides; their wall times are not
/// mixed further.
struct Journey {
    Stage stage = Stage::pending;  ///< current stage; Stage::unknown when no scan could be classified
    /// The scan that decided the stage; nullptr before the first scan. An unclassified scan never moves an
    /// item that has a stage, and a delivered one stays so when only late uploads come after it.
    const KnownEvent* newest = nullptr;
    const KnownEvent* last_scan = nullptr;  ///< the newest scan of all, classified or not
    std::string_view source;                ///< who told it
    bool delivered = false;
    bool closed = false;  ///< terminal stage: no more questions are asked
    /// Days on the wall from last_scan (or posted_on, or added_at) to `now`, never negative: what was scanned
    /// yesterday at 23:00 is one day old at 1:00.
    std::int32_t silent_days = 0;
    const KnownEvent* forecast = nullptr;  ///< newest forecast of that source, or of any; none once closed
    Custody custody;  ///< who holds the item now, by the deciding source; its legs: read_legs
    Silence silence;  ///< silent_days measured against what is usual on this part of the way
};

/// `local_offset_minutes`: of this device, to compare wall times by day. Allocates nothing.
Journey read_journey(const Item& item, Instant now, std::int16_t local_offset_minutes);

}  // namespace postal

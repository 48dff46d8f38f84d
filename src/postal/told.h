// Which scans are a source's present story: those it told when it last told any.
#pragma once

#include "postal/item.h"

namespace postal {

/// When the source last told any scan; 0 when it never did. Forecasts do not count.
Instant last_told(const SourceRecord& record);

/// A scan, not a forecast, and told by the source when it last told any. `told` is last_told(record).
inline bool is_told(const KnownEvent& known, Instant told) {
    return !known.event.forecast && known.last_seen == told;
}

}  // namespace postal

#include "postal/told.h"

#include <algorithm>

namespace postal {

Instant last_told(const SourceRecord& record) {
    Instant latest = 0;
    for (const KnownEvent& known : record.events) {
        if (!known.event.forecast) latest = std::max(latest, known.last_seen);
    }
    return latest;
}

}  // namespace postal

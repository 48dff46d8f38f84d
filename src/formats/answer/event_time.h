// Times of events, as the dialects write them. Years outside 1990..2100 are nothing: they are placeholders of
// somebody's software, not times of a scan.
#pragma once

#include <optional>
#include <string_view>

#include "postal/time.h"

namespace formats {

/// `/Date(1772612700000+0800)/`: milliseconds since 1970 in UTC, and the offset of the place; WCF's form
/// (Microsoft, "Stand-Alone JSON Serialization", DateTime Wire Format). With an offset the wall time is
/// milliseconds + offset and the offset is `stated`; without one the milliseconds are taken for the wall
/// time.
std::optional<postal::WallTime> read_wcf_time(std::string_view text);

/// ISO 8601 as tracking sources use it: `2026-03-09`, `2026-03-09T08:41`, `2026-03-09 08:41:00.000`, each
/// time with nothing, `Z`, `+08`, `+0800` or `+08:00` behind it. An offset found is `stated`.
std::optional<postal::WallTime> read_iso_time(std::string_view text);

}  // namespace formats

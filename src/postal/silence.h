// The silence clock: how long an item has been silent on the part of its way it is on, and whether that is
// usual. Thresholds: data/silence.json, each with its source; where none is known the level is unknown.
#pragma once

#include <cstdint>
#include <string_view>

#include "postal/custody.h"
#include "postal/service_indicator.h"
#include "postal/stage.h"

namespace postal {

/// Which part of the way the silence is measured against; in the order of data/silence.json `clocks`.
enum class SilenceClock : std::uint8_t;

enum class SilenceLevel : std::uint8_t { unknown, normal, long_, too_long };
inline constexpr int silence_level_count = 4;

std::string_view id_of(SilenceClock clock);
std::string_view id_of(SilenceLevel level);  ///< "unknown", "normal", "long", "too_long"

struct Silence {
    SilenceClock clock{};  ///< none when nothing is waited for
    SilenceLevel level = SilenceLevel::unknown;
    std::int32_t days = 0;           ///< on the wall, as Journey::silent_days
    std::int32_t long_from = 0;      ///< the first day that is long; 0: no threshold is known
    std::int32_t too_long_from = 0;  ///< the first day that is too long; 0: no threshold is known
};

/// The clock of an item at this stage in these hands. A stage that ends the journey has none; an item without
/// any scan, or only announced, waits for its first scan.
SilenceClock clock_of(Stage stage, Custody custody);

Silence read_silence(SilenceClock clock, ServiceClass service, std::int32_t silent_days);

/// Without news for so many days an item counts as expired and its old scans may have been removed.
std::int32_t records_kept_days();

}  // namespace postal

#include "postal/generated/silence_clocks.h"

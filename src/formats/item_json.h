// An item's record as a JSON value: alone in the storage, one of many in a backup.
#pragma once

#include "formats/json_reader.h"
#include "formats/saved_item.h"

namespace formats {

/// Sources one item can have; more are not this program's writing.
inline constexpr std::size_t sources_per_item_limit = 32;

inline constexpr postal::Instant latest_instant = 4'102'444'800'000;  ///< 2100-01-01; later ones are garbage

/// The largest record this program writes: 32 sources with 200 events of 11 values, whose texts of 652 bytes
/// double when they are all quotation marks.
inline constexpr JsonLimits record_limits{.size = 12'000'000, .nodes = 100'000};

ReadItem read_item(const JsonValue& record);

/// AA999999999AA in canonical characters; its check digit may be wrong (a number can be looked up anyway).
bool is_canonical_number(std::string_view number);

}  // namespace formats

// When an item may be delivered, and on what that rests.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "postal/item.h"
#include "postal/journey.h"

namespace postal {

enum class RangeBasis : std::uint8_t {
    none,
    stated,     ///< the source's own forecast
    own_items,  ///< the user's own finished items on the same lane
};

/// Fewer finished items are chance.
inline constexpr std::int32_t own_items_needed = 5;

/// Days since 1970-01-01 on the wall of the destination. A stated range is one day long.
struct ExpectedRange {
    RangeBasis basis = RangeBasis::none;
    std::int64_t first_day = 0;
    std::int64_t last_day = 0;
    std::int32_t items = 0;   ///< own_items: how many
    std::string_view source;  ///< stated: who says so; points into the item
    bool passed = false;      ///< the last day is over, and the item is not delivered

    bool operator==(const ExpectedRange&) const = default;
};

/// A forecast of a source goes before experience. Otherwise, from at least own_items_needed delivered items
/// with the same issuing country, destination and service class: this item's first day (posted_on, or its
/// first scan) plus the days nine tenths of them took (with fewer than ten: all of them). No basis for a
/// closed item, a sample, an unknown destination or an item without a first day. Items of `finished` that are
/// not finished, or are this one, do not count.
ExpectedRange expected_range(const Item& item, std::span<const Item> finished, Instant now,
                             std::int16_t local_offset_minutes);

}  // namespace postal

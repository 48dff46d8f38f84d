// What cannot be true together in the scans of an item, or was told otherwise before.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "postal/item.h"
#include "postal/office_code.h"

namespace postal {

enum class ContradictionKind : std::uint8_t {
    moving_after_delivery,  ///< a delivery, and behind it a scan of an item that still moves
    delivered_elsewhere,    ///< delivered by an office of a country the item does not go to
    destination_differs,    ///< the source says another country of destination than the user
    impossible_order,  ///< a scan of the country of origin behind one of the destination, or a clock that
                       ///< goes back further than any two offsets explain
    number_reused,     ///< a year or more between scans: S10 allows a number again after 12 months
    scans_removed,     ///< scans the source told before and tells no longer
    scan_changed,      ///< a scan whose meaning the source changed: same place and time
    dated_ahead,       ///< a scan dated later than any clock on Earth shows now
};
inline constexpr int contradiction_kind_count = 8;

std::string_view id_of(ContradictionKind kind);

/// S10: the same number is not used again within 12 calendar months; 24 or more are advised.
inline constexpr std::int32_t reuse_after_days = 365;

/// More are not read by anyone, and a hostile answer must not make them.
inline constexpr std::size_t contradictions_limit = 16;

/// Its pointers and views point into the item.
struct Contradiction {
    ContradictionKind kind{};
    std::string_view source;  ///< who told the later scan
    const KnownEvent* earlier =
        nullptr;                        ///< the one contradicted or removed; nullptr where there is only one
    const KnownEvent* later = nullptr;  ///< the one that contradicts; nullptr for scans_removed
    std::string_view country;           ///< where it was delivered, or is said to go
    std::int32_t count = 1;             ///< scans_removed: how many; else 1
};

/// True when one post delivers in both: the same country, or one is a territory of the other.
/// Rows: data/territories.json.
bool share_a_post(std::string_view country, std::string_view other);

/// All of them, at most contradictions_limit, source by source in the item's order, then those between
/// sources. From what each source told and when (first_seen, last_seen); forecasts are left out.
std::vector<Contradiction> find_contradictions(const Item& item, Instant now);

}  // namespace postal

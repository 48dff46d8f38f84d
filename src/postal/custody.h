// Who holds an item, and for which part of its way.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "postal/elapsed.h"
#include "postal/item.h"

namespace postal {

enum class Holder : std::uint8_t {
    unknown,  ///< no scan says who
    sender,   ///< announced, not scanned by a post
    origin_post,
    export_customs,
    carriage,  ///< between the countries, transit countries included
    border,    ///< arrived in the country of destination, not yet shown to customs
    import_customs,
    destination_post,
    handed_over,  ///< delivered, or given back to the sender
};
inline constexpr int holder_count = 9;

std::string_view id_of(Holder holder);

/// Who holds an item after a scan of this stage; nothing when the stage does not say, so that the holder
/// before it stays (delayed, an address problem, an unclassified scan ...).
std::optional<Holder> holder_after(Stage stage);

/// True of a scan that says the item goes back: its legs then lead to the sender, until it is posted anew.
bool begins_return(Stage stage);

/// One stretch in one pair of hands, by one source's scans in that source's order. Its pointers point into
/// the record it was read from.
struct Leg {
    Holder holder = Holder::unknown;
    bool going_back = false;
    const KnownEvent* first = nullptr;  ///< the scan it begins with
    const KnownEvent* last = nullptr;   ///< the last scan in these hands
    const KnownEvent* next = nullptr;   ///< the first scan of the next leg; nullptr: it has not ended
    Elapsed stayed;                     ///< from `first` to `next`, or to now; none in the leg handed_over
};

/// Where the item was after the told scans of the source; Holder::unknown when none says.
struct Custody {
    Holder holder = Holder::unknown;
    bool going_back = false;
};
Custody custody_of(const SourceRecord& record);

/// The legs, oldest first. Scans that do not say who holds the item belong to the leg they fall in; those
/// before the first leg make a leg `unknown`. Late uploads after a delivery do not take the item back from
/// the addressee.
std::vector<Leg> read_legs(const SourceRecord& record, Instant now);

}  // namespace postal

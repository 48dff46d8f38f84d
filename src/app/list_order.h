// The list in its order, kept in State: reading and sorting all items at every key would be felt.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/list_view.h"
#include "postal/stage.h"

namespace app {

struct State;

using formats::ListGroupKind;

/// What the list has to know of an item: read once, kept until the item changes or a day has passed.
struct Glance {
    std::string number;
    std::uint64_t revision = 0;
    std::int32_t silent_days = 0;
    ListGroupKind group = ListGroupKind::waiting;
    formats::ListScope scope = formats::ListScope::current;
    postal::Stage stage{};
    std::string search_text;  ///< folded; begins with the title, and a line break behind each piece
};

struct ListEntry {
    std::uint32_t item;  ///< index in State::items
    ListGroupKind group;

    bool operator==(const ListEntry&) const = default;
};

struct ListOrder {
    std::vector<Glance> glances;        ///< of State::items, in their order
    std::vector<std::uint32_t> sorted;  ///< indices of the scope's items, as they follow each other
    std::vector<ListEntry> entries;     ///< those of them that the query lets through
    std::array<std::uint32_t, formats::list_group_count> counts{};  ///< of the scope, searched for or not
    formats::ListQuery shown;                                       ///< what `entries` were made for
    std::int64_t day = 0;  ///< of this device, when it was made: silences grow at midnight
};

/// Reads every item anew. To be called when the clock, the source or the language has changed.
void renew_order(State& state);

/// A record from elsewhere may say something else under the same revision.
void forget_glance(State& state, std::string_view number);

/// Reads the items whose revision has changed, or that have come. present() trusts the indices.
void update_order(State& state);

/// Only the query has changed. `search` alone needs no new sorting; where it has only become longer, nothing
/// comes back.
void apply_query(State& state, bool sort = true);

/// True when midnight has passed since the order was made.
bool is_of_yesterday(const State& state);

}  // namespace app

// The list in its order, kept in State: reading and sorting all items at every key would be felt.
#pragma once

#include <cstdint>
#include <vector>

namespace app {

struct State;

enum class ListGroupKind : std::uint8_t { act_now, on_the_way, waiting, done };
inline constexpr int list_group_count = 4;

struct ListEntry {
    std::uint32_t item;  ///< index in State::items
    ListGroupKind group;
    std::int32_t silent_days;

    bool operator==(const ListEntry&) const = default;
};

struct ListOrder {
    std::vector<ListEntry> entries;
    std::int64_t day = 0;  ///< of this device, when it was made: silences grow at midnight
};

/// Groups in their order; inside a group the newest news first, then the newest item.
std::vector<ListEntry> ordered(const State& state);

/// To be called when an item has changed, come or gone: present() trusts the indices.
void renew_order(State& state);

/// True when midnight has passed since the order was made.
bool is_of_yesterday(const State& state);

}  // namespace app

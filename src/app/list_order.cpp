#include "app/list_order.h"

#include <algorithm>

#include "app/reading.h"
#include "app/state.h"

namespace app {

namespace {

std::int64_t local_day(const State& state) {
    return (state.now + state.locale.offset_minutes * postal::minute_ms) / postal::day_ms;
}

}  // namespace

std::vector<ListEntry> ordered(const State& state) {
    std::vector<ListEntry> entries;
    entries.reserve(state.items.size());
    for (std::uint32_t i = 0; i < state.items.size(); ++i) {
        const Reading reading = read_item(state, state.items[i]);
        entries.push_back({i, reading.group, reading.journey.silent_days});
    }
    std::ranges::stable_sort(entries, [&](const ListEntry& a, const ListEntry& b) {
        if (a.group != b.group) return a.group < b.group;
        if (a.silent_days != b.silent_days) return a.silent_days < b.silent_days;
        return state.items[a.item].added_at > state.items[b.item].added_at;
    });
    return entries;
}

void renew_order(State& state) { state.order = {ordered(state), local_day(state)}; }

bool is_of_yesterday(const State& state) { return state.order.day != local_day(state); }

}  // namespace app

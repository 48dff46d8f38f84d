#include "app/families.h"

namespace app {

namespace {

/// Only the list is there, or an item beside it: no page to come back from.
bool is_at_rest(const State& state) {
    const bool is_beside_list = state.layout == Layout::wide && state.page == Page::item;
    return state.page == Page::watched_items || is_beside_list;
}

/// From a page about an item, and from any page beside the list, one comes to the item first.
bool leads_to_its_item(const State& state) {
    const bool from_item = state.layout == Layout::wide || is_about_item(state.page);
    return from_item && state.page != Page::item && find_item(state, state.selected);
}

}  // namespace

Effects close_palette(State& state) {
    const std::string opener = std::move(state.palette->opener);
    state.palette.reset();
    if (opener.empty()) return {};
    return {MoveFocus{opener}};
}

Effects put_away(State& state, std::string_view focused) {
    if (state.palette) return close_palette(state);
    if (focused == "search" && !state.query.search.empty())
        return on(state, FieldTyped{FieldId::search, {}, 0});
    if (state.choosing) return on(state, ChoosingToggled{});
    if (is_at_rest(state)) return {};
    if (leads_to_its_item(state)) return on(state, PageOpened{Page::item, state.selected});
    return on(state, PageOpened{Page::watched_items, {}});
}

std::uint32_t count_ways_back(const State& state) {
    std::uint32_t count = (state.palette ? 1 : 0) + (state.choosing ? 1 : 0);
    if (is_at_rest(state)) return count;
    return count + (state.layout == Layout::narrow && leads_to_its_item(state) ? 2 : 1);
}

Effects on(State& state, const WentBack& went) {
    state.ways_back = went.left;
    Effects effects;
    for (std::uint32_t now = count_ways_back(state); now > went.left; --now) {
        Effects more = put_away(state, {});
        effects.insert(effects.end(), more.begin(), more.end());
    }
    return effects;
}

}  // namespace app

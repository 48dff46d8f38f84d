#include <algorithm>

#include "app/families.h"
#include "app/reading.h"

namespace app {

namespace {

/// Where search and number field are: the list. On a phone it may be behind another page.
void show_list(State& state) {
    if (state.layout == Layout::narrow) state.page = Page::watched_items;
}

Effects leave_commands(State& state) {
    state.page = state.page_before_commands;
    if (is_about_item(state.page) && !find_item(state, state.selected)) state.page = Page::watched_items;
    state.command.clear();
    return {};
}

Effects toggle_commands(State& state) {
    if (state.page == Page::commands) return leave_commands(state);
    state.page_before_commands = state.page;
    state.page = Page::commands;
    state.command.clear();
    return {MoveFocus{"command"}};
}

/// One thing after the other is put away: what was opened last first.
Effects put_away(State& state, std::string_view focused) {
    if (state.page == Page::commands) return leave_commands(state);
    if (focused == "search" && !state.query.search.empty())
        return on(state, FieldTyped{FieldId::search, {}, 0});
    if (state.choosing) return on(state, ChoosingToggled{});
    const bool is_beside_list = state.layout == Layout::wide && state.page == Page::item;
    if (state.page == Page::watched_items || is_beside_list) return {};
    const bool leads_to_item = state.layout == Layout::wide || is_about_item(state.page);
    if (leads_to_item && state.page != Page::item && find_item(state, state.selected))
        return on(state, PageOpened{Page::item, state.selected});
    return on(state, PageOpened{Page::watched_items, {}});
}

/// From row to row, also to those that are not on the Screen yet.
Effects step(State& state, Key key, std::string_view focused) {
    const auto count = static_cast<std::int64_t>(state.order.entries.size());
    constexpr std::string_view row_key = "row/";
    std::int64_t row = -1;
    if (focused.starts_with(row_key)) {
        const auto found = row_of(state, focused.substr(row_key.size()));
        if (!found) return {};
        row = *found;
    }
    switch (key) {
        case Key::up: row -= 1; break;
        case Key::down: row += 1; break;
        case Key::first: row = 0; break;
        default: row = count - 1; break;
    }
    if (count == 0 || row >= count) return {};
    if (row < 0) return focused.starts_with(row_key) ? Effects{MoveFocus{"search"}} : Effects{};
    const auto wanted = static_cast<std::uint32_t>(row);
    const std::uint32_t behind_first = wanted - state.window_first;  // huge when it stands before
    if (behind_first >= state.window_count) state.window_first = wanted;
    return {MoveFocus{"row/" + state.items[state.order.entries[wanted].item].number}};
}

}  // namespace

Effects on(State& state, const KeyPressed& pressed) {
    const bool is_single =
        pressed.key == Key::search || pressed.key == Key::new_number || pressed.key == Key::check_now;
    if (is_single && !pressed.meant && !state.settings.single_keys) return {};
    switch (pressed.key) {
        case Key::search:
            if (state.items.empty()) return {};
            show_list(state);
            return {MoveFocus{"search"}};
        case Key::new_number:
            state.choosing = false;
            state.chosen.clear();
            show_list(state);
            return {MoveFocus{"number"}};
        case Key::check_now: return on(state, CheckNow{state.page == Page::item ? state.selected : ""});
        case Key::commands: return toggle_commands(state);
        case Key::escape: return put_away(state, pressed.focused);
        case Key::up:
        case Key::down:
        case Key::first:
        case Key::last: return step(state, pressed.key, pressed.focused);
        case Key::print: return {PrintPage{}};
    }
    return {};
}

}  // namespace app

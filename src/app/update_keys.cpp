#include <algorithm>

#include "app/commands.h"
#include "app/families.h"
#include "app/reading.h"

namespace app {

namespace {

/// Where search and number field are: the list. On a phone it may be behind another page.
void show_list(State& state) {
    if (state.layout == Layout::narrow) state.page = Page::watched_items;
}

Effects toggle_palette(State& state, std::string_view focused) {
    if (state.palette) return close_palette(state);
    state.palette = Palette{{}, 0, std::string(focused)};
    return {MoveFocus{"command"}};
}

/// Another one stands out from now on, or it is run.
Effects choose_command(State& state, Key key) {
    const auto count = static_cast<std::uint32_t>(found_commands(state).size());
    const std::uint32_t last = std::max(count, 1u) - 1;
    std::uint32_t& at = state.palette->at;
    at = std::min(at, last);  // some may have gone since
    switch (key) {
        case Key::up: at -= at > 0; break;
        case Key::down: at = std::min(at + 1, last); break;
        case Key::first: at = 0; break;
        case Key::last: at = last; break;
        default: return on(state, CommandRun{at});
    }
    return {};
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
        case Key::last: row = count - 1; break;
        default: return {};
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
    const bool is_single = pressed.key == Key::search || pressed.key == Key::new_number ||
                           pressed.key == Key::check_now || pressed.key == Key::help;
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
        case Key::commands:
        case Key::help: return toggle_palette(state, pressed.focused);
        case Key::escape: return put_away(state, pressed.focused);
        case Key::up:
        case Key::down:
        case Key::first:
        case Key::last:
        case Key::run:
            if (state.palette) return choose_command(state, pressed.key);
            return step(state, pressed.key, pressed.focused);
        case Key::print: return {PrintPage{}};
        case Key::undo: return state.palette ? Effects() : on(state, ChangeUndone{});
    }
    return {};
}

Effects on(State& state, const CommandRun& run) {
    if (!state.palette) return {};
    std::vector<Command> found = found_commands(state);
    if (run.index >= found.size()) return {};
    const Page before = state.page;
    Effects closing = close_palette(state);
    Effects effects = follow_from(state, found[run.index].action);
    const bool has_moved = std::ranges::any_of(
        effects, [](const Effect& effect) { return std::holds_alternative<MoveFocus>(effect); });
    if (has_moved) return effects;
    if (state.page != before)
        effects.push_back(MoveFocus{"main"});
    else
        effects.insert(effects.end(), closing.begin(), closing.end());
    return effects;
}

Effects search_commands(State& state, std::string_view text) {
    if (!state.palette) return {};
    state.palette->text = cut_to(text, formats::search_bytes_limit);
    state.palette->at = 0;
    return {};
}

}  // namespace app

#include <algorithm>

#include "app/families.h"

namespace app {

bool shows_introduction(const State& state) {
    if (state.introduction_wanted) return true;
    if (state.settings.introduced || state.storage == Storage::reading) return false;
    return std::ranges::all_of(state.items,
                               [](const postal::Item& item) { return postal::is_sample(item.number); });
}

void end_introduction(State& state, Effects& effects) {
    state.introduction = 0;
    state.introduction_wanted = false;
    if (state.settings.introduced) return;
    state.settings.introduced = true;
    effects.push_back(SaveSettings{formats::write_settings(state.settings)});
}

Effects on(State& state, const IntroductionShown& shown) {
    Effects effects;
    if (state.layout == Layout::narrow) state.page = Page::watched_items;  // where it stands, on a phone
    if (shown.step >= introduction_steps) {
        end_introduction(state, effects);
        effects.push_back(MoveFocus{state.choosing ? "choose-done" : "number"});
        return effects;
    }
    if (!shows_introduction(state)) state.choosing = false;
    state.introduction = shown.step;
    state.introduction_wanted = true;
    // At the first step there is no way back, and the button for it had the focus.
    if (shown.step == 0) effects.push_back(MoveFocus{"introduction/next"});
    return effects;
}

}  // namespace app

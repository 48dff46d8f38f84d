// Everything that can be done from anywhere, for the palette. Internal to src/app.
#pragma once

#include <string>
#include <vector>

#include "app/state.h"

namespace app {

struct Command {
    std::string words;
    Action action;
    const char* key = "";  ///< does the same anywhere on the page
};

/// What the text of the palette finds of what can be done now, the most wanted first; then items by what is
/// known of them. The palette is open.
std::vector<Command> found_commands(const State& state);

}  // namespace app

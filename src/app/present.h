// State -> Screen: all wording and ordering.
#pragma once

#include "app/screen.h"
#include "app/state.h"

namespace app {

Screen present(const State& state);

}  // namespace app

// The only place State changes. Pure: no clock, no network, no storage.
#pragma once

#include "app/action.h"
#include "app/effect.h"
#include "app/state.h"

namespace app {

Effects update(State& state, const Action& action);

}  // namespace app

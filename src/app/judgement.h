// What the item shown means beside all others: kept in State, since reading all items at every key would be
// felt.
#pragma once

#include <string>
#include <vector>

#include "postal/advice.h"
#include "postal/contradiction.h"
#include "postal/custody.h"
#include "postal/expected_range.h"

namespace app {

struct State;

/// Its pointers and views point into the item it was made of.
struct Judgement {
    const postal::Item* item = nullptr;  ///< in State::items; nullptr when none is shown
    std::string number;                  ///< State::selected when it was made
    std::vector<postal::Contradiction> contradictions;
    std::vector<postal::AdviceLine> advice;
    postal::ExpectedRange expected;
    std::vector<postal::Leg> legs;  ///< by the source that decides; their lengths are of the day it was made
};

Judgement judged(const State& state, const postal::Item& item);

/// To be called when an item has changed, come or gone, another one is shown, or midnight has passed.
void renew_judgement(State& state);

/// True when it is of the item that is shown.
bool is_judged(const State& state);

}  // namespace app

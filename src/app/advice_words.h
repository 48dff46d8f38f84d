// The sentence of an advice: its rule's id and arguments in words. Internal to src/app.
#pragma once

#include <string>

#include "app/state.h"
#include "postal/advice.h"

namespace app {

/// Sentences stand in the order of the rules, from Word::advise_not_asked on; cmake/advice_document.py checks
/// it.
std::string advice_words(const State& state, const postal::Item& item, const postal::AdviceLine& line);

/// The sentence about two scans that do not fit together.
std::string contradiction_words(const State& state, const postal::Item& item,
                                const postal::Contradiction& contradiction);

}  // namespace app

#include "app/judgement.h"

#include <utility>

#include "app/families.h"
#include "app/state.h"
#include "postal/journey.h"

namespace app {

Judgement judged(const State& state, const postal::Item& item) {
    const std::int16_t offset = state.locale.offset_minutes;
    const postal::Journey journey = postal::read_journey(item, state.now, offset);
    Judgement made;
    made.item = &item;
    made.number = item.number;
    made.contradictions = postal::find_contradictions(item, state.now);
    made.advice = postal::advise(item, journey, made.contradictions, state.now, offset);
    made.expected = postal::expected_range(item, state.items, state.now, offset);
    if (const postal::SourceRecord* record = postal::find_source(item, journey.source))
        made.legs = postal::read_legs(*record, state.now);
    return made;
}

void renew_judgement(State& state) {
    const postal::Item* item = find_item(std::as_const(state), state.selected);
    state.judgement = item ? judged(state, *item) : Judgement{};
    state.judgement.number = state.selected;
}

bool is_judged(const State& state) { return state.judgement.number == state.selected; }

}  // namespace app

// When to ask which source again.
#pragma once

#include <string_view>

#include "app/effect.h"
#include "app/state.h"

namespace app {

/// Posts update rarely; opening the app ten times an hour must not ask ten times.
inline constexpr Instant refresh_age = 30 * postal::minute_ms;
/// "Check now" by hand, per item.
inline constexpr Instant check_now_age = postal::minute_ms;
/// Kind to a free public service, and to phones.
inline constexpr std::size_t questions_at_once = 2;

/// The source that answers for this number: the sample source for samples, else the first of the config.
const formats::Source* source_for(const State& state, std::string_view number);

/// The user chooses the proxy of real sources; samples come from the proxy that has them.
const std::string& proxy_for(const State& state, const formats::Source& source);

/// The user said yes to asking this source through the proxy in use. Another proxy is another receiver.
bool has_consent(const State& state, const formats::Source& source);
void give_consent(State& state, Effects& effects, const formats::Source& source);

/// The source the user has to be asked about before the waiting questions may go out; nullptr when there is
/// none.
const formats::Source* consent_wanted(const State& state);

/// The question that is out; nullptr when there is none.
const Ticket* question_about(const State& state, std::string_view number);
bool is_being_asked(const State& state, std::string_view number);

/// When the last question about the item was sent; 0 = never.
Instant last_asked(const postal::Item& item);

/// Nothing speaks against asking again: `least_age` has passed since the last question, and the source did
/// not say to wait. A time further in the future than a source may demand is of a clock that ran ahead.
bool may_be_asked(const postal::SourceRecord& record, Instant now, Instant least_age);

/// Puts the item into the queue (once) and sends what may be sent.
void ask_about(State& state, Effects& effects, std::string_view number);

/// Puts every item that is due into the queue: not over, archived or removed, not asked within least_age,
/// not told to wait.
void ask_what_is_due(State& state, Effects& effects, Instant least_age = refresh_age);

/// Sends queued questions, from the given one on, as far as consent, network and questions_at_once allow.
void send_questions(State& state, Effects& effects, std::size_t first = 0);

/// Removal: takes the item out of the queue and cancels its question.
void forget_questions(State& state, Effects& effects, std::string_view number);

/// A wait is said once it has lasted so long, and not before: what flashes up only disturbs.
inline constexpr Instant patience = 300;  // ms
bool is_long(const State& state, Instant since);

/// The next moment at which the page would read differently: when a wait becomes long, and the next full hour
/// while there are items. 0 = none.
Instant next_wake(const State& state);

}  // namespace app

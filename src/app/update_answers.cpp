#include <algorithm>

#include "app/families.h"
#include "app/reading.h"
#include "app/refresh.h"
#include "formats/answer_record.h"
#include "postal/journey.h"

namespace app {

namespace {

/// The open question with this ticket, taken off the list; nothing when it is no longer current.
std::optional<Ticket> close(State& state, std::uint32_t id) {
    const auto found = std::ranges::find(state.tickets, id, &Ticket::id);
    if (found == state.tickets.end()) return std::nullopt;
    Ticket ticket = std::move(*found);
    state.tickets.erase(found);
    return ticket;
}

postal::Stage stage_of(const State& state, const postal::Item& item) {
    return postal::read_journey(item, state.now, state.locale.offset_minutes).stage;
}

void take(State& state, postal::Item& item, const Ticket& ticket, const AnswerArrived& arrived) {
    const formats::Source* source = state.config.source(ticket.source);
    const auto dialect = source ? source->dialect : formats::Dialect::unknown;
    const formats::ReadAnswer read =
        dialect == formats::Dialect::upu_gtt
            ? formats::read_upu_answer(arrived.status, arrived.body, ticket.number)
            : formats::read_answer_record(arrived.body, ticket.number);
    if (const auto* answer = std::get_if<postal::Answer>(&read))
        postal::take_answer(item, ticket.source, *answer, arrived.at);
    else if (std::holds_alternative<formats::NoRecords>(read))
        postal::take_answer(item, ticket.source, {}, arrived.at);
    else
        postal::take_fault(item, ticket.source, std::get<formats::AnswerFault>(read).fault,
                           formats::retry_at(arrived.retry_after, arrived.at), arrived.at);
}

Effects go_on(State& state, Effects effects) {
    send_questions(state, effects);
    return effects;
}

}  // namespace

namespace {

/// Everything that is not over, as far as it was not asked just now.
Effects check_all(State& state) {
    Effects effects;
    state.consent_put_off = false;
    ask_what_is_due(state, effects, check_now_age);
    return effects;
}

}  // namespace

Effects on(State& state, const CheckNow& wish) {
    if (wish.number.empty()) return check_all(state);
    postal::Item* item = find_item(state, wish.number);
    const formats::Source* source = source_for(state, wish.number);
    if (!item || item->removed_at > 0 || !source || is_being_asked(state, wish.number)) return {};
    const postal::SourceRecord* record = postal::find_source(*item, source->id);
    if (record && !may_be_asked(*record, state.now, check_now_age)) {
        if (record->not_before > state.now)
            add_notice(state, NoticeKind::asked_to_wait, wish.number).text =
                local_time_words(state, record->not_before);
        else
            add_notice(state, NoticeKind::asked_just_now, wish.number);
        return {};
    }
    if (!state.online) {
        postal::take_fault(*item, source->id, postal::Fault::offline, 0, state.now);
        return {save(*item)};
    }
    Effects effects;
    state.consent_put_off = false;
    // The wish of the moment comes before what waits by itself.
    std::erase(state.to_ask, wish.number);
    state.to_ask.insert(state.to_ask.begin(), wish.number);
    send_questions(state, effects);
    return effects;
}

Effects on(State& state, const ConsentAnswered& answer) {
    Effects effects;
    if (!answer.given) {
        state.consent_put_off = true;
        return effects;
    }
    if (const formats::Source* source = state.config.source(answer.source))
        give_consent(state, effects, *source);
    send_questions(state, effects);
    return effects;
}

Effects on(State& state, const AnswerArrived& arrived) {
    state.now = std::max(state.now, arrived.at);
    const auto ticket = close(state, arrived.ticket);
    postal::Item* item = ticket ? find_item(state, ticket->number) : nullptr;
    if (!item) return go_on(state, {});
    const postal::Stage before = stage_of(state, *item);
    take(state, *item, *ticket, arrived);
    if (before != postal::Stage::pending && stage_of(state, *item) != before)
        add_notice(state, NoticeKind::news, item->number);
    return go_on(state, {save(*item)});
}

Effects on(State& state, const FetchFailed& failed) {
    state.now = std::max(state.now, failed.at);
    const auto ticket = close(state, failed.ticket);
    postal::Item* item = ticket ? find_item(state, ticket->number) : nullptr;
    if (!item || failed.fault == postal::Fault::cancelled) return go_on(state, {});
    postal::take_fault(*item, ticket->source, failed.fault, 0, failed.at);
    return go_on(state, {save(*item)});
}

Effects on(State& state, const OnlineChanged& changed) {
    state.now = std::max(state.now, changed.at);
    const bool came_back = changed.online && !state.online;
    state.online = changed.online;
    Effects effects;
    if (came_back) ask_what_is_due(state, effects);
    return effects;
}

Effects on(State& state, const BecameVisible& visible) {
    state.now = visible.at;
    Effects effects;
    ask_what_is_due(state, effects);
    return effects;
}

Effects on(State& state, const ClockTicked& ticked) {
    state.now = ticked.at;
    return {};
}

}  // namespace app

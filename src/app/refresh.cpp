#include "app/refresh.h"

#include <algorithm>

#include "app/families.h"
#include "postal/journey.h"
#include "postal/sorting.h"

namespace app {

const formats::Source* source_for(const State& state, std::string_view number) {
    return postal::is_sample(number) ? state.config.sample_source() : state.config.default_source();
}

const std::string& proxy_for(const State& state, const formats::Source& source) {
    return source.samples ? source.proxy : state.settings.proxy;
}

bool has_consent(const State& state, const formats::Source& source) {
    const std::string wanted = formats::agreement(source.id, proxy_for(state, source));
    return std::ranges::find(state.settings.consented, wanted) != state.settings.consented.end();
}

void give_consent(State& state, Effects& effects, const formats::Source& source) {
    if (has_consent(state, source)) return;
    state.settings.consented.push_back(formats::agreement(source.id, proxy_for(state, source)));
    effects.push_back(SaveSettings{formats::write_settings(state.settings)});
}

const formats::Source* consent_wanted(const State& state) {
    if (state.consent_put_off || state.storage == Storage::reading) return nullptr;
    for (const std::string& number : state.to_ask) {
        const formats::Source* source = source_for(state, number);
        if (source && !has_consent(state, *source)) return source;
    }
    return nullptr;
}

const Ticket* question_about(const State& state, std::string_view number) {
    const auto found = std::ranges::find(state.tickets, number, &Ticket::number);
    return found == state.tickets.end() ? nullptr : &*found;
}

bool is_being_asked(const State& state, std::string_view number) { return question_about(state, number); }

Instant last_asked(const postal::Item& item) {
    Instant last = 0;
    for (const postal::SourceRecord& record : item.sources) last = std::max(last, record.asked_at);
    return last;
}

bool may_be_asked(const postal::SourceRecord& record, Instant now, Instant least_age) {
    const bool asked_lately = record.asked_at <= now && now - record.asked_at < least_age;
    const bool told_to_wait = now < record.not_before && record.not_before <= now + postal::longest_wait;
    return !asked_lately && !told_to_wait;
}

void ask_about(State& state, Effects& effects, std::string_view number) {
    const bool waiting = std::ranges::find(state.to_ask, number) != state.to_ask.end();
    if (!waiting && !is_being_asked(state, number)) state.to_ask.emplace_back(number);
    // Those before it could not go out, or they would have: a thousand are added one by one.
    send_questions(state, effects, waiting || state.to_ask.empty() ? 0 : state.to_ask.size() - 1);
}

void ask_what_is_due(State& state, Effects& effects, Instant least_age) {
    std::vector<const postal::Item*> due;
    for (const postal::Item& item : state.items) {
        const formats::Source* source = source_for(state, item.number);
        if (!source || is_being_asked(state, item.number)) continue;
        if (!is_followed(item)) continue;
        const postal::SourceRecord* record = postal::find_source(item, source->id);
        if (record && !may_be_asked(*record, state.now, least_age)) continue;
        const bool closed = postal::read_journey(item, state.now, state.locale.offset_minutes).closed;
        if (item.mark == postal::Mark::delivered || (closed && item.mark != postal::Mark::open)) continue;
        due.push_back(&item);
    }
    // What is looked at comes first, then what has waited longest.
    const auto rank = [&](const postal::Item* item) {
        return item->number == state.selected ? -1 : last_asked(*item);
    };
    postal::sort_many(due, [&](const postal::Item* a, const postal::Item* b) {
        const Instant one = rank(a), other = rank(b);
        return one != other ? one < other : a < b;  // in the order of the items
    });
    const bool none_waits = state.to_ask.empty();  // or each would be looked for among all
    for (const postal::Item* item : due)
        if (none_waits || std::ranges::find(state.to_ask, item->number) == state.to_ask.end())
            state.to_ask.push_back(item->number);
    send_questions(state, effects);
}

void send_questions(State& state, Effects& effects, std::size_t first) {
    if (!state.online || state.storage == Storage::reading) return;
    for (auto next = state.to_ask.begin() + static_cast<std::ptrdiff_t>(first); next != state.to_ask.end();) {
        if (state.tickets.size() >= questions_at_once) return;
        const formats::Source* source = source_for(state, *next);
        postal::Item* item = find_item(state, *next);
        if (!source || !item || item->removed_at > 0) {
            next = state.to_ask.erase(next);
            continue;
        }
        if (!has_consent(state, *source)) {
            ++next;
            continue;
        }
        postal::source_of(*item, source->id).asked_at = state.now;
        state.tickets.push_back({++state.last_ticket, *next, source->id, state.now});
        const bool is_read_here = source->dialect == formats::Dialect::upu_gtt;
        effects.push_back(
            FetchAnswer{state.last_ticket, formats::answer_url(proxy_for(state, *source), source->id, *next),
                        *next, std::string(is_read_here ? "" : formats::id_of(source->dialect))});
        next = state.to_ask.erase(next);
    }
}

void forget_questions(State& state, Effects& effects, std::string_view number) {
    std::erase(state.to_ask, number);
    std::erase_if(state.tickets, [&](const Ticket& ticket) {
        if (ticket.number != number) return false;
        effects.push_back(CancelFetch{ticket.id});
        return true;
    });
}

bool is_long(const State& state, Instant since) { return state.now >= since + patience; }

Instant next_wake(const State& state) {
    Instant wake = state.items.empty() ? 0 : (state.now / postal::hour_ms + 1) * postal::hour_ms;
    const auto wait = [&](bool waits, Instant since) {
        if (waits && !is_long(state, since) && (wake == 0 || since + patience < wake))
            wake = since + patience;
    };
    wait(state.storage == Storage::reading, state.begun_at);
    wait(state.testing_connection, state.test_asked_at);
    wait(state.wanted_language.has_value(), state.words_asked_at);
    wait(state.update_accepted_at > 0, state.update_accepted_at);
    for (const Ticket& ticket : state.tickets) wait(true, ticket.asked_at);
    return wake;
}

}  // namespace app

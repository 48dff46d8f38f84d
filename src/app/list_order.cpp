#include "app/list_order.h"

#include <algorithm>
#include <limits>

#include "app/reading.h"
#include "app/search_text.h"
#include "app/state.h"
#include "postal/sorting.h"

namespace app {

namespace {

using formats::ListScope;
using formats::ListSort;

std::int64_t local_day(const State& state) {
    return (state.now + state.locale.offset_minutes * postal::minute_ms) / postal::day_ms;
}

ListScope scope_of(const postal::Item& item) {
    if (item.removed_at > 0) return ListScope::removed;
    return item.archived ? ListScope::archived : ListScope::current;
}

Glance glance_at(const State& state, const postal::Item& item) {
    const Reading reading = read_item(state, item);
    return {.number = item.number,
            .revision = item.revision,
            .silent_days = reading.journey.silent_days,
            .group = reading.group,
            .scope = scope_of(item),
            .stage = reading.journey.stage,
            .search_text = search_text(state, item)};
}

Instant last_answer(const postal::Item& item) {
    Instant last = 0;
    for (const postal::SourceRecord& record : item.sources) last = std::max(last, record.answered_at);
    return last;
}

/// Whether `a` stands before `b` inside their group; the newer item first where nothing else decides.
bool stands_before(const State& state, ListSort sort, std::uint32_t a, std::uint32_t b) {
    const Glance &one = state.order.glances[a], &other = state.order.glances[b];
    const postal::Item &item = state.items[a], &other_item = state.items[b];
    switch (sort) {
        case ListSort::news:
            if (one.silent_days != other.silent_days) return one.silent_days < other.silent_days;
            break;
        case ListSort::silence:
            if (one.silent_days != other.silent_days) return one.silent_days > other.silent_days;
            break;
        case ListSort::check: {
            const Instant answer = last_answer(item), other_answer = last_answer(other_item);
            if (answer != other_answer) return answer < other_answer;
            break;
        }
        case ListSort::title: return one.search_text < other.search_text;  // the number is in it
        case ListSort::number: return one.number < other.number;
        case ListSort::added: break;
    }
    return item.added_at != other_item.added_at ? item.added_at > other_item.added_at : a < b;
}

void sort_scope(State& state) {
    ListOrder& order = state.order;
    order.sorted.clear();
    order.counts.fill(0);
    for (std::uint32_t i = 0; i < order.glances.size(); ++i) {
        if (order.glances[i].scope != state.query.scope) continue;
        order.sorted.push_back(i);
        ++order.counts[static_cast<std::size_t>(order.glances[i].group)];
    }
    postal::sort_many(order.sorted, [&](std::uint32_t a, std::uint32_t b) {
        const ListGroupKind group = order.glances[a].group, other = order.glances[b].group;
        return group != other ? group < other : stands_before(state, state.query.sort, a, b);
    });
}

bool lets_through(const formats::ListQuery& query, const Glance& glance, const postal::Item& item) {
    if (query.group && glance.group != *query.group) return false;
    if (query.stage && glance.stage != *query.stage) return false;
    if (query.direction && item.direction != *query.direction) return false;
    if (!query.tag.empty() && !std::ranges::binary_search(item.tags, query.tag)) return false;
    return query.country.empty() || origin_of(item) == query.country ||
           postal::destination_of(item) == query.country;
}

}  // namespace

void apply_query(State& state, bool sort) {
    ListOrder& order = state.order;
    const SearchWords words(state.query.search);
    formats::ListQuery longer = order.shown;
    if (state.query.search.starts_with(longer.search)) longer.search = state.query.search;
    order.shown = state.query;
    if (!sort && longer == state.query) {
        std::erase_if(order.entries, [&](const ListEntry& entry) {
            return !words.all_stand_in(order.glances[entry.item].search_text);
        });
        return;
    }
    if (sort) sort_scope(state);
    order.entries.clear();
    for (const std::uint32_t index : order.sorted) {
        const Glance& glance = order.glances[index];
        if (lets_through(state.query, glance, state.items[index]) && words.all_stand_in(glance.search_text))
            order.entries.push_back({index, glance.group});
    }
}

void forget_glance(State& state, std::string_view number) {
    const auto found = std::ranges::find(state.order.glances, number, &Glance::number);
    if (found != state.order.glances.end()) found->revision = std::numeric_limits<std::uint64_t>::max();
}

void renew_order(State& state) {
    state.order.glances.clear();
    update_order(state);
}

void update_order(State& state) {
    std::vector<Glance> before = std::move(state.order.glances);
    std::vector<Glance>& glances = state.order.glances;
    glances.clear();
    glances.reserve(state.items.size());
    std::size_t old = 0;
    for (const postal::Item& item : state.items) {
        // Items come at the end and go from anywhere: what has gone is passed over.
        std::size_t at = old;
        while (at < before.size() && before[at].number != item.number) ++at;
        old = std::min(at + 1, before.size());  // behind one that has come, all have
        const bool known = at < before.size() && before[at].revision == item.revision;
        glances.push_back(known ? std::move(before[at]) : glance_at(state, item));
    }
    state.order.day = local_day(state);
    apply_query(state);
}

bool is_of_yesterday(const State& state) { return state.order.day != local_day(state); }

}  // namespace app

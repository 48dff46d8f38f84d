#include "app/families.h"
#include "app/parts.h"
#include "app/present_parts.h"

namespace app {

namespace {

using formats::ListQuery;
using formats::ListScope;

/// Fewer items are seen at a glance: groups to choose from would only be in the way.
constexpr std::size_t groups_from = 6;

Part search_field(const State& state) {
    FieldFacts facts = facts_of(FieldId::search, FieldKind::text, state.query.search, formats::search_limit);
    facts.placeholder = say(Word::search_placeholder);
    return field(Look::search_field, "search", Word::search_label, std::move(facts));
}

Part search_row(const State& state) {
    Part row = group(Look::row, "search-row");
    put(row, search_field(state));
    const bool open = state.page == Page::list_options;
    Part options = icon_button(Icon::options, "list-options", Word::list_options_button,
                               PageOpened{open ? Page::watched_items : Page::list_options, {}});
    options.selected = open;
    put(row, std::move(options));
    if (!state.choosing)
        put(row, icon_button(Icon::choose, "choose", Word::choose_button, ChoosingToggled{}));
    return row;
}

Part pill(std::string key, std::string words, bool on, ListQuery query) {
    Part made = button(Look::pill, std::move(key), std::move(words), ListQueried{std::move(query)});
    made.selected = on;
    return made;
}

Word group_word(ListGroupKind kind) {
    return static_cast<Word>(static_cast<int>(Word::group_act_now) + static_cast<int>(kind));
}

/// In a word: all pills are to stand in two rows on a phone.
Word pill_word(ListGroupKind kind) {
    switch (kind) {
        case ListGroupKind::to_collect: return Word::pill_to_collect;
        case ListGroupKind::on_the_way: return Word::pill_on_the_way;
        case ListGroupKind::waiting: return Word::pill_waiting;
        default: return group_word(kind);
    }
}

Part groups_row(const State& state) {
    Part row = group(Look::wrap_row, "groups");
    ListQuery all = state.query;
    all.group.reset();
    put(row, pill("groups/all",
                  say(Word::pill, {{"what", list_scope_words(state.query.scope)},
                                   {"count", std::to_string(state.order.sorted.size())}}),
                  !state.query.group, all));
    for (int i = 0; i < formats::list_group_count; ++i) {
        const auto kind = static_cast<ListGroupKind>(i);
        const std::uint32_t count = state.order.counts[static_cast<std::size_t>(i)];
        if (count == 0 && state.query.group != kind) continue;
        ListQuery one = state.query;
        one.group = kind;
        put(row, pill("groups/" + std::to_string(i),
                      say(Word::pill, {{"what", say(pill_word(kind))}, {"count", std::to_string(count)}}),
                      state.query.group == kind, std::move(one)));
    }
    return row;
}

/// "12 of 300 shown": what hides the others is easily forgotten.
Part shown_row(const State& state) {
    Part row = group(Look::wrap_row, "shown");
    put(row, text(Look::secondary, "shown/text",
                  say(Word::shown_of, {{"shown", std::to_string(state.order.entries.size())},
                                       {"all", std::to_string(state.order.sorted.size())},
                                       {"where", list_scope_words(state.query.scope)}}),
                  Tone::secondary));
    put(row, button(Look::quiet_button, "shown/all", Word::show_all_button, ListQueried{everything(state)}));
    return row;
}

}  // namespace

ListQuery everything(const State& state) {
    ListQuery query;
    query.sort = state.query.sort;
    return query;
}

std::string list_scope_words(ListScope scope) {
    return say(static_cast<Word>(static_cast<int>(Word::scope_current) + static_cast<int>(scope)));
}

std::string list_group_words(ListGroupKind kind) { return say(group_word(kind)); }

void add_list_head(Part& column, const State& state) {
    if (state.items.empty() || state.storage == Storage::reading) return;
    // One press away from where they stand, unless the first step offers it.
    if (has_samples(state) && !(shows_introduction(state) && state.introduction == 0))
        add_samples(column, state);
    put(column, search_row(state));
    const bool filtered = state.query != everything(state);
    if (state.order.sorted.size() >= groups_from || state.query.group) put(column, groups_row(state));
    if (filtered) put(column, shown_row(state));
}

}  // namespace app

#include <algorithm>
#include <functional>

#include "app/families.h"
#include "postal/country.h"
#include "postal/sorting.h"

namespace app {

namespace {

using formats::ListQuery;

/// A value of a choice field: a number below `count`, or nothing for "any".
template <class Value>
std::optional<Value> chosen_value(std::string_view text, int count) {
    int value = 0;
    for (const char character : text) {
        if (character < '0' || character > '9' || value >= count) return std::nullopt;
        value = value * 10 + (character - '0');
    }
    if (text.empty() || value >= count) return std::nullopt;
    return static_cast<Value>(value);
}

Effects keep_sort(State& state) {
    if (state.settings.sort == state.query.sort) return {};
    state.settings.sort = state.query.sort;
    return {SaveSettings{formats::write_settings(state.settings)}};
}

void begin_at_top(State& state) { state.window_first = 0; }

/// Before the views change: it can be taken back.
void note_views(State& state, NoticeKind kind, const std::string& name) {
    Change& change = begin_change(state, kind);
    change.told.text = name;
    change.views = state.settings.views;
    remember(state);
}

}  // namespace

Effects type_query(State& state, const FieldTyped& typed) {
    ListQuery& query = state.query;
    const ListQuery before = query;
    switch (typed.field) {
        case FieldId::search: query.search = cut_to(typed.text, formats::search_bytes_limit); break;
        case FieldId::list_scope:
            query.scope = chosen_value<formats::ListScope>(typed.text, formats::list_scope_count)
                              .value_or(formats::ListScope::current);
            break;
        case FieldId::list_group:
            query.group = chosen_value<formats::ListGroupKind>(typed.text, formats::list_group_count);
            break;
        case FieldId::list_country:
            query.country = postal::is_country(typed.text) ? typed.text : std::string();
            break;
        case FieldId::list_stage:
            query.stage = chosen_value<postal::Stage>(typed.text, postal::stage_count);
            break;
        case FieldId::list_tag: query.tag = cut_to(typed.text, postal::tag_bytes_limit); break;
        case FieldId::list_direction: query.direction = chosen_value<postal::Direction>(typed.text, 3); break;
        case FieldId::list_sort:
            query.sort = chosen_value<formats::ListSort>(typed.text, formats::list_sort_count)
                             .value_or(formats::ListSort::news);
            break;
        case FieldId::view_name:
            state.view_name = cut_to(typed.text, formats::view_name_bytes_limit);
            return {};
        default: return {};
    }
    if (before == query) return {};
    begin_at_top(state);
    apply_query(state, before.scope != query.scope || before.sort != query.sort);
    return keep_sort(state);
}

Effects on(State& state, const ListQueried& queried) {
    state.query = queried.query;
    begin_at_top(state);
    apply_query(state);
    return keep_sort(state);
}

Effects on(State& state, const ViewSaved&) {
    std::string name = state.view_name;
    const std::size_t begin = name.find_first_not_of(' ');
    if (begin == name.npos) return {MoveFocus{"view-name"}};
    name = name.substr(begin, name.find_last_not_of(' ') - begin + 1);
    auto& views = state.settings.views;
    auto place = std::ranges::find(views, name, &formats::ListView::name);
    if (place == views.end() && views.size() == formats::views_limit) --place;
    state.view_name.clear();
    if (place == views.end()) {
        note_views(state, NoticeKind::view_saved, name);
        views.push_back({name, state.query});
    } else {
        note_views(state, NoticeKind::view_replaced, place->name);
        *place = {name, state.query};
    }
    return {SaveSettings{formats::write_settings(state.settings)}};
}

Effects on(State& state, const ViewForgotten& forgotten) {
    auto& views = state.settings.views;
    const auto gone = std::ranges::find(views, forgotten.name, &formats::ListView::name);
    if (gone == views.end()) return {};
    note_views(state, NoticeKind::view_forgotten, forgotten.name);
    views.erase(gone);
    return {SaveSettings{formats::write_settings(state.settings)}, MoveFocus{"view-name"}};
}

Effects on(State& state, const ChoosingToggled&) {
    state.choosing = !state.choosing;
    state.chosen.clear();
    if (state.layout == Layout::narrow) state.page = Page::watched_items;  // a command may have begun it
    const bool has_button = !state.items.empty() && state.storage != Storage::reading;
    return {MoveFocus{state.choosing ? "choose-done" : has_button ? "choose" : "number"}};
}

Effects on(State& state, const ItemChosen& wish) {
    const auto place = std::ranges::lower_bound(state.chosen, wish.number);
    if (place != state.chosen.end() && *place == wish.number)
        state.chosen.erase(place);
    else if (find_item(state, wish.number))
        state.chosen.insert(place, wish.number);
    return {};
}

Effects on(State& state, const AllChosen&) {
    std::vector<std::string> shown;
    for (const ListEntry& entry : state.order.entries) shown.push_back(state.items[entry.item].number);
    postal::sort_many(shown, std::less());
    if (std::ranges::includes(state.chosen, shown))
        state.chosen.clear();
    else
        state.chosen = std::move(shown);
    return {};
}

}  // namespace app

#include <algorithm>
#include <string>
#include <vector>

#include "app/parts.h"
#include "app/present_parts.h"

namespace app {

namespace {

template <class Value>
std::string number_of(const std::optional<Value>& value) {
    return value ? std::to_string(static_cast<int>(*value)) : std::string();
}

std::vector<Choice> numbered(Word first, int count, std::string any = {}) {
    std::vector<Choice> choices;
    if (!any.empty()) choices.push_back({"", std::move(any)});
    for (int i = 0; i < count; ++i)
        choices.push_back({std::to_string(i), say(static_cast<Word>(static_cast<int>(first) + i))});
    return choices;
}

/// Only what there is to choose: a country no item comes from or goes to would find nothing.
struct Occurring {
    std::string countries;  ///< codes, two letters each
    std::vector<std::string> tags;
    bool stages[postal::stage_count] = {};

    bool has_country(std::string_view code) const {
        for (std::size_t i = 0; i + 1 < countries.size(); i += 2)
            if (std::string_view(countries).substr(i, 2) == code) return true;
        return false;
    }
    bool has_tag(const std::string& tag) const { return std::ranges::find(tags, tag) != tags.end(); }
};

Occurring occurring(const State& state) {
    Occurring found;
    for (const std::uint32_t index : state.order.sorted) {
        const postal::Item& item = state.items[index];
        for (const std::string_view country : {origin_of(item), postal::destination_of(item)})
            if (!country.empty() && !found.has_country(country)) found.countries += country;
        for (const std::string& tag : item.tags)
            if (!found.has_tag(tag)) found.tags.push_back(tag);
        found.stages[static_cast<std::size_t>(state.order.glances[index].stage)] = true;
    }
    return found;
}

Part filter_card(const State& state) {
    const formats::ListQuery& query = state.query;
    const Occurring found = occurring(state);
    const std::string any = say(Word::filter_any);
    Part card = group(Look::card, "filter");
    put(card, heading(3, Look::section, "filter/title", Word::filter_title));
    put(card, choice_field(FieldId::list_scope, "filter-scope", Word::filter_scope,
                           std::to_string(static_cast<int>(query.scope)),
                           numbered(Word::scope_current, formats::list_scope_count)));
    put(card, choice_field(FieldId::list_group, "filter-group", Word::filter_group, number_of(query.group),
                           numbered(Word::group_act_now, formats::list_group_count, any)));
    std::vector<Choice> countries{{"", any}};
    const std::string_view codes = state.locale.countries_by_name;
    for (std::size_t i = 0; i + 1 < codes.size(); i += 2)
        if (const std::string code(codes.substr(i, 2)); found.has_country(code) || code == query.country)
            countries.push_back({code, country_name(state, code)});
    put(card, choice_field(FieldId::list_country, "filter-country", Word::filter_country, query.country,
                           std::move(countries)));
    std::vector<Choice> stages{{"", any}};
    for (int i = 0; i < postal::stage_count; ++i)
        if (found.stages[static_cast<std::size_t>(i)] || query.stage == static_cast<postal::Stage>(i))
            stages.push_back({std::to_string(i), stage_words(static_cast<postal::Stage>(i))});
    put(card, choice_field(FieldId::list_stage, "filter-stage", Word::filter_stage, number_of(query.stage),
                           std::move(stages)));
    std::vector<Choice> tags{{"", any}};
    for (const std::string& tag : found.tags) tags.push_back({tag, tag});
    if (!query.tag.empty() && !found.has_tag(query.tag)) tags.push_back({query.tag, query.tag});
    put(card, choice_field(FieldId::list_tag, "filter-tag", Word::filter_tag, query.tag, std::move(tags)));
    put(card, choice_field(FieldId::list_direction, "filter-direction", Word::direction_label,
                           number_of(query.direction), numbered(Word::direction_unsaid, 3, any)));
    return card;
}

Part sort_card(const State& state) {
    Part card = group(Look::card, "order");
    put(card, heading(3, Look::section, "order/title", Word::sort_title));
    put(card, choice_field(FieldId::list_sort, "list-sort", Word::sort_label,
                           std::to_string(static_cast<int>(state.query.sort)),
                           numbered(Word::sort_news, formats::list_sort_count)));
    return card;
}

Part views_card(const State& state) {
    Part card = group(Look::card, "views");
    put(card, heading(3, Look::section, "views/title", Word::views_title));
    put(card, text(Look::card_text, "views/text", Word::views_text, Tone::secondary));
    for (std::size_t i = 0; i < state.settings.views.size(); ++i) {
        const formats::ListView& view = state.settings.views[i];
        const std::string key = "view/" + std::to_string(i);
        Part row = group(Look::row, key);
        Part show = button(Look::pill, key + "/show", view.name, ListQueried{view.query});
        show.selected = view.query == state.query;
        Part names = group(Look::wrap_row, key + "/name");
        put(names, std::move(show));
        put(row, std::move(names));
        put(row, icon_button(Icon::close, key + "/forget",
                             say(Word::view_forget_button, {{"name", view.name}}), ViewForgotten{view.name}));
        put(card, std::move(row));
    }
    FieldFacts facts =
        facts_of(FieldId::view_name, FieldKind::text, state.view_name, formats::view_name_limit);
    Part form = part(Role::form, Look::tight_column, "view-form");
    put(form, field(Look::plain_field, "view-name", Word::view_name_label, std::move(facts)));
    put(form, button(Look::plain_button, "view-save", Word::view_save_button, ViewSaved{}));
    put(card, std::move(form));
    return card;
}

}  // namespace

Part present_list_options(const State& state) {
    Part made = region(Look::column, "options-page", Word::list_options_title);
    put(made, heading(2, Look::title, "options-page/title", Word::list_options_title));
    put(made, text(Look::body, "options-page/shown",
                   say(Word::shown_of, {{"shown", std::to_string(state.order.entries.size())},
                                        {"all", std::to_string(state.order.sorted.size())},
                                        {"where", list_scope_words(state.query.scope)}}),
                   Tone::secondary));
    Part columns = group(Look::columns, "options-page/columns");
    Part side = group(Look::column, "options-page/side");
    put(columns, filter_card(state));
    put(side, sort_card(state));
    put(side, views_card(state));
    put(columns, std::move(side));
    put(made, std::move(columns));
    return made;
}

}  // namespace app

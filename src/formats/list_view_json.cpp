#include "formats/list_view_json.h"

#include <algorithm>
#include <iterator>

#include "formats/item_ids.h"
#include "postal/country.h"

namespace formats {

namespace {

constexpr std::size_t id_limit = 32;

constexpr IdRow<ListGroupKind> groups[] = {
    {ListGroupKind::act_now, "act-now"}, {ListGroupKind::to_collect, "to-collect"},
    {ListGroupKind::customs, "customs"}, {ListGroupKind::on_the_way, "on-the-way"},
    {ListGroupKind::waiting, "waiting"}, {ListGroupKind::done, "done"},
};

constexpr IdRow<ListScope> scopes[] = {
    {ListScope::current, "current"},
    {ListScope::archived, "archived"},
    {ListScope::removed, "removed"},
};

constexpr IdRow<ListSort> sorts[] = {
    {ListSort::news, "news"},   {ListSort::silence, "silence"}, {ListSort::check, "check"},
    {ListSort::added, "added"}, {ListSort::title, "title"},     {ListSort::number, "number"},
};

template <class Table>
auto named(const JsonValue& record, std::string_view name, const Table& table)
    -> std::optional<decltype(std::begin(table)->value)> {
    const std::string id = text(record, name, id_limit).value_or("");
    const auto* row = std::ranges::find(table, id, [](const auto& one) { return one.id; });
    if (row == std::end(table)) return std::nullopt;
    return row->value;
}

std::optional<postal::Stage> stage_of(const JsonValue& record) {
    const std::string id = text(record, "stage", id_limit).value_or("");
    for (int i = 0; i < postal::stage_count; ++i) {
        const auto stage = static_cast<postal::Stage>(i);
        if (!id.empty() && postal::facts(stage).id == id) return stage;
    }
    return std::nullopt;
}

}  // namespace

std::string_view id_of(ListSort sort) { return id_of(sorts, sort); }

ListSort list_sort_by_id(std::string_view id) {
    const auto* row = std::ranges::find(sorts, id, [](const auto& one) { return one.id; });
    return row == std::end(sorts) ? ListSort::news : row->value;
}

Json json_of(const ListView& view) {
    const ListQuery& query = view.query;
    Json json;
    json["name"] = view.name;
    if (query.scope != ListScope::current) json["scope"] = id_of(scopes, query.scope);
    if (!query.search.empty()) json["search"] = query.search;
    if (query.group) json["group"] = id_of(groups, *query.group);
    if (!query.country.empty()) json["country"] = query.country;
    if (query.stage) json["stage"] = postal::facts(*query.stage).id;
    if (!query.tag.empty()) json["tag"] = query.tag;
    if (query.direction) json["direction"] = id_of(directions, *query.direction);
    if (query.sort != ListSort::news) json["sort"] = id_of(sorts, query.sort);
    return json;
}

std::optional<ListView> read_list_view(const JsonValue& record) {
    ListView view;
    view.name = text(record, "name", view_name_bytes_limit).value_or("");
    if (view.name.empty()) return std::nullopt;
    ListQuery& query = view.query;
    query.scope = named(record, "scope", scopes).value_or(ListScope::current);
    query.search = text(record, "search", search_bytes_limit).value_or("");
    query.group = named(record, "group", groups);
    query.country = text(record, "country", id_limit).value_or("");
    if (!postal::is_country(query.country)) query.country.clear();
    query.stage = stage_of(record);
    query.tag = text(record, "tag", postal::tag_bytes_limit).value_or("");
    query.direction = named(record, "direction", directions);
    query.sort = named(record, "sort", sorts).value_or(ListSort::news);
    return view;
}

}  // namespace formats

// What the list shows and in which order, and the views the user has given a name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "postal/item.h"
#include "postal/stage.h"

namespace formats {

/// In the order in which they are shown.
enum class ListGroupKind : std::uint8_t { act_now, to_collect, customs, on_the_way, waiting, done };
inline constexpr int list_group_count = 6;

enum class ListScope : std::uint8_t { current, archived, removed };
inline constexpr int list_scope_count = 3;

/// The order inside a group.
enum class ListSort : std::uint8_t { news, silence, check, added, title, number };
inline constexpr int list_sort_count = 6;

/// An item is shown when all of this holds for it.
struct ListQuery {
    ListScope scope = ListScope::current;
    std::string
        search;  ///< words, each of which stands in number, label, note, place, tag, order number or shop
    std::optional<ListGroupKind> group;
    std::string country;  ///< ISO code, of origin or destination; empty = any
    std::optional<postal::Stage> stage;
    std::string tag;  ///< empty = any
    std::optional<postal::Direction> direction;
    ListSort sort = ListSort::news;

    bool operator==(const ListQuery&) const = default;
};

struct ListView {
    std::string name;
    ListQuery query;

    bool operator==(const ListView&) const = default;
};

inline constexpr std::size_t search_limit = 100;  ///< UTF-16 units; longer than any number, name or place
inline constexpr std::size_t search_bytes_limit = 3 * search_limit;
inline constexpr std::size_t view_name_limit = 40;  ///< UTF-16 units: it has to fit on a button
inline constexpr std::size_t view_name_bytes_limit = 3 * view_name_limit;
inline constexpr std::size_t views_limit = 20;  ///< more are no quicker than asking anew

}  // namespace formats

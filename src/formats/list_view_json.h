// Views as JSON: in the settings, and with them in a backup. Ids never change; what is not known is left out.
//
//   {"name", "scope": "archived", "search", "group": "customs", "country": "FR", "stage": "accepted", "tag",
//    "direction": "incoming", "sort": "silence"}
#pragma once

#include <optional>

#include "formats/json_reader.h"
#include "formats/json_writer.h"
#include "formats/list_view.h"

namespace formats {

Json json_of(const ListView& view);
std::optional<ListView> read_list_view(const JsonValue& record);  ///< nothing without a name

std::string_view id_of(ListSort sort);
ListSort list_sort_by_id(std::string_view id);  ///< news when unknown

}  // namespace formats

// JSON as this program writes it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace formats {

using Json = nlohmann::ordered_json;

/// One line, without blanks. Text that is no UTF-8 is written with U+FFFD; for values this program built
/// itself, which are never deep: dumping recurses.
std::string to_text(const Json& json);

}  // namespace formats

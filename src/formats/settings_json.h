// The settings as a JSON value: alone in the storage, and in a backup.
#pragma once

#include <optional>

#include "formats/json_reader.h"
#include "formats/json_writer.h"
#include "formats/saved_settings.h"

namespace formats {

Json json_of(const Settings& settings);
std::optional<Settings> read_settings(const JsonValue& record);

}  // namespace formats

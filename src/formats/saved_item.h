// The stored record of one item. Reading repairs: unknown fields are ignored, a broken event is dropped and
// counted, a record without a number is nothing. A record of a newer version is kept untouched by the caller.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "postal/item.h"

namespace formats {

inline constexpr int saved_item_version = 1;

struct SavedItem {
    postal::Item item;
    std::uint32_t dropped = 0;  ///< parts that could not be read
};

enum class RecordFault : std::uint8_t { none, unreadable, newer_version };

struct ReadItem {
    std::optional<SavedItem> saved;
    RecordFault fault = RecordFault::none;
};

std::string write_item(const postal::Item& item);
ReadItem read_item(std::string_view record);

}  // namespace formats

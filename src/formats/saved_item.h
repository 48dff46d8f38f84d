// The stored record of one item. Reading repairs: unknown fields are ignored, a broken event is dropped and
// counted, a record without a number is nothing. A record of a newer version is kept untouched by the caller.
//
//   {"version": 1, "number": "EE123456785CN", "label", "posted_on": "2026-03-04", "going_to": "FR",
//    "note", "tags": ["gift"], "order_number", "shop", "direction": "incoming", "mark": "delivered",
//    "archived", "removed_at", "added_at", "changed_at", "revision", "sources": [{"source": "upu-gtt",
//    "asked_at", "answered_at", "outcome": "fault", "fault": "timed-out",
//                 "not_before", "origin_country", "destination_country",
//                 "events": [{"code": "EMA", "words", "place", "wall": seconds since 1970-01-01T00:00 on that
//                 wall,
//                             "offset": minutes, "trust": "stated", "precision": "second", "stage":
//                             "accepted", "forecast", "first_seen", "last_seen"}]}]}
//
// Instants are milliseconds. What has its default is left out. Faults, outcomes and stages are written by
// their ids, which never change.
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

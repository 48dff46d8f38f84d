// Everything as one JSON file, and what importing it would change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/saved_settings.h"
#include "postal/item.h"

namespace formats {

inline constexpr int backup_version = 1;
inline constexpr std::size_t backup_size_limit = 50'000'000;  ///< 10,000 items of 20 events: 47.8 MB
inline constexpr std::size_t backup_items_limit = 20'000;     ///< nobody follows a longer list

struct Backup {
    std::vector<postal::Item> items;
    std::optional<Settings> settings;
    postal::Instant made_at = 0;
    std::uint32_t dropped = 0;  ///< entries that could not be read
};

enum class BackupFault : std::uint8_t {
    none,
    not_a_backup,
    newer_version,  ///< of the file; a single newer item in it is dropped and counted
    damaged,        ///< cut off, or without as many items as it says
};

struct ReadBackup {
    std::optional<Backup> backup;
    BackupFault fault = BackupFault::none;
};

/// {"app": "Postwatch", "version", "made_at", "settings": as saved, "items": [as saved, one a line], "count"}
/// The count stands behind the items, as it is not known before them when they are written in portions; it is
/// read wherever it stands.
std::string write_backup(const std::vector<postal::Item>& items, const Settings& settings,
                         postal::Instant now);
/// The same in pieces, which need not be held together: its beginning, each item, its end.
std::string backup_begin(const Settings& settings, postal::Instant now);
void add_to_backup(std::string& text, const postal::Item& item, std::size_t items_before);
std::string backup_end(std::size_t count);
/// Settings come as they stand in the file: whoever uses them decides whether a consent or a proxy may come
/// from outside. An item told twice is merged.
ReadBackup read_backup(std::string_view text);

/// What an import would do: new items, items that gain something, items that stay as they are.
struct MergePreview {
    std::uint32_t fresh = 0;
    std::uint32_t changed = 0;
    std::uint32_t same = 0;
};
MergePreview preview(const std::vector<postal::Item>& ours, const Backup& theirs);

}  // namespace formats

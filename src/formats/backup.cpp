#include "formats/backup.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include "formats/item_json.h"
#include "formats/settings_json.h"

namespace formats {

namespace {

/// Items are read one at a time; the thousand is for the header and the settings.
constexpr JsonLimits backup_limits{.size = backup_size_limit, .nodes = record_limits.nodes + 1'000};
constexpr std::string_view app_name = "Postwatch";
constexpr std::size_t app_name_limit = 32;
constexpr std::int64_t largest_count = std::numeric_limits<std::uint32_t>::max();

/// Collects the items as they are read.
class Collector {
public:
    void take(const JsonValue& record) {
        ++told_;
        ReadItem read = read_item(record);
        if (!read.saved) {
            ++backup_.dropped;
            return;
        }
        backup_.dropped += read.saved->dropped;
        postal::Item& item = read.saved->item;
        const auto [place, fresh] = places_.try_emplace(item.number, backup_.items.size());
        if (!fresh)  // a file put together by hand: both rows may know something
            backup_.items[place->second] = postal::merged(backup_.items[place->second], item);
        else if (backup_.items.size() < backup_items_limit)
            backup_.items.push_back(std::move(item));
        else {
            places_.erase(place);
            ++backup_.dropped;
        }
    }

    std::uint32_t told() const { return told_; }
    Backup& backup() { return backup_; }

private:
    Backup backup_;
    std::uint32_t told_ = 0;
    std::map<std::string, std::size_t> places_;
};

BackupFault fault_of(const ReadList& read, std::uint32_t items_told) {
    if (text(read.root, "app", app_name_limit) != app_name) return BackupFault::not_a_backup;
    const auto version = integer(read.root, "version", 1, largest_count);
    if (version && *version > backup_version) return BackupFault::newer_version;
    const auto count = integer(read.root, "count", 0, largest_count);
    return read.whole && version && count == items_told ? BackupFault::none : BackupFault::damaged;
}

bool changes(const postal::Item& ours, const postal::Item& theirs) {
    postal::Item joined = postal::merged(ours, theirs);
    joined.revision = ours.revision;  // it counts the merge itself
    return joined != ours;
}

}  // namespace

std::string write_backup(const std::vector<postal::Item>& items, const Settings& settings,
                         postal::Instant now) {
    Json header;
    header["app"] = app_name;
    header["version"] = backup_version;
    header["made_at"] = now;
    header["count"] = items.size();
    header["settings"] = json_of(settings);
    std::string text = to_text(header);
    text.pop_back();  // the brace: the items follow one by one, so that all of them never stand in memory
                      // twice
    text += ",\"items\":[";
    for (const postal::Item& item : items) {
        if (&item != &items.front()) text += ',';
        text += '\n';
        text += write_item(item);
    }
    return text += "]}\n";
}

ReadBackup read_backup(std::string_view text) {
    Collector collector;
    const ReadList read =
        parse_list(text, backup_limits, "items", [&](const JsonValue& record) { collector.take(record); });
    const BackupFault fault = fault_of(read, collector.told());
    if (fault != BackupFault::none) return {std::nullopt, fault};
    Backup& backup = collector.backup();
    backup.made_at = integer(read.root, "made_at", 0, latest_instant).value_or(0);
    if (const JsonValue* settings = member(read.root, "settings")) {
        backup.settings = read_settings(*settings);
        if (!backup.settings) ++backup.dropped;
    }
    return {std::move(backup), BackupFault::none};
}

MergePreview preview(const std::vector<postal::Item>& ours, const Backup& theirs) {
    std::map<std::string_view, const postal::Item*> known;
    for (const postal::Item& item : ours) known.emplace(item.number, &item);
    MergePreview counts;
    for (const postal::Item& item : theirs.items) {
        const auto found = known.find(item.number);
        if (found == known.end())
            ++counts.fresh;
        else
            ++(changes(*found->second, item) ? counts.changed : counts.same);
    }
    return counts;
}

}  // namespace formats

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

using Places = std::map<std::string, std::size_t>;

/// Where a number stands; `otherwise` from now on when it has not been met. One function for all, as each
/// takes a kilobyte.
[[gnu::noinline]] std::size_t place_of(Places& places, const std::string& number, std::size_t otherwise) {
    return places.try_emplace(number, otherwise).first->second;
}

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
        const std::size_t place = place_of(places_, item.number, backup_.items.size());
        if (place < backup_.items.size())  // a file put together by hand: both rows may know something
            backup_.items[place] = postal::merged(backup_.items[place], item);
        else if (backup_.items.size() < backup_items_limit)
            backup_.items.push_back(std::move(item));
        else
            ++backup_.dropped;
    }

    std::uint32_t told() const { return told_; }
    Backup& backup() { return backup_; }

private:
    Backup backup_;
    std::uint32_t told_ = 0;
    Places places_;
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
    std::string text = backup_begin(settings, now);
    for (std::size_t i = 0; i < items.size(); ++i) add_to_backup(text, items[i], i);
    return text += backup_end(items.size());
}

std::string backup_begin(const Settings& settings, postal::Instant now) {
    Json header;
    header["app"] = app_name;
    header["version"] = backup_version;
    header["made_at"] = now;
    header["settings"] = json_of(settings);
    std::string text = to_text(header);
    text.pop_back();  // the brace
    return text += ",\"items\":[";
}

void add_to_backup(std::string& text, const postal::Item& item, std::size_t items_before) {
    if (items_before > 0) text += ',';
    text += '\n';
    text += write_item(item);
}

std::string backup_end(std::size_t count) { return "],\"count\":" + std::to_string(count) + "}\n"; }

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
    Places places;
    for (std::size_t i = 0; i < ours.size(); ++i) place_of(places, ours[i].number, i);
    MergePreview counts;
    for (const postal::Item& item : theirs.items) {
        const std::size_t place = place_of(places, item.number, ours.size());
        if (place == ours.size())
            ++counts.fresh;
        else
            ++(changes(ours[place], item) ? counts.changed : counts.same);
    }
    return counts;
}

}  // namespace formats

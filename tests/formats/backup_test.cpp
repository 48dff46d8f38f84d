#include "formats/backup.h"

#include <doctest/doctest.h>

#include <string>

#include "postal/item_number.h"
#include "tests/formats/samples.h"

using namespace formats;
using postwatch::sample;

namespace {

constexpr postal::Instant now = 1'773'200'000'000;
Settings settings_with(std::string proxy) {
    Settings made;
    made.proxy = std::move(proxy);
    made.consented = {"upu-gtt"};
    return made;
}
const Settings settings = settings_with("https://proxy.example");

postal::Item item_of(std::string number, int events) {
    postal::Item item;
    item.number = std::move(number);
    item.label = "Camera";
    item.added_at = item.changed_at = now;
    item.revision = 3;
    postal::SourceRecord& record = postal::source_of(item, "upu-gtt");
    record.last_outcome = postal::Outcome::events;
    record.asked_at = record.answered_at = now;
    for (int i = 0; i < events; ++i) {
        postal::KnownEvent known;
        known.event = {
            .code = "EMD",
            .words = "Arrival at inward office of exchange",
            .place = "ROISSY CHARLES DE GAULLE",
            .at = {1'772'641'500 + i * 3'600, 60, postal::OffsetTrust::stated, postal::Precision::second},
            .stage = postal::Stage::arrived_destination};
        known.first_seen = known.last_seen = now;
        record.events.push_back(known);
    }
    return item;
}

std::string number_of(int serial) {
    const std::string digits = std::to_string(10'000'000 + serial);
    return "RR" + digits + postal::check_digit(digits) + "CN";
}

std::vector<postal::Item> items_of(int count, int events) {
    std::vector<postal::Item> items;
    for (int i = 0; i < count; ++i) items.push_back(item_of(number_of(i), events));
    return items;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
    std::string result(text);
    result.replace(result.find(what), what.size(), with);
    return result;
}

}  // namespace

TEST_CASE("a backup comes back as it was") {
    for (const int count : {0, 1, 50}) {
        const std::vector<postal::Item> items = items_of(count, 7);
        const ReadBackup read = read_backup(write_backup(items, settings, now));
        CHECK(read.fault == BackupFault::none);
        REQUIRE(read.backup.has_value());
        CHECK(read.backup->items == items);
        CHECK(read.backup->settings == settings);
        CHECK(read.backup->made_at == now);
        CHECK(read.backup->dropped == 0);
    }
}

TEST_CASE("a backup of version 1 is read for ever") {
    const ReadBackup read = read_backup(sample("backup.v1.json"));
    REQUIRE(read.backup.has_value());
    REQUIRE(read.backup->items.size() == 2);
    CHECK(read.backup->items[0].label == "Camera from Shenzhen");
    CHECK(read.backup->items[0].sources.front().events.size() == 2);
    CHECK(read.backup->items[1].number == "RR473124829US");
    CHECK(read.backup->settings == settings_with(""));
}

TEST_CASE("a backup cut off anywhere is damaged, or no backup before it says that it is one") {
    const std::string whole = write_backup(items_of(3, 2), settings, now);
    const std::size_t named = std::string_view(R"({"app":"Postwatch")").size();
    for (std::size_t length = 0; length + 2 < whole.size(); ++length) {
        const ReadBackup read = read_backup(std::string_view(whole).substr(0, length));
        CHECK_FALSE(read.backup.has_value());
        CHECK(read.fault == (length < named ? BackupFault::not_a_backup : BackupFault::damaged));
    }
}

TEST_CASE("a backup that does not hold as many items as it says is damaged") {
    const std::string_view good = sample("backup.v1.json");
    CHECK(read_backup(replaced(good, "\"count\":2", "\"count\":3")).fault == BackupFault::damaged);
    CHECK(read_backup(replaced(good, "\"count\":2", "\"counts\":2")).fault == BackupFault::damaged);
}

TEST_CASE("a backup of a newer version is said to be so") {
    const ReadBackup read = read_backup(replaced(sample("backup.v1.json"), "\"version\":1", "\"version\":2"));
    CHECK(read.fault == BackupFault::newer_version);
    CHECK_FALSE(read.backup.has_value());
}

TEST_CASE("another file is no backup") {
    for (const std::string_view text :
         {"", "[]", "{}", "hello", R"({"app":"Other","version":1,"count":0,"items":[]})"})
        CHECK_MESSAGE(read_backup(text).fault == BackupFault::not_a_backup, text);
    for (const auto& one : postwatch::samples())
        if (one.name != "backup.v1.json")
            CHECK_MESSAGE(read_backup(one.bytes).fault == BackupFault::not_a_backup, one.name);
}

TEST_CASE("an item that cannot be read is left out and counted") {
    const ReadBackup read = read_backup(replaced(sample("backup.v1.json"), "RR473124829US", "nonsense"));
    REQUIRE(read.backup.has_value());
    CHECK(read.backup->items.size() == 1);
    CHECK(read.backup->dropped == 1);
}

TEST_CASE("settings that cannot be read are left out and counted") {
    const ReadBackup read = read_backup(
        replaced(sample("backup.v1.json"), "\"settings\":{\"version\":1", "\"settings\":{\"version\":9"));
    REQUIRE(read.backup.has_value());
    CHECK_FALSE(read.backup->settings.has_value());
    CHECK(read.backup->dropped == 1);
}

TEST_CASE("an item told twice is merged") {
    postal::Item fewer = item_of("EE123456785CN", 1);
    postal::Item more = item_of("EE123456785CN", 3);
    const ReadBackup read = read_backup(write_backup({fewer, more}, settings, now));
    REQUIRE(read.backup.has_value());
    REQUIRE(read.backup->items.size() == 1);
    CHECK(read.backup->items.front().sources.front().events.size() == 3);
}

TEST_CASE("a list longer than a person follows is cut and counted") {
    std::string text = R"({"app":"Postwatch","version":1,"count":20002,"items":[)";
    for (int i = 0; i < 20'002; ++i)
        text += (i ? "," : "") + ("{\"version\":1,\"number\":\"" + number_of(i) + "\"}");
    const ReadBackup read = read_backup(text + "]}");
    REQUIRE(read.backup.has_value());
    CHECK(read.backup->items.size() == backup_items_limit);
    CHECK(read.backup->dropped == 2);
}

TEST_CASE("ten thousand items of twenty events fit into a backup") {
    const std::string one = write_backup(items_of(1, 20), settings, now);
    const std::string two = write_backup(items_of(2, 20), settings, now);
    const std::size_t item_size = two.size() - one.size();
    MESSAGE("an item of 20 events takes ", item_size, " bytes");
    CHECK(10'000 * item_size < backup_size_limit);
}

TEST_CASE("a preview counts what an import would do") {
    const std::vector<postal::Item> ours = {item_of(number_of(1), 2), item_of(number_of(2), 2),
                                            item_of(number_of(3), 2)};
    Backup theirs;
    theirs.items = {item_of(number_of(1), 2), item_of(number_of(2), 3), item_of(number_of(3), 1),
                    item_of(number_of(4), 1)};
    const MergePreview counts = preview(ours, theirs);
    CHECK(counts.fresh == 1);
    CHECK(counts.changed == 1);
    CHECK(counts.same == 2);

    theirs.items = {item_of(number_of(1), 0)};
    theirs.items.front().label = "Renamed";
    theirs.items.front().changed_at = now + 1;
    CHECK(preview(ours, theirs).changed == 1);
    CHECK(preview({}, theirs).fresh == 1);
    CHECK(preview(ours, {}).same == 0);
}

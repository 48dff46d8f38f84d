#include <algorithm>

#include "app/families.h"
#include "app/refresh.h"
#include "doctest/doctest.h"
#include "tests/app/driver.h"

using namespace driver;

namespace {

const std::string consented = R"({"version":1,"consented":["upu-gtt"]})";

postal::Item kept_item(int serial, std::string label = {}) {
    postal::Item item;
    item.number = number_of(serial);
    item.label = std::move(label);
    item.added_at = item.changed_at = noon - day_ms;
    item.revision = 7;
    return item;
}

std::string record_of(const postal::Item& item) { return formats::write_item(item); }

}  // namespace

TEST_CASE("what was kept is there again, the newest selected on a wide page") {
    postal::Item newer = kept_item(2, "Lens");
    newer.added_at = noon - hour_ms;
    App app = started({record_of(kept_item(1, "Tea")), record_of(newer)}, consented);
    CHECK(app.state.items.size() == 2);
    CHECK(app.state.selected == newer.number);
    CHECK(contains(app.words("list"), "Tea"));
    CHECK(contains(app.words("item/title"), "Lens"));
    CHECK_FALSE(first<SaveItem>(app.effects));  // nothing changed by reading
}

TEST_CASE("until the storage has been read the page says so and asks nothing") {
    App app;
    app.on(english()).on(ViewportChanged{1280, 800}).on(ConfigArrived{std::string(config_body), ""});
    app.on(ClockTicked{noon});
    CHECK_FALSE(contains(app.words("empty"), "Reading the list from this device"));
    app.on(ClockTicked{noon + patience});
    CHECK(contains(app.words("empty"), "Reading the list from this device"));
    app.add(number_of(1));
    CHECK_FALSE(app.shows("consent"));
    app.on(StorageRead{{}, consented, noon});
    CHECK(first<FetchAnswer>(app.effects));
}

TEST_CASE("what was added before the storage was read is joined with it") {
    App app;
    app.on(english()).on(ConfigArrived{std::string(config_body), ""});
    app.type(number_of(1)).on(FieldTyped{FieldId::going_to, "FR"}).on(NumberSubmitted{});
    app.add(number_of(3));
    postal::Item kept = kept_item(1, "Tea");
    postal::take_answer(kept, "upu-gtt", {}, noon - day_ms);
    kept.revision = 40;
    app.on(StorageRead{{record_of(kept), record_of(kept_item(2))}, "", noon});
    CHECK(app.state.items.size() == 3);
    const postal::Item* both = app.item(number_of(1));
    CHECK(both->going_to == "FR");  // the newer change of the user
    CHECK(both->added_at == kept.added_at);
    CHECK(app.record(number_of(1))->answered_at == noon - day_ms);
    const auto saves = all<SaveItem>(app.effects);
    REQUIRE(saves.size() == 1);
    CHECK(saves[0].number == number_of(1));
    CHECK(saves[0].revision > 40);
}

TEST_CASE("records that cannot be read are counted and left as they are") {
    App app = started(
        {"", "{", R"({"version":1})", R"({"version":99,"number":"EE471108151CN"})", record_of(kept_item(1))});
    CHECK(app.state.items.size() == 1);
    CHECK(contains(app.words("status"), "4 saved items could not be read"));
    CHECK(app.effects.size() == all<WakeAt>(app.effects).size());  // nothing is written
}

TEST_CASE("a record that is damaged in places gives what can be read of it, and the page says so") {
    postal::Item item = kept_item(1, "Tea");
    postal::Event event = scan("EMA", 1'773'000'000);
    event.place = "SHENZHEN";
    postal::take_answer(item, "upu-gtt", told_scans({event, scan("EMB", 1'773'100'000)}), noon);
    std::string record = record_of(item);
    const auto at = record.find("1773100000");
    REQUIRE(at != record.npos);
    record.replace(at, 10, "\"garbage?\"");
    App app = started({record});
    CHECK(app.record(number_of(1))->events.size() == 1);
    CHECK_FALSE(app.words("status").empty());
    CHECK_FALSE(contains(app.words("status"), "stays on the device as it was"));  // the next save repairs it
}

TEST_CASE("settings that cannot be read leave the defaults") {
    for (const char* settings : {"", "{", R"({"version":99,"consented":["upu-gtt"]})"}) {
        App app = started({}, settings);
        app.add(number_of(1));
        CHECK_FALSE(first<FetchAnswer>(app.effects));
    }
}

TEST_CASE("each fault of the storage has its sentence, and the list works on in memory") {
    const struct {
        StorageFault fault;
        const char* said;
    } rows[] = {
        {StorageFault::refused, "This browser does not let the page keep anything."},
        {StorageFault::full, "The device has no room for the list."},
        {StorageFault::failed, "Saving failed."},
        {StorageFault::newer_version, "The saved list was written by a newer version"},
    };
    for (const auto& row : rows) {
        App app;
        app.on(english()).on(ConfigArrived{std::string(config_body), ""}).on(StorageFailed{row.fault});
        CAPTURE(row.said);
        CHECK(contains(app.words("unsaved"), row.said));
        app.add(number_of(1));
        CHECK(app.state.items.size() == 1);
        CHECK(app.shows("consent"));
        app.on(PageOpened{Page::settings, {}});
        CHECK(contains(app.words("settings/list/text"), row.said));
    }
}

TEST_CASE("a full storage is full until everything that is followed is on the device") {
    App app = started();
    app.add(number_of(1));
    const std::uint64_t first_revision = first<SaveItem>(app.effects)->revision;
    app.on(StorageFailed{StorageFault::full});
    app.add(number_of(2));
    const std::uint64_t second_revision = first<SaveItem>(app.effects)->revision;
    app.on(Saved{number_of(2), second_revision});
    CHECK(app.shows("unsaved"));  // the first is in memory only
    const SaveItem* again = first<SaveItem>(app.effects);
    REQUIRE(again);
    CHECK(again->number == number_of(1));
    CHECK(formats::read_item(again->record).saved->item == *app.item(number_of(1)));
    app.on(Saved{number_of(1), std::max(first_revision, again->revision)});
    CHECK_FALSE(app.shows("unsaved"));
    CHECK_FALSE(first<SaveItem>(app.effects));
}

TEST_CASE("a retry that fails again is not repeated for ever") {
    App app = started();
    app.add(number_of(1)).on(StorageFailed{StorageFault::full});
    for (int i = 0; i < 5; ++i) {
        app.on(StorageFailed{StorageFault::full});
        CHECK_FALSE(first<SaveItem>(app.effects));
    }
    app.on(Saved{"", 0});  // the settings fitted
    CHECK(all<SaveItem>(app.effects).size() == 1);
    CHECK(app.shows("unsaved"));
}

TEST_CASE("what did not fit is tried again in portions, each success bringing the next") {
    App app = started();
    for (int i = 0; i < static_cast<int>(portion_items) + 20; ++i) app.state.items.push_back(kept_item(i));
    app.add(number_of(1'000)).on(StorageFailed{StorageFault::full});
    app.on(Saved{"", 0});  // the settings fitted: there is room again
    std::vector<SaveItem> again = all<SaveItem>(app.effects);
    CHECK(again.size() == portion_items);
    for (std::size_t i = 0; i < again.size(); ++i) {
        app.on(Saved{again[i].number, again[i].revision, i + 1 < again.size()});
        if (i + 1 < again.size()) CHECK(app.effects.size() == all<WakeAt>(app.effects).size());
    }
    again = all<SaveItem>(app.effects);
    CHECK(again.size() == 21);
    CHECK(app.shows("unsaved"));
    for (const SaveItem& save : again) app.on(Saved{save.number, save.revision});
    CHECK_FALSE(app.shows("unsaved"));
}

TEST_CASE("several records of another tab are all there when the last has come") {
    App app = started({record_of(kept_item(1, "Tea")), record_of(kept_item(2, "Lens"))});
    app.on(ItemChangedElsewhere{number_of(1), "", true});
    app.on(ItemChangedElsewhere{number_of(3), record_of(kept_item(3, "Book")), true});
    app.on(ItemChangedElsewhere{number_of(2), record_of(kept_item(2, "Camera"))});
    CHECK(app.state.items.size() == 2);
    CHECK(app.state.order.entries.size() == 2);
    CHECK(contains(app.words("list"), "Book"));
    CHECK_FALSE(contains(app.words("list"), "Tea"));
}

TEST_CASE("the settings say how well the list is kept") {
    App app = started();
    app.on(PageOpened{Page::settings, {}});
    CHECK(contains(app.words("settings/list/text"), "Kept on this device."));
    app.on(PersistenceAnswered{true});
    CHECK(contains(app.words("settings/list/text"), "promised not to clear it"));
    app.on(PersistenceAnswered{false});
    CHECK(contains(app.words("settings/list/text"), "may clear it"));
}

TEST_CASE("an item added in another tab appears") {
    App app = started();
    app.on(ItemChangedElsewhere{number_of(1), record_of(kept_item(1, "Tea"))});
    CHECK(contains(app.words("list"), "Tea"));
    CHECK_FALSE(first<SaveItem>(app.effects));
}

TEST_CASE("an item removed in another tab goes, with its question") {
    App app = started({}, consented);
    app.add(number_of(1));
    const std::uint32_t ticket = app.ticket(number_of(1));
    app.on(ItemChangedElsewhere{number_of(1), ""});
    CHECK(app.state.items.empty());
    CHECK(app.state.selected.empty());
    CHECK(first<CancelFetch>(app.effects)->ticket == ticket);
    CHECK_FALSE(first<DeleteItem>(app.effects));  // the other tab did that
    app.on(ItemChangedElsewhere{number_of(1), ""});
    CHECK(app.state.items.empty());
}

TEST_CASE("a record of another tab that cannot be read changes nothing") {
    App app = started({record_of(kept_item(1, "Tea"))});
    const postal::Item before = app.state.items[0];
    app.on(ItemChangedElsewhere{number_of(1), "{\"version\":99}"});
    app.on(ItemChangedElsewhere{number_of(1), "\xFF{"});
    CHECK(app.state.items[0] == before);
    CHECK(app.effects.empty());
}

TEST_CASE("what was removed comes back whole when the removal is undone") {
    postal::Item item = kept_item(1, "Tea");
    item.posted_on = postal::CivilDate{2026, 3, 1};
    postal::take_answer(item, "upu-gtt", told_scans({scan("EMA", 1'773'000'000)}), noon);
    App app = started({record_of(item)});
    REQUIRE(app.press("remove"));
    CHECK(app.followed().empty());
    CHECK(first<SaveItem>(app.effects)->number == item.number);
    CHECK(contains(app.words("status"), "Removed: Tea. Kept for 30 days."));
    REQUIRE(app.press("undo"));
    REQUIRE(app.state.items.size() == 1);
    postal::Item back = app.state.items[0];
    CHECK(back.revision > item.revision);
    CHECK(back.changed_at > item.changed_at);
    back.revision = item.revision;
    back.changed_at = item.changed_at;
    CHECK(back == item);
    CHECK(first<SaveItem>(app.effects));
    CHECK(app.state.selected == item.number);
    CHECK_FALSE(app.shows("undo"));
    app.on(ChangeUndone{});
    CHECK(app.followed().size() == 1);
}

TEST_CASE("of two removals the last can be undone") {
    App app = started({record_of(kept_item(1, "Tea")), record_of(kept_item(2, "Lens"))});
    app.on(ItemsChanged{ItemChange::remove, number_of(1)}).on(ItemsChanged{ItemChange::remove, number_of(2)});
    REQUIRE(app.press("undo"));
    CHECK(contains(app.words("list"), "Lens"));
    CHECK_FALSE(app.shows("undo"));
}

TEST_CASE("removing the samples removes all of them and nothing else") {
    App app = started({}, consented);
    app.add(number_of(1)).on(SamplesAdded{});
    CHECK(app.state.items.size() >= 5);
    app.on(SamplesRemoved{});
    REQUIRE(app.state.items.size() == 1);
    CHECK(app.state.items[0].number == number_of(1));
    CHECK(all<DeleteItem>(app.effects).size() >= 4);
}

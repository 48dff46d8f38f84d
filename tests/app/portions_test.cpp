// Large work in portions: nothing is lost between them, whatever the user does meanwhile.
#include <algorithm>

#include "app/families.h"
#include "app/list_order.h"
#include "app/refresh.h"
#include "doctest/doctest.h"
#include "formats/backup.h"
#include "tests/app/driver.h"

using namespace driver;

namespace {

constexpr int many = static_cast<int>(portion_items) * 2 + 50;

std::vector<postal::Item> items_of(int count, std::string label = "Tea") {
    std::vector<postal::Item> items;
    for (int i = 0; i < count; ++i) {
        postal::Item& item = items.emplace_back();
        item.number = number_of(i);
        item.label = label;
        item.added_at = item.changed_at = noon - day_ms;
    }
    return items;
}

std::string file_of(int count) { return formats::write_backup(items_of(count), {}, noon); }

/// As the web layer does when the page has been painted; false when nothing goes on.
bool goes_on(App& app) {
    if (!app.state.is_going_on) return false;
    app.state.now += 40;
    app.on(WorkGoesOn{});
    return true;
}

App importing(int count) {
    App app = started();
    app.on(FileArrived{file_of(count)});
    REQUIRE(app.press("import/yes"));
    return app;
}

}  // namespace

TEST_CASE("a large import is done in portions, each kept as it comes, and counted at the end") {
    App app = importing(many);
    CHECK(app.state.items.size() == portion_items);
    CHECK(all<SaveItem>(app.effects).size() == portion_items);
    CHECK_FALSE(contains(app.words("status"), "imported or completed"));
    std::size_t saved = portion_items;
    int portions = 1;
    for (; goes_on(app); ++portions) saved += all<SaveItem>(app.effects).size();
    CHECK(portions == 3);
    CHECK(saved == many);
    CHECK(app.state.items.size() == many);
    CHECK(app.state.order.entries.size() == many);
    CHECK(contains(app.words("status"), std::to_string(many) + " items were imported or completed."));
}

TEST_CASE("a small import is over at once and says nothing of going on") {
    App app = importing(3);
    CHECK_FALSE(first<GoOn>(app.effects));
    CHECK_FALSE(app.shows("going"));
    CHECK(app.state.items.size() == 3);
}

TEST_CASE("an import says that it goes on once it is long, and how far it is") {
    for (const float width : {1280.0f, 390.0f}) {
        App app = importing(many);
        app.on(ViewportChanged{width, 800}).on(PageOpened{Page::settings, {}});
        CHECK_FALSE(app.shows("going"));  // what flashes up only disturbs
        app.state.now += patience;
        CHECK(contains(app.words("going"), "The items are being imported."));
        CHECK(contains(app.words("going"), std::to_string(portion_items) + " of " + std::to_string(many)));
        const Screen screen = app.screen();
        const Part* said = find(screen, "status/page");
        REQUIRE(said);
        CHECK(contains(said->name, "The items are being imported."));
        app.on(WorkGoesOn{}).on(WorkGoesOn{});
        CHECK_FALSE(app.shows("going"));
    }
}

TEST_CASE("an import that is stopped keeps what is there") {
    App app = importing(many);
    app.state.now += patience;
    REQUIRE(app.press("going/stop"));
    CHECK(app.state.items.size() == portion_items);
    CHECK(contains(app.words("status"), std::to_string(portion_items) + " items were imported"));
    app.on(WorkGoesOn{});
    CHECK(app.state.items.size() == portion_items);
    CHECK_FALSE(first<GoOn>(app.effects));
}

TEST_CASE("what the user does while an import goes on is kept") {
    App app = started({formats::write_item(items_of(2)[1])});
    app.on(FileArrived{file_of(many)});
    app.on(ItemsChanged{ItemChange::remove, number_of(1)});
    app.on(ImportAnswered{true});
    app.add(number_of(many + 1));                                           // not in the file
    app.on(FieldTyped{FieldId::tracking_number, number_of(many - 1), 13});  // in it, still to come
    app.on(FieldTyped{FieldId::label, "Mine"}).on(NumberSubmitted{});
    app.on(PageOpened{Page::item, number_of(3)}).on(ItemsChanged{ItemChange::archive, number_of(3)});
    CHECK(app.state.order.glances.size() == app.state.items.size());
    app.on(WorkGoesOn{}).on(WorkGoesOn{});
    CHECK(app.state.items.size() == many + 1);
    CHECK(app.item(number_of(many - 1))->label == "Mine");
    CHECK(app.item(number_of(3))->archived);
    CHECK(app.item(number_of(1))->removed_at > 0);
    app.on(ChangeUndone{}).on(WorkGoesOn{}).on(WorkGoesOn{});  // the import, which came to its end last
    app.on(ChangeUndone{});                                    // the archiving
    CHECK_FALSE(app.item(number_of(3))->archived);
    State anew = app.state;
    renew_order(anew);
    CHECK(app.state.order.entries == anew.order.entries);
}

TEST_CASE("a second file waits until the first one is imported") {
    App app = importing(many);
    app.on(FileArrived{formats::write_backup({items_of(many + 1).back()}, {}, noon)});
    CHECK(app.shows("import"));
    CHECK_FALSE(app.press("import/yes"));
    app.on(ImportAnswered{true}).on(ImportAnswered{false});
    app.on(WorkGoesOn{}).on(WorkGoesOn{});
    CHECK(app.state.items.size() == many);
    CHECK(contains(app.words("import"), "1 items: 1 new"));
    REQUIRE(app.press("import/yes"));
    CHECK(app.state.items.size() == many + 1);
}

TEST_CASE("what is imported beyond the longest list is left out, and said") {
    App app = started();
    app.state.items = items_of(static_cast<int>(items_limit));
    app.state.items.pop_back();
    app.on(
        FileArrived{formats::write_backup({items_of(1)[0], items_of(static_cast<int>(items_limit) + 3).back(),
                                           items_of(static_cast<int>(items_limit) + 4).back()},
                                          {}, noon)});
    app.on(ImportAnswered{true});
    CHECK(app.state.items.size() == items_limit);
    CHECK(contains(app.words("status"), "1 item was imported or completed."));
    CHECK(contains(app.words("status"), "The list is full"));
}

TEST_CASE("the question about a file counts against the list as it is") {
    App app = started();
    app.on(FileArrived{file_of(3)});
    CHECK(contains(app.words("import"), "3 new, 0 with something to add, 0 the same"));
    app.add(number_of(1));
    CHECK(contains(app.words("import"), "2 new, 1 with something to add, 0 the same"));
}

TEST_CASE("a large file says that it is being read before it is") {
    for (const float width : {1280.0f, 390.0f}) {
        App app = started();
        app.on(ViewportChanged{width, 800}).on(PageOpened{Page::settings, {}}).on(FileComing{});
        CHECK(contains(app.words("going"), "Reading the file"));
        app.on(FileArrived{file_of(1)});
        CHECK_FALSE(app.shows("going"));
        CHECK(app.shows("import"));  // beside the button, on a phone too
    }
}

TEST_CASE("a large export is written in portions, and read again whole") {
    App app = importing(many);
    while (goes_on(app)) {
    }
    app.on(PageOpened{Page::settings, {}});
    REQUIRE(app.press("export"));
    std::string text;
    int parts = 0;
    const auto take = [&] {
        for (const SaveFile& part : all<SaveFile>(app.effects)) text += part.text, ++parts;
    };
    take();
    CHECK(first<SaveFile>(app.effects)->more);
    app.state.now += patience;
    CHECK(contains(app.words("going"), "The file is being written."));
    app.on(ExportAsked{});  // once is enough
    CHECK_FALSE(first<SaveFile>(app.effects));
    app.on(ItemsChanged{ItemChange::remove, number_of(0)});         // written already
    app.on(ItemsChanged{ItemChange::remove, number_of(many - 1)});  // to be written
    app.on(ItemsChanged{ItemChange::forget, number_of(many - 1)});
    app.add(number_of(many + 7));  // come too late
    app.on(WorkGoesOn{});
    take();
    REQUIRE(goes_on(app));
    take();
    CHECK(parts == 3);
    CHECK_FALSE(first<SaveFile>(app.effects)->more);
    CHECK_FALSE(first<GoOn>(app.effects));
    const formats::ReadBackup read = formats::read_backup(text);
    REQUIRE(read.backup);
    CHECK(read.backup->items.size() == many - 1);
    CHECK(read.backup->dropped == 0);
    CHECK_FALSE(app.shows("going"));
}

TEST_CASE("only one GoOn is out, whatever goes on") {
    App app = importing(2 * many);
    CHECK(all<GoOn>(app.effects).size() == 1);
    app.on(ExportAsked{});
    CHECK(all<GoOn>(app.effects).empty());
    app.on(WorkGoesOn{});
    CHECK(all<GoOn>(app.effects).size() == 1);
}

namespace {

/// With a long list on the device, all of it chosen.
App choosing(int count) {
    std::vector<std::string> records;
    for (const postal::Item& item : items_of(count)) records.push_back(formats::write_item(item));
    App app = started(std::move(records));
    return std::move(app.on(ChoosingToggled{}).on(AllChosen{}));
}

void check_order(const App& app) {
    State anew = app.state;
    renew_order(anew);
    CHECK(app.state.order.entries == anew.order.entries);
}

/// To the end of what goes on.
std::size_t count_deleted(App& app) {
    std::size_t deleted = 0;
    do {
        deleted += all<DeleteItem>(app.effects).size();
        check_order(app);
    } while (goes_on(app));
    return deleted;
}

int count_archived(const App& app) {
    return static_cast<int>(std::ranges::count_if(app.state.items, &postal::Item::archived));
}

}  // namespace

TEST_CASE("many chosen items are changed in portions, each kept and shown as it comes") {
    App app = choosing(many);
    REQUIRE(app.press("choose/archive"));
    CHECK(count_archived(app) == portion_items);
    CHECK(all<SaveItem>(app.effects).size() == portion_items);
    CHECK_FALSE(contains(app.words("status"), "Archived"));
    CHECK_FALSE(app.shows("going"));
    app.state.now += patience;
    CHECK(contains(app.words("going"), "The items are being changed."));
    CHECK(contains(app.words("going"), std::to_string(portion_items) + " of " + std::to_string(many)));
    CHECK_FALSE(app.shows("going/stop"));
    CHECK(contains(find(app.screen(), "status/page")->name, "The items are being changed."));
    std::size_t saved = portion_items;
    while (goes_on(app)) {
        saved += all<SaveItem>(app.effects).size();
        check_order(app);
    }
    CHECK(saved == many);
    CHECK(count_archived(app) == many);
    CHECK(contains(app.words("status"), "Archived: " + std::to_string(many) + " items."));
    CHECK_FALSE(app.shows("going"));
}

TEST_CASE("a change of many items is taken back in portions") {
    for (const ItemChange change : {ItemChange::archive, ItemChange::remove, ItemChange::mark_delivered}) {
        App app = choosing(many);
        app.on(ItemsChanged{change, {}});
        while (goes_on(app)) {
        }
        REQUIRE(app.press("undo"));
        CHECK_FALSE(app.shows("undo"));
        CHECK(all<SaveItem>(app.effects).size() == portion_items);
        app.state.now += patience;
        CHECK(contains(app.words("going"), "of " + std::to_string(many)));
        while (goes_on(app)) check_order(app);
        CHECK(app.followed().size() == many);
        CHECK(std::ranges::count(app.state.items, postal::Mark::none, &postal::Item::mark) == many);
        CHECK(contains(app.words("status"), "Taken back: "));
    }
}

TEST_CASE("a tag for many, deleting many for good, and taking both back") {
    App app = choosing(many);
    app.on(FieldTyped{FieldId::new_tag, "gift"}).on(TagAdded{});
    while (goes_on(app)) {
    }
    CHECK(app.item(number_of(many - 1))->tags == std::vector<std::string>{"gift"});
    app.on(ItemsChanged{ItemChange::remove, {}});
    while (goes_on(app)) {
    }
    app.on(FieldTyped{FieldId::list_scope, "2"}).on(AllChosen{}).on(ItemsChanged{ItemChange::forget, {}});
    CHECK(count_deleted(app) == many);
    CHECK(app.state.items.empty());
    for (int i = 0; i < 3; ++i) {
        app.on(ChangeUndone{});
        while (goes_on(app)) check_order(app);
    }
    CHECK(app.followed().size() == many);
    CHECK(std::ranges::all_of(app.state.items, [](const postal::Item& item) { return item.tags.empty(); }));
}

TEST_CASE("what the user does while many items are changed is kept") {
    App app = choosing(many);
    app.on(ItemsChanged{ItemChange::archive, {}});
    const std::string done = app.state.works.front().numbers[0],
                      to_come = app.state.works.front().numbers[many - 1],
                      other = app.state.works.front().numbers[many - 2];
    app.on(ItemsChanged{ItemChange::remove, to_come});  // one item does not wait
    CHECK(app.item(to_come)->removed_at > 0);
    app.on(ItemsChanged{ItemChange::unarchive, done});
    postal::Item elsewhere = *app.item(other);
    elsewhere.label = "Coffee";
    elsewhere.changed_at += day_ms;
    ++elsewhere.revision;
    app.on(ItemChangedElsewhere{other, formats::write_item(elsewhere)});
    app.on(ItemChangedElsewhere{app.state.works.front().numbers[many - 3], {}});  // deleted there
    CHECK(all<GoOn>(app.effects).empty());
    while (goes_on(app)) check_order(app);
    CHECK_FALSE(app.item(done)->archived);
    CHECK_FALSE(app.item(to_come)->archived);
    CHECK(app.item(other)->archived);
    CHECK(app.item(other)->label == "Coffee");
    CHECK(count_archived(app) == many - 3);
    app.on(ChangeUndone{});
    while (goes_on(app)) {
    }
    CHECK(count_archived(app) == 0);
    CHECK(app.item(to_come)->removed_at > 0);
    CHECK(app.item(other)->label == "Coffee");
}

TEST_CASE("a second change of many waits for the first, and taking back does too") {
    App app = choosing(many);
    app.on(ItemsChanged{ItemChange::archive, {}});
    app.on(AllChosen{})
        .on(ItemsChanged{ItemChange::mark_delivered, {}});  // of those that are in the list still
    app.on(FileArrived{formats::write_backup({items_of(many + 1).back()}, {}, noon)})
        .on(ImportAnswered{true});
    CHECK(app.state.works.size() == 3);
    CHECK(app.state.items.size() == many);
    while (goes_on(app)) check_order(app);
    CHECK(count_archived(app) == many);
    CHECK(std::ranges::count(app.state.items, postal::Mark::delivered, &postal::Item::mark) ==
          many - static_cast<int>(portion_items));
    CHECK(app.state.items.size() == many + 1);
    for (int i = 0; i < 3; ++i) app.on(ChangeUndone{});
    while (goes_on(app)) check_order(app);
    CHECK(app.state.items.size() == many);
    CHECK(app.followed().size() == many);
    CHECK(app.state.undos.empty());
}

TEST_CASE("a large import is taken back in portions") {
    App app = importing(many);
    while (goes_on(app)) {
    }
    app.on(ItemsChanged{ItemChange::forget, number_of(0)});  // not removed: nothing happens
    REQUIRE(app.press("undo"));
    CHECK(count_deleted(app) == many);
    CHECK(app.state.items.empty());
    CHECK(app.state.tickets.empty());
}

// What the user decides about items: archive, remove, mark, notes, tags.
#include <algorithm>

#include "doctest/doctest.h"
#include "tests/app/driver.h"
#include "tests/app/screen_check.h"

using namespace driver;

namespace {

const std::string consented = R"({"version":1,"consented":["upu-gtt","sample"]})";

bool is_listed(const App& app, const std::string& number) { return app.shows("row/" + number); }

}  // namespace

TEST_CASE("an archived item leaves the list, is not asked about, and comes back") {
    App app = with_posted_item();
    REQUIRE(app.press("archive"));
    CHECK_FALSE(is_listed(app, number_of(1)));
    CHECK(contains(app.words("status"), "Archived: EE 000 000 01"));
    app.on(ClockTicked{noon + day_ms}).on(BecameVisible{noon + day_ms});
    CHECK(app.ticket(number_of(1)) == 0);
    app.on(FieldTyped{FieldId::list_scope, "1"});
    CHECK(is_listed(app, number_of(1)));
    REQUIRE(app.press("unarchive"));
    app.on(FieldTyped{FieldId::list_scope, "0"});
    CHECK(is_listed(app, number_of(1)));
}

TEST_CASE("a removed item stays under Removed for thirty days and is restored with its history") {
    App app = with_posted_item();
    REQUIRE(app.press("remove"));
    CHECK_FALSE(is_listed(app, number_of(1)));
    CHECK_FALSE(first<DeleteItem>(app.effects));
    app.on(FieldTyped{FieldId::list_scope, "2"}).on(PageOpened{Page::item, number_of(1)});
    CHECK(contains(app.words("item/removed"), "It can be restored until 12 April 2026."));
    CHECK(screen_check::complaint(app.state, app.screen()) == "");
    REQUIRE(app.press("restore"));
    app.on(FieldTyped{FieldId::list_scope, "0"});
    CHECK(is_listed(app, number_of(1)));
    CHECK(app.record(number_of(1))->events.size() == 1);
}

TEST_CASE("after thirty days a removed item is forgotten, a day earlier it is not") {
    App app = with_posted_item();
    app.on(ItemsChanged{ItemChange::remove, number_of(1)});
    const std::string record = all<SaveItem>(app.effects).back().record;
    for (const auto& [days, kept] : {std::pair{29, true}, {31, false}}) {
        App later;
        later.on(english(noon + days * day_ms));
        later.on(StorageRead{{record}, "", noon + days * day_ms});
        CHECK((later.item(number_of(1)) != nullptr) == kept);
        CHECK((first<DeleteItem>(later.effects) == nullptr) == kept);
    }
}

TEST_CASE(
    "deleting for good is for removed items only, deletes the record, and is taken back while it is shown") {
    App app = with_posted_item();
    app.on(ItemsChanged{ItemChange::forget, number_of(1)});
    CHECK(app.item(number_of(1)));
    app.on(ItemsChanged{ItemChange::remove, number_of(1)}).on(ItemsChanged{ItemChange::forget, number_of(1)});
    CHECK_FALSE(app.item(number_of(1)));
    CHECK(first<DeleteItem>(app.effects)->number == number_of(1));
    REQUIRE(app.press("undo"));
    REQUIRE(app.item(number_of(1)));
    CHECK(app.item(number_of(1))->removed_at > 0);
    CHECK(app.record(number_of(1))->events.size() == 1);
    CHECK(first<SaveItem>(app.effects)->number == number_of(1));
}

TEST_CASE("adding a removed number again brings it back with its history") {
    App app = with_posted_item();
    app.on(ItemsChanged{ItemChange::remove, number_of(1)}).add(number_of(1));
    CHECK(is_listed(app, number_of(1)));
    CHECK(app.record(number_of(1))->events.size() == 1);
    CHECK(contains(app.words("status"), "is back, with its history"));
    app.on(ItemsChanged{ItemChange::archive, number_of(1)}).add(number_of(1));
    CHECK(is_listed(app, number_of(1)));
}

TEST_CASE("a shared link offers a removed number as new") {
    App app = with_posted_item();
    app.on(ItemsChanged{ItemChange::remove, number_of(1)}).on(FragmentArrived{"n=" + number_of(1)});
    REQUIRE(app.press("offer/yes"));
    CHECK(is_listed(app, number_of(1)));
}

TEST_CASE("an item marked as delivered is done and no longer asked about, until it is reopened") {
    App app = with_posted_item();
    REQUIRE(app.press("mark-delivered"));
    CHECK(contains(app.words("group/5"), "Done"));
    app.on(BecameVisible{noon + day_ms});
    CHECK(app.ticket(number_of(1)) == 0);
    REQUIRE(app.press("reopen"));
    CHECK_FALSE(app.shows("group/5"));
    CHECK(app.item(number_of(1))->mark == postal::Mark::none);
}

TEST_CASE(
    "an item reported as delivered that has not come is reopened, stands under act now and is asked about") {
    App app = started({}, consented);
    app.add(number_of(1)).answer(number_of(1), 200, delivered(number_of(1)), noon);
    CHECK(app.shows("group/5"));
    REQUIRE(app.press("reopen"));
    CHECK(app.shows("group/0"));
    CHECK(app.ticket(number_of(1)) != 0);
    CHECK(contains(app.words("item/marked"), "you reopened it"));
}

TEST_CASE("notes, tags and the rest are kept with the item") {
    App app = with_posted_item();
    app.on(FieldTyped{FieldId::item_note, "Ring twice"}).on(FieldTyped{FieldId::item_direction, "outgoing"});
    app.on(FieldTyped{FieldId::item_posted_on, "2026-03-01"}).on(FieldTyped{FieldId::item_going_to, "JP"});
    app.on(FieldTyped{FieldId::item_order_number, "A-1"}).on(FieldTyped{FieldId::item_shop, "Tea shop"});
    app.on(FieldTyped{FieldId::new_tag, " gift "});
    REQUIRE(app.press("item-tag-add"));
    const auto read = formats::read_item(first<SaveItem>(app.effects)->record);
    REQUIRE(read.saved.has_value());
    const postal::Item& kept = read.saved->item;
    CHECK(kept.note == "Ring twice");
    CHECK(kept.direction == postal::Direction::outgoing);
    CHECK(kept.posted_on == postal::CivilDate{2026, 3, 1});
    CHECK(kept.going_to == "JP");
    CHECK(kept.order_number == "A-1");
    CHECK(kept.shop == "Tea shop");
    CHECK(kept.tags == std::vector<std::string>{"gift"});
    REQUIRE(app.press("item/tag/0"));
    CHECK(app.item(number_of(1))->tags.empty());
    app.on(FieldTyped{FieldId::item_note, std::string(5000, 'x')});
    CHECK(app.item(number_of(1))->note.size() == postal::note_bytes_limit);
}

TEST_CASE("the share of the whole list leaves out what is archived or removed") {
    App app = started({}, consented);
    for (int serial : {1, 2, 3}) app.add(number_of(serial));
    app.on(ItemsChanged{ItemChange::archive, number_of(1)})
        .on(ItemsChanged{ItemChange::remove, number_of(2)});
    app.on(ItemShared{});
    CHECK(contains(first<ShareText>(app.effects)->url, number_of(3)));
    CHECK_FALSE(contains(first<ShareText>(app.effects)->url, number_of(1)));
    CHECK_FALSE(contains(first<ShareText>(app.effects)->url, number_of(2)));
}

TEST_CASE("a tag that was removed comes back, and what was typed since stays") {
    App app = with_posted_item();
    app.on(PageOpened{Page::item, number_of(1)});
    app.on(FieldTyped{FieldId::new_tag, "gift"}).on(TagAdded{number_of(1)});
    CHECK_FALSE(app.shows("undo"));
    app.on(TagRemoved{number_of(1), "gift"});
    CHECK(contains(app.words("status"), "Tag gift removed"));
    app.on(FieldTyped{FieldId::item_note, "For Ann"});
    REQUIRE(app.press("undo"));
    CHECK(app.item(number_of(1))->tags == std::vector<std::string>{"gift"});
    CHECK(app.item(number_of(1))->note == "For Ann");
    CHECK_FALSE(app.shows("undo"));
    app.on(TagRemoved{number_of(1), "gift"});
    app.on(FieldTyped{FieldId::new_tag, "tea"}).on(TagAdded{number_of(1)});
    CHECK_FALSE(app.shows("undo"));  // it would take the new one away
}

TEST_CASE("samples that were removed come back with what was known of them") {
    App app = started();
    app.on(SamplesAdded{});
    const std::vector<postal::Item> before = app.state.items;
    REQUIRE(before.size() > 2);
    REQUIRE(app.press("remove-samples"));
    CHECK(app.state.items.empty());
    REQUIRE(app.press("undo"));
    REQUIRE(app.state.items.size() == before.size());
    for (const postal::Item& item : before) CHECK(app.item(item.number)->label == item.label);
    CHECK(all<SaveItem>(app.effects).size() == before.size());
}

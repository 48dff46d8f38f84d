// Every change of items and views can be taken back, and nothing that has come since is lost by it.
#include <algorithm>

#include "app/families.h"
#include "doctest/doctest.h"
#include "formats/backup.h"
#include "tests/app/driver.h"
#include "tests/app/screen_check.h"

using namespace driver;

namespace {

const std::string consented = R"({"version":1,"consented":["upu-gtt","sample"]})";

std::string told_by_another_tab(postal::Item item, std::string label) {
    item.label = std::move(label);
    item.changed_at += day_ms;
    item.revision += 10;
    return formats::write_item(item);
}

App& import(App& app, const std::vector<postal::Item>& items) {
    app.on(FileArrived{formats::write_backup(items, {}, noon)});
    REQUIRE(app.press("import/yes"));
    return app;
}

/// What the palette calls the change that is next in turn; empty: there is none.
std::string next_in_turn(App app) {
    app.on(KeyPressed{Key::commands, {}}).on(FieldTyped{FieldId::command, "undo"});
    const std::string words = app.words("commands/0");
    return words.starts_with("Undo: ") ? words.substr(6, words.find('\n') - 6) : std::string();
}

App& presses_undo_key(App& app) { return app.on(KeyPressed{Key::undo, {}}); }

}  // namespace

TEST_CASE("a number that was added goes for good, and its question with it") {
    App app = with_posted_item();
    app.add(number_of(2));
    const std::uint32_t ticket = app.ticket(number_of(2));
    REQUIRE(ticket != 0);
    REQUIRE(app.press("undo"));
    CHECK_FALSE(app.item(number_of(2)));
    CHECK(first<DeleteItem>(app.effects)->number == number_of(2));
    CHECK(first<CancelFetch>(app.effects)->ticket == ticket);
    CHECK(app.state.selected == number_of(1));
    CHECK(app.state.page == Page::item);
    CHECK(contains(app.words("status"), "Taken back: "));
}

TEST_CASE("a number that was answered or typed into since it was added goes to the removed ones") {
    App app = started({}, consented);
    app.add(number_of(1)).answer(number_of(1), 200, posted(number_of(1)), noon);
    app.on(PageOpened{Page::settings, {}});
    CHECK_FALSE(app.shows("undo"));  // a notice that only confirms goes when the user goes on
    presses_undo_key(app);
    REQUIRE(app.item(number_of(1)));
    CHECK(app.item(number_of(1))->removed_at > 0);
    CHECK(app.record(number_of(1))->events.size() == 1);
    CHECK(app.followed().empty());
    CHECK(app.state.selected.empty());
}

TEST_CASE("an item that was brought back goes where it was") {
    for (const ItemChange change : {ItemChange::remove, ItemChange::archive}) {
        App app = with_posted_item();
        app.on(ItemsChanged{change, number_of(1)});
        const postal::OwnDetails before = *app.item(number_of(1));
        app.on(FieldTyped{FieldId::label, "Lens"}).add(number_of(1));
        CHECK(app.item(number_of(1))->label == "Lens");
        app.on(CheckNow{number_of(1)});
        REQUIRE(app.press("undo"));
        CHECK(static_cast<const postal::OwnDetails&>(*app.item(number_of(1))) == before);
        CHECK(app.ticket(number_of(1)) == 0);
    }
}

TEST_CASE("what a link, a text or the samples brought goes again") {
    App link = started();
    link.on(FragmentArrived{"n=" + number_of(1) + "," + number_of(2)});
    REQUIRE(link.press("offer/yes"));
    CHECK(link.followed().size() == 2);
    REQUIRE(link.press("undo"));
    CHECK(link.state.items.empty());

    App text = started({}, consented);
    text.on(PageOpened{Page::paste, {}}).find_numbers();
    text.on(FieldTyped{FieldId::pasted_text, number_of(1) + "\n" + number_of(2)}).find_numbers();
    text.on(FoundAdded{});
    CHECK(text.followed().size() == 2);
    REQUIRE(text.press("undo"));
    CHECK(text.state.items.empty());
    CHECK(text.state.tickets.empty());
    CHECK(text.state.to_ask.empty());

    App samples = started();
    samples.on(SamplesAdded{});
    const std::string sample = samples.state.items.front().number;
    samples.answer(sample, 200, posted(sample), noon);
    CHECK_FALSE(samples.shows("undo"));  // the button to remove them is there
    presses_undo_key(samples);
    CHECK(samples.state.items.empty());
}

TEST_CASE("an import is taken back: new items go, completed ones are what they were") {
    App app = started({formats::write_item(labelled(1, ""))}, consented);
    postal::Item told = labelled(1, "Tea");
    told.changed_at += hour_ms;
    postal::take_answer(told, "upu-gtt", told_scans({scan("EMA", 1'773'000'000)}), noon);
    import(app, {told, labelled(2, "Lens")});
    CHECK(app.item(number_of(1))->label == "Tea");
    CHECK(app.record(number_of(1))->events.size() == 1);
    REQUIRE(app.press("undo"));
    CHECK(app.item(number_of(1))->label.empty());
    CHECK(app.record(number_of(1))->events.empty());
    CHECK_FALSE(app.item(number_of(2)));
    CHECK(all<DeleteItem>(app.effects).size() == 1);
    CHECK(contains(app.words("status"), "Taken back: 2 items were imported or completed."));
}

TEST_CASE("what came since an import stays when it is taken back") {
    App app =
        started({formats::write_item(labelled(1, "")), formats::write_item(labelled(2, ""))}, consented);
    std::vector<postal::Item> told = {labelled(1, "Tea"), labelled(2, "Tea"), labelled(3, "Tea"),
                                      labelled(4, "Tea")};
    for (postal::Item& one : told) one.changed_at += hour_ms;
    told[0].note = "By the file";
    import(app, told);
    app.on(ItemChangedElsewhere{number_of(1), told_by_another_tab(*app.item(number_of(1)), "Coffee")});
    app.on(ItemChangedElsewhere{number_of(3), told_by_another_tab(*app.item(number_of(3)), "Coffee")});
    app.on(CheckNow{number_of(2)}).answer(number_of(2), 200, posted(number_of(2)), noon);
    app.on(PageOpened{Page::item, number_of(4)});
    REQUIRE(app.press("undo"));
    CHECK(app.item(number_of(1))->label == "Coffee");
    CHECK(app.item(number_of(1))->note.empty());
    CHECK(app.item(number_of(2))->label.empty());
    CHECK(app.record(number_of(2))->events.size() == 1);
    REQUIRE(app.item(number_of(3)));
    CHECK(app.item(number_of(3))->removed_at > 0);
    CHECK(app.item(number_of(3))->label == "Coffee");
    CHECK_FALSE(app.item(number_of(4)));
    CHECK(app.state.selected != number_of(4));
}

TEST_CASE("what is typed into a field is one change, which no notice tells and the palette names") {
    App app = with_posted_item();
    app.on(NoticeDismissed{app.state.last_notice}).on(PageOpened{Page::item, number_of(1)});
    for (const char* typed : {"F", "Fo", "For Ann"}) app.on(FieldTyped{FieldId::item_note, typed});
    CHECK_FALSE(app.shows("undo"));
    CHECK(next_in_turn(app) == "Note: EE 000 000 01" + number_of(1).substr(10, 1) + " CN");
    app.on(FieldTyped{FieldId::item_label, "Lens"});
    CHECK(next_in_turn(app) == "Label: Lens");
    app.on(FieldTyped{FieldId::item_going_to, "JP"}).on(FieldTyped{FieldId::item_posted_on, "2026-03-01"});
    app.on(FieldTyped{FieldId::item_direction, "incoming"}).on(FieldTyped{FieldId::item_shop, "Tea shop"});
    app.on(FieldTyped{FieldId::item_order_number, "A-1"});
    CHECK(next_in_turn(app) == "Order number: Lens");
    for (int i = 0; i < 6; ++i) presses_undo_key(app);
    CHECK(app.item(number_of(1))->note == "For Ann");
    presses_undo_key(app);
    const postal::Item untouched = *with_posted_item().item(number_of(1));
    CHECK(static_cast<const postal::OwnDetails&>(*app.item(number_of(1))) == untouched);
    CHECK(contains(app.words("status"), "Taken back: Note: EE 000 000 01"));
}

TEST_CASE("behind a pause, or another field, typing is another change") {
    App app = with_posted_item();
    app.on(FieldTyped{FieldId::item_note, "For Ann"});
    app.state.now += minute_ms - 1;
    app.on(FieldTyped{FieldId::item_note, "For Ann, red"});
    app.state.now += minute_ms;
    app.on(FieldTyped{FieldId::item_note, "For Ann, blue"});
    presses_undo_key(app);
    CHECK(app.item(number_of(1))->note == "For Ann, red");
    presses_undo_key(app);
    CHECK(app.item(number_of(1))->note.empty());
}

TEST_CASE("what was typed and deleted again is no change") {
    App app = with_posted_item();
    const std::size_t before = app.state.undos.size();
    app.on(FieldTyped{FieldId::item_note, "x"}).on(FieldTyped{FieldId::item_note, ""});
    CHECK(app.state.undos.size() == before);
}

TEST_CASE("one tag that was added is taken back") {
    App app = with_posted_item();
    app.on(FieldTyped{FieldId::new_tag, "gift"}).on(TagAdded{number_of(1)});
    CHECK(contains(next_in_turn(app), "New tag: "));
    presses_undo_key(app);
    CHECK(app.item(number_of(1))->tags.empty());
}

TEST_CASE("changes are taken back one after the other, the last one first") {
    App app = with_posted_item();
    app.on(ItemsChanged{ItemChange::archive, number_of(1)})
        .on(ItemsChanged{ItemChange::mark_delivered, number_of(1)});
    app.on(ItemsChanged{ItemChange::remove, number_of(1)});
    CHECK(contains(next_in_turn(app), "Removed: "));
    presses_undo_key(app);
    CHECK(app.item(number_of(1))->removed_at == 0);
    CHECK(contains(next_in_turn(app), "Marked as delivered: "));
    presses_undo_key(app);
    CHECK(app.item(number_of(1))->mark == postal::Mark::none);
    presses_undo_key(app);
    CHECK_FALSE(app.item(number_of(1))->archived);
}

TEST_CASE("a notice takes back what it tells, although something was typed since") {
    App app = with_posted_item();
    app.on(ItemsChanged{ItemChange::mark_delivered, number_of(1)});
    app.on(FieldTyped{FieldId::item_note, "For Ann"});
    REQUIRE(app.press("undo"));
    CHECK(app.item(number_of(1))->mark == postal::Mark::none);
    CHECK(app.item(number_of(1))->note == "For Ann");
    CHECK(contains(next_in_turn(app), "Note: "));
}

TEST_CASE("what can be taken back is bounded in number and in items") {
    App app = with_posted_item();
    for (int i = 0; i < 30; ++i) {
        app.on(ItemsChanged{ItemChange::archive, number_of(1)});
        app.on(ItemsChanged{ItemChange::unarchive, number_of(1)});
    }
    CHECK(app.state.undos.size() == 20);
    const auto change_all = [&] {
        Change& large = begin_change(app.state, NoticeKind::items_changed);
        large.before.resize(items_limit);
        large.after.resize(items_limit);
        remember(app.state);
    };
    change_all();
    CHECK(app.state.undos.size() == 1);
    change_all();
    CHECK(app.state.undos.size() == 1);
    app.on(ItemsChanged{ItemChange::archive, number_of(1)});
    CHECK(app.state.undos.size() == 1);
    CHECK(app.state.undos.back().before.size() == 1);
}

TEST_CASE("the key is named beside the command, does nothing behind the palette, and is not a single key") {
    App app = with_posted_item();
    app.on(SingleKeysToggled{}).on(ItemsChanged{ItemChange::archive, number_of(1)});
    app.on(KeyPressed{Key::commands, {}}).on(FieldTyped{FieldId::command, "undo"});
    CHECK(app.words("commands/0/key") == "Ctrl/⌘ Z\n");
    presses_undo_key(app);
    CHECK(app.item(number_of(1))->archived);
    app.on(KeyPressed{Key::escape, {}});
    presses_undo_key(app);
    CHECK_FALSE(app.item(number_of(1))->archived);
    while (!app.state.undos.empty()) presses_undo_key(app);
    presses_undo_key(app);  // nothing is left
    CHECK(next_in_turn(app).empty());
}

TEST_CASE("whoever has gone on to another item stays there when a change is taken back") {
    App app = with_posted_item();
    app.add(number_of(2)).on(ItemsChanged{ItemChange::remove, number_of(2)});
    app.on(PageOpened{Page::item, number_of(1)});
    REQUIRE(app.press("undo"));
    CHECK(app.state.selected == number_of(1));
    CHECK(app.followed().size() == 2);
}

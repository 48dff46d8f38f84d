// What the list shows of its items: search, filters, order, views, and choosing several.
#include <algorithm>

#include "app/search_text.h"
#include "doctest/doctest.h"
#include "tests/app/driver.h"
#include "tests/app/screen_check.h"

using namespace driver;

namespace {

const std::string consented = R"({"version":1,"consented":["upu-gtt","sample"]})";

std::string record_of(int serial, std::string label, postal::Stage stage, int days_ago, std::string place) {
    postal::Item item;
    item.number = number_of(serial);
    item.label = std::move(label);
    item.added_at = item.changed_at = noon - serial * hour_ms;
    postal::Event scanned = scan("EMX", noon / 1000 - days_ago * 86'400, stage);
    scanned.place = std::move(place);
    postal::take_answer(item, "upu-gtt", told_scans({scanned}), noon - serial * minute_ms);
    item.sources[0].asked_at = noon;
    return formats::write_item(item);
}

/// Six items, one for each group and one more.
App six() {
    using postal::Stage;
    App app = started({record_of(1, "Tea", Stage::transit, 1, "GUANGZHOU"),
                       record_of(2, "Caméra", Stage::customs_hold, 2, "ROISSY"),
                       record_of(3, "Books", Stage::ready_for_pickup, 1, "PARIS"),
                       record_of(4, "Vase", Stage::import_customs, 1, "ROISSY"),
                       record_of(5, "Boots", Stage::delivered, 9, "LYON"),
                       record_of(6, "Zither", Stage::transit, 12, "SHENZHEN")},
                      consented);
    return app;
}

std::string shown(const App& app) {
    std::string labels;
    for (const ListEntry& entry : app.state.order.entries)
        labels += (labels.empty() ? "" : " ") + app.state.items[entry.item].label;
    return labels;
}

App& search(App& app, std::string text) { return app.on(FieldTyped{FieldId::search, std::move(text)}); }

}  // namespace

TEST_CASE("the groups stand in the order in which they want something of the user") {
    const App app = six();
    CHECK(shown(app) == "Caméra Books Vase Tea Zither Boots");
    for (const char* words : {"Act now 1", "Collect 1", "Customs 1", "Moving 2", "Done 1", "All 6"})
        CHECK_MESSAGE(contains(app.words("groups"), words), words);
}

TEST_CASE("every word of a search has to stand in number, label, note, place, tag, shop or country") {
    App app = six();
    for (const auto& [typed, found] : {std::pair{"camera", "Caméra"},
                                       {"CAMÉRA", "Caméra"},
                                       {"roissy", "Caméra Vase"},
                                       {"roissy va", "Vase"},
                                       {"ee 000 000 05", "Boots"},
                                       {"land of cn tea", "Tea"},
                                       {"boo", "Books Boots"},
                                       {"nothing", ""},
                                       {"  ", "Caméra Books Vase Tea Zither Boots"}}) {
        CAPTURE(typed);
        CHECK(shown(search(app, typed)) == found);
    }
    search(app, "");
    app.on(PageOpened{Page::item, number_of(1)}).on(FieldTyped{FieldId::item_note, "for Mum\nfrom Wang"});
    app.on(FieldTyped{FieldId::item_shop, "茶叶店"}).on(FieldTyped{FieldId::item_order_number, "A-17"});
    app.on(FieldTyped{FieldId::new_tag, "Gift"}).on(TagAdded{number_of(1)});
    for (const char* typed : {"mum", "茶叶", "a-17", "gift", "mum 茶叶 a-17 gift"})
        CHECK_MESSAGE(shown(search(app, typed)) == "Tea", typed);
}

TEST_CASE("letters are compared without case, marks and width") {
    CHECK(folded("ÀÉîÕÿŁŠž") == "aeioylsz");
    CHECK(folded("МОСКВА Ёлка ΑΘΗΝΑ") == "москва ёлка αθηνα");
    CHECK(folded("ＥＥ１２３") == "ee123");
    CHECK(folded("杭州 😀") == "杭州 😀");
    CHECK(folded("\xC3") == "\xC3");
    CHECK(folded("\xE6\x9D") == "\xE6\x9D");
}

TEST_CASE("what hides items is said, and one press shows the whole list again") {
    App app = six();
    CHECK_FALSE(app.shows("shown"));
    search(app, "roissy");
    CHECK(contains(app.words("shown"), "2 of 6 shown"));
    search(app, "nowhere");
    CHECK(contains(app.words("nothing"), "No item fits"));
    CHECK(screen_check::complaint(app.state, app.screen()) == "");
    REQUIRE(app.press("shown/all"));
    CHECK(shown(app) == "Caméra Books Vase Tea Zither Boots");
}

TEST_CASE("a group is chosen by its button and by the filter") {
    App app = six();
    REQUIRE(app.press("groups/3"));
    CHECK(shown(app) == "Tea Zither");
    REQUIRE(app.press("groups/all"));
    app.on(PageOpened{Page::list_options, {}}).on(FieldTyped{FieldId::list_group, "5"});
    CHECK(shown(app) == "Boots");
}

TEST_CASE("filters hold together: country, stage, tag and direction") {
    App app = six();
    app.on(PageOpened{Page::item, number_of(4)}).on(FieldTyped{FieldId::item_going_to, "FR"});
    app.on(FieldTyped{FieldId::item_direction, "incoming"});
    app.on(FieldTyped{FieldId::new_tag, "gift"}).on(TagAdded{number_of(4)});
    app.on(FieldTyped{FieldId::list_country, "FR"});
    CHECK(shown(app) == "Vase");
    app.on(FieldTyped{FieldId::list_country, ""}).on(FieldTyped{FieldId::list_tag, "gift"});
    CHECK(shown(app) == "Vase");
    app.on(FieldTyped{FieldId::list_direction, "2"});
    CHECK(shown(app) == "");
    app.on(FieldTyped{FieldId::list_direction, "1"});
    CHECK(shown(app) == "Vase");
    app.on(FieldTyped{FieldId::list_tag, ""}).on(FieldTyped{FieldId::list_direction, ""});
    app.on(FieldTyped{FieldId::list_stage, std::to_string(static_cast<int>(postal::Stage::transit))});
    CHECK(shown(app) == "Tea Zither");
    app.on(PageOpened{Page::list_options, {}});
    CHECK(screen_check::complaint(app.state, app.screen()) == "");
}

TEST_CASE("each order sorts inside the groups, and is kept in the settings") {
    App app = six();
    for (const auto& [sort, order] : {std::pair{"1", "Zither Tea"},
                                      {"2", "Zither Tea"},
                                      {"3", "Tea Zither"},
                                      {"4", "Tea Zither"},
                                      {"5", "Tea Zither"},
                                      {"0", "Tea Zither"}}) {
        CAPTURE(sort);
        app.on(FieldTyped{FieldId::list_sort, sort});
        CHECK(contains(shown(app), order));
        CHECK(first<SaveSettings>(app.effects));
    }
    app.on(FieldTyped{FieldId::list_sort, "1"});
    App again = started({}, first<SaveSettings>(app.effects)->record);
    CHECK(again.state.query.sort == formats::ListSort::silence);
}

TEST_CASE("a view keeps search, filters and order under a name until it is forgotten") {
    App app = six();
    app.on(PageOpened{Page::list_options, {}});
    search(app, "roissy").on(FieldTyped{FieldId::list_sort, "1"});
    REQUIRE(app.press("view-save"));
    CHECK(first<MoveFocus>(app.effects)->key == "view-name");  // without a name there is nothing to keep
    app.on(FieldTyped{FieldId::view_name, "  At Roissy "});
    REQUIRE(app.press("view-save"));
    CHECK(contains(app.words("status"), "The view “At Roissy” is saved."));
    App again = started({record_of(2, "Caméra", postal::Stage::customs_hold, 2, "ROISSY"),
                         record_of(1, "Tea", postal::Stage::transit, 1, "GUANGZHOU")},
                        first<SaveSettings>(app.effects)->record);
    CHECK(shown(again) == "Caméra Tea");
    again.on(PageOpened{Page::list_options, {}});
    REQUIRE(again.press("view/0/show"));
    CHECK(shown(again) == "Caméra");
    REQUIRE(again.press("view/0/forget"));
    CHECK_FALSE(again.shows("view/0"));
    CHECK(first<SaveSettings>(again.effects));
    CHECK(contains(again.words("status"), "The view “At Roissy” is forgotten."));
    REQUIRE(again.press("undo"));
    CHECK(again.words("view/0") == "At Roissy\n");
    CHECK(contains(first<SaveSettings>(again.effects)->record, "At Roissy"));
    CHECK(again.state.page == Page::list_options);
    CHECK_FALSE(again.shows("undo"));
}

TEST_CASE("a view saved under a name that is there already takes its place") {
    App app = six();
    for (const char* typed : {"tea", "books"}) {
        search(app, typed).on(FieldTyped{FieldId::view_name, "Mine"});
        app.on(ViewSaved{});
    }
    REQUIRE(app.state.settings.views.size() == 1);
    CHECK(app.state.settings.views[0].query.search == "books");
    CHECK(contains(app.words("status"), "The view “Mine” is replaced."));
    REQUIRE(app.press("undo"));
    CHECK(app.state.settings.views[0].query.search == "tea");
}

TEST_CASE("one view too many takes the place of the last, and can be taken back") {
    App app = six();
    for (std::size_t i = 0; i <= formats::views_limit; ++i)
        app.on(FieldTyped{FieldId::view_name, "View " + std::to_string(i)}).on(ViewSaved{});
    const std::string last = "View " + std::to_string(formats::views_limit - 1);
    CHECK(app.state.settings.views.size() == formats::views_limit);
    CHECK(contains(app.words("status"), "The view “" + last + "” is replaced."));
    REQUIRE(app.press("undo"));
    CHECK(app.state.settings.views.back().name == last);
}

TEST_CASE("only the last change of views or items can be taken back") {
    App app = six();
    app.on(FieldTyped{FieldId::view_name, "Mine"}).on(ViewSaved{});
    app.on(ItemsChanged{ItemChange::archive, number_of(1)});
    REQUIRE(app.press("undo"));
    CHECK(app.state.settings.views.size() == 1);
    app.on(ViewForgotten{"Mine"}).on(FieldTyped{FieldId::view_name, "Other"}).on(ViewSaved{});
    REQUIRE(app.press("undo"));
    CHECK(app.state.settings.views.empty());
}

TEST_CASE("several items are chosen and changed together, and taken back together") {
    App app = six();
    REQUIRE(app.press("choose"));
    CHECK(first<MoveFocus>(app.effects)->key == "choose-done");
    CHECK_FALSE(app.shows("number"));
    REQUIRE(app.press("row/" + number_of(1)));
    REQUIRE(app.press("row/" + number_of(6)));
    CHECK(contains(app.words("choose/title"), "2 chosen"));
    CHECK(screen_check::complaint(app.state, app.screen()) == "");
    REQUIRE(app.press("choose/archive"));
    CHECK(all<SaveItem>(app.effects).size() == 2);
    CHECK(shown(app) == "Caméra Books Vase Boots");
    CHECK(contains(app.words("status"), "Archived: 2 items."));
    REQUIRE(app.press("undo"));
    CHECK(shown(app) == "Caméra Books Vase Tea Zither Boots");
    REQUIRE(app.press("choose-all"));
    CHECK(app.state.chosen.size() == 6);
    app.on(FieldTyped{FieldId::new_tag, "move"});
    REQUIRE(app.press("choose-tag-add"));
    CHECK(
        std::ranges::all_of(app.state.items, [](const postal::Item& item) { return item.tags.size() == 1; }));
    REQUIRE(app.press("undo"));
    CHECK(std::ranges::all_of(app.state.items, [](const postal::Item& item) { return item.tags.empty(); }));
    REQUIRE(app.press("choose-done"));
    CHECK(app.shows("number"));
    CHECK(app.state.chosen.empty());
}

TEST_CASE("choosing all chooses what is shown, and again chooses nothing") {
    App app = six();
    search(app, "roissy");
    REQUIRE(app.press("choose"));
    REQUIRE(app.press("choose-all"));
    CHECK(app.state.chosen.size() == 2);
    REQUIRE(app.press("choose-all"));
    CHECK(app.state.chosen.empty());
}

TEST_CASE("a search typed letter by letter, taken back and pasted finds the same") {
    App app = six();
    const auto searched = [&](const std::string& text) {
        app.on(FieldTyped{FieldId::search, text});
        const std::string found = shown(app);
        App fresh = six();
        fresh.on(FieldTyped{FieldId::search, text});
        CAPTURE(text);
        CHECK(found == shown(fresh));
    };
    for (const char* text : {"t", "te", "tea", "tea ", "tea z", "tea", "z", "", "a b", "a bo", "a", "ba"})
        searched(text);
    searched("t");
    app.on(FieldTyped{FieldId::list_scope, "1"}).on(FieldTyped{FieldId::list_scope, "0"});
    searched("te");
}

// The palette of commands: over the page, searched, walked through with the arrows.
#include "doctest/doctest.h"
#include "tests/app/driver.h"
#include "tests/app/screen_check.h"

using namespace driver;

namespace {

App with_items(int count) {
    App app = started({}, R"({"version":1,"consented":["upu-gtt","sample"]})");
    for (int serial = 1; serial <= count; ++serial) app.add(number_of(serial));
    return app;
}

App& open(App& app, std::string focused = {}) {
    return app.on(KeyPressed{Key::commands, std::move(focused)});
}
App& search(App& app, std::string text) { return app.on(FieldTyped{FieldId::command, std::move(text)}); }
App& key(App& app, Key pressed) { return app.on(KeyPressed{pressed, "command"}); }

bool offers(const App& app, std::string_view words) {
    return contains("\n" + app.words("commands"), "\n" + std::string(words) + "\n");
}

/// What Enter would run, and that there is one such only.
std::string standing_out(const App& app) {
    const Screen screen = app.screen();
    std::string words;
    for (const Part& option : find(screen, "commands")->parts)
        if (option.selected) words += words_in(option.parts[0]);
    const Part* field = find(screen, "command");
    const Part* named = find(screen, field->field->described_by);
    CHECK(named->selected);
    return words;
}

}  // namespace

TEST_CASE("the palette stands over any page, which stays as it was and cannot be used") {
    for (const float width : {1280.f, 390.f}) {
        App app = with_items(2);
        app.on(ViewportChanged{width, 800});
        for (const Page page : {Page::watched_items, Page::item, Page::settings, Page::counter}) {
            app.on(PageOpened{page, number_of(1)});
            const std::string before = app.all_words();
            open(app, "settings");
            CHECK(focus(app) == "command");
            const Screen screen = app.screen();
            CHECK(screen_check::complaint(app.state, screen) == "");
            CHECK(app.all_words().starts_with(before));
            CHECK(screen.root.parts.back().role == Role::dialog);
            for (const Part& part : screen.root.parts) CHECK(part.inert == (part.role != Role::dialog));
            key(app, Key::escape);
            CHECK(app.all_words() == before);
            CHECK(focus(app) == "settings");
        }
    }
}

TEST_CASE("Esc, Ctrl K again and the button close it; where nothing had the focus, nothing gets it") {
    App app = with_items(1);
    for (const Key closing : {Key::escape, Key::commands}) {
        key(open(app), closing);
        CHECK_FALSE(app.shows("palette"));
        CHECK(focus(app).empty());
    }
    open(app, "row/" + number_of(1));
    REQUIRE(app.press("palette/close"));
    CHECK_FALSE(app.shows("palette"));
    CHECK(focus(app) == "row/" + number_of(1));
}

TEST_CASE("? opens it as long as single keys are on, a button of the settings always") {
    App app = with_items(1);
    app.on(KeyPressed{Key::help, {}});
    CHECK(app.shows("palette"));
    CHECK(contains(app.words("palette/keys"), "Arrows, Home and End choose, Enter runs, Esc closes."));
    key(app, Key::escape).on(SingleKeysToggled{}).on(KeyPressed{Key::help, {}});
    CHECK_FALSE(app.shows("palette"));
    app.on(ViewportChanged{390, 800}).on(PageOpened{Page::settings, {}});
    REQUIRE(app.press("open-commands"));
    CHECK(app.shows("palette"));
    CHECK(focus(key(app, Key::escape)) == "open-commands");
}

TEST_CASE("arrows, Home and End walk through what was found and stop at its ends") {
    App app = with_items(1);
    search(open(app), "colours");
    CHECK(standing_out(app) == "Colours: Light\n");
    key(app, Key::up);
    CHECK(standing_out(app) == "Colours: Light\n");
    key(app, Key::down);
    CHECK(standing_out(app) == "Colours: Dark\n");
    key(app, Key::last);
    CHECK(standing_out(app) == "Colours: High contrast\n");
    key(app, Key::down);
    CHECK(standing_out(app) == "Colours: High contrast\n");
    key(app, Key::first);
    CHECK(standing_out(app) == "Colours: Light\n");
    key(key(app, Key::down), Key::run);
    CHECK(app.state.settings.theme == formats::ThemeChoice::dark);
    CHECK_FALSE(app.shows("palette"));
    search(key(open(app), Key::last), "colours");
    CHECK(standing_out(app) == "Colours: As the system\n");  // a new search begins at its first
}

TEST_CASE("what a command leads to has the focus, or what had it before") {
    App app = with_items(2);
    search(open(app, "search"), "high contrast");
    CHECK(focus(key(app, Key::run)) == "search");
    search(open(app, "search"), "settings");
    CHECK(focus(key(app, Key::run)) == "main");
    CHECK(app.state.page == Page::settings);
    search(open(app, "search"), "add number");
    CHECK(focus(key(app, Key::run)) == "number");
    app.on(ViewportChanged{390, 800});
    search(open(app, "number"), "counter");
    CHECK(focus(key(app, Key::run)) == "back");
    CHECK(app.state.page == Page::counter);
}

TEST_CASE("commands are found by their words in any order, in both languages") {
    const BackToEnglish back;
    App app = with_items(1);
    search(open(app), "contrast HIGH");
    CHECK(standing_out(app) == "Colours: High contrast\n");
    REQUIRE(use_words(words_of("zh-Hans")));
    for (const char* typed : {"深色", "深色 颜色", "深色　颜色", "色颜深"}) {
        CAPTURE(typed);
        CHECK(contains(standing_out(search(app, typed)), "深色"));
    }
    CHECK(screen_check::complaint(app.state, app.screen()) == "");
}

TEST_CASE("items are found by what is known of them and opened") {
    App app = with_items(3);
    app.on(FieldTyped{FieldId::item_label, "Grandma's tea"});
    const std::string number = app.state.selected;
    app.on(PageOpened{Page::item, number_of(1)}).on(PageOpened{Page::settings, {}});
    search(open(app), "tea");
    CHECK(standing_out(app) == "Open: Grandma's tea\n");
    key(app, Key::run);
    CHECK(app.state.page == Page::item);
    CHECK(app.state.selected == number);
    CHECK(focus(app) == "main");
}

TEST_CASE("that nothing is found is said, and runs nothing") {
    App app = with_items(1);
    search(open(app), "zzzz");
    CHECK(standing_out(app) == "No command of that name.\n");
    CHECK(screen_check::complaint(app.state, app.screen()) == "");
    CHECK(key(app, Key::run).effects.empty());
    CHECK_FALSE(app.press("commands/0"));
    CHECK(app.shows("palette"));
    key(key(key(app, Key::last), Key::down), Key::up);
    search(app, "");
    CHECK(standing_out(app) == "Add a number\n");
}

TEST_CASE("what does not apply now is not offered") {
    App app = started();
    open(app);
    CHECK(offers(app, "Add a number\nn"));
    for (const char* words : {"Check everything now", "Search the list", "Share the list", "Undo"})
        CHECK_FALSE(offers(app, words));
    app = with_items(1);
    const std::string title = postal::grouped(number_of(1)) + ": ";
    open(app);
    CHECK(offers(app, title + "Check now\nr"));
    CHECK(offers(app, title + "Mark delivered"));
    CHECK(offers(app, title + "Archive"));
    app.on(ItemsChanged{ItemChange::mark_delivered, number_of(1)});
    app.on(ItemsChanged{ItemChange::archive, number_of(1)});
    CHECK(offers(app, "Undo: Archived: " + postal::grouped(number_of(1)) + ".\nCtrl/⌘ Z"));
    CHECK(offers(app, title + "Reopen"));
    CHECK(offers(app, title + "Back to the list"));
    for (const char* words : {"Check now", "Mark delivered", "Archive"})
        CHECK_FALSE(offers(app, title + words));
    key(app, Key::escape).on(PageOpened{Page::settings, {}});
    open(app);
    CHECK_FALSE(offers(app, "Settings"));
    CHECK_FALSE(offers(app, "English"));
    CHECK(offers(app, "简体中文"));
}

TEST_CASE("what comes from elsewhere and opens a page closes the palette") {
    App app = with_items(1);
    open(app, "settings").on(TextFileArrived{"mail.txt", number_of(5), FileFault::none});
    CHECK(app.state.page == Page::paste);
    CHECK_FALSE(app.shows("palette"));
    open(app).on(ClockTicked{noon + minute_ms});
    CHECK(app.shows("palette"));
}

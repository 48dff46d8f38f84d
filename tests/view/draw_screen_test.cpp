// Screens that random stories lead to, drawn in random windows: everything has its place, and pressing there
// does what it says.
#include <algorithm>

#include "doctest/doctest.h"
#include "tests/app/random_actions.h"
#include "tests/view/random_draw.h"
#include "view/box.h"

using namespace driver;
using namespace random_draw;
using drawing::Window;
using view::Placement;
using view::Rect;

namespace {

constexpr int stories = 120;
constexpr int actions_in_a_story = 120;

bool is_same(const app::Action& a, const app::Action& b) {
    if (a.index() != b.index()) return false;
    if (const auto* opened = std::get_if<PageOpened>(&a))
        return opened->page == std::get<PageOpened>(b).page &&
               opened->number == std::get<PageOpened>(b).number;
    if (const auto* check = std::get_if<CheckNow>(&a)) return check->number == std::get<CheckNow>(b).number;
    if (const auto* removed = std::get_if<ItemsChanged>(&a))
        return removed->number == std::get<ItemsChanged>(b).number;
    if (const auto* shared = std::get_if<ItemShared>(&a))
        return shared->number == std::get<ItemShared>(b).number;
    if (const auto* consent = std::get_if<ConsentAnswered>(&a))
        return consent->source == std::get<ConsentAnswered>(b).source &&
               consent->given == std::get<ConsentAnswered>(b).given;
    if (const auto* import = std::get_if<ImportAnswered>(&a))
        return import->accepted == std::get<ImportAnswered>(b).accepted;
    if (const auto* offer = std::get_if<SharedItemsAnswered>(&a))
        return offer->accepted == std::get<SharedItemsAnswered>(b).accepted;
    if (const auto* notice = std::get_if<NoticeDismissed>(&a))
        return notice->notice == std::get<NoticeDismissed>(b).notice;
    if (const auto* copied = std::get_if<TextCopied>(&a)) return copied->text == std::get<TextCopied>(b).text;
    if (const auto* toggled = std::get_if<PassportToggled>(&a))
        return toggled->place == std::get<PassportToggled>(b).place;
    if (const auto* pointed = std::get_if<PassportCellPointed>(&a))
        return pointed->place == std::get<PassportCellPointed>(b).place &&
               pointed->cell == std::get<PassportCellPointed>(b).cell;
    return true;
}

/// A line that is wider than the room its Box has for it; empty when there is none.
std::string spilled(const view::Box& box) {
    const float indent = box.part->field ? 0 : box.text_x;  // a field's line is its label, above it
    for (const view::TextLine& line : box.lines)
        if (line.text.size() > 4 && line.width > box.rect.width - indent + rounding)
            return box.part->key + ": " + line.text;
    for (const view::Box& inner : box.boxes)
        if (std::string found = spilled(inner); !found.empty()) return found;
    return {};
}

}  // namespace

TEST_CASE("no text is wider than the room it is given") {
    for (int seed = 1; seed <= stories / 2; ++seed) {
        random_actions::Story story(static_cast<std::uint32_t>(seed) + 9000);
        App app = started();
        for (int step = 0; step < actions_in_a_story; ++step) app.on(story.next(app.state, nullptr));
        const view::Appearance appearance = some_appearance(story);
        Window window(app, 1280, 800, appearance);
        for (float width : {280.f, 350.f, 380.f, 700.f, 1060.f})
            for (const char* key :
                 {"entry", "consent", "offer", "import", "item/head", "item/standing-column", "item/columns",
                  "settings/source", "settings/list", "channels", "update", "banner", "paste/input",
                  "paste/found", "message/input", "message/why", "message/do", "message/compare"}) {
                const Part* part = find(window.screen, key);
                if (!part) continue;
                CAPTURE(seed);
                CAPTURE(width);
                CAPTURE(appearance.text_scale);
                CHECK(spilled(view::lay_out(*part, 0, 0, width)) == "");
            }
    }
}

TEST_CASE("pressing in the middle of a button does what it says, and nothing else") {
    int presses = 0;
    for (int seed = 1; seed <= stories / 3; ++seed) {
        random_actions::Story story(static_cast<std::uint32_t>(seed) + 8000);
        App app = started();
        for (int step = 0; step < actions_in_a_story; ++step) app.on(story.next(app.state, nullptr));
        const Rect page = some_window(story);
        Window window(app, page.width, page.height, some_appearance(story));
        std::vector<std::string> keys;
        // The palette, which covers what can be pressed, has a test of its own.
        if (!app.state.palette)
            for (const Placement& one : window.drawn.placements)
                if (one.part->press) keys.push_back(one.part->key);
        for (const std::string& key : keys) {
            window.focus(key);  // brings it into view, as Tab would
            const Placement* place = window.place(key);
            if (!place) continue;  // rows moved out of the window
            CAPTURE(seed);
            CAPTURE(key);
            const Rect rect = place->rect;
            const bool enabled = place->part->enabled;
            const app::Action wanted = *place->part->press;
            const float x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
            CHECK(y >= place->clip.y);
            CHECK(y <= place->clip.y + place->clip.height);
            std::vector<app::Action> done = window.press_at(x, y);
            // A cell of a number is explained as soon as the mouse comes over it, and again when it is
            // pressed.
            if (wanted.index() == Action(PassportCellPointed{}).index() && !done.empty())
                done.erase(std::unique(done.begin(), done.end(), is_same), done.end());
            REQUIRE(done.size() == (enabled ? 1u : 0u));
            if (enabled) CHECK(is_same(done[0], wanted));
            ++presses;
        }
    }
    CHECK(presses > 4 * stories);  // a page has a dozen buttons and more
}

TEST_CASE("the mark lies behind the wrong character of the drawn number") {
    App app = started();
    app.type("EL123456789CN");
    Window window(app, 1280, 800);
    const Placement* field = window.place("number");
    REQUIRE(field);
    CHECK(field->mono);
    CHECK(field->font_size == 18);
    CHECK(field->text_x == 15);
    CHECK(field->rect.height >= 34);
}

TEST_CASE("the place of a field is where it is written in, not its label") {
    App app = started();
    app.type("EE").on(DetailsToggled{});
    Window window(app, 1280, 900);
    const Placement *label = window.place("new-label"), *date = window.place("new-posted");
    REQUIRE(label);
    REQUIRE(date);
    CHECK(label->rect.height == 40);
    CHECK(date->rect.y >= label->rect.y + label->rect.height + 18);  // its label stands between
}

TEST_CASE("a finger gets larger targets") {
    App app = started();
    view::Appearance coarse;
    coarse.coarse_pointer = true;
    Window window(app, 390, 844, coarse);
    CHECK(window.place("settings")->rect.height == 44);
    CHECK(window.place("add")->rect.height == 44);
}

TEST_CASE("larger text makes everything that holds text larger") {
    App app = started();
    app.add(number_of(1));
    view::Appearance large;
    large.text_scale = 2;
    float before = 0;
    {
        Window window(app, 1280, 800);
        before = window.place("item/title")->font_size;
    }
    Window window(app, 1280, 800, large);
    CHECK(window.place("item/title")->font_size == 2 * before);
}

// Screens that random stories lead to, drawn in random windows: everything has its place, and pressing there
// does what it says.
#include <algorithm>
#include <unordered_map>

#include "doctest/doctest.h"
#include "tests/app/random_actions.h"
#include "tests/view/drawing.h"
#include "view/box.h"

using namespace driver;
using drawing::Window;
using view::Placement;
using view::Rect;

namespace {

constexpr int stories = 120;
constexpr int actions_in_a_story = 120;

constexpr float least_width = 24;  // WCAG 2.2, 2.5.8
constexpr float rounding = 0.6f;   // of positions to whole device pixels

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
    if (const auto* copied = std::get_if<TextCopied>(&a))
        return copied->number == std::get<TextCopied>(b).number;
    if (const auto* toggled = std::get_if<PassportToggled>(&a))
        return toggled->place == std::get<PassportToggled>(b).place;
    if (const auto* pointed = std::get_if<PassportCellPointed>(&a))
        return pointed->place == std::get<PassportCellPointed>(b).place &&
               pointed->cell == std::get<PassportCellPointed>(b).cell;
    return true;
}

bool overlap(const Rect& a, const Rect& b) {
    return a.x + rounding < b.x + b.width && b.x + rounding < a.x + a.width &&
           a.y + rounding < b.y + b.height && b.y + rounding < a.y + a.height;
}

bool is_within(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x - rounding && inner.x + inner.width <= outer.x + outer.width + rounding;
}

std::string text_of(const Rect& rect) {
    return "(" + std::to_string(rect.x) + " " + std::to_string(rect.y) + " " + std::to_string(rect.width) +
           " " + std::to_string(rect.height) + ")";
}

using Parents = std::unordered_map<const Part*, const Part*>;
void gather(const Part& part, Parents& parents) {
    for (const Part& child : part.parts) {
        parents[&child] = &part;
        gather(child, parents);
    }
}

/// What is wrong with where things lie; empty when nothing is.
std::string misplaced(const Window& window, const Rect& page, const view::Appearance& appearance) {
    std::unordered_map<const Part*, const Placement*> places;
    Parents parents;
    gather(window.screen.root, parents);
    std::vector<const Placement*> buttons;
    for (const Placement& one : window.drawn.placements) {
        const std::string where = one.part->key + " " + text_of(one.rect);
        if (!places.emplace(one.part, &one).second) return "placed twice: " + where;
        if (!std::isfinite(one.rect.x + one.rect.y + one.rect.width + one.rect.height) ||
            one.rect.width < 0 || one.rect.height < 0)
            return "not a place: " + where;
        if (!is_within(one.clip, page)) return "clip outside the page: " + where;
        const bool is_container = one.font_size == 0 && !one.part->press && !one.part->field;
        if (!is_container && !is_within(one.rect, one.clip))
            return "outside its clip " + text_of(one.clip) + ": " + where;
        for (const Part* parent = parents[one.part]; parent; parent = parents[parent]) {
            const auto place = places.find(parent);
            if (place == places.end()) continue;
            if (!is_within(one.rect, place->second->rect))
                return "outside " + parent->key + " " + text_of(place->second->rect) + ": " + where;
            break;
        }
        const bool is_link = !one.part->href.empty();
        if (one.part->press || is_link) buttons.push_back(&one);
        const float least_link = appearance.coarse_pointer ? 44 : least_width;
        if (is_link && (one.rect.height < least_link || one.rect.width < least_width))
            return "too small a link: " + where;
        const float least_height = (appearance.coarse_pointer ? 44.f : 34.f) - 0.01f;
        if (one.part->press && (one.rect.height < least_height || one.rect.width < least_width))
            return "too small to be pressed: " + where;
        if (one.part->field && (one.rect.height < least_height || one.rect.width < 3 * least_width))
            return "too small to be written in: " + where;
    }
    for (std::size_t i = 0; i < buttons.size(); ++i)
        for (std::size_t k = i + 1; k < buttons.size(); ++k)
            if (overlap(buttons[i]->rect, buttons[k]->rect) && buttons[i]->clip == buttons[k]->clip)
                return buttons[i]->part->key + " lies upon " + buttons[k]->part->key;
    for (const auto& [part, parent] : parents) {
        const bool is_control = part->press || part->field || !part->href.empty();
        if (is_control && !places.contains(part)) return "nowhere: " + part->key;
    }
    return {};
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

view::Appearance some_appearance(random_actions::Story& story) {
    view::Appearance appearance;
    appearance.theme = static_cast<view::Theme>(story.below(5));
    appearance.coarse_pointer = story.once_in(2);
    constexpr float scales[] = {1, 1, 1.25f, 1.5f, 2};
    appearance.text_scale = scales[story.below(5)];
    return appearance;
}

Rect some_window(random_actions::Story& story) {
    constexpr float widths[] = {320, 360, 390, 600, 768, 899, 900, 1280, 1920, 2560};
    constexpr float heights[] = {400, 568, 844, 800, 1440};
    return {0, 0, widths[story.below(10)], heights[story.below(5)]};
}

}  // namespace

TEST_CASE(
    "whatever is shown in whatever window: nothing spills, nothing overlaps, everything can be pressed") {
    int drawn = 0, parts = 0;
    for (int seed = 1; seed <= stories; ++seed) {
        random_actions::Story story(static_cast<std::uint32_t>(seed) + 7000);
        App app = started();
        for (int step = 0; step < actions_in_a_story; ++step) app.on(story.next(app.state, nullptr));
        const Rect page = some_window(story);
        const view::Appearance appearance = some_appearance(story);
        Window window(app, page.width, page.height, appearance);
        for (int step = 0; step < 6; ++step) {
            app.on(story.next(app.state, &window.screen));
            app.on(ViewportChanged{page.width, page.height});
            window.renew();
            CAPTURE(seed);
            CAPTURE(step);
            CAPTURE(page.width);
            CAPTURE(page.height);
            CAPTURE(appearance.text_scale);
            CAPTURE(appearance.coarse_pointer);
            const bool settled = window.settle();
            const std::string wrong = settled ? misplaced(window, page, appearance) : "never comes to rest";
            if (!wrong.empty()) {
                FAIL_CHECK(wrong);
                return;
            }
            ++drawn;
            parts += static_cast<int>(window.drawn.placements.size());
        }
    }
    CHECK(drawn == stories * 6);
    CHECK(parts > drawn * 20);
}

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

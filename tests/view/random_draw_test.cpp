// Screens that a hundred thousand random Actions lead to, drawn in random windows: no assertion fails,
// everything has its name and its place, and the smallest target is large enough.
#include <set>

#include "doctest/doctest.h"
#include "tests/app/screen_check.h"
#include "tests/view/random_draw.h"

using namespace random_draw;

namespace {

constexpr int stories = 200;
constexpr int windows_in_a_story = 5;
constexpr int actions_in_a_window = 100;
constexpr int actions_between_draws = 10;

/// One window of a story. Returns what is wrong, and counts what was drawn.
std::string broken_drawing(random_actions::Story& story, App& app, int& screens, std::size_t& places) {
    const Rect page = some_window(story);
    const view::Appearance appearance = some_appearance(story);
    Window window(app, page.width, page.height, appearance);
    bool is_current = true;
    for (int step = 0; step < actions_in_a_window; ++step) {
        app.on(story.next(app.state, is_current ? &window.screen : nullptr));
        is_current = step % actions_between_draws == 0;
        if (!is_current) continue;
        app.on(ViewportChanged{page.width, page.height});
        window.renew();
        if (!window.settle()) return "never comes to rest";
        std::string wrong = screen_check::complaint(app.state, window.screen);
        if (wrong.empty()) wrong = misplaced(window, page, appearance);
        if (!wrong.empty())
            return wrong + ", step " + std::to_string(step) + ", text scale " +
                   std::to_string(appearance.text_scale) +
                   (appearance.coarse_pointer ? ", finger" : ", mouse") + ", window " + text_of(page);
        ++screens;
        places += window.drawn.placements.size();
    }
    return {};
}

}  // namespace

TEST_CASE("every Screen that random Actions lead to is drawn with names and places, and nothing overlaps") {
    const BackToEnglish back;
    int screens = 0;
    std::size_t places = 0;
    std::set<std::string> pages;
    for (int seed = 1; seed <= stories; ++seed) {
        random_actions::Story story(static_cast<std::uint32_t>(seed) + 7000);
        App app = started();
        for (int i = 0; i < windows_in_a_story; ++i) {
            const std::string wrong = broken_drawing(story, app, screens, places);
            pages.insert(app.screen().page_id.substr(0, 4));
            if (wrong.empty()) continue;
            CAPTURE(seed);
            FAIL_CHECK(wrong);
            return;
        }
    }
    // The stories went everywhere, or they prove nothing.
    CHECK(stories * windows_in_a_story * actions_in_a_window >= 100'000);
    CHECK(screens == stories * windows_in_a_story * actions_in_a_window / actions_between_draws);
    CHECK(places > static_cast<std::size_t>(screens) * 20);
    CHECK(pages.size() >= 7);
}

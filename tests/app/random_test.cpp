// Whatever happens, in whatever order: no crash, and every Screen keeps its promises.
#include <set>

#include "app/families.h"
#include "app/refresh.h"
#include "doctest/doctest.h"
#include "tests/app/random_actions.h"
#include "tests/app/screen_check.h"

using namespace driver;

namespace {

constexpr int stories = 100;
constexpr int actions_in_a_story = 1000;
/// Looking at a whole Screen takes longer than all else.
constexpr int actions_between_looks = 5;

std::string broken_state(const State& state) {
    if (state.tickets.size() > questions_at_once) return "too many questions at once";
    if (state.notices.size() > 3) return "too many notices";
    std::set<std::string_view> numbers, asked;
    for (const postal::Item& item : state.items)
        if (!numbers.insert(item.number).second) return "an item twice: " + item.number;
    for (const Ticket& ticket : state.tickets)
        if (!asked.insert(ticket.number).second) return "asked twice at the same time: " + ticket.number;
    for (const std::string& number : state.to_ask)
        if (asked.contains(number) || !numbers.contains(number)) return "waits without need: " + number;
    for (const std::string& number : state.chosen)
        if (!numbers.contains(number)) return "chosen, but not there: " + number;
    for (const postal::Item& item : state.items)
        if (item.removed_at > 0 && asked.contains(item.number))
            return "asked although removed: " + item.number;
    if (!state.selected.empty() && !numbers.contains(state.selected)) return "selected, but not there";
    if (state.ways_back != count_ways_back(state)) return "the browser was told of other ways back";
    return {};
}

/// What is kept between Actions is what reading everything anew would give.
std::string broken_order(const State& state) {
    State anew = state;
    renew_order(anew);
    if (state.order.entries != anew.order.entries) return "the list is not in its order";
    return state.order.counts == anew.order.counts ? "" : "the groups are not counted right";
}

/// A question may only go out after consent, to an allowed proxy, and only while online.
std::string forbidden_question(const State& state, const Effects& effects) {
    for (const FetchAnswer& question : all<FetchAnswer>(effects)) {
        if (!state.online) return "asked while offline";
        const bool sample = question.url.ends_with("XX");
        const formats::Source* source = sample ? state.config.sample_source() : state.config.default_source();
        if (!source || !has_consent(state, *source)) return "asked without consent: " + question.url;
        if (!contains(question.url, "/v1/" + source->id + "/"))
            return "asked another source: " + question.url;
        if (!question.url.starts_with("/v1/") && !question.url.starts_with("https://proxy.example/v1/"))
            return "asked another proxy: " + question.url;
    }
    return {};
}

}  // namespace

TEST_CASE("no story of a thousand random actions breaks the state or a screen") {
    const BackToEnglish back;
    std::set<std::size_t> kinds;
    std::set<std::string> pages;
    std::size_t most_items = 0;
    for (int seed = 1; seed <= stories; ++seed) {
        random_actions::Story story(static_cast<std::uint32_t>(seed));
        State state;
        update(state, english());  // comes before everything else
        Screen screen = present(state);
        bool screen_is_current = true;
        for (int step = 0; step < actions_in_a_story; ++step) {
            const Action action = story.next(state, screen_is_current ? &screen : nullptr);
            kinds.insert(action.index());
            const bool was_open = state.palette.has_value();
            const Effects effects = update(state, action);
            screen_is_current = step % actions_between_looks == 0;
            std::string wrong = broken_state(state);
            if (wrong.empty()) wrong = forbidden_question(state, effects);
            if (screen_is_current) {
                if (wrong.empty()) wrong = broken_order(state);
                screen = present(state);
                pages.insert(screen.root.parts[0].key + screen.page_id.substr(0, 1));
                if (wrong.empty()) wrong = screen_check::complaint(state, screen);
            }
            if (const auto* focus = first<MoveFocus>(effects);
                focus && story.pressed() && wrong.empty() && !was_open)
                if (const Screen after = present(state); !find(after, focus->key))
                    wrong = "focus on nothing: " + focus->key;
            most_items = std::max(most_items, state.items.size());
            if (!wrong.empty()) {
                CAPTURE(seed);
                CAPTURE(step);
                CAPTURE(action.index());
                FAIL_CHECK(wrong);
                return;
            }
        }
    }
    // The stories went everywhere, or they prove nothing.
    CHECK(kinds.size() == std::variant_size_v<Action>);
    CHECK(pages.size() >= 4);
    CHECK(most_items > 20);
}

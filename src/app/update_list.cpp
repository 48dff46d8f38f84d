#include <algorithm>
#include <functional>

#include "app/families.h"
#include "app/generated/samples.h"
#include "app/reading.h"
#include "app/refresh.h"
#include "app/words.h"
#include "postal/sorting.h"

namespace app {

namespace {

/// The row one comes back to. It is brought into the window: what is not on the Screen cannot have the focus.
std::string row_to_focus(State& state) {
    update_order(state);  // an item may have gone a moment ago
    const auto row = row_of(state, state.selected);
    if (!row) return state.choosing ? "choose-done" : "number";
    const std::uint32_t behind_first = *row - state.window_first;  // huge when it stands before
    if (behind_first >= state.window_count) state.window_first = *row;
    return "row/" + state.selected;
}

/// What one comes back to from another page, on the list or the page of the item.
std::string opener_of(State& state, Page page) {
    switch (page) {
        case Page::settings: return "settings";
        case Page::paste: return "open-paste";
        case Page::message: return "open-message";
        case Page::counter: return "open-counter";
        case Page::enquiry: return "open-enquiry";
        case Page::evidence: return "open-evidence";
        default: return row_to_focus(state);
    }
}

}  // namespace

void take_out(State& state, Effects& effects, std::vector<std::string> numbers,
              std::vector<postal::Item>& gone) {
    if (numbers.empty()) return;
    for (const std::string& number : numbers) leave(state, effects, number);
    postal::sort_many(numbers, std::less());
    const auto goes = [&](const std::string& number) { return std::ranges::binary_search(numbers, number); };
    // All of them in one go: each by itself would move all items behind it.
    auto place = state.items.begin();
    for (postal::Item& item : state.items)
        if (goes(item.number))
            gone.push_back(std::move(item));
        else if (postal::Item& to = *place++; &to != &item)
            to = std::move(item);
    state.items.erase(place, state.items.end());
    std::erase_if(state.notices, [&](const Notice& notice) { return goes(notice.number); });
    std::erase_if(state.chosen, goes);
    std::erase_if(state.kept, [&](const Kept& kept) { return goes(kept.number); });
}

void forget_items(State& state, Effects& effects, const std::vector<std::string>& numbers,
                  std::vector<postal::Item>& gone) {
    for (const std::string& number : numbers) effects.push_back(DeleteItem{number});
    take_out(state, effects, numbers, gone);
}

Effects on(State& state, const PageOpened& opened) {
    const std::string number = opened.number.empty() ? state.selected : opened.number;
    if (is_about_item(opened.page) && !find_item(state, number)) return {};
    clear_confirmations(state);
    const Page before = state.page;
    state.page = opened.page;
    if (is_about_item(opened.page)) state.selected = number;
    Effects effects;
    if (opened.page == Page::message) effects = open_message(state);
    if (opened.page == Page::paste) effects = open_paste(state);
    if (is_document(opened.page)) effects = open_document(state);
    // On a phone the page is another one: a keyboard or screen reader goes on at its beginning, and back at
    // the row.
    if (before == opened.page) return effects;
    if (opened.page == Page::item && leads_to_item(before))
        effects.push_back(MoveFocus{opener_of(state, before)});
    else if (leads_to_item(opened.page))
        effects.push_back(MoveFocus{"back"});
    else if (state.layout == Layout::narrow)
        effects.push_back(MoveFocus{opened.page == Page::watched_items ? opener_of(state, before) : "back"});
    else if (opened.page == Page::paste || opened.page == Page::message)
        effects.push_back(MoveFocus{opened.page == Page::paste ? "paste-text" : "message-text"});
    return effects;
}

Effects on(State& state, const ListScrolled& scrolled) {
    state.window_first = scrolled.first;
    state.window_count = std::clamp(scrolled.count, 1u, 200u);
    return {};
}

Effects on(State& state, const SamplesAdded&) {
    const formats::Source* source = state.config.sample_source();
    if (!source) return {};
    Effects effects;
    give_consent(state, effects, *source);
    Change& change = begin_change(state, NoticeKind::items_added);
    for (const Sample& sample : samples) {
        postal::Item item;
        item.number = sample.number;
        item.label = say(sample.label);
        item.added_at = item.changed_at = state.now;
        follow(state, effects, std::move(item), change);
    }
    remember(state, false);  // the button to remove them is there
    if (state.layout == Layout::wide && state.selected.empty()) {
        state.selected = samples[0].number;
        state.page = Page::item;
    }
    return effects;
}

Effects on(State& state, const SamplesRemoved&) {
    std::vector<std::string> numbers;
    for (const postal::Item& item : state.items)
        if (postal::is_sample(item.number)) numbers.push_back(item.number);
    if (numbers.empty()) return {};
    Effects effects;
    Change& change = begin_change(state, NoticeKind::samples_removed);
    forget_items(state, effects, numbers, change.before);
    change.after.resize(numbers.size());
    remember(state);
    send_questions(state, effects);
    return effects;
}

}  // namespace app

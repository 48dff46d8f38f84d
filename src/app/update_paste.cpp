#include <algorithm>
#include <functional>

#include "app/families.h"
#include "app/refresh.h"
#include "formats/clean_text.h"
#include "formats/found_numbers.h"
#include "postal/sorting.h"

namespace app {

namespace {

/// Bytes: as much of a name as tells files apart.
constexpr std::size_t file_name_limit = 60;

static_assert(formats::found_numbers_limit <= items_limit);

/// What is shown stays until the answer comes.
void read_from_now_on(Paste& paste, std::string text, std::string file, std::string read) {
    paste.text = std::move(text);
    paste.file = std::move(file);
    paste.read = std::move(read);
    paste.refused.clear();
    paste.fault = FileFault::none;
}

void show_none(Paste& paste) {
    paste.found.clear();
    paste.is_answered = false;
}

void give_up(Paste& paste) {
    paste.has_changed = false;
    paste.check = CheckState::unavailable;
    show_none(paste);
}

}  // namespace

Effects open_paste(State& state) {
    const Paste& paste = state.paste;
    // What was chosen by hand stays.
    if (paste.asked != 0 || paste.check == CheckState::ready) return {};
    return find_numbers(state);
}

Effects paste(State& state, const std::string& text) {
    read_from_now_on(state.paste, text, {}, {});
    if (text.empty()) show_none(state.paste);
    return find_numbers(state);
}

Effects find_numbers(State& state) {
    Paste& paste = state.paste;
    paste.has_changed = paste.asked != 0;
    if (paste.has_changed) return {};
    if (paste.check == CheckState::unavailable) paste.check = CheckState::awaited;
    paste.asked = ++state.last_message_ticket;
    return {FindNumbers{paste.asked, paste.file.empty() ? paste.text : paste.read, paste.is_eager}};
}

void mark_listed(State& state) {
    if (state.paste.found.empty()) return;
    std::vector<std::string_view> listed;
    for (const postal::Item& item : state.items)
        if (is_followed(item)) listed.push_back(item.number);
    postal::sort_many(listed, std::less());
    for (Found& found : state.paste.found) {
        found.is_listed = found.family == 0 && std::ranges::binary_search(listed, found.number);
        if (found.is_listed) found.is_chosen = false;
    }
}

Effects on(State&, const TextFileWanted&) { return {ChooseTextFile{}}; }

Effects on(State& state, const EagerToggled&) {
    state.paste.is_eager = !state.paste.is_eager;
    return find_numbers(state);
}

Effects on(State& state, const FoundToggled& toggled) {
    if (toggled.index >= state.paste.found.size()) return {};
    Found& found = state.paste.found[toggled.index];
    if (found.family == 0 && !found.is_listed) found.is_chosen = !found.is_chosen;
    return {};
}

Effects on(State& state, const FoundAdded&) {
    Effects effects;
    Change& change = begin_change(state, NoticeKind::items_added);
    state.consent_put_off = false;
    for (const Found& found : state.paste.found)
        if (found.is_chosen && !found.is_listed && found.family == 0)
            follow_number(state, effects, found.number, change);
    const std::string first = change.after.empty() ? std::string() : change.after.front().number;
    remember(state);
    if (first.empty()) return effects;
    state.paste = {};
    state.selected = first;
    state.page = state.layout == Layout::wide ? Page::item : Page::watched_items;
    return effects;
}

Effects on(State& state, const TextFileArrived& arrived) {
    const std::string name = formats::clean_text(arrived.name, file_name_limit);
    Effects effects;
    if (arrived.fault != FileFault::none) {
        state.paste.refused = name;
        state.paste.fault = arrived.fault;
    } else {
        read_from_now_on(state.paste, {}, name.empty() ? "?" : name, arrived.text);
        effects = find_numbers(state);
    }
    const bool comes = state.page != Page::paste;
    state.page = Page::paste;
    if (comes && state.layout == Layout::narrow) effects.push_back(MoveFocus{"back"});
    return effects;
}

Effects on(State& state, const NumbersFound& answer) {
    Paste& paste = state.paste;
    if (answer.ticket == 0 || answer.ticket != paste.asked) return {};
    paste.asked = 0;
    if (paste.has_changed) return find_numbers(state);
    const auto numbers = formats::read_found_numbers(answer.numbers);
    if (!numbers) {
        give_up(paste);
        return {};
    }
    paste.check = CheckState::ready;
    paste.is_answered = !paste.text.empty() || !paste.file.empty();
    paste.found.clear();
    for (const formats::FoundNumber& one : *numbers) {
        Found& found = paste.found.emplace_back();
        static_cast<formats::FoundNumber&>(found) = one;
        found.is_chosen = found.family == 0 && found.verdict == postal::Verdict::valid;
    }
    mark_listed(state);
    return {};
}

void miss_numbers(State& state, const MessageCheckUnavailable& unavailable) {
    Paste& paste = state.paste;
    if (unavailable.ticket == 0 || unavailable.ticket != paste.asked) return;
    paste.asked = 0;
    give_up(paste);
}

}  // namespace app

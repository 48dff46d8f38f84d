#include <algorithm>

#include "app/families.h"
#include "app/refresh.h"
#include "formats/clean_text.h"
#include "formats/mail_text.h"
#include "postal/extract.h"

namespace app {

namespace {

/// Bytes: as much of a name as tells files apart.
constexpr std::size_t file_name_limit = 60;

/// The same text judged anew: strictly, or eagerly. What was chosen by hand before is chosen by rule again.
void look_through(State& state, std::string_view text) {
    Paste& paste = state.paste;
    const auto eagerness = paste.is_eager ? postal::Eagerness::eager : postal::Eagerness::strict;
    paste.found.clear();
    for (const postal::FoundNumber& one : postal::extract(text, eagerness)) {
        if (paste.found.size() == items_limit) break;
        const std::string number(one.number);
        if (one.family == 0 && postal::is_sample(number)) continue;  // those come by their own button only
        paste.found.push_back({.number = number, .family = one.family, .verdict = one.verdict});
    }
    for (Found& found : paste.found)
        found.is_chosen = found.family == 0 && found.verdict == postal::Verdict::valid;
    mark_listed(state);
}

void look_through(State& state) {
    if (state.paste.file.empty())
        look_through(state, formats::mail_text(state.paste.text));
    else
        look_through(state, state.paste.read);
}

}  // namespace

void paste(State& state, const std::string& text) {
    const bool is_eager = state.paste.is_eager;
    state.paste = {};
    state.paste.text = text;
    state.paste.is_eager = is_eager;
    look_through(state);
}

void mark_listed(State& state) {
    if (state.paste.found.empty()) return;
    decltype(State::kept) listed;  // another kind of set would be another two kilobytes of code
    for (const postal::Item& item : state.items)
        if (item.removed_at == 0 && !item.archived) listed[item.number] = 1;
    for (Found& found : state.paste.found) {
        found.is_listed = found.family == 0 && listed.contains(found.number);
        if (found.is_listed) found.is_chosen = false;
    }
}

Effects on(State&, const TextFileWanted&) { return {ChooseTextFile{}}; }

Effects on(State& state, const EagerToggled&) {
    state.paste.is_eager = !state.paste.is_eager;
    look_through(state);
    return {};
}

Effects on(State& state, const FoundToggled& toggled) {
    if (toggled.index >= state.paste.found.size()) return {};
    Found& found = state.paste.found[toggled.index];
    if (found.family == 0 && !found.is_listed) found.is_chosen = !found.is_chosen;
    return {};
}

Effects on(State& state, const FoundAdded&) {
    Effects effects;
    std::uint32_t added = 0;
    std::string first;
    state.consent_put_off = false;
    for (const Found& found : state.paste.found) {
        if (!found.is_chosen || found.is_listed || found.family != 0) continue;
        postal::Item item;
        item.number = found.number;
        item.added_at = state.now;
        if (!follow(state, effects, std::move(item))) continue;
        ask_about(state, effects, found.number);
        if (added++ == 0) first = found.number;
    }
    if (added == 0) return effects;
    state.paste = {};
    state.selected = first;
    state.page = state.layout == Layout::wide ? Page::item : Page::watched_items;
    add_notice(state, {.kind = NoticeKind::items_added, .count = added});
    return effects;
}

Effects on(State& state, const TextFileArrived& arrived) {
    const std::string name = formats::clean_text(arrived.name, file_name_limit);
    if (arrived.fault != FileFault::none) {
        state.paste.refused = name;
        state.paste.fault = arrived.fault;
    } else {
        const bool is_eager = state.paste.is_eager;
        state.paste = {};
        state.paste.file = name.empty() ? "?" : name;
        state.paste.read = formats::mail_text(arrived.text);
        state.paste.is_eager = is_eager;
        look_through(state);
    }
    const bool comes = state.page != Page::paste;
    state.page = Page::paste;
    if (comes && state.layout == Layout::narrow) return {MoveFocus{"back"}};
    return {};
}

}  // namespace app

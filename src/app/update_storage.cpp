#include <algorithm>
#include <iterator>

#include "app/families.h"
#include "app/refresh.h"
#include "formats/saved_item.h"

namespace app {

namespace {

bool same_content(postal::Item a, const postal::Item& b) {
    a.revision = b.revision;
    return a == b;
}

bool is_kept(State& state, std::string_view number) {
    const auto place = kept_place(state, number);
    return place != state.kept.end() && place->number == number;
}

/// A transaction that ended late does not take back what a later one has written.
void note_kept(State& state, const postal::Item& item, std::uint64_t revision) {
    const auto place = kept_place(state, item.number);
    if (is_kept(state, item.number))
        place->revision = std::max(place->revision, revision);
    else
        state.kept.insert(place, {item.number, revision});
}

/// What another tab or the storage says about an item we hold too. Saves only when both have something of
/// their own.
void join(State& state, Effects& effects, postal::Item theirs) {
    // At the start nothing is known of most of them; looking through all for each would be felt.
    const bool is_new = state.items.size() == state.kept.size() && !is_kept(state, theirs.number);
    postal::Item* ours = is_new ? nullptr : find_item(state, theirs.number);
    if (!ours) {
        note_kept(state, theirs, theirs.revision);
        state.items.push_back(std::move(theirs));
        return;
    }
    forget_glance(state, theirs.number);
    postal::Item both = postal::merged(*ours, theirs);
    if (same_content(both, theirs)) {
        theirs.revision = std::max(theirs.revision, ours->revision);
        *ours = std::move(theirs);
        note_kept(state, *ours, ours->revision);
        return;
    }
    both.revision = std::max(ours->revision, theirs.revision);
    *ours = std::move(both);
    effects.push_back(save(*ours));
}

/// Beside the list on a wide page stands what was added last.
void select_newest(State& state) {
    const postal::Item* newest = nullptr;
    for (const postal::Item& item : state.items)
        if (is_followed(item) && (!newest || item.added_at > newest->added_at)) newest = &item;
    if (!newest) return;
    state.selected = newest->number;
    if (state.page == Page::watched_items) state.page = Page::item;
}

void take_settings(State& state, Effects& effects, std::string_view record) {
    const std::string shown = state.settings.language;
    if (const auto settings = formats::read_settings(record)) state.settings = *settings;
    keep_allowed_proxy(state);
    if (!is_offered_language(state.settings.language)) state.settings.language.clear();
    // The page remembers the language too, to begin with it, but that memory may be gone or older.
    if (state.settings.language == shown || state.wanted_language) return;
    std::ranges::move(choose_language(state, state.settings.language), std::back_inserter(effects));
    state.settings.language = shown;
}

}  // namespace

Effects on(State& state, const StorageRead& read) {
    state.now = std::max(state.now, read.at);
    Effects effects;
    std::uint32_t &unreadable = state.unreadable, &damaged = state.damaged;
    for (const std::string& record : read.items) {
        formats::ReadItem item = formats::read_item(record);
        // What cannot be read stays untouched on the device; a newer version may read it.
        if (!item.saved) {
            ++unreadable;
            continue;
        }
        if (item.saved->dropped > 0) ++damaged;
        join(state, effects, std::move(item.saved->item));
    }
    if (read.more) return effects;
    state.storage = Storage::ready;
    take_settings(state, effects, read.settings);
    forget_what_is_over(state, effects);
    if (state.settings.theme != formats::ThemeChoice::system || state.settings.text_size != 100)
        effects.push_back(show_appearance(state));
    state.query.sort = state.settings.sort;
    if (unreadable > 0) add_notice(state, NoticeKind::records_unreadable).count = unreadable;
    if (damaged > 0) add_notice(state, NoticeKind::records_damaged).count = damaged;
    if (state.layout == Layout::wide && state.selected.empty()) select_newest(state);
    ask_what_is_due(state, effects);
    return effects;
}

Effects on(State& state, const StorageFailed& failed) {
    const bool was_reading = state.storage == Storage::reading;
    switch (failed.fault) {
        case StorageFault::refused: state.storage = Storage::refused; break;
        case StorageFault::full: state.storage = Storage::full; break;
        case StorageFault::newer_version: state.storage = Storage::newer_version; break;
        case StorageFault::failed: state.storage = Storage::failed; break;
    }
    Effects effects;
    if (was_reading) ask_what_is_due(state, effects);
    return effects;
}

Effects on(State& state, const Saved& saved) {
    if (const postal::Item* item = find_item(state, saved.number)) note_kept(state, *item, saved.revision);
    if (saved.more || (state.storage != Storage::full && state.storage != Storage::failed)) return {};
    // Room was made, or the fault has passed. What is in memory only is tried again, a portion at a time:
    // each success brings the next.
    Effects effects;
    for (const postal::Item& item : state.items) {
        if (effects.size() == portion_items) return effects;
        if (!is_kept(state, item.number) || kept_place(state, item.number)->revision < item.revision)
            effects.push_back(SaveItem{item.number, formats::write_item(item), item.revision});
    }
    if (effects.empty()) state.storage = Storage::ready;
    return effects;
}

Effects on(State& state, const ItemChangedElsewhere& changed) {
    Effects effects;
    if (changed.record.empty()) {
        std::vector<postal::Item> gone;
        take_out(state, effects, {changed.number}, gone);
        send_questions(state, effects);
        return effects;
    }
    formats::ReadItem item = formats::read_item(changed.record);
    if (item.saved) join(state, effects, std::move(item.saved->item));
    if (const postal::Item* known = find_item(state, changed.number); known && known->removed_at > 0)
        forget_questions(state, effects, changed.number);
    return effects;
}

Effects on(State& state, const PersistenceAnswered& answered) {
    state.persistent = answered.granted;
    return {};
}

}  // namespace app

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/families.h"
#include "app/present_parts.h"
#include "app/reading.h"
#include "app/refresh.h"

namespace app {

namespace {

using postal::Item;
using postal::OwnDetails;

/// More steps back nobody remembers.
constexpr std::size_t undos_limit = 20;
/// Behind a pause as long as this, typing is another change.
constexpr Instant typing_pause = postal::minute_ms;

/// However many changes there were, what they hold is bounded by the longest list. The last one always stays.
void forget_the_oldest(State& state) {
    std::size_t size = 0;
    for (const Change& change : state.undos) size += change.before.size();
    while (state.undos.size() > undos_limit || (state.undos.size() > 1 && size > items_limit)) {
        size -= state.undos.front().before.size();
        state.undos.pop_front();
    }
}

bool is_without_outcome(const State& state, const Item& item) {
    const formats::Source* source = source_for(state, item.number);
    const postal::SourceRecord* record = source ? postal::find_source(item, source->id) : nullptr;
    return !record || record->last_outcome == postal::Outcome::never_asked;
}

/// What has been changed again since then stays.
void take_back_details(OwnDetails& now, const OwnDetails& before, const OwnDetails& after) {
    const auto take_back = [&](auto field) {
        if (now.*field == after.*field) now.*field = before.*field;
    };
    for (const auto text : {&OwnDetails::label, &OwnDetails::going_to, &OwnDetails::note,
                            &OwnDetails::order_number, &OwnDetails::shop})
        take_back(text);
    take_back(&OwnDetails::posted_on);
    take_back(&OwnDetails::tags);
    take_back(&OwnDetails::direction);
    take_back(&OwnDetails::mark);
    take_back(&OwnDetails::archived);
    take_back(&OwnDetails::removed_at);
}

void forget_offers(State& state) {
    for (const Change& change : state.undos) on(state, NoticeDismissed{change.told.id});
}

}  // namespace

Change& begin_change(State& state, NoticeKind kind) {
    Change& change = state.undos.emplace_back();
    change.told.kind = kind;
    change.at = state.now;
    change.selected = state.selected;
    return change;
}

Item details_of(const Item& item) {
    Item made;
    static_cast<OwnDetails&>(made) = item;
    made.number = item.number;
    made.revision = item.revision;
    return made;
}

void note(Change& change, Item before, const Item& now) {
    change.before.push_back(std::move(before));
    change.after.push_back(details_of(now));
}

bool offers_undo(const State& state, const Notice& notice) {
    return std::ranges::any_of(state.undos,
                               [&](const Change& change) { return change.told.id == notice.id; });
}

void remember(State& state, bool is_told) {
    Change& last = state.undos.back();
    if (last.before.empty() && !last.views) return state.undos.pop_back();
    Notice& told = last.told;
    told.count = static_cast<std::uint32_t>(last.before.size());
    if (told.count == 1 && told.number.empty()) told.number = last.after[0].number;
    // What is offered may be about the same tags.
    if (is_told || told.field == FieldId::new_tag) forget_offers(state);
    if (is_told) {
        Notice& notice = add_notice(state, told.kind, told.number);
        told.id = notice.id;
        notice = told;
    }
    last.numbers = std::vector<std::string>();  // both may be thousands, and are through
    last.incoming = std::vector<Item>();
    forget_the_oldest(state);
}

void remember_typed(State& state, Item before, const Item& now, FieldId field) {
    if (!state.undos.empty()) {
        Change& last = state.undos.back();
        const bool goes_on = last.told.kind == NoticeKind::detail_changed && last.told.field == field &&
                             last.told.number == now.number && state.now - last.at < typing_pause;
        if (goes_on) {
            last.at = state.now;
            last.after[0] = details_of(now);
            const OwnDetails &first = last.before[0], &latest = now;
            if (first == latest) state.undos.pop_back();
            return;
        }
    }
    Change& change = begin_change(state, NoticeKind::detail_changed);
    change.told.field = field;
    note(change, std::move(before), now);
    remember(state, false);
}

void take_back_next(State& state, Effects& effects, Change& change, std::vector<std::string>& leaving) {
    Item& was = change.before[change.next];
    const Item& became = change.after[change.next];
    const bool was_added = was.number.empty();
    Item* item = find_item(state, was_added ? became.number : was.number);
    if (became.number.empty()) {
        if (!item && state.items.size() < items_limit) add_item(state, effects, std::move(was));
        return;
    }
    if (!item) return;
    const bool is_untouched = item->revision == became.revision;
    if (was_added && (is_untouched || postal::is_sample(item->number)))
        return leaving.push_back(item->number);
    const Item before = details_of(*item);
    if (!was_added)
        take_back_details(*item, was, became);
    else if (item->removed_at == 0)
        item->removed_at = state.now;  // what has come to it is not lost
    if (!was_added && is_untouched && change.told.kind == NoticeKind::imported)
        item->sources = std::move(was.sources);
    else if (before == details_of(*item))
        return;
    keep(state, effects, *item);
    if (item->removed_at > 0)
        leave(state, effects, item->number);
    else if (item->archived && is_followed(before))
        forget_questions(state, effects, item->number);
    // Its question may have been cancelled by the removal.
    else if (!item->archived && !is_followed(before) && is_without_outcome(state, *item))
        ask_about(state, effects, item->number);
}

void end_taking_back(State& state, const Change& change) {
    // Whoever has gone on to another item stays there.
    if (state.selected.empty() && find_item(state, change.selected)) {
        state.selected = change.selected;
        if (state.layout == Layout::wide && state.page == Page::watched_items) state.page = Page::item;
    }
    add_notice(state, NoticeKind::taken_back).text = change.told.text;
}

Effects on(State& state, const ChangeUndone& wish) {
    auto& undos = state.undos;
    const auto undo = std::ranges::find_if(undos, [&](const Change& change) {
        return wish.notice == 0 ? &change == &undos.back() : change.told.id == wish.notice;
    });
    if (undo == undos.end()) return {};
    Notice& told = undo->told;
    on(state, NoticeDismissed{told.id});
    told.text = notice_words(state, told);  // as long as what it is about is there
    const bool is_of_views = undo->views.has_value();
    if (is_of_views) state.settings.views.swap(*undo->views);
    undo->is_taken_back = true;
    undo->at = state.now;
    undo->next = 0;
    Effects effects = begin_work(state, undo);
    if (is_of_views) effects.push_back(SaveSettings{formats::write_settings(state.settings)});
    return effects;
}

}  // namespace app

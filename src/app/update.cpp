#include "app/update.h"

#include <algorithm>
#include <type_traits>

#include "app/families.h"
#include "app/judgement.h"
#include "formats/saved_item.h"

namespace app {

namespace {

template <typename Happened, typename... Kinds>
constexpr bool is_one_of = (std::is_same_v<Happened, Kinds> || ...);

/// What happens at every key, every scrolled row and every kept record changes no item.
template <typename Happened>
constexpr bool keeps_items =
    is_one_of<Happened, DetailsToggled, PageOpened, ListScrolled, NoticeDismissed, ViewportChanged, Saved,
              ClockTicked, FragmentArrived, PlainViewToggled, ListQueried, ViewSaved, ViewForgotten,
              ChoosingToggled, ItemChosen, AllChosen,
              NumberCopied, PassportToggled, PassportCellPointed>;

bool changes_items(const State& state, const FieldTyped& typed) {
    return typed.field >= FieldId::item_label && !state.items.empty();
}
template <typename Happened>
bool changes_items(const State&, const Happened&) {
    return !keeps_items<Happened>;
}

/// The items stay as they are, but read differently.
template <typename Happened>
constexpr bool changes_reading = is_one_of<Happened, LocaleArrived, ConfigArrived, StorageRead, WordsArrived>;

}  // namespace

Effects update(State& state, const Action& action) {
    return std::visit(
        [&]<typename Happened>(const Happened& happened) {
            Effects effects = on(state, happened);
            const bool reads_anew = changes_reading<Happened> || is_of_yesterday(state);
            const bool is_stale = reads_anew || changes_items(state, happened);
            if (reads_anew)
                renew_order(state);
            else if (is_stale)
                update_order(state);
            if (is_stale || !is_judged(state)) renew_judgement(state);
            return effects;
        },
        action);
}

postal::Item* find_item(State& state, std::string_view number) {
    const auto found = std::ranges::find(state.items, number, &postal::Item::number);
    return found == state.items.end() ? nullptr : &*found;
}

const postal::Item* find_followed(const State& state, std::string_view number) {
    const postal::Item* item = find_item(state, number);
    return item && item->removed_at == 0 && !item->archived ? item : nullptr;
}

const postal::Item* find_item(const State& state, std::string_view number) {
    return find_item(const_cast<State&>(state), number);
}

Effect save(postal::Item& item) {
    ++item.revision;
    return SaveItem{item.number, formats::write_item(item), item.revision};
}

void add_item(State& state, Effects& effects, postal::Item item) {
    effects.push_back(save(item));
    state.items.push_back(std::move(item));
    sort_offer(state);
    if (!state.persistence_asked) {
        state.persistence_asked = true;
        effects.push_back(RequestPersistence{});
    }
}

void add_notice(State& state, Notice notice) {
    // The same thing said twice is said once.
    std::erase_if(state.notices,
                  [&](const Notice& old) { return old.kind == notice.kind && old.number == notice.number; });
    notice.id = ++state.last_notice;
    state.notices.push_back(std::move(notice));
    if (state.notices.size() > notices_limit) state.notices.erase(state.notices.begin());
}

void clear_confirmations(State& state) {
    std::erase_if(state.notices, [](const Notice& notice) {
        switch (notice.kind) {
            case NoticeKind::items_changed:
            case NoticeKind::records_unreadable:
            case NoticeKind::records_damaged:
            case NoticeKind::import_failed:
            case NoticeKind::news: return false;
            default: return true;
        }
    });
}

}  // namespace app

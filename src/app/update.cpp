#include "app/update.h"

#include <algorithm>
#include <type_traits>

#include "app/families.h"
#include "formats/saved_item.h"

namespace app {

namespace {

template <typename Happened, typename... Kinds>
constexpr bool is_one_of = (std::is_same_v<Happened, Kinds> || ...);

/// What happens at every key, every scrolled row and every kept record changes no item.
template <typename Happened>
constexpr bool keeps_items =
    is_one_of<Happened, FieldTyped, DetailsToggled, PageOpened, ListScrolled, NoticeDismissed,
              ViewportChanged, WordsArrived, Saved, ClockTicked, FragmentArrived, PlainViewToggled,
              TextFileWanted, EagerToggled, FoundToggled, TextFileArrived, MessageCheckReady,
              MessageCheckSlow, MessageChecked, MessageCheckUnavailable>;

template <typename... Kinds>
bool changes_items(const std::variant<Kinds...>& action) {
    constexpr bool changes[] = {!keeps_items<Kinds>...};
    return changes[action.index()];
}

}  // namespace

Effects update(State& state, const Action& action) {
    Effects effects = std::visit([&](const auto& happened) { return on(state, happened); }, action);
    const bool has_changed_items = changes_items(action);
    if (has_changed_items || is_of_yesterday(state)) renew_order(state);
    if (has_changed_items) mark_listed(state);
    if (state.page != Page::message) forget_message(state, effects);
    return effects;
}

postal::Item* find_item(State& state, std::string_view number) {
    const auto found = std::ranges::find(state.items, number, &postal::Item::number);
    return found == state.items.end() ? nullptr : &*found;
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
    state.removed.reset();
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
            case NoticeKind::item_removed:
            case NoticeKind::records_unreadable:
            case NoticeKind::records_damaged:
            case NoticeKind::import_failed:
            case NoticeKind::news: return false;
            default: return true;
        }
    });
}

}  // namespace app

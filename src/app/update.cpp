#include "app/update.h"

#include <algorithm>
#include <type_traits>

#include "app/families.h"
#include "app/judgement.h"
#include "app/refresh.h"
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
              ChoosingToggled, ItemChosen, AllChosen, TextCopied, PassportToggled, PassportCellPointed,
              RowsToggled, SingleKeysToggled, ConsentWithdrawn, TextFileWanted, EagerToggled, FoundToggled,
              IntroductionShown, TextFileArrived, MessageCheckReady, MessageCheckSlow, MessageChecked,
              MessageCheckUnavailable, NumbersFound, DocumentMade, FileComing, WentBack>;

/// The items stay as they are, but read differently.
template <typename Happened>
constexpr bool changes_reading = is_one_of<Happened, LocaleArrived, ConfigArrived, StorageRead, WordsArrived>;

bool is_of_item(FieldId field) {
    return field == FieldId::item_label ||
           (field >= FieldId::item_posted_on && field <= FieldId::item_direction);
}

struct Changes {
    bool items;    ///< some item may have changed, come or gone
    bool reading;  ///< all of them read differently
};

template <typename... Kinds>
Changes changes_of(const std::variant<Kinds...>& action) {
    constexpr Changes table[] = {{!keeps_items<Kinds>, changes_reading<Kinds>}...};
    if (const auto* typed = std::get_if<FieldTyped>(&action)) return {is_of_item(typed->field), false};
    // What is read in portions is looked at when it is there.
    if (const auto* read = std::get_if<StorageRead>(&action); read && read->more) return {false, false};
    if (const auto* changed = std::get_if<ItemChangedElsewhere>(&action); changed && changed->more)
        return {false, false};
    return table[action.index()];
}

/// What is behind the palette would have the focus.
bool leads_elsewhere(const Effects& effects) {
    return std::ranges::any_of(effects, [](const Effect& effect) {
        const auto* moved = std::get_if<MoveFocus>(&effect);
        return moved && moved->key != "command";
    });
}

/// What is imported in portions is looked at when all of it is there. Other work takes items out, too.
bool is_portion(const State& state, const Action& action, bool was_importing, bool was_working) {
    if (std::holds_alternative<WorkGoesOn>(action))
        return !was_working || (was_importing && is_importing(state));
    return !was_working && is_importing(state) && std::holds_alternative<ImportAnswered>(action);
}

}  // namespace

Effects follow_from(State& state, const Action& action) {
    return std::visit([&](const auto& happened) { return on(state, happened); }, action);
}

Effects update(State& state, const Action& action) {
    if (state.begun_at == 0) state.begun_at = state.now;
    const bool was_importing = is_importing(state), was_working = !state.works.empty();
    const Page before = state.page;
    Effects effects = follow_from(state, action);
    if (state.palette && (state.page != before || leads_elsewhere(effects))) state.palette.reset();
    Changes changes = changes_of(action);
    if (is_portion(state, action, was_importing, was_working)) changes.items = false;
    changes.reading = changes.reading || is_of_yesterday(state);
    changes.items = changes.items || changes.reading;
    if (changes.reading)
        renew_order(state);
    else if (changes.items)
        update_order(state);
    if (changes.items || !is_judged(state)) renew_judgement(state);
    if (changes.items) {
        mark_listed(state);
        sort_offer(state);
        count_import(state);
    }
    if (state.page != Page::message) forget_message(state, effects);
    if (const std::uint32_t count = count_ways_back(state); count != state.ways_back) {
        state.ways_back = count;
        effects.push_back(KeepWaysBack{count});
    }
    if (const Instant wake = next_wake(state); wake != state.wake_at) {
        state.wake_at = wake;
        effects.push_back(WakeAt{wake});
    }
    return effects;
}

postal::Item* find_item(State& state, std::string_view number) {
    const auto found = std::ranges::find(state.items, number, &postal::Item::number);
    return found == state.items.end() ? nullptr : &*found;
}

bool is_followed(const postal::Item& item) { return item.removed_at == 0 && !item.archived; }

const postal::Item* find_followed(const State& state, std::string_view number) {
    const postal::Item* item = find_item(state, number);
    return item && is_followed(*item) ? item : nullptr;
}

const postal::Item* find_item(const State& state, std::string_view number) {
    return find_item(const_cast<State&>(state), number);
}

std::vector<Kept>::iterator kept_place(State& state, std::string_view number) {
    return std::ranges::lower_bound(state.kept, number, {}, &Kept::number);
}

Effect save(postal::Item& item) {
    ++item.revision;
    return SaveItem{item.number, formats::write_item(item), item.revision};
}

void add_item(State& state, Effects& effects, postal::Item item) {
    if (!postal::is_sample(item.number)) end_introduction(state, effects);
    effects.push_back(save(item));
    state.items.push_back(std::move(item));
    if (!state.persistence_asked) {
        state.persistence_asked = true;
        effects.push_back(RequestPersistence{});
    }
}

Notice& add_notice(State& state, NoticeKind kind, std::string_view number) {
    // The same thing said twice is said once.
    std::erase_if(state.notices, [&](const Notice& old) { return old.kind == kind && old.number == number; });
    if (state.notices.size() == notices_limit) state.notices.erase(state.notices.begin());
    Notice& notice = state.notices.emplace_back();
    notice.id = ++state.last_notice;
    notice.kind = kind;
    notice.number = number;
    return notice;
}

void clear_confirmations(State& state) {
    std::erase_if(state.notices, [&](const Notice& notice) {
        switch (notice.kind) {
            case NoticeKind::records_unreadable:
            case NoticeKind::records_damaged:
            case NoticeKind::import_failed:
            case NoticeKind::news: return false;
            case NoticeKind::item_added:
            case NoticeKind::item_back: return true;
            default: return !offers_undo(state, notice);
        }
    });
}

}  // namespace app

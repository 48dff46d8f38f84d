#include <algorithm>
#include <iterator>

#include "app/families.h"
#include "app/reading.h"
#include "app/refresh.h"
#include "postal/country.h"

namespace app {

namespace {

using postal::Item;
using postal::Mark;

/// The items a change is about: the one named, or those that are chosen.
std::vector<std::string> meant(const State& state, const std::string& number) {
    return number.empty() ? state.chosen : std::vector{number};
}

bool is_ended(const State& state, const Item& item) {
    return postal::read_journey(item, state.now, state.locale.offset_minutes).closed;
}

void apply(const State& state, Item& item, ItemChange change) {
    if (item.removed_at > 0 && change != ItemChange::restore) return;  // while others were changed
    switch (change) {
        case ItemChange::archive: item.archived = true; break;
        case ItemChange::unarchive: item.archived = false; break;
        case ItemChange::remove: item.removed_at = state.now; break;
        case ItemChange::restore: item.removed_at = 0; break;
        case ItemChange::mark_delivered: item.mark = Mark::delivered; break;
        case ItemChange::reopen: item.mark = is_ended(state, item) ? Mark::open : Mark::none; break;
        case ItemChange::forget: break;
    }
}

}  // namespace

void keep(State& state, Effects& effects, Item& item) {
    item.changed_at = std::max(state.now, item.changed_at + 1);  // a clock set back must not lose the change
    effects.push_back(save(item));
}

void leave(State& state, Effects& effects, const std::string& number) {
    forget_questions(state, effects, number);
    // On wide the page beside the list must not show what has left the list.
    if (state.selected != number) return;
    state.selected.clear();
    if (is_about_item(state.page)) state.page = Page::watched_items;
}

void change_next(State& state, Effects& effects, Change& change, std::vector<std::string>& leaving) {
    Item* item = find_item(state, change.numbers[change.next]);
    if (!item) return;
    const ItemChange wish = change.told.change;
    Item before = details_of(*item);
    if (change.told.kind != NoticeKind::items_changed)
        postal::add_tag(*item, change.told.text);
    else if (wish != ItemChange::forget)
        apply(state, *item, wish);
    else if (item->removed_at > 0)
        leaving.push_back(item->number);
    if (before == details_of(*item)) return;
    keep(state, effects, *item);
    note(change, std::move(before), *item);
    if (wish == ItemChange::remove) leave(state, effects, item->number);
    if (wish == ItemChange::reopen || wish == ItemChange::restore) ask_about(state, effects, item->number);
}

Effects on(State& state, const ItemsChanged& changed) {
    Change& change = begin_change(state, NoticeKind::items_changed);
    change.told.change = changed.change;
    change.numbers = meant(state, changed.number);
    if (changed.number.empty()) state.chosen.clear();
    return begin_work(state, std::prev(state.undos.end()));
}

Effects on(State& state, const TagAdded& wish) {
    Change& change =
        begin_change(state, wish.number.empty() ? NoticeKind::tagged : NoticeKind::detail_changed);
    change.told.text.swap(state.new_tag);
    change.told.field = FieldId::new_tag;
    change.numbers = meant(state, wish.number);
    return begin_work(state, std::prev(state.undos.end()));
}

Effects on(State& state, const TagRemoved& wish) {
    Item* item = find_item(state, wish.number);
    if (!item) return {};
    Effects effects;
    Item before = details_of(*item);
    if (std::erase(item->tags, wish.tag) > 0) {
        keep(state, effects, *item);
        Change& change = begin_change(state, NoticeKind::tag_removed);
        change.told.text = wish.tag;
        note(change, std::move(before), *item);
        remember(state);
    }
    effects.push_back(MoveFocus{"item-tag"});  // the button that was pressed is gone
    return effects;
}

Effects type_detail(State& state, const FieldTyped& typed) {
    if (typed.field == FieldId::new_tag) {
        state.new_tag = cut_to(typed.text, postal::tag_bytes_limit);
        return {};
    }
    Item* item = find_item(state, state.selected);
    if (!item) return {};
    Item before = details_of(*item);
    switch (typed.field) {
        case FieldId::item_label: item->label = cut_to(typed.text, postal::label_bytes_limit); break;
        case FieldId::item_posted_on: item->posted_on = postal::parse_civil_date(typed.text); break;
        case FieldId::item_going_to:
            item->going_to = postal::is_country(typed.text) ? typed.text : std::string();
            break;
        case FieldId::item_note: item->note = cut_to(typed.text, postal::note_bytes_limit); break;
        case FieldId::item_order_number:
            item->order_number = cut_to(typed.text, postal::label_bytes_limit);
            break;
        case FieldId::item_shop: item->shop = cut_to(typed.text, postal::label_bytes_limit); break;
        case FieldId::item_direction:
            item->direction = typed.text == "incoming"   ? postal::Direction::incoming
                              : typed.text == "outgoing" ? postal::Direction::outgoing
                                                         : postal::Direction::unsaid;
            break;
        default: break;
    }
    if (before == details_of(*item)) return {};
    Effects effects;
    keep(state, effects, *item);
    remember_typed(state, std::move(before), *item, typed.field);
    return effects;
}

bool follow(State& state, Effects& effects, Item item, Change& change) {
    Item* known = find_item(state, item.number);
    if (!known) {
        if (state.items.size() >= items_limit) {
            add_notice(state, NoticeKind::list_full);
            return false;
        }
        add_item(state, effects, std::move(item));
        known = &state.items.back();
        note(change, {}, *known);
    } else {
        if (is_followed(*known)) return false;
        Item before = details_of(*known);
        known->removed_at = 0;
        known->archived = false;
        if (!item.label.empty()) known->label = std::move(item.label);
        if (item.posted_on) known->posted_on = item.posted_on;
        if (!item.going_to.empty()) known->going_to = std::move(item.going_to);
        keep(state, effects, *known);
        note(change, std::move(before), *known);
    }
    ask_about(state, effects, known->number);
    return true;
}

void follow_number(State& state, Effects& effects, const std::string& number, Change& change) {
    Item item;
    item.number = number;
    item.added_at = state.now;
    follow(state, effects, std::move(item), change);
}

void forget_what_is_over(State& state, Effects& effects) {
    std::vector<std::string> over;
    for (const Item& item : state.items)
        if (item.removed_at > 0 && item.removed_at + postal::removed_kept < state.now)
            over.push_back(item.number);
    std::vector<Item> gone;
    forget_items(state, effects, over, gone);
}

}  // namespace app

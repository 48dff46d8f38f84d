#include <algorithm>

#include "app/families.h"
#include "app/reading.h"
#include "app/refresh.h"
#include "postal/country.h"

namespace app {

namespace {

using postal::Item;
using postal::Mark;

/// The items a change is about: the one named, or those that are chosen.
std::vector<Item*> meant(State& state, const std::string& number) {
    std::vector<Item*> items;
    if (!number.empty()) {
        if (Item* item = find_item(state, number)) items.push_back(item);
        return items;
    }
    for (const std::string& one : state.chosen)
        if (Item* item = find_item(state, one)) items.push_back(item);
    return items;
}

bool is_ended(const State& state, const Item& item) {
    return postal::read_journey(item, state.now, state.locale.offset_minutes).closed;
}

/// False when the item is so already.
bool apply(const State& state, Item& item, ItemChange change) {
    const postal::OwnDetails before = item;
    switch (change) {
        case ItemChange::archive: item.archived = true; break;
        case ItemChange::unarchive: item.archived = false; break;
        case ItemChange::remove:
            if (item.removed_at == 0) item.removed_at = state.now;
            break;
        case ItemChange::restore: item.removed_at = 0; break;
        case ItemChange::mark_delivered: item.mark = Mark::delivered; break;
        case ItemChange::reopen: item.mark = is_ended(state, item) ? Mark::open : Mark::none; break;
        case ItemChange::forget: return false;
    }
    return !(before == item);
}

bool is_without_outcome(const State& state, const Item& item) {
    const formats::Source* source = source_for(state, item.number);
    const postal::SourceRecord* record = source ? postal::find_source(item, source->id) : nullptr;
    return !record || record->last_outcome == postal::Outcome::never_asked;
}

void note_change(State& state, ItemChange change, std::size_t count, const std::string& number) {
    forget_old_undo(state);
    add_notice(state, {.kind = NoticeKind::items_changed,
                       .number = count == 1 ? number : std::string(),
                       .count = static_cast<std::uint32_t>(count),
                       .change = change});
}

void keep(State& state, Effects& effects, Item& item) {
    item.changed_at = std::max(state.now, item.changed_at + 1);  // a clock set back must not lose the change
    effects.push_back(save(item));
}

/// On wide the page beside the list must not show what has left the list.
void leave_page_of(State& state, const std::string& number) {
    if (state.selected != number) return;
    state.selected.clear();
    if (is_about_item(state.page)) state.page = Page::watched_items;
}

Effects forget(State& state, const std::string& number) {
    std::vector<std::string> numbers;
    for (const Item* item : meant(state, number))
        if (item->removed_at > 0) numbers.push_back(item->number);
    Effects effects;
    if (numbers.empty()) return effects;
    Undo undo{.items = {}, .gone = {}, .selected = state.selected};
    undo.gone = forget_items(state, effects, numbers);
    note_change(state, ItemChange::forget, numbers.size(), {});
    state.undo = std::move(undo);
    return effects;
}

}  // namespace

void forget_old_undo(State& state) {
    std::erase_if(state.notices, [](const Notice& notice) { return tells_change(notice.kind); });
}

Effects on(State& state, const ItemsChanged& changed) {
    if (changed.change == ItemChange::forget) return forget(state, changed.number);
    Effects effects;
    Undo undo{.items = {}, .gone = {}, .selected = state.selected};
    for (Item* item : meant(state, changed.number)) {
        const postal::OwnDetails before = *item;
        if (!apply(state, *item, changed.change)) continue;
        undo.items.push_back({item->number, before});
        keep(state, effects, *item);
        if (changed.change == ItemChange::remove) {
            forget_questions(state, effects, item->number);
            leave_page_of(state, item->number);
        }
        if (changed.change == ItemChange::reopen || changed.change == ItemChange::restore)
            ask_about(state, effects, item->number);
    }
    if (undo.items.empty()) return effects;
    note_change(state, changed.change, undo.items.size(), undo.items.front().number);
    state.undo = std::move(undo);
    if (changed.number.empty()) state.chosen.clear();
    send_questions(state, effects);
    return effects;
}

Effects on(State& state, const ChangeUndone&) {
    if (!state.undo) return {};
    Undo undo = std::move(*state.undo);
    state.undo.reset();
    forget_old_undo(state);
    Effects effects;
    for (const Undo::Before& before : undo.items) {
        Item* item = find_item(state, before.number);
        if (!item) continue;
        const bool was_removed = item->removed_at > 0;
        item->archived = before.details.archived;
        item->removed_at = before.details.removed_at;
        item->mark = before.details.mark;
        item->tags = before.details.tags;
        keep(state, effects, *item);
        if (item->removed_at > 0) forget_questions(state, effects, before.number);
        // Its question may have been cancelled by the removal.
        else if (was_removed && is_without_outcome(state, *item))
            ask_about(state, effects, before.number);
    }
    for (const Item& item : undo.gone)
        if (!find_item(state, item.number) && state.items.size() < items_limit)
            add_item(state, effects, item);
    if (undo.views) {
        state.settings.views.swap(*undo.views);
        effects.push_back(SaveSettings{formats::write_settings(state.settings)});
    }
    if (find_item(state, undo.selected)) {
        state.selected = undo.selected;
        if (state.layout == Layout::wide && state.page == Page::watched_items) state.page = Page::item;
    }
    return effects;
}

Effects on(State& state, const TagAdded& wish) {
    Effects effects;
    Undo undo{.items = {}, .gone = {}, .selected = state.selected};
    for (Item* item : meant(state, wish.number)) {
        Undo::Before before{item->number, *item};
        if (!postal::add_tag(*item, state.new_tag)) continue;
        undo.items.push_back(std::move(before));
        keep(state, effects, *item);
    }
    state.new_tag.clear();
    if (undo.items.empty()) return effects;
    forget_old_undo(state);
    if (wish.number.empty()) {
        add_notice(state,
                   {.kind = NoticeKind::tagged, .count = static_cast<std::uint32_t>(undo.items.size())});
        state.undo = std::move(undo);
    }
    return effects;
}

Effects on(State& state, const TagRemoved& wish) {
    Item* item = find_item(state, wish.number);
    if (!item) return {};
    Effects effects;
    Undo undo{.items = {{item->number, *item}}, .gone = {}, .selected = state.selected};
    if (std::erase(item->tags, wish.tag) > 0) {
        keep(state, effects, *item);
        forget_old_undo(state);
        add_notice(state, {.kind = NoticeKind::tag_removed, .number = item->number, .text = wish.tag});
        state.undo = std::move(undo);
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
    const postal::OwnDetails before = *item;
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
    if (before == *item) return {};
    Effects effects;
    keep(state, effects, *item);
    return effects;
}

bool follow(State& state, Effects& effects, Item item) {
    Item* known = find_item(state, item.number);
    if (!known) {
        if (state.items.size() >= items_limit) {
            add_notice(state, {.kind = NoticeKind::list_full});
            return false;
        }
        add_item(state, effects, std::move(item));
        return true;
    }
    if (known->removed_at == 0 && !known->archived) return false;
    known->removed_at = 0;
    known->archived = false;
    if (!item.label.empty()) known->label = std::move(item.label);
    if (item.posted_on) known->posted_on = item.posted_on;
    if (!item.going_to.empty()) known->going_to = std::move(item.going_to);
    keep(state, effects, *known);
    return true;
}

void forget_what_is_over(State& state, Effects& effects) {
    std::vector<std::string> over;
    for (const Item& item : state.items)
        if (item.removed_at > 0 && item.removed_at + postal::removed_kept < state.now)
            over.push_back(item.number);
    for (const std::string& number : over) {
        effects.push_back(DeleteItem{number});
        take_out(state, effects, number);
    }
}

}  // namespace app

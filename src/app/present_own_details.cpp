#include "app/parts.h"
#include "app/present_parts.h"

namespace app {

namespace {

Part text_field(FieldId id, FieldKind kind, std::string_view key, Word label, const std::string& value,
                std::uint16_t limit) {
    return field(Look::plain_field, key, label, facts_of(id, kind, value, limit));
}

Part direction_field(const postal::Item& item) {
    Part made =
        text_field(FieldId::item_direction, FieldKind::choice, "item-direction", Word::direction_label,
                   item.direction == postal::Direction::incoming   ? "incoming"
                   : item.direction == postal::Direction::outgoing ? "outgoing"
                                                                   : "",
                   16);
    made.field->choices = {{"", say(Word::direction_unsaid)},
                           {"incoming", say(Word::direction_incoming)},
                           {"outgoing", say(Word::direction_outgoing)}};
    return made;
}

Part country_field(const State& state, const postal::Item& item) {
    Part made = text_field(FieldId::item_going_to, FieldKind::choice, "item-going", Word::going_to_label,
                           item.going_to, 2);
    made.field->choices.push_back({"", say(Word::going_to_unknown)});
    const std::string_view codes = state.locale.countries_by_name;
    for (std::size_t i = 0; i + 1 < codes.size(); i += 2)
        made.field->choices.push_back(
            {std::string(codes.substr(i, 2)), country_name(state, codes.substr(i, 2))});
    return made;
}

void add_tags(Part& card, const State& state, const postal::Item& item) {
    if (!item.tags.empty()) {
        Part row = group(Look::wrap_row, "item/tags");
        for (const std::string& tag : item.tags) {
            Part remove = button(Look::pill, "item/tag/" + std::to_string(&tag - item.tags.data()),
                                 tag + " ×", TagRemoved{item.number, tag});
            remove.name = say(Word::tag_remove_button, {{"tag", tag}});
            put(row, std::move(remove));
        }
        put(card, std::move(row));
    }
    Part form = part(Role::form, Look::row, "tag-form");
    Part typed = text_field(FieldId::new_tag, FieldKind::text, "item-tag", Word::tag_label, state.new_tag,
                            postal::tag_limit);
    typed.look = Look::search_field;
    typed.field->placeholder = say(Word::tag_placeholder);
    put(form, std::move(typed));
    put(form, button(Look::plain_button, "item-tag-add", Word::tag_add_button, TagAdded{item.number}));
    put(card, std::move(form));
}

void add_changes(Part& card, const Reading& reading) {
    Part row = group(Look::wrap_row, "item/changes");
    for (const auto& [key, words, change] : choices_about(reading))
        put(row, button(Look::plain_button, key, say(words), ItemsChanged{change, reading.item->number}));
    put(card, std::move(row));
}

/// What the user decided where the scans say something else, and where the item is kept.
void add_decisions(Part& card, const State& state, const postal::Item& item) {
    const auto add = [&](const char* key, std::string words) {
        put(card, text(Look::card_text, key, std::move(words), Tone::secondary));
    };
    if (item.removed_at > 0)
        add("item/removed",
            say(Word::removed_until,
                {{"date", date_words(state, local_date(state, item.removed_at + postal::removed_kept))}}));
    else if (item.archived)
        add("item/archived", say(Word::archived_text));
    if (item.mark == postal::Mark::delivered) add("item/marked", say(Word::marked_delivered_text));
    if (item.mark == postal::Mark::open) add("item/marked", say(Word::reopened_text));
}

}  // namespace

std::vector<ItemChoice> choices_about(const Reading& reading) {
    if (reading.item->removed_at > 0)
        return {{"restore", Word::restore_button, ItemChange::restore},
                {"forget", Word::forget_button, ItemChange::forget}};
    return {reading.group == ListGroupKind::done
                ? ItemChoice{"reopen", Word::reopen_button, ItemChange::reopen}
                : ItemChoice{"mark-delivered", Word::mark_delivered_button, ItemChange::mark_delivered},
            reading.item->archived ? ItemChoice{"unarchive", Word::unarchive_button, ItemChange::unarchive}
                                   : ItemChoice{"archive", Word::archive_button, ItemChange::archive}};
}

Part present_own_details(const State& state, const postal::Item& item) {
    const Reading reading = read_item(state, item);
    Part card = group(Look::card, "item/own");
    put(card, heading(3, Look::section, "item/own/title", Word::own_details_title));
    add_decisions(card, state, item);
    add_changes(card, reading);
    Part label = text_field(FieldId::item_label, FieldKind::text, "item-label", Word::item_label_label,
                            item.label, postal::label_limit);
    label.field->placeholder = say(Word::label_placeholder);
    put(card, std::move(label));
    put(card, text_field(FieldId::item_note, FieldKind::long_text, "item-note", Word::note_label, item.note,
                         postal::note_limit));
    add_tags(card, state, item);
    put(card, direction_field(item));
    put(card, text_field(FieldId::item_posted_on, FieldKind::date, "item-posted", Word::posted_on_label,
                         item.posted_on ? postal::to_text(*item.posted_on) : "", 10));
    put(card, country_field(state, item));
    put(card, text_field(FieldId::item_order_number, FieldKind::text, "item-order", Word::order_number_label,
                         item.order_number, postal::label_limit));
    put(card, text_field(FieldId::item_shop, FieldKind::text, "item-shop", Word::shop_label, item.shop,
                         postal::label_limit));
    return card;
}

}  // namespace app

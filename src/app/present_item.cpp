#include <tuple>

#include "app/parts.h"
#include "app/present_parts.h"
#include "app/refresh.h"
#include "postal/passport.h"

namespace app {

namespace {

Part title_column(const postal::Item& item) {
    Part made = group(Look::tight_column, "item/name");
    Part line = group(Look::wrap_row, "item/title-row");
    put(line, heading(2, Look::title, "item/title", item_title(item)));
    if (postal::is_sample(item.number))
        put(line, text(Look::chip, "item/sample", Word::sample_chip, Tone::quiet));
    put(made, std::move(line));
    if (!item.label.empty())
        put(made, text(Look::mono, "item/number", postal::grouped(item.number), Tone::secondary));
    return made;
}

/// Asking and sharing: on a phone as icons beside the title.
void add_first_actions(Part& row, const State& state, const Reading& reading) {
    const postal::Item& item = *reading.item;
    const bool is_wide = state.layout == Layout::wide;
    const auto add = [&](Icon icon, std::string_view key, Word words, Action action) -> Part& {
        put(row, is_wide ? button(Look::plain_button, key, words, std::move(action))
                         : icon_button(icon, key, words, std::move(action)));
        row.parts.back().icon = icon;
        return row.parts.back();
    };
    Part& check = add(Icon::check, "check-now", Word::check_now_button, CheckNow{item.number});
    check.enabled = !reading.asking && source_for(state, item.number) != nullptr;
    check.busy = reading.asking;
    add(Icon::share, "share", Word::share_button, ItemShared{item.number});
}

/// What is made of the item, and its removal.
void add_further_actions(Part& row, const postal::Item& item) {
    for (const auto& [key, words, page] : {std::tuple{"open-counter", Word::counter_button, Page::counter},
                                           {"open-enquiry", Word::enquiry_title, Page::enquiry},
                                           {"open-evidence", Word::evidence_title, Page::evidence}})
        put(row, button(Look::plain_button, key, words, PageOpened{page, item.number}));
    Part remove = button(Look::plain_button, "remove", Word::remove_button,
                         ItemsChanged{ItemChange::remove, item.number});
    remove.icon = Icon::remove;
    put(row, std::move(remove));
}

Part item_head(const State& state, const Reading& reading) {
    if (state.layout == Layout::narrow) {
        Part row = group(Look::row, "item/head");
        put(row, title_column(*reading.item));
        add_first_actions(row, state, reading);
        return row;
    }
    Part made = group(Look::column, "item/head");
    put(made, title_column(*reading.item));
    Part actions = group(Look::wrap_row, "item/actions");
    add_first_actions(actions, state, reading);
    add_further_actions(actions, *reading.item);
    put(made, std::move(actions));
    return made;
}

std::string asked_line(const State& state, const Reading& reading) {
    const formats::Source* source = source_for(state, reading.item->number);
    if (!source || !reading.record || reading.record->asked_at == 0) return {};
    const Instant at = reading.record->asked_at;
    if (is_today(state, at))
        return say(Word::last_asked_line, {{"time", local_time_words(state, at)}, {"source", source->name}});
    return say(Word::last_asked_on_line,
               {{"date", day_words(state, local_date(state, at))}, {"source", source->name}});
}

Part standing_part(const State& state, const Reading& reading) {
    Part made = group(Look::tight_column, "item/standing-column");
    const auto add = [&](Look look, const char* key, std::string words, Tone tone) {
        if (!words.empty()) put(made, text(look, key, std::move(words), tone));
    };
    add(Look::sentence, "item/standing", standing(state, reading), Tone::ink);
    add(Look::body, "item/meaning", normal_words(state, reading), Tone::secondary);
    add(Look::body, "item/expected", expected_words(state, reading), Tone::secondary);
    // An answer says when it was asked for; a question without one is told beside the answer before.
    const postal::SourceRecord* record = reading.record;
    if (!record || record->answered_at < record->asked_at)
        add(Look::secondary, "item/asked", asked_line(state, reading), Tone::quiet);
    add(Look::secondary, "item/sure", sureness_words(state, reading), Tone::quiet);
    add(Look::secondary, "item/missing", missing_words(state, reading), Tone::quiet);
    return made;
}

Part fault_card(const State& state, const Reading& reading) {
    Part card = group(Look::attention_card, "item/fault");
    put(card, heading(3, Look::section, "item/fault/title", Word::fault_title, Tone::attention));
    put(card, text(Look::card_text, "item/fault/text", fault_words(state, *reading.record)));
    if (!reading.record->events.empty())
        put(card, text(Look::card_text, "item/fault/stay", Word::old_events_stay));
    return card;
}

/// The legs as boxes, and the silence in the present one.
Part journey_column(const State& state, const Reading& reading) {
    Part made = group(Look::tight_column, "item/journey");
    put(made, present_journey(state, reading));
    put(made, present_clock(state, reading));
    return made;
}

Part about_card(const State& state, const postal::Item& item) {
    Part card = group(Look::card, "item/about");
    put(card, heading(3, Look::section, "item/about/title", Word::about_number_title));
    if (postal::explain(item.number)) {
        put(card, present_passport(state, PassportPlace::item, item.number));
        put(card, passport_button(state, PassportPlace::item));
    } else {
        put(card, text(Look::mono, "item/about/number", postal::grouped(item.number)));
    }
    if (postal::is_sample(item.number))
        put(card, text(Look::card_text, "item/about/sample", Word::about_sample, Tone::secondary));
    return card;
}

}  // namespace

Part present_item(const State& state, const postal::Item& item) {
    Reading reading = read_item(state, item);
    const Judgement here = state.judgement.item == &item ? Judgement{} : judged(state, item);
    reading.judgement = here.item ? &here : &state.judgement;
    Part made = region(Look::column, "item", Word::item_region);
    put(made, item_head(state, reading));
    put(made, standing_part(state, reading));
    if (reading.record && reading.record->last_fault && !reading.asking_long)
        put(made, fault_card(state, reading));
    if (reading.journey.newest) put(made, journey_column(state, reading));
    Part columns = group(Look::columns, "item/columns");
    Part side = group(Look::column, "item/side");
    // Advice comes before history: beside it where there is room, else above it.
    Part& before_history = state.layout == Layout::wide ? side : made;
    put(before_history, present_advice(state, reading));
    if (state.layout == Layout::narrow) {
        Part actions = group(Look::wrap_row, "item/actions");
        add_further_actions(actions, item);
        put(made, std::move(actions));
    }
    if (Part customs = present_customs(state, reading); !customs.parts.empty())
        put(before_history, std::move(customs));
    put(columns, present_timeline(state, reading));
    put(side, present_channels(state, reading));
    put(side, about_card(state, item));
    put(side, present_own_details(state, item));
    put(columns, std::move(side));
    put(made, std::move(columns));
    return made;
}

}  // namespace app

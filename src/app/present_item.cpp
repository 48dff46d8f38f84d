#include "app/parts.h"
#include "app/present_parts.h"
#include "app/refresh.h"

namespace app {

namespace {

using postal::Milestone;

Part title_row(const State& state, const Reading& reading) {
    const postal::Item& item = *reading.item;
    Part made = group(Look::tight_column, "item/head");
    Part line = group(Look::wrap_row, "item/title-row");
    line.parts.push_back(heading(2, Look::title, "item/title", item_title(item)));
    if (postal::is_sample(item.number))
        line.parts.push_back(text(Look::chip, "item/sample", say(Word::sample_chip), Tone::quiet));
    made.parts.push_back(std::move(line));
    if (!item.label.empty())
        made.parts.push_back(text(Look::mono, "item/number", postal::grouped(item.number), Tone::secondary));
    Part actions = group(Look::wrap_row, "item/actions");
    Part check = button(Look::plain_button, "check-now", say(Word::check_now_button), CheckNow{item.number});
    check.icon = Icon::check;
    check.enabled = !reading.asking && source_for(state, item.number) != nullptr;
    check.busy = reading.asking;
    Part share = button(Look::plain_button, "share", say(Word::share_button), ItemShared{item.number});
    share.icon = Icon::share;
    Part remove = button(Look::plain_button, "remove", say(Word::remove_button),
                         ItemsChanged{ItemChange::remove, item.number});
    remove.icon = Icon::remove;
    actions.parts.push_back(std::move(check));
    actions.parts.push_back(std::move(share));
    actions.parts.push_back(std::move(remove));
    made.parts.push_back(std::move(actions));
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

Part standing_part(const State& state, const Reading& reading, std::string normal) {
    Part made = group(Look::tight_column, "item/standing-column");
    made.parts.push_back(text(Look::sentence, "item/standing", standing(state, reading)));
    if (!normal.empty())
        made.parts.push_back(text(Look::body, "item/meaning", std::move(normal), Tone::secondary));
    if (std::string words = asked_line(state, reading); !words.empty())
        made.parts.push_back(text(Look::secondary, "item/asked", std::move(words), Tone::quiet));
    return made;
}

Part fault_card(const State& state, const Reading& reading) {
    Part card = group(Look::attention_card, "item/fault");
    card.parts.push_back(
        heading(3, Look::section, "item/fault/title", say(Word::fault_title), Tone::attention));
    card.parts.push_back(text(Look::card_text, "item/fault/text", fault_words(state, *reading.record)));
    if (!reading.record->events.empty())
        card.parts.push_back(text(Look::card_text, "item/fault/stay", say(Word::old_events_stay)));
    return card;
}

struct Step {
    Milestone last;  ///< the step is reached with any milestone up to this one
    Word words;
};
constexpr Step steps[] = {
    {Milestone::accepted, Word::milestone_accepted},  {Milestone::export_, Word::milestone_export},
    {Milestone::transit, Word::milestone_transit},    {Milestone::arrival, Word::milestone_arrival},
    {Milestone::delivered, Word::milestone_delivery},
};

/// The furthest milestone any scan reached; problems do not move it.
Milestone furthest(const postal::Item& item) {
    Milestone reached = Milestone::none;
    for (const postal::SourceRecord& record : item.sources)
        for (const postal::KnownEvent& known : record.events) {
            const Milestone milestone = postal::facts(known.event.stage).milestone;
            if (!known.event.forecast && milestone <= Milestone::delivered && milestone > reached)
                reached = milestone;
        }
    return reached;
}

Part strip(const Reading& reading) {
    const Milestone reached = furthest(*reading.item);
    Part made = part(Role::list, Look::strip, "item/strip");
    made.name = say(Word::strip_name);
    bool current_found = false;
    for (std::size_t i = 0; i < std::size(steps); ++i) {
        const bool passed = reading.journey.delivered || reached > steps[i].last;
        const bool current = !passed && !current_found && reached != Milestone::none;
        current_found = current_found || current;
        const std::string key = "item/strip/" + std::to_string(i);
        Part step = part(Role::list_item, Look::strip_step, key, {},
                         current  ? reading.tone
                         : passed ? Tone::done
                                  : Tone::quiet);
        step.selected = current;
        step.parts.push_back(piece(Look::small_head, key + "/name", say(steps[i].words),
                                   current  ? reading.tone
                                   : passed ? Tone::ink
                                            : Tone::quiet));
        const Word state = passed ? Word::step_done : current ? Word::step_now : Word::step_next;
        step.parts.push_back(
            piece(Look::secondary, key + "/state", say(state), current ? reading.tone : Tone::quiet));
        made.parts.push_back(std::move(step));
    }
    return made;
}

std::string about_words(const State& state, const postal::Item& item) {
    const postal::NumberCheck check = postal::check_number(item.number, postal::Typing::finished);
    if (!check.shape_is_right) return {};
    const std::string serial = item.number.substr(2, 8), digit(1, item.number[10]);
    const std::string expected(1, postal::check_digit(serial));
    return say(digit == expected ? Word::about_number : Word::about_number_faulty,
               {{"service", service_words(item.number)},
                {"serial", serial},
                {"digit", digit},
                {"expected", expected},
                {"country", country_name(state, postal::issuing_country(item.number))}});
}

Part about_card(const State& state, const postal::Item& item) {
    Part card = group(Look::card, "item/about");
    card.parts.push_back(heading(3, Look::section, "item/about/title", say(Word::about_number_title)));
    card.parts.push_back(text(Look::mono, "item/about/number", postal::grouped(item.number)));
    card.parts.push_back(text(Look::card_text, "item/about/text", about_words(state, item), Tone::secondary));
    if (postal::is_sample(item.number))
        card.parts.push_back(
            text(Look::card_text, "item/about/sample", say(Word::about_sample), Tone::secondary));
    return card;
}

}  // namespace

Part present_item(const State& state, const postal::Item& item) {
    const Reading reading = read_item(state, item);
    Part made = region(Look::column, "item", say(Word::item_region));
    made.parts.push_back(title_row(state, reading));
    const std::vector<postal::AdviceLine> advice = advice_for(state, reading);
    made.parts.push_back(standing_part(state, reading, normal_words(state, reading, advice)));
    if (reading.record && reading.record->last_fault && !reading.asking)
        made.parts.push_back(fault_card(state, reading));
    if (reading.journey.newest) made.parts.push_back(strip(reading));
    Part columns = group(Look::columns, "item/columns");
    Part side = group(Look::column, "item/side");
    // Advice comes before history: beside it where there is room, else above it.
    Part& before_history = state.layout == Layout::wide ? side : made;
    before_history.parts.push_back(present_advice(state, reading, advice));
    columns.parts.push_back(present_timeline(state, reading));
    side.parts.push_back(present_channels(state, reading));
    side.parts.push_back(about_card(state, item));
    side.parts.push_back(present_own_details(state, item));
    columns.parts.push_back(std::move(side));
    made.parts.push_back(std::move(columns));
    return made;
}

}  // namespace app

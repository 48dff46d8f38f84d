// The stay with customs: which side, since when, how long is usual, which papers, whom to ask.
#include "app/advice_words.h"
#include "app/parts.h"
#include "app/present_parts.h"

namespace app {

namespace {

using postal::AdviceRule;
using postal::Holder;

std::string day_of(const State& state, const postal::KnownEvent& known) {
    return day_words(state, postal::civil_from_days(postal::days_of(known.event.at.seconds)));
}

std::string stay_words(const State& state, const postal::Item& item, const postal::Leg& leg) {
    const bool exporting = leg.holder == Holder::export_customs;
    const std::string_view country = exporting ? origin_of(item) : destination_of(item);
    const std::string side =
        say(exporting ? Word::customs_export : Word::customs_import,
            {{"country", country.empty() ? say(Word::advice_some_country) : country_name(state, country)}});
    const std::string first = day_of(state, *leg.first);
    if (!leg.next) return say(Word::customs_now, {{"side", side}, {"date", first}});
    return say(Word::customs_was, {{"side", side}, {"first", first}, {"last", day_of(state, *leg.next)}});
}

/// Rows know the usual length on the side of import alone.
std::string usual_words(const postal::Item& item, Holder holder) {
    if (holder != Holder::import_customs) return say(Word::customs_unknown);
    const auto service = postal::service_class(postal::service_indicator_of(item.number));
    const postal::Silence silence = postal::read_silence(postal::SilenceClock::import_customs, service, 0);
    if (silence.long_from < 2) return say(Word::customs_unknown);
    return say_count(Word::customs_usual, silence.long_from - 1);
}

}  // namespace

const postal::Leg* customs_leg(const Reading& reading) {
    const postal::Leg* found = nullptr;
    for (const postal::Leg& leg : reading.judgement->legs)
        if (leg.holder == Holder::export_customs || leg.holder == Holder::import_customs) found = &leg;
    return found;
}

CustomsRules customs_rules(const postal::Item& item, const postal::Leg& leg) {
    if (leg.holder == Holder::export_customs) return {AdviceRule::export_papers, AdviceRule::origin_post};
    return {AdviceRule::customs_papers,
            destination_of(item).empty() ? AdviceRule::customs_office_somewhere : AdviceRule::customs_office};
}

Part present_customs(const State& state, const Reading& reading) {
    Part card = group(Look::card, "customs");
    const postal::Leg* leg = customs_leg(reading);
    if (!leg) return card;
    const postal::Item& item = *reading.item;
    put(card, heading(3, Look::section, "customs/title", Word::customs_title));
    add_text(card, Look::card_text, "/stay", stay_words(state, item, *leg));
    add_text(card, Look::card_text, "/usual", usual_words(item, leg->holder), Tone::secondary);
    constexpr Word heads[] = {Word::advice_papers, Word::advice_whom};
    const CustomsRules rules = customs_rules(item, *leg);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        Part column = group(Look::tight_column, "customs/" + std::string(postal::id_of(rules[i])));
        add_head(column, "/title", say(heads[i]));
        postal::AdviceLine line{rules[i], postal::kind_of(rules[i]), {}};
        line.arguments.destination = destination_of(item);
        add_text(column, Look::card_text, "/text", advice_words(state, item, line), Tone::secondary);
        put(card, std::move(column));
    }
    return card;
}

}  // namespace app

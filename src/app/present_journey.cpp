// Who had an item for how long, who has it now, and since when nothing was heard.
#include <algorithm>

#include "app/parts.h"
#include "app/present_parts.h"
#include "postal/designated_operator.h"

namespace app {

namespace {

using postal::Holder;
using postal::Leg;

/// More boxes are not read at a glance: the oldest are counted in the first.
constexpr std::size_t legs_shown = 6;

std::string country_or_other(const State& state, std::string_view country) {
    return country.empty() ? say(Word::advice_some_country) : country_name(state, country);
}

std::string post_name(const State& state, std::string_view country) {
    // In a box the first name is enough: "La Poste (Colissimo; EMS by Chronopost)".
    if (const postal::DesignatedOperator* post = postal::designated_operator(country))
        return std::string(post->name.substr(0, post->name.find(" (")));
    return say(Word::holder_post, {{"country", country_or_other(state, country)}});
}

/// "less than a day", "3 days", "2 to 3 days".
std::string time_words(const postal::Elapsed& stayed) {
    if (stayed.longest_days == 0) return say(Word::leg_short);
    if (stayed.shortest_days == stayed.longest_days) return say_count(Word::age_days, stayed.longest_days);
    return say(Word::leg_between, {{"first", std::to_string(stayed.shortest_days)},
                                   {"last", std::to_string(stayed.longest_days)}});
}

/// A box: in whose hands, and how long.
void add_step(Part& strip, Tone tone, bool now, std::string holder, std::string time) {
    const std::string key = "item/strip/" + std::to_string(strip.parts.size());
    Part step = part(Role::list_item, Look::strip_step, key, {}, tone);
    step.selected = now;
    const bool over = tone == Tone::done;
    put(step, piece(Look::small_head, key + "/name", std::move(holder), over ? Tone::ink : tone));
    put(step, piece(Look::secondary, key + "/time", std::move(time), over ? Tone::secondary : tone));
    put(strip, std::move(step));
}

void add_leg(Part& strip, const State& state, const Reading& reading, const Leg& leg) {
    const bool newest = !leg.next, over = leg.holder == Holder::handed_over;
    const bool now = newest && !reading.journey.closed;
    std::string holder = over ? stage_words(leg.first->event.stage)
                              : holder_words(state, *reading.item, leg.holder, leg.going_back);
    std::string time =
        over ? day_words(state, postal::civil_from_days(postal::days_of(leg.first->event.at.seconds)))
             : time_words(leg.stayed);
    if (now) time = say(Word::leg_so_far, {{"time", time}});
    add_step(strip, newest ? reading.tone : Tone::done, newest, std::move(holder), std::move(time));
}

/// The hands an item goes through when nothing happens; customs is not sure to look at it.
void add_what_comes(Part& strip, const State& state, const Reading& reading) {
    if (reading.journey.closed) return;
    const postal::Item& item = *reading.item;
    const postal::Custody custody = reading.journey.custody;
    const bool stays = destination_of(item) == origin_of(item);
    for (const Holder holder :
         {Holder::sender, Holder::origin_post, Holder::carriage, Holder::destination_post}) {
        const bool comes = custody.going_back ? holder == Holder::sender
                                              : holder > custody.holder && holder != Holder::sender &&
                                                    !(stays && holder == Holder::carriage);
        if (!comes) continue;
        add_step(strip, Tone::quiet, false, holder_words(state, item, holder, false), say(Word::step_next));
    }
}

}  // namespace

std::string holder_words(const State& state, const postal::Item& item, Holder holder, bool going_back) {
    const auto country = [&](std::string_view code) { return country_or_other(state, code); };
    const std::string_view origin = origin_of(item), destination = destination_of(item);
    std::string words;
    switch (holder) {
        case Holder::unknown: words = say(Word::holder_unknown); break;
        case Holder::sender: return say(Word::holder_sender);
        case Holder::origin_post: words = post_name(state, origin); break;
        case Holder::export_customs: words = say(Word::holder_customs, {{"country", country(origin)}}); break;
        case Holder::carriage: words = say(Word::holder_carriage); break;
        case Holder::border: words = say(Word::holder_border, {{"country", country(destination)}}); break;
        case Holder::import_customs:
            words = say(Word::holder_customs, {{"country", country(destination)}});
            break;
        case Holder::destination_post: words = post_name(state, destination); break;
        case Holder::handed_over: return stage_words(postal::Stage::delivered);
    }
    return going_back ? say(Word::holder_back, {{"holder", words}}) : words;
}

Part present_journey(const State& state, const Reading& reading) {
    Part made = part(Role::list, Look::strip, "item/strip");
    made.name = say(Word::strip_name);
    const std::vector<Leg>& legs = reading.judgement->legs;
    const std::size_t left_out = legs.size() > legs_shown ? legs.size() - legs_shown : 0;
    if (left_out > 0) {
        add_step(made, Tone::done, false, say_count(Word::leg_earlier, static_cast<std::int64_t>(left_out)),
                 {});
    }
    for (std::size_t i = left_out; i < legs.size(); ++i) add_leg(made, state, reading, legs[i]);
    add_what_comes(made, state, reading);
    return made;
}

Part present_clock(const State& state, const Reading& reading) {
    const postal::Silence& silence = reading.journey.silence;
    const postal::Custody custody = reading.journey.custody;
    std::string words;
    if (silence.clock != postal::SilenceClock::none) {
        const std::string holder = holder_words(state, *reading.item, custody.holder, custody.going_back);
        words = silence.long_from > 0
                    ? say_count(Word::clock_known, silence.days,
                                {{"holder", holder}, {"long", std::to_string(silence.long_from)}})
                    : say_count(Word::clock_unknown, silence.days, {{"holder", holder}});
    }
    const bool is_long = silence.level >= postal::SilenceLevel::long_;
    return text(Look::secondary, "item/clock", std::move(words), is_long ? Tone::attention : Tone::quiet);
}

}  // namespace app

#include "app/advice_words.h"

#include "app/reading.h"
#include "app/words.h"

namespace app {

namespace {

Word word_of(postal::AdviceRule rule) {
    return static_cast<Word>(static_cast<std::uint16_t>(Word::advise_not_asked) +
                             static_cast<std::uint16_t>(rule));
}

/// A country that is not known has no name: rules that need one ask for it, except in a contradiction.
std::string name_of(const State& state, std::string_view country) {
    return country.empty() ? say(Word::advice_some_country) : country_name(state, country);
}

}  // namespace

std::string advice_words(const State& state, const postal::Item& item, const postal::AdviceLine& line) {
    const postal::AdviceArguments& with = line.arguments;
    const std::string date = with.date ? day_words(state, *with.date) : std::string();
    return say_count(word_of(line.rule), with.count,
                     {{"date", date},
                      {"origin", name_of(state, origin_of(item))},
                      {"destination", name_of(state, with.destination)},
                      {"country", name_of(state, with.country)},
                      {"earlier", stage_words(with.earlier)},
                      {"later", stage_words(with.later)}});
}

std::string contradiction_words(const State& state, const postal::Item& item,
                                const postal::Contradiction& contradiction) {
    using postal::AdviceRule;
    constexpr auto first = static_cast<int>(AdviceRule::delivered_then_moving);
    static_assert(static_cast<int>(AdviceRule::scan_in_future) - first ==
                  postal::contradiction_kind_count - 1);
    postal::AdviceLine line;
    line.rule = static_cast<AdviceRule>(first + static_cast<int>(contradiction.kind));
    line.arguments.count = contradiction.count;
    line.arguments.destination = destination_of(item);
    line.arguments.country = contradiction.country;
    if (contradiction.earlier) line.arguments.earlier = contradiction.earlier->event.stage;
    if (contradiction.later) {
        line.arguments.later = contradiction.later->event.stage;
        line.arguments.date = postal::civil_from_days(postal::days_of(contradiction.later->event.at.seconds));
    }
    return advice_words(state, item, line);
}

}  // namespace app

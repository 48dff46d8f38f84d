#include "app/advice_words.h"
#include "app/parts.h"
#include "app/present_parts.h"
#include "postal/expected_range.h"

namespace app {

namespace {

using postal::AdviceKind;
using postal::AdviceLine;

struct Section {
    AdviceKind kind;
    Word head;
    const char* key;
};
constexpr Section sections[] = {
    {AdviceKind::warning, Word::advice_warnings, "advice/warning"},
    {AdviceKind::do_today, Word::advice_today, "advice/today"},
    {AdviceKind::cause, Word::advice_causes, "advice/cause"},
    {AdviceKind::whom, Word::advice_whom, "advice/whom"},
    {AdviceKind::papers, Word::advice_papers, "advice/papers"},
    {AdviceKind::ask_again, Word::advice_again, "advice/again"},
};

/// The sentences of one kind under their head; nothing when there is none.
void add_section(Part& card, const State& state, const postal::Item& item, const Section& section,
                 const std::vector<AdviceLine>& lines) {
    const std::string key = section.key;
    Part column = group(Look::tight_column, key);
    for (const AdviceLine& line : lines) {
        if (line.kind != section.kind) continue;
        if (column.parts.empty()) {
            Part head = heading(4, Look::card_text, key + "/title", say(section.head));
            head.strong = true;
            column.parts.push_back(std::move(head));
        }
        column.parts.push_back(text(Look::card_text, key + "/" + std::string(postal::id_of(line.rule)),
                                    advice_words(state, item, line), Tone::secondary));
    }
    if (!column.parts.empty()) card.parts.push_back(std::move(column));
}

std::string expected_words(const State& state, const postal::Item& item) {
    const postal::ExpectedRange range =
        postal::expected_range(item, state.items, state.now, state.locale.offset_minutes);
    if (range.basis != postal::RangeBasis::own_items || range.passed) return {};
    const std::string first = day_words(state, postal::civil_from_days(range.first_day));
    const std::string last = day_words(state, postal::civil_from_days(range.last_day));
    return say_count(Word::advice_expected, range.items, {{"first", first}, {"last", last}});
}

}  // namespace

std::vector<AdviceLine> advice_for(const State& state, const Reading& reading) {
    const std::vector<postal::Contradiction> contradictions =
        postal::find_contradictions(*reading.item, state.now);
    return postal::advise(*reading.item, reading.journey, contradictions, state.now,
                          state.locale.offset_minutes);
}

std::string normal_words(const State& state, const Reading& reading, const std::vector<AdviceLine>& lines) {
    for (const AdviceLine& line : lines)
        if (line.kind == AdviceKind::normal) return advice_words(state, *reading.item, line);
    return {};
}

Part present_advice(const State& state, const Reading& reading, const std::vector<AdviceLine>& lines) {
    const postal::Item& item = *reading.item;
    const bool is_urgent = reading.group == ListGroupKind::act_now;
    Part card = group(is_urgent ? Look::attention_card : Look::card, "advice");
    card.parts.push_back(heading(3, Look::section, "advice/title", say(Word::advice_title),
                                 is_urgent ? Tone::attention : Tone::ink));
    if (std::string words = expected_words(state, item); !words.empty())
        card.parts.push_back(text(Look::card_text, "advice/expected", std::move(words), Tone::secondary));
    for (const Section& section : sections) add_section(card, state, item, section, lines);
    return card;
}

}  // namespace app

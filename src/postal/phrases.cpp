// Phrases of operators in the order of data/events.json; the first that is meant as said decides.

#include <algorithm>
#include <optional>

#include "postal/affirmation.h"
#include "postal/generated/stage_rows.h"
#include "postal/plain_words.h"
#include "postal/stage.h"

namespace postal {

namespace {

/// A phrase said more often than this and never affirmed is not meant; it keeps the time linear.
constexpr int looked_at_limit = 4;

bool is_word_character(char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
}

/// Whether the phrase found at `span` stands there as words of its own.
bool stands_alone(std::string_view text, std::string_view phrase, Span span, PhraseMatch match) {
    const bool begins =
        span.begin == 0 || !is_word_character(text[span.begin - 1]) || !is_word_character(phrase.front());
    const bool ends = match == PhraseMatch::beginning_of_words || span.end == text.size() ||
                      !is_word_character(text[span.end]) || !is_word_character(phrase.back());
    return begins && ends && (match != PhraseMatch::end_of_clause || ends_clause(text, span.end));
}

/// Where `phrase` stands in `text` from `from` on. Of a gap phrase both parts stand in one clause.
std::optional<Span> find_phrase(std::string_view text, std::string_view phrase, PhraseMatch match,
                                std::size_t from) {
    const std::size_t gap = match == PhraseMatch::gap ? phrase.find('*') : phrase.size();
    const std::string_view head = phrase.substr(0, gap);
    int looked_at = 0;
    for (std::size_t at = text.find(head, from); at != std::string_view::npos; at = text.find(head, at + 1)) {
        Span span{at, at + head.size()};
        if (match == PhraseMatch::gap) {
            if (++looked_at > looked_at_limit) return std::nullopt;
            const std::string_view tail = phrase.substr(gap + 1);
            const std::size_t end = text.find(tail, span.end);
            if (end == std::string_view::npos) return std::nullopt;
            if (clause_of(text, span).end < end) continue;
            span.end = end + tail.size();
        }
        if (stands_alone(text, phrase, span, match)) return span;
    }
    return std::nullopt;
}

/// Where the row is found and meant as said.
std::optional<Span> match(const PhraseRow& row, const PlainWords& words) {
    const std::string_view phrase = stage_texts.substr(row.text.begin, row.text.length);
    const std::string_view text = words.text();
    if (!words.may_hold(phrase.substr(0, 3))) return std::nullopt;
    if (row.match == PhraseMatch::whole)
        return text == phrase ? std::optional(Span{0, text.size()}) : std::nullopt;
    auto span = find_phrase(text, phrase, row.match, 0);
    for (int looked_at = 0; span && looked_at < looked_at_limit; ++looked_at) {
        if (row.forecast || is_affirmed(text, *span, row.stage)) return span;
        span = find_phrase(text, phrase, row.match, span->begin + 1);
    }
    return std::nullopt;
}

Classified judge(std::string_view words, bool with_forecasts);

/// A prediction behind a scan does not undo the scan: "Out for delivery, expected delivery by 9:00".
Classified forecast_unless_said_before(std::string_view text, Span forecast) {
    const std::size_t begin = clause_of(text, forecast).begin;
    const Classified said = judge(text.substr(0, begin), false);
    if (said.stage != Stage::unknown && said.stage != Stage::delivered) return said;
    return {Stage::unknown, true};
}

Classified judge(std::string_view words, bool with_forecasts) {
    const PlainWords plain(words);
    for (const PhraseRow& row : phrase_rows) {
        if (row.forecast && !with_forecasts) continue;
        const auto span = match(row, plain);
        if (!span) continue;
        if (row.forecast) return forecast_unless_said_before(plain.text(), *span);
        return {row.stage, false, row.reason};
    }
    return {Stage::unknown, false};
}

}  // namespace

Classified classify_words(std::string_view words) { return judge(words, true); }

}  // namespace postal

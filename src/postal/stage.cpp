#include "postal/stage.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "postal/generated/stage_rows.h"

namespace postal {

namespace {

std::string_view text_of(StageText place) { return stage_texts.substr(place.begin, place.length); }

constexpr auto facts_table = [] {
    std::array<StageFacts, stage_count> made{};
    for (std::size_t i = 0; i < made.size(); ++i) {
        const StageRow& row = stage_rows[i];
        made[i] = {stage_texts.substr(row.id.begin, row.id.length), row.milestone, row.kind, row.terminal,
                   row.order};
    }
    return made;
}();

bool is_word_character(char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
}

/// Words that say it did not happen.
constexpr std::string_view negations = " not no never nor neither cannot without unable un non mis ";

/// Words that say it has not happened yet, or only under a condition.
constexpr std::string_view not_yet =
    " be will shall may might would should could can must if unless until when once before awaiting waiting "
    "pending "
    "expected scheduled planned estimated ";

/// Beside "delivered", these leave it open whether the addressee has the item.
constexpr std::string_view doubts =
    " sender shipper consignor origin return returned returning fail failed failure unsuccessful "
    "unsuccessfully "
    "attempt attempted tried try partially partly almost nearly wrong wrongly incorrectly error mistake "
    "correction "
    "being soon tomorrow ready out impossible intended destined cancelled canceled reversed revoked carrier "
    "airline "
    "hub customs warehouse facility depot centre center partner transport transporter office shop point "
    "locker "
    "station branch terminal airport port forwarder forwarding handler exchange courier ";

bool is_in(std::string_view list, std::string_view word) {
    for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
        if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
    }
    return false;
}

bool holds_any(std::string_view text, std::string_view list) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_word_character(text[end])) ++end;
        if (end > at && is_in(list, text.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

/// Lower case, single blanks, straight apostrophes, and "n't" written as " not", so that rows need one
/// spelling.
std::string plain(std::string_view words) {
    std::string text;
    for (std::size_t at = 0; at < words.size(); ++at) {
        char character = words[at];
        if (words.substr(at, 3) == "\u2019" || words.substr(at, 3) == "\u2018") {
            character = '\'';
            at += 2;
        } else if (words.substr(at, 2) == "\u00A0") {
            character = ' ';
            at += 1;
        }
        if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
        if (character >= '\t' && character <= '\r') character = ' ';
        if (character == ' ' && (text.empty() || text.back() == ' ')) continue;
        if (character == 't' && text.ends_with("n'")) {
            text.resize(text.size() - 2);
            text += " not";
            continue;
        }
        text += character;
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

/// Where `phrase` stands in `text` as words of its own, from `from` on.
std::size_t find_words(std::string_view text, std::string_view phrase, PhraseMatch match, std::size_t from) {
    for (std::size_t at = text.find(phrase, from); at != std::string_view::npos;
         at = text.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        const bool begins = at == 0 || !is_word_character(text[at - 1]) || !is_word_character(phrase.front());
        const bool ends = match == PhraseMatch::beginning_of_words || end == text.size() ||
                          !is_word_character(text[end]) || !is_word_character(phrase.back());
        if (begins && ends) return at;
    }
    return std::string_view::npos;
}

/// The part of the sentence before `at`: a negation further off says nothing of what stands here.
std::string_view clause_before(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    std::size_t begin = 0;
    for (const std::string_view end : {". ", ", ", "; ", "! ", " and ", " but ", " then ", " - "}) {
        const std::size_t found = before.rfind(end);
        if (found != std::string_view::npos) begin = std::max(begin, found + end.size());
    }
    return before.substr(begin);
}

/// Whether the phrase found at `at` is meant as said.
bool is_affirmed(std::string_view text, std::size_t at, Stage stage) {
    if (stage == Stage::delivered) {
        const bool asked = text.find('?') != std::string_view::npos;
        return !asked && !holds_any(text, negations) && !holds_any(text, not_yet) && !holds_any(text, doubts);
    }
    const std::string_view before = clause_before(text, at);
    if (holds_any(before, negations) || holds_any(before, not_yet)) return false;
    // A closed item is never asked about again, so a condition anywhere in the text is enough to doubt it.
    return !facts(stage).terminal || !holds_any(text, not_yet);
}

bool matches(const PhraseRow& row, std::string_view text) {
    const std::string_view phrase = text_of(row.text);
    if (row.match == PhraseMatch::whole) return text == phrase;
    for (std::size_t at = find_words(text, phrase, row.match, 0); at != std::string_view::npos;
         at = find_words(text, phrase, row.match, at + 1)) {
        if (row.forecast || is_affirmed(text, at, row.stage)) return true;
    }
    return false;
}

}  // namespace

const StageFacts& facts(Stage stage) { return facts_table[static_cast<std::size_t>(stage)]; }

std::string_view id_of(Reason reason) { return text_of(reason_ids[static_cast<std::size_t>(reason)]); }

std::string_view id_of(Provider provider) {
    return text_of(provider_ids[static_cast<std::size_t>(provider)]);
}

Reason reason_by_id(std::string_view id) {
    for (int i = 0; i < reason_count; ++i)
        if (id_of(static_cast<Reason>(i)) == id) return static_cast<Reason>(i);
    return Reason::none;
}

std::optional<Provider> provider_by_id(std::string_view id) {
    for (int i = 0; i < provider_count; ++i)
        if (id_of(static_cast<Provider>(i)) == id) return static_cast<Provider>(i);
    return std::nullopt;
}

bool is_kept_after_delivered(Stage stage) {
    return stage_rows[static_cast<std::size_t>(stage)].kept_after_delivered;
}

Classified classify_words(std::string_view words) {
    const std::string text = plain(words);
    const auto row = std::find_if(std::begin(phrase_rows), std::end(phrase_rows),
                                  [&](const PhraseRow& candidate) { return matches(candidate, text); });
    if (row == std::end(phrase_rows)) return {Stage::unknown, false};
    return {row->stage, row->forecast};
}

Classified classify_upu(std::string_view code, std::string_view words) {
    constexpr std::string_view forecast_code = "DLV";
    if (code == forecast_code) return {Stage::unknown, true};
    const auto row =
        std::find_if(std::begin(upu_code_rows), std::end(upu_code_rows), [&](const UpuCodeRow& candidate) {
            return code == std::string_view(candidate.code, std::size(candidate.code));
        });
    if (row == std::end(upu_code_rows)) return classify_words(words);
    if (row->stage == Stage::delivered && classify_words(words).forecast) return {Stage::unknown, true};
    return {row->stage, false};
}

Classified classify(Provider provider, std::string_view code, std::string_view words, std::string_view) {
    return provider == Provider::upu_emsevt ? classify_upu(code, words) : classify_words(words);
}

}  // namespace postal

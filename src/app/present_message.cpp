#include <string>

#include "app/parts.h"
#include "app/present_parts.h"
#include "postal/designated_operator.h"
#include "postal/message_rule.h"

namespace app {

namespace {

using formats::JudgedHost;
using formats::MessageAnswer;
using formats::MessageEvidence;
using postal::MessageVerdict;

struct VerdictLook {
    Word words;
    Tone tone;
};
/// In the order of MessageVerdict.
constexpr VerdictLook verdict_looks[] = {{Word::message_official, Tone::done},
                                         {Word::message_lookalike, Tone::problem},
                                         {Word::message_suspicious, Tone::problem},
                                         {Word::message_unknown, Tone::attention},
                                         {Word::message_nothing, Tone::secondary}};

VerdictLook look_of(MessageVerdict verdict) { return verdict_looks[static_cast<std::size_t>(verdict)]; }

/// The sentences of the rules stand in the order of the rules.
static_assert(static_cast<int>(Word::rule_cut_off) - static_cast<int>(Word::rule_official_host) + 1 ==
              postal::message_rule_count);
Word words_of(postal::MessageRule rule) {
    return static_cast<Word>(static_cast<int>(Word::rule_official_host) + static_cast<int>(rule));
}

std::string evidence_words(const MessageEvidence& evidence) {
    std::string sentence = say(words_of(evidence.rule));
    if (evidence.quote.empty()) return sentence;
    return say(Word::message_quote, {{"sentence", sentence}, {"quote", evidence.quote}});
}

/// What speaks against a message stands out from what is only told.
Tone tone_of(const MessageEvidence& evidence) {
    const int weight = postal::message_rule_weight(evidence.rule);
    return weight >= 2 ? Tone::problem : weight < 0 ? Tone::done : Tone::secondary;
}

void add_evidence(Part& list, const std::string& key, const std::vector<MessageEvidence>& reasons) {
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        const std::string each = key + "/" + std::to_string(i);
        Part item = part(Role::list_item, Look::tight_column, each);
        put(item, text(Look::card_text, each + "/words", evidence_words(reasons[i]), tone_of(reasons[i])));
        put(list, std::move(item));
    }
}

/// The host as text, the part that counts in strong letters; never a link.
void add_host(Part& card, const std::string& key, const JudgedHost& host) {
    Part column = group(Look::tight_column, key);
    const std::size_t before = host.host.size() - host.registrable.size();
    if (!host.host.empty()) {
        Part name = group(Look::joined_row, key + "/host");
        const auto add_piece = [&](const char* end, std::string words, bool strong) {
            if (words.empty()) return;
            Part one = piece(Look::mono, key + end, std::move(words), strong ? Tone::ink : Tone::secondary);
            one.strong = strong;
            put(name, std::move(one));
        };
        add_piece("/before", host.host.substr(0, before), false);
        add_piece("/domain", host.registrable, true);
        put(column, std::move(name));
    }
    if (before > 0 && !host.registrable.empty())
        put(column, text(Look::secondary, key + "/owner",
                         say(Word::message_owner, {{"domain", host.registrable}}), Tone::secondary));
    Part list = part(Role::list, Look::tight_column, key + "/why");
    list.name = host.host.empty() ? say(Word::message_why_title) : host.host;
    add_evidence(list, key + "/why", host.reasons);
    if (!list.parts.empty()) put(column, std::move(list));
    put(card, std::move(column));
}

Part why_card(const MessageAnswer& answer) {
    Part card = group(Look::card, "message/why");
    put(card, heading(3, Look::section, "message/why-title", Word::message_why_title));
    for (std::size_t i = 0; i < answer.hosts.size(); ++i)
        add_host(card, "message/host/" + std::to_string(i), answer.hosts[i]);
    Part list = part(Role::list, Look::tight_column, "message/reasons");
    list.name = say(Word::message_why_title);
    add_evidence(list, "message/reason", answer.reasons);
    if (!list.parts.empty()) put(card, std::move(list));
    std::string numbers;
    for (const std::string& number : answer.numbers)
        numbers = numbers.empty() ? number : say(Word::listed, {{"before", numbers}, {"next", number}});
    if (!numbers.empty())
        put(card, text(Look::card_text, "message/numbers", say(Word::message_numbers, {{"numbers", numbers}}),
                       Tone::secondary));
    return card;
}

/// The official site and hotline of whom it claims to be from: from our own tables, nothing of the message.
void add_route(Part& page, const State& state, const MessageAnswer& answer) {
    const bool has_post = postal::designated_operator(answer.safe_country) != nullptr;
    if (!has_post && answer.safe_host.empty()) return;
    Part card = group(Look::card, "message/compare");
    put(card, heading(3, Look::section, "message/compare-title", Word::message_compare_title));
    put(card, text(Look::card_text, "message/route", Word::message_safe_route, Tone::secondary));
    if (!answer.safe_host.empty()) add_official_host(card, "message/official", answer.safe_host);
    if (has_post) add_official_post(card, state, "message/post", answer.safe_country);
    put(page, std::move(card));
}

Part to_do_card() {
    Part card = group(Look::attention_card, "message/do");
    put(card, heading(3, Look::section, "message/do-title", Word::advice_title));
    put(card, text(Look::card_text, "message/do/pay", Word::advise_never_pay_by_link));
    put(card, text(Look::card_text, "message/do/paid", Word::message_paid));
    return card;
}

Part claimed_field(const State& state) {
    std::vector<Choice> senders{{"", say(Word::message_claimed_unknown)}};
    for (const formats::Sender& sender : state.senders) senders.push_back({sender.id, sender.name});
    return choice_field(FieldId::message_claimed, "message-claimed", Word::message_claimed_label,
                        state.message.claimed, std::move(senders));
}

Part input_card(const State& state) {
    Part card = group(Look::card, "message/input");
    // One more, so that the check can tell that it was cut.
    FieldFacts facts =
        facts_of(FieldId::message_text, FieldKind::long_text, state.message.text, postal::message_limit + 1);
    facts.described_by = "message/text";
    put(card, field(Look::plain_field, "message-text", Word::message_label, std::move(facts)));
    if (!state.senders.empty()) put(card, claimed_field(state));
    add_check_state(card, "message", state.message.check, Page::message);
    return card;
}

const MessageAnswer* answer_to_show(const State& state) {
    return state.message.answer && !state.message.text.empty() ? &*state.message.answer : nullptr;
}

}  // namespace

std::string check_state_words(CheckState check) {
    if (check == CheckState::slow) return say(Word::message_getting);
    if (check == CheckState::unavailable) return say(Word::message_unavailable);
    return {};
}

void add_check_state(Part& card, const std::string& key, CheckState check, Page page) {
    const std::string words = check_state_words(check);
    if (check == CheckState::slow) put(card, text(Look::card_text, key + "/getting", words, Tone::secondary));
    if (check == CheckState::unavailable) {
        put(card, text(Look::card_text, key + "/unavailable", words, Tone::problem));
        put(card,
            button(Look::plain_button, key + "/retry", Word::message_retry_button, PageOpened{page, {}}));
    }
}

std::string message_summary(const State& state) {
    if (const MessageAnswer* answer = answer_to_show(state)) return say(look_of(answer->verdict).words);
    return check_state_words(state.message.check);
}

Part present_message(const State& state) {
    Part made = region(Look::column, "message-page", Word::message_title);
    Part top = group(Look::tight_column, "message/top");
    put(top, heading(2, Look::title, "message/title", Word::message_title));
    put(top, text(Look::body, "message/text", Word::message_text, Tone::secondary));
    put(made, std::move(top));
    put(made, input_card(state));
    const MessageAnswer* answer = answer_to_show(state);
    if (!answer) return made;
    const auto [words, tone] = look_of(answer->verdict);
    put(made, text(Look::sentence, "message/verdict", say(words), tone));
    if (answer->verdict != MessageVerdict::nothing) put(made, to_do_card());
    if (!answer->hosts.empty() || !answer->reasons.empty()) put(made, why_card(*answer));
    add_route(made, state, *answer);
    return made;
}

}  // namespace app

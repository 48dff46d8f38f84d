#include "app/advice_words.h"
#include "app/parts.h"
#include "app/present_parts.h"
#include "postal/designated_operator.h"

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
    {AdviceKind::do_today, Word::advice_today, "advice/today"},
    {AdviceKind::cause, Word::advice_causes, "advice/cause"},
    {AdviceKind::whom, Word::advice_whom, "advice/whom"},
    {AdviceKind::papers, Word::advice_papers, "advice/papers"},
    {AdviceKind::ask_again, Word::advice_again, "advice/again"},
    {AdviceKind::warning, Word::advice_warnings, "advice/warning"},
};

/// What is said there is not said twice.
bool is_on_customs_card(const Reading& reading, const AdviceLine& line) {
    const postal::Leg* leg = customs_leg(reading);
    if (!leg) return false;
    const auto [papers, whom] = customs_rules(*reading.item, *leg);
    return line.rule == papers || line.rule == whom;
}

/// The sentences of one kind under their head; nothing when there is none.
void add_section(Part& card, const State& state, const Reading& reading, const Section& section) {
    Part column = group(Look::tight_column, section.key);
    for (const AdviceLine& line : reading.judgement->advice) {
        if (line.kind != section.kind || is_on_customs_card(reading, line)) continue;
        if (column.parts.empty()) add_head(column, "/title", say(section.head));
        add_text(column, Look::card_text, "/" + std::string(postal::id_of(line.rule)),
                 advice_words(state, *reading.item, line), Tone::secondary);
    }
    if (!column.parts.empty()) put(card, std::move(column));
}

/// The post to be asked now: on its way out that of origin, later that of the country it goes to.
const postal::DesignatedOperator* post_to_ask(const Reading& reading) {
    const postal::Item& item = *reading.item;
    const bool is_there = reading.journey.custody.holder >= postal::Holder::border;
    const std::string_view country =
        is_there && !destination_of(item).empty() ? destination_of(item) : origin_of(item);
    return postal::designated_operator(country);
}

/// Its page, with the number filled in where it may be; never one that is not secure.
std::string page_of(const postal::DesignatedOperator& post, const std::string& number) {
    if (!postal::is_sample(number))
        if (std::string filled = postal::tracking_link(post, number); !filled.empty()) return filled;
    const std::string_view page = post.track_page.empty() ? post.home : post.track_page;
    return postal::is_plain_http(page) ? std::string() : std::string(page);
}

/// One press each: the official site, the hotline, the number to be pasted there.
Part actions(const Reading& reading) {
    const std::string& number = reading.item->number;
    Part row = group(Look::wrap_row, "advice/actions");
    if (const postal::DesignatedOperator* post = post_to_ask(reading)) {
        if (const std::string page = page_of(*post, number); !page.empty())
            put(row, link("advice/site", say(Word::action_site, {{"host", postal::host_of(page)}}), page));
        if (post->phone_status != postal::PhoneStatus::none && !post->phone_domestic.empty())
            put(row, link("advice/call", say(Word::action_call, {{"phone", post->phone_domestic}}),
                          telephone_link(post->phone_domestic)));
    }
    put(row, button(Look::quiet_button, "advice/copy", Word::copy_number_button, TextCopied{number}));
    return row;
}

}  // namespace

std::string normal_words(const State& state, const Reading& reading) {
    for (const AdviceLine& line : reading.judgement->advice)
        if (line.kind == AdviceKind::normal) return advice_words(state, *reading.item, line);
    return {};
}

Part present_advice(const State& state, const Reading& reading) {
    const bool is_urgent = reading.group == ListGroupKind::act_now;
    Part card = group(is_urgent ? Look::attention_card : Look::card, "advice");
    put(card, heading(3, Look::section, "advice/title", Word::advice_title,
                      is_urgent ? Tone::attention : Tone::ink));
    for (const Section& section : sections) add_section(card, state, reading, section);
    put(card, actions(reading));
    return card;
}

}  // namespace app

#include "app/families.h"
#include "app/parts.h"
#include "app/present_parts.h"
#include "app/refresh.h"

namespace app {

namespace {

/// Numbers named in an offer before "and n more".
constexpr std::size_t named_numbers = 5;

Part consent(const State& state, const formats::Source& source) {
    std::vector<std::string_view> waiting;
    for (const std::string& number : state.to_ask)
        if (source_for(state, number) == &source) waiting.push_back(number);
    const std::string proxy = proxy_words(state, proxy_for(state, source));
    Part card = question("consent", say(Word::consent_title));
    put(card, text(Look::card_text, "consent/text",
                   waiting.size() == 1
                       ? say(Word::consent_one, {{"number", postal::grouped(waiting.front())},
                                                 {"name", source.name},
                                                 {"host", source.host},
                                                 {"proxy", proxy}})
                       : say_count(Word::consent_many, static_cast<std::int64_t>(waiting.size()),
                                   {{"name", source.name}, {"host", source.host}, {"proxy", proxy}})));
    add_answers(
        card,
        button(Look::primary_button, "consent/yes", Word::consent_yes_button,
               ConsentAnswered{source.id, true}),
        button(Look::plain_button, "consent/no", Word::consent_no_button, ConsentAnswered{source.id, false}));
    return card;
}

std::string named(const std::vector<std::string>& numbers) {
    std::string list;
    for (std::size_t i = 0; i < numbers.size() && i < named_numbers; ++i) {
        const std::string number = postal::grouped(numbers[i]);
        list = i == 0 ? number : say(Word::listed, {{"before", list}, {"next", number}});
    }
    if (numbers.size() <= named_numbers) return list;
    return say_count(Word::offer_more, static_cast<std::int64_t>(numbers.size() - named_numbers),
                     {{"numbers", list}});
}

Part offer(const Offer& offer) {
    Part card = question("offer", say(Word::offer_title));
    const auto add = [&](const char* key, std::string words) {
        put(card, text(Look::card_text, key, std::move(words)));
    };
    if (offer.fresh.empty())
        add("offer/text", say(Word::offer_none));
    else
        add("offer/text", say_count(Word::offer_text, static_cast<std::int64_t>(offer.fresh.size()),
                                    {{"numbers", named(offer.fresh)}}));
    if (!offer.fresh.empty() && !offer.present.empty())
        add("offer/present", say_count(Word::offer_present, static_cast<std::int64_t>(offer.present.size())));
    if (offer.faulty > 0) add("offer/faulty", say_count(Word::offer_faulty, offer.faulty));
    if (offer.cut) add("offer/cut", say(Word::offer_cut));
    if (offer.fresh.empty()) {
        put(card,
            button(Look::plain_button, "offer/no", Word::offer_close_button, SharedItemsAnswered{false}));
        return card;
    }
    add_answers(
        card, button(Look::primary_button, "offer/yes", Word::offer_accept_button, SharedItemsAnswered{true}),
        button(Look::plain_button, "offer/no", Word::offer_decline_button, SharedItemsAnswered{false}));
    return card;
}

Part update_offer(const State& state) {
    const bool is_going_on = state.update_accepted_at > 0 && is_long(state, state.update_accepted_at);
    Part row = region(Look::notice, "update", Word::update_text);
    put(row, text(Look::card_text, "update/text", say(is_going_on ? Word::update_going : Word::update_text)));
    put(row, button(Look::quiet_button, "update/yes", Word::update_button, UpdateAccepted{}));
    return row;
}

void add_warnings(Part& column, const State& state) {
    const auto warn = [&](const char* key, Word words) {
        Part card = group(Look::attention_card, key);
        put(card, text(Look::card_text, std::string(key) + "/text", say(words)));
        put(column, std::move(card));
    };
    if (!state.online) warn("offline", Word::offline_banner);
    if (state.storage == Storage::refused) warn("unsaved", Word::storage_refused);
    if (state.storage == Storage::full) warn("unsaved", Word::storage_full);
    if (state.storage == Storage::failed) warn("unsaved", Word::storage_failed);
    if (state.storage == Storage::newer_version) warn("unsaved", Word::storage_newer_version);
    if (state.config_read && !state.config.default_source()) warn("no-source", Word::no_source);
}

}  // namespace

Part question(std::string key, std::string title, std::uint8_t level) {
    Part card = region(Look::accent_card, key, title);
    put(card, heading(level, Look::section, key + "/title", std::move(title)));
    return card;
}

void add_answers(Part& card, Part yes, Part no) {
    Part row = group(Look::wrap_row, card.key + "/answers");
    put(row, std::move(yes));
    put(row, std::move(no));
    put(card, std::move(row));
}

void add_questions(Part& column, const State& state) {
    add_warnings(column, state);
    if (state.update_waiting) put(column, update_offer(state));
    if (const formats::Source* source = consent_wanted(state)) put(column, consent(state, *source));
    if (state.offer) put(column, offer(*state.offer));
    add_exchange(column, state, 2);
}

}  // namespace app

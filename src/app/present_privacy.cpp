#include "app/parts.h"
#include "app/present_parts.h"
#include "app/refresh.h"

namespace app {

namespace {

Part card(const std::string& key, Word title) {
    Part made = group(Look::card, key);
    put(made, heading(3, Look::section, key + "/title", say(title)));
    return made;
}

void add(Part& card, std::string key, std::string words) {
    put(card, text(Look::card_text, std::move(key), std::move(words), Tone::secondary));
}

/// Each source: what it would be told, through whom, and whether the user has agreed.
Part leaving_card(const State& state) {
    Part made = card("privacy/leaves", Word::privacy_leaves_title);
    add(made, "privacy/leaves/text", say(Word::privacy_leaves_text));
    for (const formats::Source& source : state.config.sources) {
        const std::string key = "privacy/source/" + source.id;
        add(made, key,
            say(Word::privacy_source, {{"name", source.name},
                                       {"host", source.host},
                                       {"proxy", proxy_words(state, proxy_for(state, source))}}));
        if (!has_consent(state, source)) {
            add(made, key + "/state", say(Word::privacy_not_agreed));
            continue;
        }
        Part row = group(Look::wrap_row, key + "/row");
        put(row, text(Look::card_text, key + "/state", Word::privacy_agreed, Tone::done));
        put(row, button(Look::plain_button, key + "/withdraw", Word::privacy_withdraw_button,
                        ConsentWithdrawn{source.id}));
        put(made, std::move(row));
    }
    return made;
}

Part never_card() {
    Part made = card("privacy/never", Word::privacy_never_title);
    add(made, "privacy/never/text", say(Word::privacy_never_text));
    add(made, "privacy/never/links", say(Word::privacy_links_text));
    return made;
}

Part kept_card(const State& state) {
    Part made = card("privacy/kept", Word::privacy_kept_title);
    add(made, "privacy/kept/text",
        say_count(Word::privacy_kept_text, static_cast<std::int64_t>(state.items.size())));
    add(made, "privacy/kept/where", say(Word::privacy_where_text));
    return made;
}

}  // namespace

Part present_privacy(const State& state) {
    Part made = region(Look::column, "privacy-page", Word::settings_privacy_title);
    put(made, heading(2, Look::title, "privacy-page/title", Word::settings_privacy_title));
    put(made, leaving_card(state));
    put(made, never_card());
    put(made, kept_card(state));
    return made;
}

}  // namespace app

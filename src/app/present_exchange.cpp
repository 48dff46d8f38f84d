#include "app/families.h"
#include "app/parts.h"
#include "app/present_parts.h"
#include "app/refresh.h"

namespace app {

namespace {

Part import_question(const State& state, const Import& import, std::uint8_t level) {
    Part card = question("import", say(Word::import_title), level);
    put(card,
        text(Look::card_text, "import/text",
             say(Word::import_text, {{"date", date_words(state, local_date(state, import.backup.made_at))},
                                     {"count", std::to_string(import.backup.items.size())},
                                     {"fresh", std::to_string(import.preview.fresh)},
                                     {"changed", std::to_string(import.preview.changed)},
                                     {"same", std::to_string(import.preview.same)}})));
    if (import.backup.dropped > 0)
        put(card,
            text(Look::card_text, "import/dropped", say_count(Word::import_dropped, import.backup.dropped)));
    Part yes = button(Look::primary_button, "import/yes", Word::import_accept_button, ImportAnswered{true});
    Part no = button(Look::plain_button, "import/no", Word::import_decline_button, ImportAnswered{false});
    yes.enabled = no.enabled = !is_importing(state);  // one after the other
    add_answers(card, std::move(yes), std::move(no));
    return card;
}

bool shows_exporting(const State& state) { return state.exporting && is_long(state, state.exporting->since); }

bool shows_work(const State& state) { return !state.works.empty() && is_long(state, state.works.front().at); }

}  // namespace

std::string exchange_summary(const State& state) {
    if (shows_work(state)) return say(is_importing(state) ? Word::import_going : Word::change_going);
    if (shows_exporting(state)) return say(Word::export_going);
    // Said before it begins: the page cannot say anything while it reads.
    return state.is_file_coming ? say(Word::file_reading) : std::string();
}

void add_exchange(Part& column, const State& state, std::uint8_t level) {
    if (std::string words = exchange_summary(state); !words.empty()) {
        Part card = group(Look::accent_card, "going");
        add_text(card, Look::card_text, "/text", std::move(words));
        const auto add_done = [&](std::size_t done, std::size_t count) {
            add_text(
                card, Look::card_text, "/done",
                say(Word::work_done, {{"done", std::to_string(done)}, {"count", std::to_string(count)}}));
        };
        if (shows_work(state)) {
            add_done(state.works.front().next, state.works.front().count());
            if (is_importing(state))
                put(card,
                    button(Look::plain_button, "going/stop", Word::import_stop_button, ImportStopped{}));
        } else if (shows_exporting(state)) {
            add_done(state.exporting->next, state.exporting->numbers.size());
        }
        put(column, std::move(card));
    }
    if (state.import) put(column, import_question(state, *state.import, level));
}

}  // namespace app

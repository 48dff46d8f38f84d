#include "app/families.h"
#include "app/parts.h"
#include "app/present_parts.h"

namespace app {

namespace {

std::string step_words(const State& state) {
    return say(Word::introduction_step, {{"step", std::to_string(state.introduction + 1)}});
}

Word title_of(const State& state) {
    return static_cast<Word>(static_cast<int>(Word::first_step_number) + state.introduction);
}

Part step_button(const char* end, Word words, int step) {
    return button(Look::quiet_button, std::string("introduction/") + end, say(words),
                  IntroductionShown{static_cast<std::uint8_t>(step)});
}

/// Before the words, so that they stay where they are while the steps change.
Part steps_row(const State& state) {
    const int step = state.introduction;
    Part row = group(Look::row, "introduction/steps");
    put(row, text(Look::small_head, "introduction/step", step_words(state), Tone::quiet));
    if (step > 0) put(row, step_button("back", Word::introduction_back_button, step - 1));
    put(row, step_button("skip", Word::introduction_skip_button, introduction_steps));
    put(row,
        step_button("next",
                    step + 1 < introduction_steps ? Word::introduction_next_button : Word::choose_done_button,
                    step + 1));
    return row;
}

}  // namespace

std::string introduction_summary(const State& state) {
    if (state.introduction == 0 || !shows_introduction(state)) return {};
    return step_words(state) + ": " + say(title_of(state));
}

Part present_introduction(const State& state) {
    Part card = region(Look::card, "introduction", say(title_of(state)));
    put(card, steps_row(state));
    put(card, heading(2, Look::section, "introduction/title", say(title_of(state))));
    add_text(card, Look::card_text, "/text",
             say(static_cast<Word>(static_cast<int>(Word::welcome_number) + state.introduction)),
             Tone::secondary);
    if (state.introduction > 0) return card;
    put(card, text(Look::mono, "introduction/example", Word::number_placeholder));
    add_samples(card, state);
    return card;
}

}  // namespace app

// A number explained: 13 cells, the sum of the check digit step by step, and what no number tells.
#include "app/parts.h"
#include "app/present_parts.h"
#include "postal/passport.h"

namespace app {

namespace {

using postal::Passport;

constexpr std::size_t serial_begin = 2, check_place = 10;
// The sentence on what no number tells names each of them.
static_assert(postal::untold_count == 7);

std::string key_of(PassportPlace place) {
    return place == PassportPlace::entry ? "entry/passport" : "item/about/passport";
}

const PassportView& view_of(const State& state, PassportPlace place) {
    return place == PassportPlace::entry ? state.entry_passport : state.item_passport;
}

std::string cell_words(const State& state, const Passport& passport, std::size_t cell) {
    const std::string position = std::to_string(cell + 1), found(1, passport.number[cell]);
    if (cell < serial_begin)
        return say(Word::cell_service, {{"position", position},
                                        {"found", found},
                                        {"letters", passport.service},
                                        {"service", service_words(passport.number)}});
    if (cell < check_place) {
        const postal::CheckDigitStep& step = passport.steps[cell - serial_begin];
        return say(Word::cell_serial, {{"position", position},
                                       {"found", found},
                                       {"weight", std::to_string(step.weight)},
                                       {"product", std::to_string(step.product)}});
    }
    if (cell == check_place)
        return say(
            passport.found == passport.expected ? Word::cell_check : Word::cell_check_wrong,
            {{"position", position}, {"found", found}, {"expected", std::string(1, passport.expected)}});
    return say(Word::cell_country, {{"position", position},
                                    {"found", found},
                                    {"letters", passport.country},
                                    {"country", country_name(state, passport.country)}});
}

Tone tone_of(const Passport& passport, std::size_t cell) {
    if (cell < serial_begin) return Tone::moving;
    if (cell < check_place) return Tone::ink;
    if (cell == check_place) return passport.found == passport.expected ? Tone::done : Tone::problem;
    return Tone::attention;
}

Part cells(const State& state, PassportPlace place, const Passport& passport) {
    Part made = group(Look::passport, key_of(place) + "/cells");
    made.name = say(Word::passport_name);
    for (std::size_t i = 0; i < passport.number.size(); ++i) {
        Part cell = button(Look::passport_cell, key_of(place) + "/" + std::to_string(i),
                           std::string(1, passport.number[i]),
                           PassportCellPointed{place, static_cast<std::uint8_t>(i)});
        cell.name = cell_words(state, passport, i);
        cell.tone = tone_of(passport, i);
        cell.selected = view_of(state, place).cell == i;
        put(made, std::move(cell));
    }
    return made;
}

std::string summary_words(const State& state, const Passport& passport) {
    const std::string digit(1, passport.found), expected(1, passport.expected);
    return say(digit == expected ? Word::about_number : Word::about_number_faulty,
               {{"service", service_words(passport.number)},
                {"serial", passport.serial},
                {"digit", digit},
                {"expected", expected},
                {"country", country_name(state, passport.country)}});
}

/// "1×8 + 2×6 + … = 204"
std::string sum_words(const Passport& passport) {
    std::string words;
    for (const postal::CheckDigitStep& step : passport.steps) {
        if (!words.empty()) words += " + ";
        words += std::to_string(step.digit) + "×" + std::to_string(step.weight);
    }
    return words + " = " + std::to_string(passport.sum);
}

std::string rest_words(const Passport& passport) {
    const std::string difference = std::to_string(passport.difference), digit(1, passport.expected);
    std::string words = say(Word::passport_rest, {{"sum", std::to_string(passport.sum)},
                                                  {"rest", std::to_string(passport.remainder)},
                                                  {"difference", difference}});
    if (passport.difference > 9)
        words += " " + say(Word::passport_written, {{"difference", difference}, {"digit", digit}});
    return words + " " +
           (passport.found == passport.expected
                ? say(Word::passport_fits, {{"digit", digit}})
                : say(Word::finding_check_digit,
                      {{"expected", digit}, {"found", std::string(1, passport.found)}}));
}

void add_explanation(Part& made, const State& state, const Passport& passport) {
    add_text(made, Look::card_text, "/sum", sum_words(passport));
    add_text(made, Look::card_text, "/rest", rest_words(passport), Tone::secondary);
    if (passport.issuer)
        add_text(made, Look::card_text, "/issuer",
                 say(Word::passport_issuer,
                     {{"country", country_name(state, passport.country)}, {"name", passport.issuer->name}}),
                 Tone::secondary);
    add_text(made, Look::card_text, "/untold", Word::untold_title);
    made.parts.back().strong = true;
    add_text(made, Look::card_text, "/untold-text", Word::untold_text, Tone::secondary);
}

}  // namespace

Part passport_button(const State& state, PassportPlace place) {
    Part made =
        button(Look::quiet_button, key_of(place) + "/button", Word::passport_button, PassportToggled{place});
    made.expanded = view_of(state, place).open;
    return made;
}

Part present_passport(const State& state, PassportPlace place, const std::string& number) {
    const std::string key = key_of(place);
    Part made = group(Look::tight_column, key);
    const std::optional<Passport> passport = postal::explain(number);
    if (!passport) return made;
    const PassportView& view = view_of(state, place);
    put(made, cells(state, place, *passport));
    add_text(made, Look::card_text, "/line",
             view.cell ? cell_words(state, *passport, *view.cell) : summary_words(state, *passport),
             Tone::secondary);
    if (view.open) add_explanation(made, state, *passport);
    return made;
}

}  // namespace app

#include <algorithm>

#include "app/families.h"
#include "app/parts.h"
#include "app/present_parts.h"
#include "postal/country.h"
#include "postal/other_number.h"
#include "postal/repair.h"

namespace app {

namespace {

using postal::Finding;
using postal::FindingCode;
using postal::Severity;
using postal::Verdict;

}  // namespace

std::string family_words(const postal::Family& family) {
    switch (family.hand_over) {
        case postal::HandOver::domestic_china_ems: return say(Word::finding_domestic_china_ems);
        case postal::HandOver::not_an_item: return say(Word::finding_not_an_item);
        case postal::HandOver::carrier_site:
        case postal::HandOver::post_site: break;
    }
    return say(Word::finding_other_family, {{"who", family.who}});
}

std::string finding_words(const Finding& finding, const postal::NumberCheck& check) {
    const std::string position = std::to_string(finding.position + 1);
    const std::string found(1, finding.found), expected(1, finding.expected);
    const bool guess = finding.expected != 0;
    switch (finding.code) {
        case FindingCode::empty: return say(Word::verdict_empty);
        case FindingCode::too_short:
            return say_count(Word::finding_too_short,
                             std::int64_t{postal::item_number_length} - finding.found_count);
        case FindingCode::too_long: return say(Word::finding_too_long);
        case FindingCode::letter_in_digits:
            return say(guess ? Word::finding_letter_in_digits_maybe : Word::finding_letter_in_digits,
                       {{"position", position}, {"found", found}, {"expected", expected}});
        case FindingCode::digit_in_letters:
            return say(guess ? Word::finding_digit_in_letters_maybe : Word::finding_digit_in_letters,
                       {{"position", position}, {"found", found}, {"expected", expected}});
        case FindingCode::foreign_character:
            return say(Word::finding_foreign_character, {{"position", position}});
        case FindingCode::check_digit:
            return say(Word::finding_check_digit, {{"expected", expected}, {"found", found}});
        case FindingCode::service_unassigned:
            return say(Word::finding_service_unassigned, {{"found", check.number.substr(0, 2)}});
        case FindingCode::country_unknown:
            return say(Word::finding_country_unknown, {{"found", check.number.substr(11)}});
        case FindingCode::placeholder_serial: return say(Word::finding_placeholder_serial);
        case FindingCode::service_local: return say(Word::finding_service_local);
        case FindingCode::service_untracked: return say(Word::finding_service_untracked);
        case FindingCode::normalised:
            return finding.disguise == postal::Disguise::look_alike ? say(Word::finding_look_alike)
                                                                    : std::string();
        case FindingCode::other_family: return family_words(postal::family(check.families.front()));
        case FindingCode::several_numbers:
            return say_count(Word::finding_several_numbers, finding.found_count);
    }
    return {};
}

namespace {

const Finding* first_error(const postal::NumberCheck& check) {
    const bool has = check.verdict != Verdict::empty && !check.findings.empty() &&
                     check.findings.front().severity == Severity::error;
    return has ? &check.findings.front() : nullptr;
}

/// Code points of UTF-8 text.
std::uint16_t characters(std::string_view text) {
    return static_cast<std::uint16_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

void mark_wrong_character(FieldFacts& facts, const postal::NumberCheck& check) {
    const Finding* error = first_error(check);
    if (!error) return;
    facts.invalid = true;
    const std::string_view value = facts.value;
    if (error->typed_length == 0 || error->typed_begin + std::size_t{error->typed_length} > value.size())
        return;
    facts.mark_begin = characters(value.substr(0, error->typed_begin));
    facts.mark_length = characters(value.substr(error->typed_begin, error->typed_length));
}

Part number_field(const State& state) {
    FieldFacts facts = facts_of(FieldId::tracking_number, FieldKind::number_text, state.entry.text,
                                postal::typed_number_limit);
    facts.caret = state.entry.caret;
    facts.placeholder = say(Word::number_placeholder);
    facts.described_by = "hint";
    mark_wrong_character(facts, state.entry.check);
    Part frame = group(Look::number_field, "number-frame");
    put(frame, field(Look::plain_field, "number", Word::number_label, std::move(facts)));
    Part add = button(Look::primary_button, "add", Word::add_button, NumberSubmitted{});
    // Pressing it with a wrong number says in full what is wrong; it only looks as if it would not add it.
    const Verdict verdict = state.entry.check.verdict;
    add.enabled = verdict != Verdict::empty;
    add.tone = verdict == Verdict::valid || verdict == Verdict::warning ? Tone::accent : Tone::quiet;
    put(frame, std::move(add));
    return frame;
}

/// What is right so far: seen and described, but not spoken at every key.
Part hint(const State& state) {
    const postal::NumberCheck& check = state.entry.check;
    std::string words;
    if (check.verdict == Verdict::empty) words = say(Word::verdict_empty);
    if (check.verdict == Verdict::incomplete)
        words = say_count(Word::verdict_incomplete,
                          std::max<std::int64_t>(0, std::int64_t{postal::item_number_length} -
                                                        static_cast<std::int64_t>(check.number.size())));
    return text(Look::verdict, "hint", std::move(words), Tone::secondary);
}

Part details(const State& state) {
    Part made = group(Look::tight_column, "new-details");
    FieldFacts label = facts_of(FieldId::label, FieldKind::text, state.entry.label, postal::label_limit);
    label.placeholder = say(Word::label_placeholder);
    put(made, field(Look::plain_field, "new-label", Word::label_label, std::move(label)));
    put(made, field(Look::plain_field, "new-posted", Word::posted_on_label,
                    facts_of(FieldId::posted_on, FieldKind::date, state.entry.posted_on, 10)));
    FieldFacts going = facts_of(FieldId::going_to, FieldKind::choice, state.entry.going_to, 2);
    going.choices.push_back({"", say(Word::going_to_unknown)});
    const std::string_view codes = state.locale.countries_by_name;
    for (std::size_t i = 0; i + 1 < codes.size(); i += 2)
        going.choices.push_back({std::string(codes.substr(i, 2)), country_name(state, codes.substr(i, 2))});
    put(made, field(Look::plain_field, "new-going", Word::going_to_label, std::move(going)));
    return made;
}

void add_verdict(Part& status, const State& state) {
    const postal::NumberCheck& check = state.entry.check;
    if (const Finding* error = first_error(check)) {
        Part wrong = text(Look::verdict, "verdict", finding_words(*error, check), Tone::problem);
        wrong.strong = true;
        put(status, std::move(wrong));
        if (error->code == FindingCode::check_digit)
            put(status, text(Look::verdict, "verdict/advice", Word::advice_copy, Tone::secondary));
        for (const Finding& finding : check.findings)
            if (finding.code == FindingCode::placeholder_serial)
                put(status,
                    text(Look::verdict, "verdict/example", finding_words(finding, check), Tone::secondary));
            else if (finding.code == FindingCode::other_family)
                put(status,
                    text(Look::verdict, "verdict/family", finding_words(finding, check), Tone::secondary));
        return;
    }
    if (check.verdict != Verdict::valid && check.verdict != Verdict::warning) return;
    if (find_followed(state, check.number)) {
        put(status, text(Look::verdict, "verdict", Word::verdict_present, Tone::secondary));
        return;
    }
    const std::string country = country_name(state, postal::issuing_country(check.number));
    put(status,
        text(Look::verdict, "verdict",
             say(Word::verdict_valid, {{"service", service_words(check.number)}, {"country", country}}),
             check.verdict == Verdict::valid ? Tone::done : Tone::secondary));
    for (std::size_t i = 0; i < check.findings.size(); ++i) {
        std::string words = finding_words(check.findings[i], check);
        if (words.empty()) continue;
        const Tone tone = check.findings[i].severity == Severity::warning ? Tone::attention : Tone::secondary;
        put(status, text(Look::verdict, "verdict/" + std::to_string(i), std::move(words), tone));
    }
}

/// Heard when it changes, but not drawn: the page shows it in its own place.
void add_said(Part& status, std::string words) {
    if (words.empty()) return;
    Part said = part(Role::text, Look::body, "status/page");
    said.name = std::move(words);
    put(status, std::move(said));
}

bool shows_entry(const State& state) {
    return state.layout == Layout::wide || state.page == Page::watched_items;
}

/// Code points of `number` as grouped() shows it, up to a position of the number itself.
std::uint16_t place_when_grouped(std::size_t position) {
    const std::size_t blanks = position < 2 ? 0 : std::min<std::size_t>((position - 2) / 3 + 1, 4);
    return static_cast<std::uint16_t>(position + blanks);
}

/// What a wrong number may have been meant to be, the changed character marked. Never taken by itself.
void add_repairs(Part& form, const State& state) {
    const postal::NumberCheck& check = state.entry.check;
    if (check.verdict != Verdict::faulty) return;
    Part row = group(Look::wrap_row, "entry/repairs");
    for (const postal::Repair& repair : postal::repairs(check.number)) {
        if (repair.hidden) continue;
        if (row.parts.empty())
            put(row, text(Look::card_text, "entry/repairs/words", Word::did_you_mean, Tone::secondary));
        const std::string shown = postal::grouped(repair.number);
        Part choice = button(Look::number_choice, "entry/repairs/" + std::to_string(row.parts.size()), shown,
                             FieldTyped{FieldId::tracking_number, repair.number, repair.number.size()});
        choice.name =
            say(Word::repair_name, {{"number", shown}, {"position", std::to_string(repair.position + 1)}});
        std::size_t last = repair.position;
        if (check.number.size() == repair.number.size())
            for (std::size_t i = last; i < repair.number.size(); ++i)
                if (check.number[i] != repair.number[i]) last = i;
        choice.mark_begin = place_when_grouped(repair.position);
        choice.mark_length = static_cast<std::uint16_t>(place_when_grouped(last) + 1 - choice.mark_begin);
        put(row, std::move(choice));
    }
    if (!row.parts.empty()) put(form, std::move(row));
}

}  // namespace

Part present_status(const State& state) {
    Part status = part(Role::status, Look::tight_column, "status");
    if (shows_entry(state)) add_verdict(status, state);
    add_notices(status, state);
    const std::string going = exchange_summary(state);
    add_said(status, !going.empty()                ? going
                     : state.page == Page::paste   ? paste_summary(state)
                     : state.page == Page::message ? message_summary(state)
                     : is_document(state.page)     ? document_summary(state)
                                                   : introduction_summary(state));
    return status;
}

Part present_entry(const State& state) {
    Part form = part(Role::form, Look::tight_column, "entry");
    put(form, number_field(state));
    put(form, hint(state));
    put(form, present_status(state));
    add_repairs(form, state);
    const postal::NumberCheck& check = state.entry.check;
    Part actions = group(Look::wrap_row, "entry/actions");
    if (check.verdict == Verdict::faulty && check.shape_is_right && !find_followed(state, check.number))
        put(actions,
            button(Look::quiet_button, "look-up-anyway", Word::look_up_anyway_button, LookUpAnyway{}));
    if (check.verdict == Verdict::empty && !state.entry.details_open) return form;
    Part toggle =
        button(Look::quiet_button, "details",
               say(state.entry.details_open ? Word::details_close_button : Word::details_open_button),
               DetailsToggled{});
    toggle.expanded = state.entry.details_open;
    put(actions, std::move(toggle));
    if (check.shape_is_right) put(actions, passport_button(state, PassportPlace::entry));
    put(form, std::move(actions));
    if (check.shape_is_right && state.entry_passport.open)
        put(form, present_passport(state, PassportPlace::entry, check.number));
    if (state.entry.details_open) put(form, details(state));
    return form;
}

}  // namespace app

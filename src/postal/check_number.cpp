#include <algorithm>

#include "postal/country.h"
#include "postal/generated/number_rows.h"
#include "postal/item_number.h"
#include "postal/item_number_parts.h"
#include "postal/other_number.h"
#include "postal/service_indicator.h"

namespace postal {

namespace {

char without_blank(char character) { return character == ' ' ? '\0' : character; }

std::uint8_t small(std::size_t number) {
    return static_cast<std::uint8_t>(std::min<std::size_t>(number, 0xFF));
}

using Characters = std::span<const TypedCharacter>;

/// Errors first, then warnings, then notes; within one severity by position.
bool comes_before(const Finding& a, const Finding& b) {
    return a.severity != b.severity ? a.severity > b.severity : a.position < b.position;
}

void add(NumberCheck& check, const Finding& finding) {
    check.findings.insert(
        std::upper_bound(check.findings.begin(), check.findings.end(), finding, comes_before), finding);
}

/// The bytes from the first to the last of `count` characters that begin at `place`.
Finding at_characters(Severity severity, FindingCode code, Characters characters, std::size_t place,
                      std::size_t count) {
    const TypedCharacter& first = characters[place];
    const TypedCharacter& last = characters[place + count - 1];
    Finding finding{.severity = severity, .code = code};
    finding.position = small(std::min(place, item_number_length - 1));
    finding.typed_begin = first.begin;
    finding.typed_length = static_cast<std::uint16_t>(last.begin + last.length - first.begin);
    finding.found = first.canonical;
    return finding;
}

Finding wrong_kind(Characters characters, std::size_t place) {
    const char found = characters[place].canonical;
    const FindingCode code =
        is_letter_place(place) ? FindingCode::digit_in_letters : FindingCode::letter_in_digits;
    Finding finding = at_characters(Severity::error, code, characters, place, 1);
    finding.expected =
        without_blank(is_letter_place(place) ? letters_for_digit[4 * static_cast<std::size_t>(found - '0')]
                                             : digits_for_letter[2 * static_cast<std::size_t>(found - 'A')]);
    return finding;
}

Finding wrong_length(FindingCode code, std::size_t found) {
    Finding finding{.severity = Severity::error, .code = code};
    finding.position = item_number_length - 1;
    finding.found_count = small(found);
    return finding;
}

/// What the first two letters say.
void judge_service(NumberCheck& check, Characters characters) {
    const auto say = [&](Severity severity, FindingCode code) {
        add(check, at_characters(severity, code, characters, 0, serial_begin));
    };
    switch (service_class(std::string_view(check.number).substr(0, serial_begin))) {
        case ServiceClass::unassigned: say(Severity::warning, FindingCode::service_unassigned); break;
        case ServiceClass::local: say(Severity::note, FindingCode::service_local); break;
        case ServiceClass::letter_untracked: say(Severity::note, FindingCode::service_untracked); break;
        default: break;
    }
}

/// Serial and check digit, as far as they stand there.
void judge_digits(NumberCheck& check, Characters characters) {
    if (check.number.size() < check_digit_place) return;
    const std::string_view serial = std::string_view(check.number).substr(serial_begin, serial_length);
    if (is_placeholder(serial)) {
        add(check, at_characters(Severity::warning, FindingCode::placeholder_serial, characters, serial_begin,
                                 serial_length));
    }
    if (check.number.size() <= check_digit_place) return;
    const char expected = check_digit(serial);
    if (check.number[check_digit_place] == expected) return;
    Finding finding =
        at_characters(Severity::error, FindingCode::check_digit, characters, check_digit_place, 1);
    finding.expected = expected;
    add(check, finding);
}

void judge_country(NumberCheck& check, Characters characters) {
    if (check.number.size() != item_number_length) return;
    if (is_country(std::string_view(check.number).substr(country_begin))) return;
    add(check, at_characters(Severity::warning, FindingCode::country_unknown, characters, country_begin, 2));
}

/// Every character against the kind its place asks for. True when all are right so far.
bool judge_kinds(NumberCheck& check, Characters characters, std::size_t end) {
    bool right = true;
    for (std::size_t place = 0; place < end; ++place) {
        if (belongs(characters[place].canonical, place)) continue;
        add(check, wrong_kind(characters, place));
        right = false;
    }
    return right;
}

/// The findings of characters that are all letters and digits.
void judge(NumberCheck& check, Characters characters, Typing typing) {
    if (characters.size() > item_number_length) {
        // Which of them is one too many is not known, so no place is called wrong.
        const std::size_t extra = characters.size() - item_number_length;
        Finding finding =
            at_characters(Severity::error, FindingCode::too_long, characters, item_number_length, extra);
        finding.found = 0;
        finding.found_count = small(characters.size());
        add(check, finding);
        return;
    }
    if (characters.size() < item_number_length && typing == Typing::finished) {
        add(check, wrong_length(FindingCode::too_short, characters.size()));
        return;
    }
    if (!judge_kinds(check, characters, characters.size())) return;
    check.shape_is_right = characters.size() == item_number_length;
    if (characters.size() >= serial_begin) judge_service(check, characters);
    judge_digits(check, characters);
    judge_country(check, characters);
}

Verdict verdict_from(const NumberCheck& check) {
    const Severity worst = check.findings.empty() ? Severity::note : check.findings.front().severity;
    if (check.number.empty() &&
        (worst != Severity::error || check.findings.front().code == FindingCode::empty))
        return Verdict::empty;
    if (worst == Severity::error) return Verdict::faulty;
    if (!check.shape_is_right) return Verdict::incomplete;
    return worst == Severity::warning ? Verdict::warning : Verdict::valid;
}

/// At most typed_number_limit bytes, cut between two characters.
std::string_view beginning_of(std::string_view typed) {
    if (typed.size() <= typed_number_limit) return typed;
    constexpr std::size_t longest_character = 4;
    const auto continues = [&](std::size_t at) {
        return (static_cast<unsigned char>(typed[at]) & 0xC0) == 0x80;
    };
    std::size_t end = typed_number_limit;
    while (end > typed_number_limit - longest_character && continues(end)) --end;
    return typed.substr(0, end);
}

/// What was read as meant and not as it stands. `read` begins at byte `begin` of the text.
void note_disguises(NumberCheck& check, const TypedText& read, std::size_t begin) {
    for (std::size_t i = 0; i < disguise_count; ++i) {
        const DisguisedCharacter& first = read.disguises[i];
        if (first.length == 0) continue;
        Finding note{.severity = Severity::note, .code = FindingCode::normalised};
        note.position = small(std::min<std::size_t>(first.before, item_number_length - 1));
        note.typed_begin = static_cast<std::uint16_t>(begin + first.begin);
        note.typed_length = first.length;
        note.disguise = static_cast<Disguise>(i);
        add(check, note);
    }
}

/// The number stands in other text, perhaps with more of them.
void note_other_text(NumberCheck& check, std::string_view text, Characters characters,
                     std::size_t numbers_found) {
    Finding note = at_characters(Severity::note, FindingCode::normalised, characters, 0, characters.size());
    note.disguise = Disguise::other_text;
    add(check, note);
    TypedText number;
    read_typed(text.substr(note.typed_begin, note.typed_length), number);
    note_disguises(check, number, note.typed_begin);
    if (numbers_found == 1) return;
    note.code = FindingCode::several_numbers;
    note.disguise = {};
    note.found_count = small(numbers_found);
    add(check, note);
}

/// Another kind of number, as a whole.
void note_other_families(NumberCheck& check, Characters characters) {
    const FamilyCandidates candidates = families_of(check.number);
    if (candidates.count == 0) return;
    for (const FamilyCandidate& candidate : candidates) check.families.push_back(candidate.family);
    Finding note = at_characters(Severity::note, FindingCode::other_family, characters, 0, characters.size());
    note.found_count = small(candidates.count);
    add(check, note);
}

void judge_foreign(NumberCheck& check, Characters characters, std::size_t place) {
    // What stands behind it may have been pushed out of its place, so only what stands before is judged.
    judge_kinds(check, characters, std::min(place, item_number_length));
    add(check, at_characters(Severity::error, FindingCode::foreign_character, characters, place, 1));
}

}  // namespace

NumberCheck check_number(std::string_view typed, Typing typing) {
    const std::string_view beginning = beginning_of(typed);
    TypedText read;
    read_typed(beginning, read);
    const NumberPlace place = number_place(read.characters());
    const Characters characters = read.characters().subspan(place.first, place.count);
    NumberCheck check;
    for (const TypedCharacter& character : characters) {
        if (!character.foreign) check.number += character.canonical;
    }
    const auto foreign = std::find_if(characters.begin(), characters.end(),
                                      [](const TypedCharacter& character) { return character.foreign; });
    if (foreign != characters.end())
        judge_foreign(check, characters, static_cast<std::size_t>(foreign - characters.begin()));
    else if (!characters.empty())
        judge(check, characters, typing);
    else if (typing == Typing::finished && beginning.size() == typed.size())
        add(check, {.severity = Severity::error, .code = FindingCode::empty});
    const bool said = std::any_of(check.findings.begin(), check.findings.end(), [](const Finding& finding) {
        return finding.code == FindingCode::too_long;
    });
    if (beginning.size() < typed.size() && !said) {
        add(check, wrong_length(FindingCode::too_long, check.number.size()));
        check.shape_is_right = false;
    }
    if (place.numbers_found > 0)
        note_other_text(check, beginning, characters, place.numbers_found);
    else if (!characters.empty())
        note_disguises(check, read, 0);
    if (foreign == characters.end()) note_other_families(check, characters);
    check.verdict = verdict_from(check);
    return check;
}

}  // namespace postal

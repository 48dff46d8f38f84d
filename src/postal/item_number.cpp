#include "postal/item_number.h"

#include <algorithm>

#include "postal/country.h"
#include "postal/generated/number_rows.h"
#include "postal/service_indicator.h"
#include "postal/typed_character.h"

namespace postal {

namespace {

constexpr std::size_t serial_begin = 2;
constexpr std::size_t serial_length = 8;
constexpr std::size_t check_digit_place = serial_begin + serial_length;
constexpr std::size_t country_begin = check_digit_place + 1;

bool is_letter(char character) { return character >= 'A' && character <= 'Z'; }
bool is_digit(char character) { return character >= '0' && character <= '9'; }
bool is_letter_place(std::size_t place) { return place < serial_begin || place >= country_begin; }
bool belongs(char character, std::size_t place) {
    return is_letter_place(place) ? is_letter(character) : is_digit(character);
}

char without_blank(char character) { return character == ' ' ? '\0' : character; }

std::uint8_t small(std::size_t number) {
    return static_cast<std::uint8_t>(std::min<std::size_t>(number, 0xFF));
}

using Characters = std::vector<TypedCharacter>;

/// Errors first, then warnings, then notes; within one severity by position.
bool comes_before(const Finding& a, const Finding& b) {
    return a.severity != b.severity ? a.severity > b.severity : a.position < b.position;
}

void add(NumberCheck& check, const Finding& finding) {
    check.findings.insert(
        std::upper_bound(check.findings.begin(), check.findings.end(), finding, comes_before), finding);
}

/// The bytes from the first to the last of `count` characters that begin at `place`.
Finding at_characters(Severity severity, FindingCode code, const Characters& characters, std::size_t place,
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

Finding wrong_kind(const Characters& characters, std::size_t place) {
    const char found = characters[place].canonical;
    const FindingCode code =
        is_letter_place(place) ? FindingCode::digit_in_letters : FindingCode::letter_in_digits;
    Finding finding = at_characters(Severity::error, code, characters, place, 1);
    finding.expected =
        without_blank(is_letter_place(place) ? letter_for_digit[static_cast<std::size_t>(found - '0')]
                                             : digit_for_letter[static_cast<std::size_t>(found - 'A')]);
    return finding;
}

Finding wrong_length(FindingCode code, std::size_t found) {
    Finding finding{.severity = Severity::error, .code = code};
    finding.position = item_number_length - 1;
    finding.found_count = small(found);
    return finding;
}

bool is_placeholder(std::string_view serial) {
    constexpr std::size_t row_length = serial_length + 1;  // and the blank after it
    for (std::size_t at = 0; at < placeholder_serials.size(); at += row_length) {
        if (placeholder_serials.substr(at, serial_length) == serial) return true;
    }
    return false;
}

/// What the first two letters say.
void judge_service(NumberCheck& check, const Characters& characters) {
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
void judge_digits(NumberCheck& check, const Characters& characters) {
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

void judge_country(NumberCheck& check, const Characters& characters) {
    if (check.number.size() != item_number_length) return;
    if (is_country(std::string_view(check.number).substr(country_begin))) return;
    add(check, at_characters(Severity::warning, FindingCode::country_unknown, characters, country_begin, 2));
}

/// Every character against the kind its place asks for. True when all are right so far.
bool judge_kinds(NumberCheck& check, const Characters& characters, std::size_t end) {
    bool right = true;
    for (std::size_t place = 0; place < end; ++place) {
        if (belongs(characters[place].canonical, place)) continue;
        add(check, wrong_kind(characters, place));
        right = false;
    }
    return right;
}

/// The findings of characters that are all letters and digits.
void judge(NumberCheck& check, const Characters& characters, Typing typing) {
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

Verdict verdict_of(const NumberCheck& check) {
    const Severity worst = check.findings.empty() ? Severity::note : check.findings.front().severity;
    if (worst == Severity::error) return Verdict::faulty;
    if (check.number.empty()) return Verdict::empty;
    if (!check.shape_is_right) return Verdict::incomplete;
    return worst == Severity::warning ? Verdict::warning : Verdict::valid;
}

/// True when each character is of the kind its place asks for, as far as the text goes.
bool fits_so_far(std::string_view upper_case) {
    if (upper_case.size() > item_number_length) return false;
    for (std::size_t place = 0; place < upper_case.size(); ++place) {
        if (!belongs(upper_case[place], place)) return false;
    }
    return true;
}

/// Printed as EE 123 456 785 CN: a blank stands before these places.
bool begins_group(std::size_t place) { return place == 2 || place == 5 || place == 8 || place == 11; }

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

char upper(char character) {
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

}  // namespace

NumberCheck check_number(std::string_view typed, Typing typing) {
    const std::string_view beginning = beginning_of(typed);
    const TypedText read = read_typed(beginning);
    const Characters& characters = read.characters;
    NumberCheck check;
    for (const TypedCharacter& character : characters) {
        if (!character.foreign) check.number += character.canonical;
    }
    const auto foreign = std::find_if(characters.begin(), characters.end(),
                                      [](const TypedCharacter& character) { return character.foreign; });
    if (foreign != characters.end()) {
        // What stands behind it may have been pushed out of its place, so only what stands before is judged.
        const auto place = static_cast<std::size_t>(foreign - characters.begin());
        judge_kinds(check, characters, std::min(place, item_number_length));
        add(check, at_characters(Severity::error, FindingCode::foreign_character, characters, place, 1));
    } else if (!characters.empty()) {
        judge(check, characters, typing);
    }
    const bool said = std::any_of(check.findings.begin(), check.findings.end(), [](const Finding& finding) {
        return finding.code == FindingCode::too_long;
    });
    if (beginning.size() < typed.size() && !said) {
        add(check, wrong_length(FindingCode::too_long, check.number.size()));
        check.shape_is_right = false;
    }
    if (read.normalised.length > 0 && !characters.empty()) {
        Finding note{.severity = Severity::note, .code = FindingCode::normalised};
        note.position = small(std::min<std::size_t>(read.normalised_before, item_number_length - 1));
        note.typed_begin = read.normalised.begin;
        note.typed_length = read.normalised.length;
        add(check, note);
    }
    check.verdict = verdict_of(check);
    return check;
}

char check_digit(std::string_view serial) {
    constexpr int weights[serial_length] = {8, 6, 4, 2, 3, 5, 9, 7};
    if (serial.size() != serial_length || !std::all_of(serial.begin(), serial.end(), is_digit)) return 0;
    int sum = 0;
    for (std::size_t i = 0; i < serial_length; ++i) sum += weights[i] * (serial[i] - '0');
    const int digit = 11 - sum % 11;
    if (digit == 10) return '0';
    if (digit == 11) return '5';
    return static_cast<char>('0' + digit);
}

std::string grouped(std::string_view number) {
    if (!fits_so_far(number)) return std::string(number);
    std::string text;
    for (std::size_t place = 0; place < number.size(); ++place) {
        if (begins_group(place)) text += ' ';
        text += number[place];
    }
    return text;
}

GroupedText group_as_typed(std::string_view typed, std::size_t caret) {
    caret = std::min(caret, typed.size());
    std::string characters;
    std::size_t before_caret = 0;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (typed[i] == ' ') continue;
        characters += upper(typed[i]);
        if (i < caret) ++before_caret;
    }
    if (!fits_so_far(characters)) return {std::string(typed), caret};
    GroupedText result{grouped(characters), 0};
    for (std::size_t passed = 0; passed < before_caret; ++result.caret) {
        if (result.text[result.caret] != ' ') ++passed;
    }
    return result;
}

}  // namespace postal

#include "postal/item_number.h"

#include <algorithm>

#include "postal/generated/number_rows.h"
#include "postal/item_number_parts.h"

namespace postal {

namespace {

constexpr std::string_view finding_ids[finding_code_count] = {
    "empty",
    "too_short",
    "too_long",
    "letter_in_digits",
    "digit_in_letters",
    "foreign_character",
    "check_digit",
    "service_unassigned",
    "country_unknown",
    "placeholder_serial",
    "service_local",
    "service_untracked",
    "normalised",
    "other_family",
    "several_numbers",
};

constexpr std::string_view disguise_ids[disguise_count] = {
    "letter_case", "separator", "unseen", "full_width", "look_alike", "other_digits", "other_text",
};

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

char upper(char character) {
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
}

}  // namespace

std::string_view id_of(FindingCode code) { return finding_ids[static_cast<std::size_t>(code)]; }
std::string_view id_of(Disguise disguise) { return disguise_ids[static_cast<std::size_t>(disguise)]; }

bool has_s10_shape(std::string_view number) {
    if (number.size() != item_number_length) return false;
    for (std::size_t place = 0; place < number.size(); ++place) {
        if (!belongs(number[place], place)) return false;
    }
    return true;
}

bool is_placeholder(std::string_view serial) {
    constexpr std::size_t row_length = serial_length + 1;  // and the blank after it
    for (std::size_t at = 0; at < placeholder_serials.size(); at += row_length) {
        if (placeholder_serials.substr(at, serial_length) == serial) return true;
    }
    return false;
}

char check_digit(std::string_view serial) {
    if (serial.size() != serial_length || !std::all_of(serial.begin(), serial.end(), is_digit)) return 0;
    int sum = 0;
    for (std::size_t i = 0; i < serial_length; ++i) sum += check_digit_weights[i] * (serial[i] - '0');
    return digit_of_sum(sum);
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

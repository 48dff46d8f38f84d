#include "postal/number_in_text.h"

#include <algorithm>

#include "postal/item_number_parts.h"
#include "postal/other_number.h"

namespace postal {

namespace {

constexpr std::size_t serial_and_check = serial_length + 1;

/// A letter, digit or underline beside a number makes it a part of something else.
bool is_word_character(std::string_view text, std::size_t at) {
    return at < text.size() && (character_at(text, at).length > 0 || text[at] == '_');
}
bool is_hexadecimal(char character) {
    return is_digit(character) || (character >= 'A' && character <= 'F') ||
           (character >= 'a' && character <= 'f');
}

bool is_word_before(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    // %20 in an address is a blank.
    if (at >= 3 && text[at - 3] == '%' && is_hexadecimal(text[at - 2]) && is_hexadecimal(text[at - 1]))
        return false;
    return character_before(text, at).length > 0 || text[at - 1] == '_';
}

struct Letters {
    char letters[2];
    std::size_t begin;
    std::size_t end;
    bool apart;  ///< from the digits
    bool lower_case;
};

bool is_letter(NumberCharacter character) { return postal::is_letter(character.canonical); }

bool letters_before(std::string_view text, std::size_t digits, Letters& found) {
    const Separator gap = separator_before(text, digits);
    found.end = digits - gap.length;
    const NumberCharacter second = character_before(text, found.end);
    if (!is_letter(second)) return false;
    const NumberCharacter first = character_before(text, found.end - second.length);
    if (!is_letter(first)) return false;
    found.begin = found.end - second.length - first.length;
    found.letters[0] = first.canonical;
    found.letters[1] = second.canonical;
    found.apart = gap.seen;
    found.lower_case = first.lower_case || second.lower_case;
    return !is_word_before(text, found.begin);
}

bool letters_after(std::string_view text, std::size_t digits, Letters& found) {
    const Separator gap = separator_at(text, digits);
    found.begin = digits + gap.length;
    const NumberCharacter first = character_at(text, found.begin);
    if (!is_letter(first)) return false;
    const NumberCharacter second = character_at(text, found.begin + first.length);
    if (!is_letter(second)) return false;
    found.end = found.begin + first.length + second.length;
    found.letters[0] = first.canonical;
    found.letters[1] = second.canonical;
    found.apart = gap.seen;
    found.lower_case = first.lower_case || second.lower_case;
    return !is_word_character(text, found.end);
}

void append_digits(NumberText& number, std::string_view text, const DigitChain& chain) {
    for (std::size_t i = 0; i < chain.group_count; ++i) {
        const DigitGroup& group = chain.groups[i];
        if (group.end - group.begin == group.count) {  // each is one byte
            number.append(text.data() + group.begin, group.count);
            continue;
        }
        for (std::size_t at = group.begin; at < group.end;) {
            const NumberCharacter digit = character_at(text, at);
            if (digit.length > 0) number.append(digit.canonical);
            at += digit.length > 0 ? digit.length : separator_at(text, at).length;
        }
    }
}

/// As S10 numbers are printed: in one piece, 3-3-3, or the serial apart from its check digit.
bool is_s10_layout(const DigitChain& chain) {
    if (chain.group_count == 1) return true;
    if (chain.group_count == 2) return chain.groups[1].count == 1;
    return chain.group_count == 3 && chain.groups[0].count == 3 && chain.groups[1].count == 3;
}

/// Groups of one size, the first and the last perhaps shorter: 9865 7878 8855, 33 1881 0025. Not the groups
/// of dates, times, addresses and most telephones.
bool has_regular_groups(const DigitChain& chain) {
    if (chain.group_count < 3) return chain.group_count == 1;
    const std::size_t size = chain.groups[1].count;
    if (size < 3 || size > 5) return false;
    for (std::size_t i = 0; i < chain.group_count; ++i) {
        const bool at_an_end = i == 0 || i + 1 == chain.group_count;
        if (chain.groups[i].count > size || (!at_an_end && chain.groups[i].count != size)) return false;
    }
    return true;
}

}  // namespace

bool read_s10(std::string_view text, const DigitChain& chain, NumberInText& found, S10Layout& layout) {
    if (chain.digit_count != serial_and_check) return false;
    Letters service, country;
    if (!letters_before(text, chain.begin(), service) || !letters_after(text, chain.end(), country))
        return false;
    found.begin = service.begin;
    found.end = country.end;
    found.number.clear();
    found.number.append(service.letters, 2);
    append_digits(found.number, text, chain);
    found.number.append(country.letters, 2);
    layout.in_one_piece = chain.group_count == 1 && !service.apart && !country.apart;
    layout.usual = is_s10_layout(chain);
    layout.lower_case = service.lower_case || country.lower_case;
    return true;
}

bool read_digits(std::string_view text, const DigitChain& chain, NumberInText& found) {
    if (chain.digit_count > other_number_limit || !has_regular_groups(chain) ||
        is_word_before(text, chain.begin()) || is_word_character(text, chain.end()))
        return false;
    found.begin = chain.begin();
    found.end = chain.end();
    found.number.clear();
    append_digits(found.number, text, chain);
    return true;
}

bool read_token(std::string_view text, const DigitGroup& group, NumberInText& found) {
    if (group.count > other_number_limit) return false;
    std::size_t begin = group.begin;
    for (std::size_t count = 0; is_word_before(text, begin); ++count) {
        const std::size_t length = character_before(text, begin).length;
        if (length == 0 || count == other_number_limit) return false;
        begin -= length;
    }
    found.begin = begin;
    found.number.clear();
    for (NumberCharacter character = character_at(text, begin); character.length > 0;
         character = character_at(text, begin)) {
        if (found.number.size() == other_number_limit) return false;
        found.number.append(character.canonical);
        begin += character.length;
    }
    found.end = begin;
    return begin == text.size() || text[begin] != '_';
}

bool read_grouped_1z(std::string_view text, const DigitChain& chain, NumberInText& found) {
    constexpr std::size_t length = 18;
    if (chain.digit_count >= length || is_word_character(text, chain.end())) return false;
    char before[length];
    std::size_t first = length - chain.digit_count;  // of those in `before`, which is filled from its end
    const std::size_t count = first;
    std::size_t at = chain.begin();
    while (first > 0) {
        NumberCharacter character = character_before(text, at);
        if (character.length == 0) {
            const std::size_t gap = separator_before(text, at).length;
            if (gap == 0 || gap >= at) return false;
            at -= gap;
            character = character_before(text, at);
            if (character.length == 0) return false;
        }
        before[--first] = character.canonical;
        at -= character.length;
    }
    if (count < 2 || before[0] != '1' || before[1] != 'Z' || is_word_before(text, at)) return false;
    found.begin = at;
    found.end = chain.end();
    found.number.clear();
    found.number.append(before, count);
    append_digits(found.number, text, chain);
    return true;
}

}  // namespace postal

#include "postal/phone_run.h"

#include <array>

namespace postal {

namespace {

bool is_letter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

struct Digit {
    std::size_t bytes = 0;  ///< 0: none stands here
    char value = 0;         ///< '*' for a masked one
};

/// ASCII, full-width (U+FF10 to U+FF19), or an asterisk that hides one.
Digit digit_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    if ((text[at] >= '0' && text[at] <= '9') || text[at] == '*') return {1, text[at]};
    if (text.substr(at, 2) == "\xEF\xBC" && at + 2 < text.size()) {
        const auto last = static_cast<unsigned char>(text[at + 2]);
        if (last >= 0x90 && last <= 0x99) return {3, static_cast<char>(last - 0x90 + '0')};
    }
    return {};
}

struct Group {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t digits = 0;
    int value = 0;  ///< of the first four digits
};

Group read_group(std::string_view text, std::size_t at) {
    Group group{at, at};
    for (Digit digit = digit_at(text, at); digit.bytes > 0; digit = digit_at(text, group.end)) {
        if (group.digits < 4) group.value = group.value * 10 + (digit.value == '*' ? 0 : digit.value - '0');
        ++group.digits;
        group.end += digit.bytes;
    }
    return group;
}

/// Where the next group of a number written in groups begins, or 0: at most two of the usual signs between.
std::size_t next_group(std::string_view text, std::size_t at) {
    for (int signs = 0; signs < 3 && at < text.size(); ++signs) {
        if (digit_at(text, at).bytes > 0 && text[at] != '*') return at;
        if (digit_at(text, at).bytes > 0 && signs == 0) return at;
        std::size_t bytes = 0;
        for (const std::string_view sign :
             {" ", "-", ".", "/", "(", ")", "\u00A0", "\u2011", "\u2013", "（", "）"})
            if (text.substr(at).starts_with(sign)) bytes = sign.size();
        if (bytes == 0) return 0;
        at += bytes;
    }
    return 0;
}

constexpr std::size_t groups_limit = 8;  ///< no phone is written in more

bool is_year(const Group& group) { return group.digits == 4 && group.value >= 1900 && group.value < 2100; }

bool is_date(const std::array<Group, groups_limit>& groups, std::size_t count) {
    if (count < 3) return false;
    const auto small = [&](std::size_t i) { return groups[i].digits <= 2; };
    return (is_year(groups[0]) && small(1) && small(2)) || (small(0) && small(1) && is_year(groups[2]));
}

bool is_phone(std::string_view text, const std::array<Group, groups_limit>& groups, std::size_t count) {
    std::size_t digits = 0;
    for (std::size_t i = 0; i < count; ++i) digits += groups[i].digits;
    if (digits < phone_digits_least || digits > phone_digits_most) return false;
    const bool zip_plus_four = count == 2 && groups[0].digits == 5 && groups[1].digits == 4;
    if (zip_plus_four) return false;
    // A Chinese mobile is known by its 11 digits; other digits beside letters belong to a code.
    const bool is_mobile = count == 1 && digits == 11 && groups[0].value / 1000 == 1;
    const std::size_t end = groups[count - 1].end;
    const bool in_code = (groups[0].begin > 0 && is_letter(text[groups[0].begin - 1])) ||
                         (end < text.size() && is_letter(text[end]));
    return is_mobile || !in_code;
}

}  // namespace

PhoneRun read_phone(std::string_view text, std::size_t at) {
    std::size_t first = at;
    if (text.substr(first).starts_with("+")) ++first;
    if (text.substr(first).starts_with("(")) ++first;
    if (digit_at(text, first).bytes == 0 || text[first] == '*') return {};
    std::array<Group, groups_limit> groups;
    std::size_t count = 0;
    for (std::size_t next = first; count < groups_limit; next = next_group(text, groups[count - 1].end)) {
        if (count > 0 && next == 0) break;
        groups[count++] = read_group(text, next);
    }
    if (is_date(groups, count)) return {0, groups[2].end - at};
    const bool in_bracket = first > at && text[first - 1] == '(';
    if (in_bracket && count < 2) return {};
    for (std::size_t taken = count; taken > 0; --taken)
        if (is_phone(text, groups, taken)) return {groups[taken - 1].end - at, 0};
    return {0, groups[0].end - at};
}

}  // namespace postal

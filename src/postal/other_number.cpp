#include "postal/other_number.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <iterator>

#include "postal/generated/family_rows.h"
#include "postal/item_number_parts.h"

namespace postal {

namespace {

constexpr std::string_view hand_over_ids[] = {"carrier_site", "post_site", "domestic_china_ems",
                                              "not_an_item"};

std::string_view text_of(FamilyText text) { return family_texts.substr(text.begin, text.length); }

bool is_of_class(char character, char kind) {
    return kind == 'd'   ? is_digit(character)
           : kind == 'a' ? is_letter(character)
                         : is_digit(character) || is_letter(character);
}

/// Shapes: capitals and digits as they are, [one of these], and d a x with least and most as characters from
/// the blank on; only the last part has two different ones.
bool has_shape(std::string_view number, std::string_view shape) {
    std::size_t at = 0;
    for (std::size_t part = 0; part < shape.size();) {
        if (shape[part] == '[') {
            const std::size_t end = shape.find(']', part);
            if (at == number.size() || shape.substr(part + 1, end - part - 1).find(number[at]) == shape.npos)
                return false;
            ++at;
            part = end + 1;
        } else if (shape[part] >= 'a') {
            const auto least = static_cast<std::size_t>(shape[part + 1] - ' ');
            const bool last = part + 3 == shape.size();
            const std::size_t count = last ? number.size() - at : least;
            if (count < least || at + count > number.size()) return false;
            for (std::size_t i = 0; i < count; ++i) {
                if (!is_of_class(number[at + i], shape[part])) return false;
            }
            at += count;
            part += 3;
        } else {
            if (at == number.size() || number[at] != shape[part]) return false;
            ++at;
            ++part;
        }
    }
    return at == number.size();
}

/// One bit for each row of family_shape_rows.
using ShapeBits = std::uint64_t;
static_assert(std::size(family_shape_rows) <= 64);

/// The shapes a number of each length may have.
constexpr auto shapes_of_lengths = [] {
    std::array<ShapeBits, other_number_limit + 1> all{};
    for (std::size_t row = 0; row < std::size(family_shape_rows); ++row) {
        for (std::size_t length = family_shape_rows[row].least; length <= family_shape_rows[row].most;
             ++length)
            all[length] |= ShapeBits{1} << row;
    }
    return all;
}();

/// GS1: mod 10 with weights 3 and 1 from the right. Of IMpb (USPS), SSCC and others.
int gs1_sum(std::string_view digits) {
    int sum = 0;
    int weight = 1;
    for (std::size_t i = digits.size(); i-- > 0; weight = 4 - weight) sum += weight * (digits[i] - '0');
    return sum;
}

/// UPS: a letter counts (ASCII - 3) mod 10, every second character double; the last digit fills up to ten.
bool passes_ups(std::string_view number) {
    int sum = 0;
    for (std::size_t i = 0; i + 1 < number.size(); ++i) {
        const int value = is_digit(number[i]) ? number[i] - '0' : (number[i] - 3) % 10;
        sum += i % 2 == 1 ? 2 * value : value;
    }
    return (10 - sum % 10) % 10 == number.back() - '0';
}

bool passes_fedex(std::string_view digits) {
    constexpr int weights[] = {3, 1, 7};
    int sum = 0;
    for (std::size_t i = 0; i + 1 < digits.size(); ++i) sum += weights[i % 3] * (digits[i] - '0');
    return sum % 11 % 10 == digits.back() - '0';
}

bool passes_mod7(std::string_view digits) {
    int rest = 0;
    for (std::size_t i = 0; i + 1 < digits.size(); ++i) rest = (10 * rest + (digits[i] - '0')) % 7;
    return rest == digits.back() - '0';
}

/// ISO/IEC 7064, mod 37,36, hybrid system.
bool passes_mod37_36(std::string_view number) {
    constexpr int modulus = 36;
    const auto value = [](char c) { return is_digit(c) ? c - '0' : c - 'A' + 10; };
    int product = modulus;
    for (std::size_t i = 0; i + 1 < number.size(); ++i) {
        const int sum = (product + value(number[i])) % modulus;
        product = 2 * (sum == 0 ? modulus : sum) % (modulus + 1);
    }
    return (product + value(number.back())) % modulus == 1;
}

bool passes(std::string_view number, NumberCheckRule rule) {
    constexpr int sum_of_91 = 3 * 9 + 1;
    switch (rule) {
        case NumberCheckRule::none: return false;
        case NumberCheckRule::gs1: return gs1_sum(number) % 10 == 0;
        case NumberCheckRule::gs1_after_91: return (gs1_sum(number) + sum_of_91) % 10 == 0;
        case NumberCheckRule::ups: return passes_ups(number);
        case NumberCheckRule::fedex: return passes_fedex(number);
        case NumberCheckRule::mod7: return passes_mod7(number);
        case NumberCheckRule::mod37_36: return passes_mod37_36(number);
    }
    return false;
}

/// Passing and self-evident before all others; equals stay in the order of the rows.
int rank(const FamilyCandidate& candidate) {
    return (candidate.check_digit_passes ? 0 : 2) + (candidate.self_evident ? 0 : 1);
}

void add(FamilyCandidates& candidates, const FamilyCandidate& candidate) {
    if (candidates.count == FamilyCandidates::limit) return;
    std::size_t place = candidates.count++;
    for (; place > 0 && rank(candidate) < rank(candidates.rows[place - 1]); --place)
        candidates.rows[place] = candidates.rows[place - 1];
    candidates.rows[place] = candidate;
}

}  // namespace

std::string_view id_of(HandOver hand_over) { return hand_over_ids[static_cast<std::size_t>(hand_over)]; }

std::size_t family_count() { return std::size(family_rows); }

Family family(std::uint8_t number) {
    const FamilyRow& row = family_rows[number - 1];
    return {text_of(row.id), text_of(row.who), row.hand_over, row.check != NumberCheckRule::none};
}

FamilyCandidates families_of(std::string_view number) {
    FamilyCandidates candidates;
    if (number.empty() || number.size() > other_number_limit || has_s10_shape(number)) return candidates;
    if (std::ranges::none_of(number, is_digit)) return candidates;
    for (ShapeBits shapes = shapes_of_lengths[number.size()]; shapes != 0; shapes &= shapes - 1) {
        const FamilyShapeRow& row = family_shape_rows[std::countr_zero(shapes)];
        if (!has_shape(number, family_shape_texts.substr(row.shape.begin, row.shape.length))) continue;
        const NumberCheckRule rule = family_rows[row.family].check;
        const bool right = passes(number.substr(row.unchecked), rule);
        if (!right && rule != NumberCheckRule::none && !row.self_evident) continue;
        add(candidates, {static_cast<std::uint8_t>(row.family + 1), right, row.self_evident});
    }
    return candidates;
}

}  // namespace postal

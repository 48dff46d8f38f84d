// What a verdict is looked up in: the rows of countries, services and examples in the form fastest to ask.
// A part of verdict_of.cpp and verdicts_of_lines.cpp.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "postal/generated/number_rows.h"
#include "postal/item_number_parts.h"
#include "postal/service_indicator.h"

namespace postal {

inline constexpr std::size_t pair_count = 26 * 26;
constexpr std::size_t pair_place(char first, char second) {
    return static_cast<std::size_t>(26 * (first - 'A') + (second - 'A'));
}

/// For each two letters: what makes them a warning at the beginning and at the end of a number.
inline constexpr std::uint8_t no_service = 1;
inline constexpr std::uint8_t no_country = 2;

constexpr std::array<std::uint8_t, pair_count> made_pair_warnings() {
    std::array<std::uint8_t, pair_count> table{};
    table.fill(no_country);
    for (std::size_t i = 0; i < country_letters.size(); i += 2)
        table[pair_place(country_letters[i], country_letters[i + 1])] = 0;
    for (std::size_t row = 0; row < std::size(service_ranges); ++row) {
        if (service_ranges[row].service_class != ServiceClass::unassigned) continue;
        const std::size_t end =
            row + 1 < std::size(service_ranges) ? service_ranges[row + 1].first : pair_count;
        for (std::size_t place = service_ranges[row].first; place < end; ++place)
            table[place] = static_cast<std::uint8_t>(table[place] | no_service);
    }
    return table;
}
inline constexpr auto pair_warnings = made_pair_warnings();

/// Eight characters as one number, the first in its lowest byte.
constexpr std::uint64_t packed(const char* characters) {
    std::uint64_t eight = 0;
    for (int i = 7; i >= 0; --i) eight = (eight << 8) | static_cast<unsigned char>(characters[i]);
    return eight;
}

inline constexpr std::size_t placeholder_count = (placeholder_serials.size() + 1) / (serial_length + 1);
inline constexpr auto packed_placeholders = [] {
    std::array<std::uint64_t, placeholder_count> all{};
    for (std::size_t i = 0; i < placeholder_count; ++i)
        all[i] = packed(placeholder_serials.data() + i * (serial_length + 1));
    return all;
}();

/// The examples in places of their own, so that one comparison tells whether a serial is one.
inline constexpr int example_place_bits = 6;
constexpr std::size_t example_place(std::uint64_t serial, std::uint64_t factor) {
    return static_cast<std::size_t>(serial * factor >> (64 - example_place_bits));
}
inline constexpr std::uint64_t example_factor = [] {
    for (std::uint64_t factor = 0x9E3779B97F4A7C15U;; factor += 2) {
        std::uint64_t taken = 0;
        for (const std::uint64_t serial : packed_placeholders)
            taken |= std::uint64_t{1} << example_place(serial, factor);
        if (std::popcount(taken) == placeholder_count) return factor;
    }
}();
inline constexpr auto placed_examples = [] {
    std::array<std::uint64_t, 1 << example_place_bits> places{};
    for (const std::uint64_t serial : packed_placeholders)
        places[example_place(serial, example_factor)] = serial;
    return places;
}();

inline bool is_packed_placeholder(std::uint64_t serial) {
    return placed_examples[example_place(serial, example_factor)] == serial;
}

inline constexpr int largest_sum = 9 * (8 + 6 + 4 + 2 + 3 + 5 + 9 + 7);
inline constexpr auto digits_of_sums = [] {
    std::array<char, largest_sum + 1> all{};
    for (int sum = 0; sum <= largest_sum; ++sum) all[static_cast<std::size_t>(sum)] = digit_of_sum(sum);
    return all;
}();

/// The weighted sum of eight digits, the first in the lowest byte: every second digit in a lane of 16 bits, a
/// product that meets its weight in the highest lane. No lane exceeds 9 * 24, so none carries into the next.
inline std::size_t weighted_sum(std::uint64_t eight) {
    constexpr std::uint64_t lanes = 0x000F000F000F000FU;
    constexpr auto weights = [](int first) {
        std::uint64_t packed_weights = 0;
        for (int i = 0; i < 4; ++i)
            packed_weights |= static_cast<std::uint64_t>(check_digit_weights[first + 2 * i])
                              << (16 * (3 - i));
        return packed_weights;
    };
    constexpr std::uint64_t even = weights(0);
    constexpr std::uint64_t odd = weights(1);
    return static_cast<std::size_t>((((eight & lanes) * even) >> 48) +
                                    ((((eight >> 8) & lanes) * odd) >> 48));
}

static_assert(static_cast<int>(Verdict::valid) == static_cast<int>(Verdict::warning) + 1);
/// The verdict on what has the shape of a number. `service` and `country`: places in pair_warnings. Whether a
/// number is right cannot be foreseen: no branches on the usual way.
inline Verdict verdict_of_parts(std::size_t service, std::size_t country, std::uint64_t serial, bool right) {
    const unsigned warned = (pair_warnings[service] & no_service) | (pair_warnings[country] & no_country) |
                            static_cast<unsigned>(is_packed_placeholder(serial));
    const unsigned when_right = static_cast<unsigned>(Verdict::valid) - static_cast<unsigned>(warned != 0);
    const unsigned wrong = static_cast<unsigned>(Verdict::faulty);
    return static_cast<Verdict>(wrong + (when_right - wrong) * static_cast<unsigned>(right));
}

}  // namespace postal

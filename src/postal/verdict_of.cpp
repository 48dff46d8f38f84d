#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "postal/generated/number_rows.h"
#include "postal/item_number_parts.h"
#include "postal/service_indicator.h"

namespace postal {

namespace {

constexpr std::size_t pair_count = 26 * 26;
constexpr std::size_t pair_place(char first, char second) {
    return static_cast<std::size_t>(26 * (first - 'A') + (second - 'A'));
}

/// For each two letters: what makes them a warning at the beginning and at the end of a number.
constexpr std::uint8_t no_service = 1;
constexpr std::uint8_t no_country = 2;

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
constexpr auto pair_warnings = made_pair_warnings();

/// Eight characters as one number, the first in its lowest byte.
constexpr std::uint64_t packed(const char* characters) {
    std::uint64_t eight = 0;
    for (int i = 7; i >= 0; --i) eight = (eight << 8) | static_cast<unsigned char>(characters[i]);
    return eight;
}

constexpr std::size_t placeholder_count = (placeholder_serials.size() + 1) / (serial_length + 1);
constexpr auto packed_placeholders = [] {
    std::array<std::uint64_t, placeholder_count> all{};
    for (std::size_t i = 0; i < placeholder_count; ++i)
        all[i] = packed(placeholder_serials.data() + i * (serial_length + 1));
    return all;
}();

/// Few serials share their five middle bits of the product with an example.
constexpr unsigned example_bit(std::uint64_t serial) {
    return static_cast<unsigned>((serial * 0x9E3779B97F4A7C15U) >> 58);
}
constexpr std::uint64_t example_bits = [] {
    std::uint64_t bits = 0;
    for (const std::uint64_t serial : packed_placeholders) bits |= std::uint64_t{1} << example_bit(serial);
    return bits;
}();

bool is_packed_placeholder(std::uint64_t serial) {
    if (((example_bits >> example_bit(serial)) & 1) == 0) return false;
    return std::ranges::find(packed_placeholders, serial) != packed_placeholders.end();
}

constexpr int largest_sum = 9 * (8 + 6 + 4 + 2 + 3 + 5 + 9 + 7);
constexpr auto digits_of_sums = [] {
    std::array<char, largest_sum + 1> all{};
    for (int sum = 0; sum <= largest_sum; ++sum) all[static_cast<std::size_t>(sum)] = digit_of_sum(sum);
    return all;
}();

std::uint64_t eight_at(const char* characters) {
    std::uint64_t eight;
    std::memcpy(&eight, characters, sizeof eight);
    if constexpr (std::endian::native == std::endian::big) eight = packed(characters);
    return eight;
}

bool are_digits(std::uint64_t eight) {
    constexpr std::uint64_t high_halves = 0xF0F0F0F0F0F0F0F0U;
    constexpr std::uint64_t threes = 0x3030303030303030U;
    constexpr std::uint64_t sixes = 0x0606060606060606U;
    // The sum carries out of a byte only where the first comparison fails already.
    return (eight & high_halves) == threes && ((eight + sixes) & high_halves) == threes;
}

/// The weighted sum of eight digits: every second digit in a lane of 16 bits, a product that meets its weight
/// in the highest lane. No lane exceeds 9 * 24, so none carries into the next.
std::size_t weighted_sum(std::uint64_t eight) {
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

bool is_pair(const char* letters) {
    return static_cast<unsigned char>(letters[0] - 'A') < 26 &&
           static_cast<unsigned char>(letters[1] - 'A') < 26;
}

/// What each ASCII byte is in a typed number: the character it means, `gap` where it is dropped, 0 where it
/// does not belong.
constexpr char gap = 1;
constexpr auto ascii_meaning = [] {
    std::array<char, 256> table{};
    for (char digit = '0'; digit <= '9'; ++digit) table[static_cast<std::size_t>(digit)] = digit;
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        table[static_cast<std::size_t>(letter)] = letter;
        table[static_cast<std::size_t>(letter - 'A' + 'a')] = letter;
    }
    for (const char dropped : {'\t', '\n', '\v', '\f', '\r', ' ', '-', '.', '/'})
        table[static_cast<std::size_t>(dropped)] = gap;
    return table;
}();

/// Any text, as check_number goes through it.
Verdict verdict_of_text(std::string_view line) {
    TypedText read;
    read_typed(line, read);
    const NumberPlace place = number_place(read.characters());
    if (place.count == 0) return Verdict::empty;
    if (place.count != item_number_length) return Verdict::faulty;
    char characters[item_number_length];
    for (std::size_t i = 0; i < item_number_length; ++i) {
        const TypedCharacter& character = read.storage[place.first + i];
        if (character.foreign) return Verdict::faulty;
        characters[i] = character.canonical;
    }
    return verdict_of_thirteen(characters);
}

}  // namespace

Verdict verdict_of_thirteen(const char* characters) {
    const std::uint64_t serial = eight_at(characters + serial_begin);
    const char* country = characters + country_begin;
    if (!is_pair(characters) || !is_pair(country) || !are_digits(serial)) return Verdict::faulty;
    if (digits_of_sums[weighted_sum(serial)] != characters[check_digit_place]) return Verdict::faulty;
    const bool warned = (pair_warnings[pair_place(characters[0], characters[1])] & no_service) != 0 ||
                        (pair_warnings[pair_place(country[0], country[1])] & no_country) != 0;
    return warned || is_packed_placeholder(serial) ? Verdict::warning : Verdict::valid;
}

Verdict verdict_of(std::string_view line) {
    if (line.size() == item_number_length) {
        const Verdict verdict = verdict_of_thirteen(line.data());
        if (verdict != Verdict::faulty) return verdict;
    }
    if (line.size() > typed_text_limit) return Verdict::faulty;
    char characters[item_number_length];
    std::size_t count = 0;
    for (const char typed : line) {
        const char meant = ascii_meaning[static_cast<unsigned char>(typed)];
        if (meant == gap) continue;
        if (meant == 0 || count == item_number_length) return verdict_of_text(line);
        characters[count++] = meant;
    }
    if (count == item_number_length) return verdict_of_thirteen(characters);
    return count == 0 ? Verdict::empty : Verdict::faulty;
}

}  // namespace postal

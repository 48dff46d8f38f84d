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

/// What an ASCII byte is in a typed number: the character it means, or one of these.
constexpr char dropped = CharacterMeaning::dropped;
constexpr char foreign = CharacterMeaning::foreign;
constexpr auto ascii_meanings = [] {
    std::array<char, 0x80> table{};
    table.fill(foreign);
    for (char digit = '0'; digit <= '9'; ++digit) table[static_cast<std::size_t>(digit)] = digit;
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        table[static_cast<std::size_t>(letter)] = letter;
        table[static_cast<std::size_t>(letter - 'A' + 'a')] = letter;
    }
    for (const char byte : {'\t', '\n', '\v', '\f', '\r', ' ', '-', '.', '/'})
        table[static_cast<std::size_t>(byte)] = dropped;
    return table;
}();

/// Where the line that begins at `begin` ends.
std::size_t line_end(const char* text, std::size_t begin, std::size_t size) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t feeds = ones * '\n';
    std::size_t at = begin;
    for (; at + 8 <= size; at += 8) {
        const std::uint64_t eight = eight_at(text + at) ^ feeds;
        const std::uint64_t zeros = (eight - ones) & ~eight & (ones << 7);
        if (zeros != 0) return at + static_cast<std::size_t>(std::countr_zero(zeros)) / 8;
    }
    while (at < size && text[at] != '\n') ++at;
    return at;
}

/// Fewer than 13 canonical characters.
Verdict verdict_of_beginning(const char* characters, std::size_t count, Typing typing) {
    if (count == 0) return Verdict::empty;
    if (typing == Typing::finished) return Verdict::faulty;
    for (std::size_t place = 0; place < count; ++place)
        if (!belongs(characters[place], place)) return Verdict::faulty;
    if (count <= check_digit_place) return Verdict::incomplete;
    const char expected = digits_of_sums[weighted_sum(eight_at(characters + serial_begin))];
    return characters[check_digit_place] == expected ? Verdict::incomplete : Verdict::faulty;
}

/// Text with foreign characters or too many, where a number may stand in other text.
Verdict verdict_of_text(std::string_view line) {
    TypedText read;
    read_typed(line, read);
    const NumberPlace place = number_place(read.characters());
    if (place.count != item_number_length) return Verdict::faulty;
    char characters[item_number_length];
    for (std::size_t i = 0; i < item_number_length; ++i) {
        const TypedCharacter& character = read.storage[place.first + i];
        if (character.foreign) return Verdict::faulty;
        characters[i] = character.canonical;
    }
    return verdict_of_thirteen(characters);
}

/// The verdict on 13 characters; `empty` when they have not the shape of a number.
Verdict verdict_of_shape(const char* characters) {
    const std::uint64_t serial = eight_at(characters + serial_begin);
    const char* country = characters + country_begin;
    const char check = characters[check_digit_place];
    if (!is_pair(characters) || !is_pair(country) || !are_digits(serial) || !is_digit(check))
        return Verdict::empty;
    // Whether a number is right cannot be foreseen: no branches on the usual way.
    const unsigned warned = (pair_warnings[pair_place(characters[0], characters[1])] & no_service) |
                            (pair_warnings[pair_place(country[0], country[1])] & no_country);
    const Verdict when_right =
        warned != 0 || is_packed_placeholder(serial) ? Verdict::warning : Verdict::valid;
    const bool right = digits_of_sums[weighted_sum(serial)] == check;
    return static_cast<Verdict>(static_cast<unsigned>(Verdict::faulty) +
                                (static_cast<unsigned>(when_right) - static_cast<unsigned>(Verdict::faulty)) *
                                    static_cast<unsigned>(right));
}

}  // namespace

Verdict verdict_of_thirteen(const char* characters) {
    const Verdict verdict = verdict_of_shape(characters);
    return verdict == Verdict::empty ? Verdict::faulty : verdict;
}

Verdict verdict_of(std::string_view line, Typing typing) {
    if (line.size() > typed_text_limit) return Verdict::faulty;
    char characters[16];
    std::size_t count = 0;  // since the last foreign character
    bool any_foreign = false;
    bool may_hold_number = false;  // beside foreign characters only a whole number can be right
    for (std::size_t at = 0; at < line.size();) {
        char meant = 0;
        if (const auto byte = static_cast<unsigned char>(line[at]); byte < 0x80) {
            meant = ascii_meanings[byte];
            ++at;
        } else {
            const CharacterMeaning meaning = first_meaning(line.substr(at));
            meant = meaning.canonical;
            at += meaning.length;
        }
        if (meant == foreign) {
            any_foreign = true;
            may_hold_number |= count >= item_number_length;
            if (!may_hold_number && line.size() - at < item_number_length) return Verdict::faulty;
            count = 0;
        } else {
            characters[count % sizeof characters] = meant;
            count += static_cast<std::size_t>(meant != dropped);
        }
    }
    if (any_foreign && !may_hold_number && count < item_number_length) return Verdict::faulty;
    if (any_foreign || count > item_number_length) return verdict_of_text(line);
    if (count == item_number_length) return verdict_of_thirteen(characters);
    return verdict_of_beginning(characters, count, typing);
}

std::size_t write_verdicts_of_lines(char* text, std::size_t size, Typing typing) {
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= size;) {
        std::size_t end = begin + item_number_length;
        Verdict verdict = Verdict::empty;
        if (end <= size && (end == size || text[end] == '\n')) verdict = verdict_of_shape(text + begin);
        if (verdict == Verdict::empty) {
            end = line_end(text, begin, size);
            verdict = verdict_of({text + begin, end - begin}, typing);
        }
        // Each line before took at least its line feed: what is written over has been read.
        text[count++] = static_cast<char>(verdict);
        begin = end + 1;
    }
    return count;
}

}  // namespace postal

#include <bit>
#include <cstring>

#include "postal/item_number_parts.h"
#include "postal/meant_characters.h"
#include "postal/verdict_tables.h"

namespace postal {

namespace {

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

bool is_pair(const char* letters) {
    return static_cast<unsigned char>(letters[0] - 'A') < 26 &&
           static_cast<unsigned char>(letters[1] - 'A') < 26;
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

}  // namespace

Verdict verdict_of_beginning(const char* characters, std::size_t count, Typing typing) {
    if (count == 0) return Verdict::empty;
    if (typing == Typing::finished) return Verdict::faulty;
    for (std::size_t place = 0; place < count; ++place)
        if (!belongs(characters[place], place)) return Verdict::faulty;
    if (count <= check_digit_place) return Verdict::incomplete;
    const char expected = digits_of_sums[weighted_sum(eight_at(characters + serial_begin))];
    return characters[check_digit_place] == expected ? Verdict::incomplete : Verdict::faulty;
}

Verdict verdict_of_shape(const char* characters) {
    const std::uint64_t serial = eight_at(characters + serial_begin);
    const char* country = characters + country_begin;
    const char check = characters[check_digit_place];
    if (!is_pair(characters) || !is_pair(country) || !are_digits(serial) || !is_digit(check))
        return Verdict::empty;
    return verdict_of_parts(pair_place(characters[0], characters[1]), pair_place(country[0], country[1]),
                            serial, digits_of_sums[weighted_sum(serial)] == check);
}

Verdict verdict_of_thirteen(const char* characters) {
    const Verdict verdict = verdict_of_shape(characters);
    return verdict == Verdict::empty ? Verdict::faulty : verdict;
}

Verdict verdict_of(std::string_view line, Typing typing) {
    if (line.size() > typed_text_limit) return Verdict::faulty;
    MeantCharacters meant;
    for (std::size_t at = 0; at < line.size();) {
        const CharacterMeaning meaning = first_meaning(line.substr(at));
        at += meaning.length;
        if (!meant.take(meaning.canonical, line.size() - at)) return Verdict::faulty;
    }
    return meant.is_plain() ? meant.verdict(typing) : verdict_of_text(line);
}

}  // namespace postal

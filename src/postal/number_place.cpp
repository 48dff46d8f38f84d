#include <algorithm>

#include "postal/country.h"
#include "postal/item_number_parts.h"

namespace postal {

namespace {

using Characters = std::span<const TypedCharacter>;

bool is_hexadecimal(const TypedCharacter& character) {
    return !character.foreign &&
           (is_digit(character.canonical) || (character.canonical >= 'A' && character.canonical <= 'F'));
}

/// %20 and the like end what stands before them, also when letters follow.
bool ends_percent_code(Characters characters, std::size_t end) {
    return end >= 3 && characters[end - 3].foreign && characters[end - 3].canonical == '%' &&
           is_hexadecimal(characters[end - 2]) && is_hexadecimal(characters[end - 1]);
}

bool begins_here(Characters characters, std::size_t at) {
    if (at == 0 || characters[at].separated || ends_percent_code(characters, at)) return true;
    const TypedCharacter& before = characters[at - 1];
    return before.foreign && before.canonical != '_';
}

bool ends_here(Characters characters, std::size_t at) {
    if (at == characters.size() || characters[at].separated) return true;
    return characters[at].foreign && characters[at].canonical != '_';
}

/// A whole S10 shape, its letters together.
bool has_number_at(Characters characters, std::size_t at) {
    for (std::size_t place = 0; place < item_number_length; ++place) {
        const TypedCharacter& character = characters[at + place];
        if (character.foreign || !belongs(character.canonical, place)) return false;
    }
    return !characters[at + 1].separated && !characters[at + country_begin + 1].separated &&
           begins_here(characters, at) && ends_here(characters, at + item_number_length);
}

bool check_digit_is_right(Characters characters, std::size_t at) {
    int sum = 0;
    for (std::size_t i = 0; i < serial_length; ++i)
        sum += check_digit_weights[i] * (characters[at + serial_begin + i].canonical - '0');
    return digit_of_sum(sum) == characters[at + check_digit_place].canonical;
}

bool are_equal(Characters characters, std::size_t a, std::size_t b) {
    return std::ranges::equal(characters.subspan(a, item_number_length),
                              characters.subspan(b, item_number_length), {}, &TypedCharacter::canonical,
                              &TypedCharacter::canonical);
}

}  // namespace

NumberPlace number_place(Characters characters) {
    const NumberPlace all{0, characters.size(), 0};
    const bool plain =
        characters.size() <= item_number_length && std::ranges::none_of(characters, &TypedCharacter::foreign);
    if (plain || characters.size() < item_number_length) return all;
    constexpr std::size_t most = typed_text_limit / item_number_length;
    std::size_t places[most];
    NumberPlace found{0, item_number_length, 0};
    bool right = false;
    for (std::size_t at = 0; at + item_number_length <= characters.size(); ++at) {
        if (!has_number_at(characters, at)) continue;
        const bool known = std::any_of(places, places + found.numbers_found,
                                       [&](std::size_t place) { return are_equal(characters, place, at); });
        if (!known) {
            const bool right_here = check_digit_is_right(characters, at);
            if (found.numbers_found == 0 || (right_here && !right)) found.first = at;
            right = right || right_here;
            places[found.numbers_found++] = at;
        }
        at += item_number_length - 1;
    }
    return found.numbers_found > 0 ? found : all;
}

}  // namespace postal

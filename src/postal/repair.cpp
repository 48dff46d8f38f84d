#include "postal/repair.h"

#include <algorithm>
#include <array>

#include "postal/country.h"
#include "postal/generated/number_rows.h"
#include "postal/item_number_parts.h"
#include "postal/service_indicator.h"

namespace postal {

namespace {

constexpr std::string_view reason_ids[repair_reason_count] = {
    "look_alike", "extra_character", "neighbours_swapped", "similar_digit", "check_digit",
};

/// Lower is likelier. After a swap 48 of 100 numbers have one swap that passes and 37 have two, so a third
/// swap stands behind a digit misread.
constexpr int later_swap = 15;
constexpr int similar = 20;
constexpr int outside_doubled_pair = 10;
constexpr int behind_all = 1000;
constexpr int unassigned_service = 4;
constexpr int unknown_country = 8;
/// With more places of the wrong kind it is another text and not a slip.
constexpr std::size_t most_wrong_places = 4;

struct Guess {
    std::array<char, item_number_length> characters;
    RepairReason reason;
    std::uint8_t position;
    int cost;
};

/// The best guesses so far, the likeliest first.
class Guesses {
public:
    void add(const Guess& guess) {
        if (verdict_of_thirteen(guess.characters.data()) == Verdict::faulty) return;
        Guess judged = guess;
        const std::string_view number(judged.characters.data(), item_number_length);
        if (service_class(number.substr(0, serial_begin)) == ServiceClass::unassigned)
            judged.cost += unassigned_service;
        if (!is_country(number.substr(country_begin))) judged.cost += unknown_country;
        std::size_t place = count_;
        for (std::size_t i = 0; i < count_; ++i) {
            if (best_[i].characters == judged.characters) return;
            if (place == count_ && judged.cost < best_[i].cost) place = i;
        }
        if (place == repair_limit) return;
        count_ = std::min(count_ + 1, repair_limit);
        std::copy_backward(best_.begin() + place, best_.begin() + count_ - 1, best_.begin() + count_);
        best_[place] = judged;
    }

    std::vector<Repair> told() const {
        std::vector<Repair> all;
        for (std::size_t i = 0; i < count_; ++i) {
            const Guess& guess = best_[i];
            all.push_back({std::string(guess.characters.data(), item_number_length), guess.reason,
                           guess.position, guess.reason == RepairReason::check_digit});
        }
        return all;
    }

private:
    std::array<Guess, repair_limit> best_;
    std::size_t count_ = 0;
};

Guess guess_from(std::string_view number, RepairReason reason, std::size_t position, int cost) {
    Guess guess{{}, reason, static_cast<std::uint8_t>(position), cost};
    std::copy_n(number.begin(), item_number_length, guess.characters.begin());
    return guess;
}

std::string_view look_alikes(char character) {
    return is_digit(character) ? letters_for_digit.substr(4 * static_cast<std::size_t>(character - '0'), 4)
                               : digits_for_letter.substr(2 * static_cast<std::size_t>(character - 'A'), 2);
}

/// Every way to read the characters of the wrong kind, one place after the other.
void add_look_alikes(Guesses& guesses, Guess& guess, std::span<const std::uint8_t> wrong_places) {
    if (wrong_places.empty()) return guesses.add(guess);
    char& character = guess.characters[wrong_places.front()];
    const char found = character;
    const int cost = guess.cost;
    for (const char meant : look_alikes(found)) {
        if (meant == ' ') break;
        character = meant;
        add_look_alikes(guesses, guess, wrong_places.subspan(1));
        ++guess.cost;
    }
    character = found;
    guess.cost = cost;
}

void add_swaps(Guesses& guesses, std::string_view number) {
    int cost = 0;
    for (std::size_t place = 0; place + 1 < item_number_length; ++place) {
        if (number[place] == number[place + 1]) continue;
        Guess guess = guess_from(number, RepairReason::neighbours_swapped, place, cost);
        std::swap(guess.characters[place], guess.characters[place + 1]);
        if (verdict_of_thirteen(guess.characters.data()) == Verdict::faulty) continue;
        guesses.add(guess);
        cost += later_swap;
    }
}

void add_similar_digits(Guesses& guesses, std::string_view number) {
    for (std::size_t place = serial_begin; place < country_begin; ++place) {
        for (std::size_t pair = 0; pair < similar_digits.size(); pair += 2) {
            const std::size_t found = similar_digits.substr(pair, 2).find(number[place]);
            if (found == std::string_view::npos) continue;
            Guess guess =
                guess_from(number, RepairReason::similar_digit, place, similar + static_cast<int>(pair / 2));
            guess.characters[place] = similar_digits[pair + 1 - found];
            guesses.add(guess);
        }
    }
}

void add_deletions(Guesses& guesses, std::string_view number) {
    for (std::size_t place = 0; place < number.size(); ++place) {
        if (place > 0 && number[place] == number[place - 1]) continue;  // the same number again
        const bool doubled = place + 1 < number.size() && number[place] == number[place + 1];
        Guess guess{{}, RepairReason::extra_character, 0, doubled ? 0 : outside_doubled_pair};
        guess.position = static_cast<std::uint8_t>(std::min(place, item_number_length - 1));
        std::copy_n(number.begin(), place, guess.characters.begin());
        std::copy(number.begin() + place + 1, number.end(), guess.characters.begin() + place);
        guesses.add(guess);
    }
}

void add_computed_digit(Guesses& guesses, std::string_view number) {
    Guess guess = guess_from(number, RepairReason::check_digit, check_digit_place, behind_all);
    guess.characters[check_digit_place] = check_digit(number.substr(serial_begin, serial_length));
    guesses.add(guess);
}

}  // namespace

std::string_view id_of(RepairReason reason) { return reason_ids[static_cast<std::size_t>(reason)]; }

std::vector<Repair> repairs(std::string_view number) {
    Guesses guesses;
    if (!std::ranges::all_of(number, [](char c) { return is_digit(c) || is_letter(c); })) return {};
    if (number.size() == item_number_length + 1) add_deletions(guesses, number);
    if (number.size() != item_number_length) return guesses.told();
    std::array<std::uint8_t, most_wrong_places> wrong_places;
    std::size_t wrong = 0;
    for (std::size_t place = 0; place < item_number_length; ++place) {
        if (belongs(number[place], place)) continue;
        if (wrong == most_wrong_places) return {};
        wrong_places[wrong++] = static_cast<std::uint8_t>(place);
    }
    if (wrong == 0 && verdict_of_thirteen(number.data()) != Verdict::faulty) return {};
    if (wrong > 0) {
        Guess guess = guess_from(number, RepairReason::look_alike, wrong_places[0], 0);
        add_look_alikes(guesses, guess, std::span(wrong_places).first(wrong));
    }
    add_swaps(guesses, number);
    if (wrong == 0) {
        add_similar_digits(guesses, number);
        add_computed_digit(guesses, number);
    }
    return guesses.told();
}

}  // namespace postal

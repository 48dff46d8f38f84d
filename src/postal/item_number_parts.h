// What the files about item numbers share: the places of an S10 number.
#pragma once

#include <cstddef>

#include "postal/item_number.h"

namespace postal {

inline constexpr std::size_t serial_begin = 2;
inline constexpr std::size_t serial_length = 8;
inline constexpr std::size_t check_digit_place = serial_begin + serial_length;
inline constexpr std::size_t country_begin = check_digit_place + 1;
inline constexpr int check_digit_weights[serial_length] = {8, 6, 4, 2, 3, 5, 9, 7};

constexpr bool is_letter(char character) { return character >= 'A' && character <= 'Z'; }
constexpr bool is_digit(char character) { return character >= '0' && character <= '9'; }
constexpr bool is_letter_place(std::size_t place) { return place < serial_begin || place >= country_begin; }
constexpr bool belongs(char character, std::size_t place) {
    return is_letter_place(place) ? is_letter(character) : is_digit(character);
}

/// The S10 check digit of a weighted sum.
constexpr char digit_of_sum(int sum) {
    const int digit = 11 - sum % 11;
    return digit == 10 ? '0' : digit == 11 ? '5' : static_cast<char>('0' + digit);
}

/// AA999999999AA.
bool has_s10_shape(std::string_view number);

/// Serial numbers that examples are made with.
bool is_placeholder(std::string_view serial);

/// Where in a typed text the number to be judged stands.
struct NumberPlace {
    std::size_t first = 0;          ///< in the characters
    std::size_t count = 0;          ///< characters
    std::size_t numbers_found = 0;  ///< different S10 numbers, when they stand in other text; else 0
};

/// All the characters, unless there are foreign ones or too many and S10 numbers are among them.
NumberPlace number_place(std::span<const TypedCharacter> characters);

/// The verdict on 13 canonical characters.
Verdict verdict_of_thirteen(const char* characters);

/// The same, but `empty` when they have not the shape of a number.
Verdict verdict_of_shape(const char* characters);

/// The verdict on fewer than 13 canonical characters. Eight may be read behind the first two.
Verdict verdict_of_beginning(const char* characters, std::size_t count, Typing typing);

}  // namespace postal

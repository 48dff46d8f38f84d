// What a wrong number may have been meant to be. Guesses with their reasons: a check digit passes one random
// number in ten, so none of them is ever applied by itself or called the real one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace postal {

enum class RepairReason : std::uint8_t {
    look_alike,  ///< a letter among the digits or a digit among the letters, read as the one it looks like
    extra_character,     ///< 14 characters, one of them deleted; inside a doubled pair first
    neighbours_swapped,  ///< two neighbours changed places
    similar_digit,       ///< one digit read as another that looks like it
    check_digit,         ///< the check digit computed anew, which makes any number pass: hidden
};
inline constexpr std::size_t repair_reason_count = 5;

/// The published spelling: "look_alike".
std::string_view id_of(RepairReason reason);

struct Repair {
    std::string number;  ///< 13 characters, the check digit right
    RepairReason reason;
    std::uint8_t position;  ///< of the first character that differs, 0..12
    bool hidden;            ///< shown only to those who ask for it: it is no evidence
};

inline constexpr std::size_t repair_limit = 3;

/// The likeliest first, at most repair_limit. `number`: canonical characters (NumberCheck::number) of a
/// number that is faulty; of any other text, and of a right number, nothing.
std::vector<Repair> repairs(std::string_view number);

}  // namespace postal

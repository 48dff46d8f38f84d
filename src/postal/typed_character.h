// The characters of an item number as people type and paste them: lower case, full-width, look-alikes of
// other scripts, blanks and dashes between the groups.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace postal {

struct TypedCharacter {
    char canonical = 0;  ///< 'A'..'Z' or '0'..'9'; an ASCII character as it is, or 0, when foreign
    bool foreign = false;
    std::uint16_t begin = 0;  ///< bytes in the text as typed
    std::uint16_t length = 0;
};

struct TypedText {
    std::vector<TypedCharacter> characters;  ///< without blanks, dashes and characters nobody sees
    /// The first character that was read as meant and not as it stands; length 0 when there is none.
    /// Plain blanks are not counted: numbers are printed with them.
    TypedCharacter normalised;
    std::uint8_t normalised_before = 0;  ///< how many of `characters` stand before it
};

/// Reads UTF-8 of at most 65535 bytes. A byte that is no UTF-8 is one foreign character.
TypedText read_typed(std::string_view text);

}  // namespace postal

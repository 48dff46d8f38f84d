// Digits that may belong to one number: groups of them, parted by single separators. The search for numbers
// in long texts looks for these first, because most of a text is none.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace postal {

/// One letter or digit as numbers are written, full-width ones included.
struct NumberCharacter {
    char canonical = 0;       ///< upper case; 0 when there is none
    std::uint8_t length = 0;  ///< bytes
    bool lower_case = false;
};

/// The capital or digit meant by each ASCII letter or digit; 0 for all other bytes.
inline constexpr auto plain_characters = [] {
    std::array<char, 256> table{};
    for (char digit = '0'; digit <= '9'; ++digit) table[static_cast<std::size_t>(digit)] = digit;
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        table[static_cast<std::size_t>(letter)] = table[static_cast<std::size_t>(letter - 'A' + 'a')] =
            letter;
    return table;
}();

NumberCharacter wide_character_at(std::string_view text, std::size_t at);
NumberCharacter wide_character_before(std::string_view text, std::size_t at);

inline NumberCharacter plain_character(char byte) {
    const char canonical = plain_characters[static_cast<unsigned char>(byte)];
    return {canonical, static_cast<std::uint8_t>(canonical != 0), byte >= 'a'};
}

inline NumberCharacter character_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    return static_cast<unsigned char>(text[at]) < 0x80 ? plain_character(text[at])
                                                       : wide_character_at(text, at);
}

inline NumberCharacter character_before(std::string_view text, std::size_t at) {
    if (at == 0) return {};
    return static_cast<unsigned char>(text[at - 1]) < 0x80 ? plain_character(text[at - 1])
                                                           : wide_character_before(text, at);
}

/// A separator inside a number: a blank, dash or dot, a no-break blank or an HTML entity for one, with unseen
/// characters beside it; or unseen characters alone, which part nothing.
struct Separator {
    std::size_t length = 0;  ///< bytes; 0 when there is none
    bool seen = false;
};
Separator separator_at(std::string_view text, std::size_t at);
Separator separator_before(std::string_view text, std::size_t at);

struct DigitGroup {
    std::size_t begin;
    std::size_t end;
    std::size_t count;  ///< digits; unseen characters may stand between them
};

struct DigitChain {
    /// A longer row of groups is told in pieces: no number is printed in more than these.
    static constexpr std::size_t group_limit = 12;

    /// Nine digits between two capitals on each side, and these between characters of ASCII that belong to no
    /// word: an S10 number in one piece, if any. Not found so on every processor.
    bool is_plain_s10 = false;
    std::size_t digit_count = 0;
    std::size_t group_count = 0;
    DigitGroup groups[group_limit] = {};

    std::size_t begin() const { return groups[0].begin; }
    std::size_t end() const { return groups[group_count - 1].end; }
};

/// Goes through a text from chain to chain, in linear time. Chains of fewer than `fewest_digits` are left
/// out.
class DigitChains {
public:
    static constexpr std::size_t fewest_digits = 8;

    explicit DigitChains(std::string_view text) : text_(text) {}

    /// False at the end of the text.
    bool next(DigitChain& chain);

private:
    bool is_digit_at(std::size_t at) const;
    std::size_t digit_around(std::size_t at) const;
    std::size_t beginning(std::size_t at) const;
    void read(DigitChain& chain, std::size_t begin);
    bool read_plain_s10(DigitChain& chain, std::size_t digit);

    std::string_view text_;
    std::size_t done_ = 0;
};

}  // namespace postal

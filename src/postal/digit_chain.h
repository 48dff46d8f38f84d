// Digits that may belong to one number: groups of them, parted by single separators. The search for numbers
// in long texts looks for these first, because most of a text is none.
#pragma once

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
NumberCharacter character_at(std::string_view text, std::size_t at);
NumberCharacter character_before(std::string_view text, std::size_t at);

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
    std::size_t beginning(std::size_t at) const;
    void read(DigitChain& chain, std::size_t begin);

    std::string_view text_;
    std::size_t done_ = 0;
};

}  // namespace postal

// A number as it stands in running text, read from the digits found there outwards.
#pragma once

#include <cstddef>
#include <string_view>

#include "postal/digit_chain.h"
#include "postal/number_text.h"

namespace postal {

/// Where a number begins and ends in the text, and its canonical characters.
struct NumberInText {
    std::size_t begin = 0;
    std::size_t end = 0;
    NumberText number;
};

/// How an S10 number is written.
struct S10Layout {
    bool in_one_piece;  ///< nothing between its 13 characters, or unseen ones
    bool usual;         ///< in one piece, 2-3-3-3-2, 2-9-2 or 2-8-1-2
    bool lower_case;
};

/// Two letters, the nine digits of `chain`, two letters, and no letter or digit beside them. False when these
/// do not stand there.
bool read_s10(std::string_view text, const DigitChain& chain, NumberInText& found, S10Layout& layout);

/// All digits of the chain, when they are grouped as numbers are printed and no letter stands beside it.
/// False otherwise.
bool read_digits(std::string_view text, const DigitChain& chain, NumberInText& found);

/// The letters and digits around one group of digits, when there are not more of them than any number has.
bool read_token(std::string_view text, const DigitGroup& group, NumberInText& found);

/// The 18 characters of a UPS number that ends with the chain, however it is grouped: 1Z 999 AA1 01 2345
/// 6784.
bool read_grouped_1z(std::string_view text, const DigitChain& chain, NumberInText& found);

}  // namespace postal

// The numbers in a text, told by the wasm that finds them (web/message_check) to the program: finding needs
// tables and decoders that most visits never want. Both are of one build.
//
// A line for each number, with a line feed behind it: verdict and family as decimal numbers, then the number,
// with a blank between: "4 0 EE473829165CN".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postal/extract.h"

namespace formats {

/// As many as a list may have; the rest of the text is not told.
inline constexpr std::size_t found_numbers_limit = 10'000;

struct FoundNumber {
    std::string number;       ///< canonical: capitals and digits
    std::uint8_t family = 0;  ///< 0 = S10, see postal::FoundNumber
    postal::Verdict verdict = postal::Verdict::empty;
};

/// Decodes `text` as mail_text() says and tells the numbers in it, in its order and each once. Samples are
/// left out: they come by their own button only. Any bytes; time is linear in them as with mail_text().
std::string find_numbers(std::string_view text, postal::Eagerness eagerness);

/// Nothing when `lines` is not what find_numbers() makes.
std::optional<std::vector<FoundNumber>> read_found_numbers(std::string_view lines);

}  // namespace formats

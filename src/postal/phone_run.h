// Phone numbers inside running text.
#pragma once

#include <cstddef>
#include <string_view>

namespace postal {

/// E.164: no phone has more than 15 digits; the shortest with an area are 7 long.
inline constexpr std::size_t phone_digits_least = 7;
inline constexpr std::size_t phone_digits_most = 15;

struct PhoneRun {
    std::size_t phone = 0;  ///< bytes of the phone that begins here, or 0
    std::size_t other =
        0;  ///< bytes that begin with a digit and are no phone: a date, a short number, a code
};

/// Reads the digits that `text` has from `at` on; `at` must not lie inside a run of digits. Both are 0 when
/// no digit begins there.
PhoneRun read_phone(std::string_view text, std::size_t at);

}  // namespace postal

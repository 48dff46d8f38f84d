// Shared lists: the URL fragment `n=EE123456785CN,RR473124829US`. A fragment never reaches a server.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace formats {

/// A link stays below what messengers keep whole, and nobody reviews more by hand.
inline constexpr std::size_t shared_items_limit = 500;

struct SharedItems {
    std::vector<std::string> numbers;  ///< canonical, in order, without repeats; check digits right
    std::vector<std::string> faulty;   ///< as they stood, cut to 40 bytes
    bool too_many = false;             ///< the rest was not read
    bool present = false;              ///< the fragment is a share link at all
};

SharedItems read_fragment(std::string_view fragment);
std::string write_fragment(const std::vector<std::string>& numbers);  ///< "#n=…"

}  // namespace formats

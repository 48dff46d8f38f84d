// What a text looks like: two texts that look alike have the same skeleton (UTS 39, with the pairs that are
// seen in host names: 0 o, 1 i l, 5 s, rn m, vv w, cl d).
#pragma once

#include <string>
#include <string_view>

namespace postal {

/// Of lower-case letters in UTF-8, in ASCII; characters that look like nothing in ASCII are left out.
std::string skeleton(std::string_view text);

/// True when both differ by at most one letter added, left out or wrong, or two neighbours swapped
/// (Damerau-Levenshtein distance 0 or 1).
bool is_one_slip_away(std::string_view one, std::string_view other);

}  // namespace postal

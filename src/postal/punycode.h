// Punycode, RFC 3492, with the parameters of RFC 3492 section 5: how host names carry characters outside
// ASCII.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postal {

/// The label after "xn--"; nothing when it is no Punycode or longer than a name may be (RFC 1035: 253 bytes).
std::optional<std::u32string> punycode_decoded(std::string_view label);

/// Without "xn--". Nothing when the label is longer than 253 characters.
std::optional<std::string> punycode_encoded(std::u32string_view label);

}  // namespace postal

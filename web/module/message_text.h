#pragma once

#include <string>
#include <string_view>

namespace postwatch {

/// The JSON text of `MessageCheck` in postwatch-core.d.ts. `items`: a line for each item the user follows,
/// its number behind `+` when it is delivered and behind `-` when it is not.
std::string message_text(std::string_view text, std::string_view claimed, std::string_view items);

}  // namespace postwatch

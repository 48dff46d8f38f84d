#pragma once

#include <string>
#include <string_view>

namespace postwatch {

/// The JSON text of `NumberCheck` in postwatch-core.d.ts. The findings are those of a finished text; what is
/// right so far is `incomplete` beside them.
std::string number_text(std::string_view typed);

/// The JSON text of `Passport` in postwatch-core.d.ts, or "null".
std::string passport_text(std::string_view typed);

/// The ids of the families of numbers; S10 is the first.
std::string families_text();

}  // namespace postwatch

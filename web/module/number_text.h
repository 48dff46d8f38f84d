#pragma once

#include <string>
#include <string_view>

namespace postwatch {

/// The JSON text of `NumberCheck` in postwatch-core.d.ts, for a number as it is being typed.
std::string number_text(std::string_view typed);

/// The ids of the families of numbers; S10 is the first.
std::string families_text();

}  // namespace postwatch

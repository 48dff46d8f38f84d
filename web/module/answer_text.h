#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace postwatch {

/// The JSON text of `Classified` in postwatch-core.d.ts; a provider that is not known is judged by the words.
std::string classified_text(std::string_view provider, std::string_view code, std::string_view words,
                            std::string_view number);

/// The JSON text of `Answer` in postwatch-core.d.ts.
std::string answer_text(std::string_view dialect, std::int32_t status, std::string_view body,
                        std::string_view number);

}  // namespace postwatch

#include "formats/json_writer.h"

#include <charconv>

/// The library's own prints fractions exactly, with a table of powers of ten: 3 KB. Nothing here writes one;
/// its whole part would be.
template <>
[[gnu::nonnull(1, 2), gnu::returns_nonnull]] char* nlohmann::detail::to_chars<double>(char* first,
                                                                                      const char* last,
                                                                                      double value) {
    return std::to_chars(first, const_cast<char*>(last), static_cast<std::int64_t>(value)).ptr;
}

namespace formats {

std::string to_text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace formats

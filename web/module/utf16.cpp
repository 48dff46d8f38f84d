#include "web/module/utf16.h"

namespace postwatch {

std::uint32_t utf16_length(std::string_view text) {
    std::uint32_t units = 0;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        units += static_cast<std::uint32_t>((byte & 0xC0) != 0x80) + static_cast<std::uint32_t>(byte >= 0xF0);
    }
    return units;
}

}  // namespace postwatch

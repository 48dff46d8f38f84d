#include "web/module/utf16.h"

#include "postal/eight_bytes.h"

namespace postwatch {

std::uint32_t utf16_length(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    std::uint32_t units = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        while (at + 8 < text.size() && (postal::eight_bytes(text.data() + at) & high_bits) == 0) {
            units += 8;
            at += 8;
        }
        const auto byte = static_cast<unsigned char>(text[at]);
        units += static_cast<std::uint32_t>((byte & 0xC0) != 0x80) + static_cast<std::uint32_t>(byte >= 0xF0);
    }
    return units;
}

}  // namespace postwatch

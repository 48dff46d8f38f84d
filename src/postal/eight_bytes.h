// Eight bytes of a text at once, for the paths long texts go through.
#pragma once

#include <cstdint>
#include <cstring>

namespace postal {

/// The eight bytes from `bytes` on as the machine reads them.
inline std::uint64_t eight_bytes(const char* bytes) {
    std::uint64_t eight;
    std::memcpy(&eight, bytes, sizeof eight);
    return eight;
}

}  // namespace postal

// Places in a text: bytes of UTF-8 here, units of UTF-16 in JavaScript.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace postwatch {

/// How many units `text` has, which is UTF-8 as TextEncoder writes it: every byte but those that continue a
/// character is a unit, and the first of four bytes is two.
std::uint32_t utf16_length(std::string_view text);

/// For places asked in rising order: the whole text is counted once.
class Utf16Places {
public:
    /// `ascii`: known to be nothing else, and not counted at all.
    explicit Utf16Places(std::string_view text, bool ascii = false) : text_(text), ascii_(ascii) {}

    std::uint32_t at(std::size_t byte) {
        if (ascii_) return static_cast<std::uint32_t>(byte);
        if (byte < byte_) byte_ = units_ = 0;
        units_ += utf16_length(text_.substr(byte_, byte - byte_));
        byte_ = static_cast<std::uint32_t>(byte < text_.size() ? byte : text_.size());
        return units_;
    }

private:
    std::string_view text_;
    bool ascii_;
    std::uint32_t byte_ = 0;
    std::uint32_t units_ = 0;
};

}  // namespace postwatch

// Unicode code points in UTF-8 texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace postal {

struct CodePoint {
    char32_t value;
    std::uint8_t length;  ///< bytes, 1 to 4
};

/// The value of a byte that is no UTF-8 (overlong forms and surrogates are none either); its length is 1.
inline constexpr char32_t not_utf8 = 0xFFFFFFFF;

/// The code point that begins at byte `at`, which lies inside the text.
CodePoint code_point_at(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t point);

constexpr bool is_ascii_digit(char32_t point) { return point >= '0' && point <= '9'; }
constexpr bool is_ascii_letter(char32_t point) {
    return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
}
constexpr bool is_ascii_alphanumeric(char32_t point) {
    return is_ascii_digit(point) || is_ascii_letter(point);
}
constexpr char ascii_lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

}  // namespace postal

// The canonical characters of one number, kept in place: a text may hold very many numbers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "postal/other_number.h"

namespace postal {

/// Capitals and digits, at most other_number_limit of them. Whoever appends sees to that.
class NumberText {
public:
    operator std::string_view() const { return {characters_.data(), size_}; }

    const char* data() const { return characters_.data(); }
    std::size_t size() const { return size_; }
    void clear() { size_ = 0; }
    void append(char character) { characters_[size_++] = character; }
    void append(const char* characters, std::size_t count) {
        std::memcpy(characters_.data() + size_, characters, count);
        size_ = static_cast<std::uint8_t>(size_ + count);
    }

    friend bool operator==(const NumberText& one, std::string_view other) {
        return std::string_view(one) == other;
    }

private:
    std::array<char, other_number_limit> characters_;  // left as it is behind the last one
    std::uint8_t size_ = 0;
};

}  // namespace postal

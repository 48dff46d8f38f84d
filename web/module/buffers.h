// What passes between JavaScript and this module: one area in, one result out. A call finds its texts one
// behind the other in the input area and is told their lengths.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace postwatch {

/// The area of at least `size` bytes that JavaScript writes to; what stood there is gone when it had to grow.
char* input_area(std::size_t size);
char* input_area();

/// The texts of a call, taken from the input area one by one.
class Input {
public:
    std::string_view take(std::size_t length) {
        const std::string_view text(at_, length);
        at_ += length;
        return text;
    }

private:
    const char* at_ = input_area();
};

/// The result of the last call; it stays until the next one.
struct Result {
    const void* bytes;
    std::uint32_t size;
};

const Result* give(std::string&& text);
/// The first `size` bytes of `words`.
const Result* give(std::vector<std::uint32_t>&& words, std::size_t size);
const Result* give(const void* bytes, std::size_t size);  ///< of the input area

}  // namespace postwatch

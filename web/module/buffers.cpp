#include "web/module/buffers.h"

#include <cstdlib>
#include <utility>

namespace postwatch {

namespace {

char* area = nullptr;
std::size_t area_size = 0;
std::string last_text;
std::vector<std::uint32_t> last_words;
Result result;

}  // namespace

char* input_area(std::size_t size) {
    if (size > area_size) {
        std::free(area);
        area = static_cast<char*>(std::malloc(size));  // left as it is: JavaScript fills it
        area_size = area ? size : 0;
    }
    return area;
}

char* input_area() { return area; }

const Result* give(std::string&& text) {
    last_text = std::move(text);
    return give(last_text.data(), last_text.size());
}

const Result* give(std::vector<std::uint32_t>&& words, std::size_t size) {
    last_words = std::move(words);
    return give(last_words.data(), size);
}

const Result* give(const void* bytes, std::size_t size) {
    result = {bytes, static_cast<std::uint32_t>(size)};
    return &result;
}

}  // namespace postwatch

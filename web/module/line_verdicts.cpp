#include "web/module/line_verdicts.h"

#include <cstring>

#include "postal/item_number.h"

namespace postwatch {

std::size_t write_line_verdicts(char* text, std::size_t size) {
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= size;) {
        const void* feed = std::memchr(text + begin, '\n', size - begin);
        const std::size_t end = feed ? static_cast<std::size_t>(static_cast<const char*>(feed) - text) : size;
        const postal::NumberCheck check =
            postal::check_number({text + begin, end - begin}, postal::Typing::going_on);
        // Each line before took at least its line feed: what is written over has been read.
        text[count++] = static_cast<char>(check.verdict);
        begin = end + 1;
    }
    return count;
}

}  // namespace postwatch

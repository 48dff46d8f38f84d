// Web addresses from standard input, the bytes of one a line in hexadecimal, since Emscripten reads text
// there in pieces that may end inside a character. To standard output the host of each as postal reads it, or
// "-".
#include <cstdio>
#include <string>

#include "postal/web_address.h"

namespace {

int value_of(int digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }

void answer(const std::string& text) {
    const postal::WebAddress address = postal::read_web_address(text);
    const bool is_read = address.fault == postal::AddressFault::none;
    std::printf("%s\n", is_read ? address.host.c_str() : "-");
}

}  // namespace

int main() {
    std::string text;
    for (int high = std::getchar(); high != EOF; high = std::getchar()) {
        if (high == '\n') {
            answer(text);
            text.clear();
        } else {
            text += static_cast<char>(value_of(high) * 16 + value_of(std::getchar()));
        }
    }
}

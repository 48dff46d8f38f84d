// A pasted message prepared for reading: without the characters nobody sees, with "hxxp" and "[.]" undone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace postal {

struct MessageText {
    std::string clean;                  ///< valid UTF-8; a byte that is none has become a blank
    std::vector<std::uint32_t> origin;  ///< for each byte of `clean` and for its end: the byte of the text
    std::vector<std::uint32_t> unseen;  ///< where in `clean` unseen characters were taken out, rising
    bool not_utf8 = false;              ///< a byte that is no UTF-8, or NUL
};

/// `text` has at most 2^32 - 1 bytes.
MessageText message_text(std::string_view text);

}  // namespace postal

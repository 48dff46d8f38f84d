// Any text: nothing, or blocks that are written back as the text they were read from.
#include "formats/document.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string text(reinterpret_cast<const char*>(data), size);
    if (!formats::may_be_document(text)) return 0;
    std::string again;
    for (std::string_view rest = text; !rest.empty();) {
        const auto block = formats::take_block(rest);
        if (!block || (block->text.find_first_of("\n\x7f") != block->text.npos) ||
            block->more.find('\x7f') != block->more.npos)
            return 0;  // written, these would be blanks
        formats::write_block(again, *block);
    }
    // An empty text to be copied is none.
    for (std::size_t at; (at = text.find("\x1f\x1e")) != text.npos;) text.erase(at, 1);
    if (again != text) std::abort();
    return 0;
}

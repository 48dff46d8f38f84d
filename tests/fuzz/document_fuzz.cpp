// Any text: nothing, or blocks that are written back as the text they were read from.
#include "formats/document.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto blocks = formats::read_document(text);
    if (!blocks) return 0;
    std::string again;
    for (const formats::DocumentBlock& block : *blocks) {
        const auto& fields = block.fields;
        switch (block.count) {
            case 1: formats::write_block(again, block.kind, {fields[0]}, block.style); break;
            case 2: formats::write_block(again, block.kind, {fields[0], fields[1]}, block.style); break;
            case 3:
                formats::write_block(again, block.kind, {fields[0], fields[1], fields[2]}, block.style);
                break;
            default: std::abort();
        }
    }
    if (again != text) std::abort();
    return 0;
}

// Any record: what was read can be written and read again, and is the same.
#include "formats/saved_item.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = formats::read_item(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!read.saved) return 0;
    const auto again = formats::read_item(formats::write_item(read.saved->item));
    if (!again.saved || again.saved->dropped != 0 || again.saved->item != read.saved->item) std::abort();
    return 0;
}

// Any fragment: at most 500 numbers, all different and right, and the link made of them is read back as them.
#include "formats/share_link.h"

#include <cstdint>
#include <cstdlib>
#include <set>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto items = formats::read_fragment(std::string_view(reinterpret_cast<const char*>(data), size));
    if (items.numbers.size() + items.faulty.size() > formats::shared_items_limit) std::abort();
    if (std::set(items.numbers.begin(), items.numbers.end()).size() != items.numbers.size()) std::abort();
    if (!items.present && !items.numbers.empty()) std::abort();
    const auto again = formats::read_fragment(formats::write_fragment(items.numbers));
    if (again.numbers != items.numbers || !again.faulty.empty() || again.too_many) std::abort();
    return 0;
}

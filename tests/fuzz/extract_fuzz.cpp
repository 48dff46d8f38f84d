// Any text: numbers stand in order within it, and S10 numbers have the verdict of the check.
#include <cstdint>
#include <cstdlib>

#include "postal/extract.h"
#include "postal/other_number.h"

using namespace postal;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void look(std::string_view text, Eagerness eagerness) {
    std::uint32_t end = 0;
    for (const FoundNumber& found : extract(text, eagerness)) {
        require(found.begin >= end && found.end > found.begin && found.end <= text.size());
        end = found.end;
        require(found.family <= family_count());
        require(found.number.size() <= other_number_limit);
        if (found.family == 0) require(verdict_of(found.number) == found.verdict);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    look(text, Eagerness::strict);
    look(text, Eagerness::eager);
    return 0;
}

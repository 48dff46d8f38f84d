// Any text: numbers stand in order within it, S10 numbers have the verdict of the check, and what strict
// finds, eager finds too.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "postal/extract.h"
#include "postal/other_number.h"

using namespace postal;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto eager = extract(text, Eagerness::eager);
    std::uint32_t end = 0;
    for (const FoundNumber& found : eager) {
        require(found.begin >= end && found.end > found.begin && found.end <= size);
        end = found.end;
        require(found.family <= family_count());
        if (found.family == 0)
            require(verdict_of(found.number) == found.verdict);
        else
            require(found.number.size() <= other_number_limit);
    }
    for (const FoundNumber& found : extract(text, Eagerness::strict))
        require(std::ranges::find(eager, found.number, &FoundNumber::number) != eager.end());
    return 0;
}

// Any text: places stay within it, the fast verdict is that of the check, repairs and passport hold what they
// promise.
#include <cstdint>
#include <cstdlib>

#include "postal/item_number.h"
#include "postal/other_number.h"
#include "postal/passport.h"
#include "postal/repair.h"

using namespace postal;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check_findings(std::string_view text, const NumberCheck& check) {
    for (const Finding& finding : check.findings) {
        require(finding.position < item_number_length);
        require(finding.typed_begin + std::size_t{finding.typed_length} <= text.size());
        require(!id_of(finding.code).empty());
    }
    for (const std::uint8_t one : check.families) require(one >= 1 && one <= family_count());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const NumberCheck check = check_number(text, Typing::finished);
    check_findings(text, check);
    check_findings(text, check_number(text, Typing::going_on));
    require(verdict_of(text) == check.verdict);
    require(explain(check.number).has_value() >= check.shape_is_right);
    const auto guesses = repairs(check.number);
    require(guesses.size() <= repair_limit);
    for (const Repair& guess : guesses) require(verdict_of(guess.number) >= Verdict::warning);
    const GroupedText text_while_typing = group_as_typed(text, size / 2);
    require(text_while_typing.caret <= text_while_typing.text.size());
    return 0;
}

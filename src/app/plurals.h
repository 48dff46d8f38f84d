// Which form of a sentence a count takes: CLDR's plural rules for whole numbers, each under a name of our
// own. A language's file names its rule; cmake/words.py knows the forms of each, in the same order.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace app {

enum class PluralRule : std::uint8_t {
    other,        ///< Chinese, Japanese, Korean, Vietnamese: other
    one_other,    ///< English, German, Spanish, Italian: one, other
    french,       ///< French, Portuguese of Brazil: one (0 and 1), other
    czech,        ///< Czech, Slovak: one, few (2 to 4), other
    polish,       ///< one, few, many
    east_slavic,  ///< Russian, Ukrainian: one (1, 21, 31 …), few, many
};

/// By its name above.
std::optional<PluralRule> plural_rule(std::string_view name);

std::uint8_t plural_forms(PluralRule rule);  ///< how many; at least 1

/// Index of the form, below plural_forms().
std::uint8_t plural_form(PluralRule rule, std::int64_t count);

}  // namespace app

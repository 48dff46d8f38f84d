#include "app/plurals.h"

namespace app {

namespace {

constexpr std::string_view names[] = {"other", "one_other", "french", "czech", "polish", "east_slavic"};
constexpr std::uint8_t forms[] = {1, 2, 2, 3, 3, 3};

/// 2 to 4, 22 to 24 and so on, but not 12 to 14.
bool is_few(std::uint64_t count) {
    const std::uint64_t last = count % 10, last_two = count % 100;
    return last >= 2 && last <= 4 && (last_two < 12 || last_two > 14);
}

}  // namespace

std::optional<PluralRule> plural_rule(std::string_view name) {
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (names[i] == name) return static_cast<PluralRule>(i);
    return std::nullopt;
}

std::uint8_t plural_forms(PluralRule rule) { return forms[static_cast<std::size_t>(rule)]; }

std::uint8_t plural_form(PluralRule rule, std::int64_t count) {
    const std::uint64_t n =
        count < 0 ? 0 - static_cast<std::uint64_t>(count) : static_cast<std::uint64_t>(count);
    switch (rule) {
        case PluralRule::other: return 0;
        case PluralRule::one_other: return n != 1;
        case PluralRule::french: return n > 1;
        case PluralRule::czech: return n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2;
        case PluralRule::polish: return n == 1 ? 0 : is_few(n) ? 1 : 2;
        case PluralRule::east_slavic: return n % 10 == 1 && n % 100 != 11 ? 0 : is_few(n) ? 1 : 2;
    }
    return 0;
}

}  // namespace app

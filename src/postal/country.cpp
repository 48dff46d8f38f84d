#include "postal/country.h"

#include <array>
#include <cstdint>

#include "postal/generated/number_rows.h"

namespace postal {

namespace {

/// Filled on first use: as views in the download they would take five times the letters.
struct CountryCodes {
    std::array<std::string_view, country_letters.size() / 2> codes;

    CountryCodes() {
        for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = country_letters.substr(2 * i, 2);
    }
};

constexpr std::size_t pair_count = 26 * 26;
constexpr std::size_t pair_place(char first, char second) {
    return static_cast<std::size_t>(26 * (first - 'A') + (second - 'A'));
}

/// Which of the 676 pairs of letters are codes, one bit each.
constexpr auto code_bits = [] {
    std::array<std::uint32_t, pair_count / 32 + 1> bits{};
    for (std::size_t i = 0; i < country_letters.size(); i += 2) {
        const std::size_t place = pair_place(country_letters[i], country_letters[i + 1]);
        bits[place / 32] |= std::uint32_t{1} << (place % 32);
    }
    return bits;
}();

}  // namespace

std::span<const std::string_view> country_codes() {
    static const CountryCodes filled;
    return filled.codes;
}

bool is_country(std::string_view code) {
    const auto is_letter = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    if (code.size() != 2 || !is_letter(code[0]) || !is_letter(code[1])) return false;
    const std::size_t place = pair_place(code[0], code[1]);
    return ((code_bits[place / 32] >> (place % 32)) & 1) != 0;
}

}  // namespace postal

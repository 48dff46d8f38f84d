#include "postal/passport.h"

#include "postal/country.h"
#include "postal/item_number_parts.h"

namespace postal {

namespace {

constexpr Untold all_untold[untold_count] = {
    Untold::destination, Untold::posted_on, Untold::contents,  Untold::sender,
    Untold::addressee,   Untold::reuse,     Untold::existence,
};

constexpr std::string_view untold_ids[untold_count] = {
    "destination", "posted_on", "contents", "sender", "addressee", "reuse", "existence",
};

/// S10-12: the serial weighted 8 6 4 2 3 5 9 7, the sum mod 11, that taken from 11.
void add_up(Passport& passport) {
    passport.sum = 0;
    for (std::size_t i = 0; i < serial_length; ++i) {
        CheckDigitStep& step = passport.steps[i];
        step.digit = static_cast<std::uint8_t>(passport.serial[i] - '0');
        step.weight = static_cast<std::uint8_t>(check_digit_weights[i]);
        step.product = static_cast<std::uint8_t>(step.digit * step.weight);
        passport.sum = static_cast<std::uint16_t>(passport.sum + step.product);
    }
    passport.remainder = static_cast<std::uint8_t>(passport.sum % 11);
    passport.difference = static_cast<std::uint8_t>(11 - passport.remainder);
    passport.expected = digit_of_sum(passport.sum);
}

}  // namespace

std::span<const Untold> what_no_number_tells() { return all_untold; }

std::string_view id_of(Untold untold) { return untold_ids[static_cast<std::size_t>(untold)]; }

std::optional<Passport> explain_parts(std::string_view number) {
    if (!has_s10_shape(number)) return {};
    Passport passport;
    passport.number = number;
    passport.service = number.substr(0, serial_begin);
    passport.service_class = service_class(passport.service);
    passport.serial = number.substr(serial_begin, serial_length);
    passport.is_example = is_placeholder(passport.serial);
    add_up(passport);
    passport.found = number[check_digit_place];
    passport.country = number.substr(country_begin);
    passport.country_known = is_country(passport.country);
    passport.issuer = nullptr;
    return passport;
}

std::optional<Passport> explain(std::string_view number) {
    auto passport = explain_parts(number);
    if (passport) passport->issuer = designated_operator(passport->country);
    return passport;
}

}  // namespace postal

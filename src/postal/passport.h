// Every part of an S10 number explained, and what a number cannot tell. Source: UPU S10-12; docs/sources.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "postal/designated_operator.h"
#include "postal/service_indicator.h"

namespace postal {

/// One digit of the serial in the sum.
struct CheckDigitStep {
    std::uint8_t digit;
    std::uint8_t weight;
    std::uint8_t product;
};

struct Passport {
    std::string number;  ///< canonical, 13 characters

    std::string service;  ///< "EE"
    ServiceClass service_class;
    std::string serial;  ///< eight digits
    bool is_example;     ///< the serial is one that examples are made with

    /// sum of the products; remainder = sum mod 11; the check digit is 11 - remainder, but 0 for 10 and 5
    /// for 11.
    std::array<CheckDigitStep, 8> steps;
    std::uint16_t sum;
    std::uint8_t remainder;
    std::uint8_t difference;  ///< 11 - remainder: 1..11
    char expected;            ///< the check digit that belongs there
    char found;

    std::string country;  ///< "CN": by whose authority the number was issued
    bool country_known;   ///< ISO 3166-1
    /// The post that administers the numbers of the country; null when it is not in the table.
    const DesignatedOperator* issuer;
};

/// What no number tells, whoever asks; the words for each stand in app/words.
enum class Untold : std::uint8_t {
    destination,  ///< the letters at the end are the country of origin
    posted_on,
    contents,
    sender,
    addressee,
    /// Whether the item is the first of this number: it may be issued again after 12 months (S10: 24 or more
    /// advised).
    reuse,
    existence,  ///< a random number passes the check in one case of ten
};
inline constexpr std::size_t untold_count = 7;

/// All of them, in the order they are told.
std::span<const Untold> what_no_number_tells();

/// The published spelling: "destination".
std::string_view id_of(Untold untold);

/// `number`: 13 canonical characters of the right shape (NumberCheck::shape_is_right), the check digit right
/// or not. Of any other text, nothing.
std::optional<Passport> explain(std::string_view number);

/// The same without the issuer, who is null: for programs that leave the table of operators out.
std::optional<Passport> explain_parts(std::string_view number);

}  // namespace postal

// Country -> designated operator and its official channels. Rows: data/operators.json with sources and
// confidence; only what is verified (domains) or confirmed/listed (phones) reaches this table.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace postal {

enum class PhoneStatus : std::uint8_t { none, listed, confirmed };

struct DesignatedOperator {
    std::string_view country;  ///< ISO 3166-1 alpha-2
    std::string_view name;
    std::span<const std::string_view> domains;  ///< verified registrable domains (or whole hosts), may be empty
    std::string_view home;        ///< https or http URL, empty when none is verified
    std::string_view track_page;  ///< page where a number can be typed, empty when unknown
    std::string_view track_link;  ///< URL with {number}, only when two sources agree on it and it is https
    std::string_view ems_page;    ///< page for E* items, may hold {number}, empty when unknown
    std::string_view phone_domestic;
    std::string_view phone_international;
    PhoneStatus phone_status = PhoneStatus::none;
    std::string_view phone_as_of;
};

/// nullptr when the directory has no row. Sorted by code, found by bisection.
const DesignatedOperator* designated_operator(std::string_view country);

/// True when `url` begins with http:// : shown as not secure and never given a number.
bool is_plain_http(std::string_view url);

/// The link for an item: track_link with the number filled in, else the empty string.
/// Never a plain-http address, never a number that is not 13 canonical characters.
std::string tracking_link(const DesignatedOperator& post, std::string_view number);

}  // namespace postal

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
    std::span<const std::string_view>
        domains;                  ///< verified registrable domains (or whole hosts), may be empty
    std::string_view home;        ///< https or http URL, empty when none is verified
    std::string_view track_page;  ///< page where a number can be typed, empty when unknown
    std::string_view track_link;  ///< URL with {number}, only when two sources agree on it and it is https
    std::string_view
        ems_page;  ///< page for E* items, may hold {number} as track_link does, empty when unknown
    std::string_view phone_domestic;
    std::string_view phone_international;
    PhoneStatus phone_status = PhoneStatus::none;
    std::string_view phone_as_of;       ///< YYYY-MM, empty when the source has no date
    std::string_view phone_other_mail;  ///< for mail that is not EMS; from an older source: say so
    std::string_view phone_other_mail_as_of;
    std::string_view chat_account;  ///< name of the official WeChat account, empty when unknown
    /// Its site asks whether the item is domestic or international: S10 numbers are "International".
    bool choose_international = false;
};

/// nullptr when nothing verified is known of the country's post. Points into a table that lives as long as
/// the program.
const DesignatedOperator* designated_operator(std::string_view country);

/// True when `url` begins with http:// : shown as not secure and never given a number.
bool is_plain_http(std::string_view url);

/// The host an https or http URL shows, e.g. "www.ems.com.cn"; empty for anything else.
std::string_view host_of(std::string_view url);

/// The link for an item: track_link, or for an E* item ems_page when that holds {number}, with the number
/// filled in, else the empty string. Never a plain-http address, never a number that is not 13 canonical
/// characters.
std::string tracking_link(const DesignatedOperator& post, std::string_view number);

/// The EMS Cooperative, a body of the UPU, answers for E* items of its 175 countries without a picture code.
std::string_view ems_cooperative_page();

/// The answer page for one item; empty for numbers that do not begin with E, that are not 13 canonical
/// characters, or that are samples.
std::string ems_cooperative_link(std::string_view number);

/// The UPU's own page for S10 items of every class and country; asks for a picture code, takes no number by
/// link.
std::string_view global_track_page();

}  // namespace postal

// The links of a message, as those who read it would press or copy them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace postal {

/// More links are in no message worth checking; the first ones decide.
inline constexpr std::size_t message_link_limit = 64;

enum class LinkKind : std::uint8_t {
    address,      ///< with http: or https:
    bare,         ///< a host name alone: its last label is a known ending
    mail,         ///< the host of a mail address
    split,        ///< a bare host with a blank at one of its dots
    not_address,  ///< javascript:, data:, file:, intent:, vbscript:, blob:
};

struct MessageLink {
    LinkKind kind;
    std::uint32_t begin;  ///< bytes of the text given
    std::uint32_t end;
    std::string address;  ///< for read_web_address; "https://" is put before what has no scheme
};

/// In the order of the text, at most message_link_limit, each at most web_address_limit bytes. `text` is
/// valid UTF-8. Linear in its length.
std::vector<MessageLink> message_links(std::string_view text);

}  // namespace postal

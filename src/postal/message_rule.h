// Why a message or one of its links is judged as it is. Each rule has one id; the sentences stand in
// app/words.
#pragma once

#include <cstdint>
#include <string_view>

namespace postal {

enum class MessageRule : std::uint8_t {
    // What a link's host is
    official_host,    ///< stands in the table of official addresses
    likely_host,      ///< some lists name it as the brand's, not enough to say so
    embeds_official,  ///< an official address stands inside, the owner is somebody else
    brand_name,       ///< a brand's name in somebody else's host
    alike_letters,    ///< a brand's name in letters that only look like it
    similar_name,     ///< one letter off a brand's name: similar, no more is said
    mixed_scripts,    ///< letters of two scripts in one label
    same_name,        ///< the brand's bare name under another country's ending, not in the table
    not_listed,       ///< in no table: nothing is known, neither good nor bad
    // How a link is written
    not_web_address,  ///< javascript:, data: and the like: runs something or opens a file
    unreadable,       ///< no browser would open it
    number_host,      ///< an IP address for a name
    user_info,        ///< something@ before the host, to be taken for it
    odd_port,
    percent_host,       ///< %41 in the host
    odd_slashes,        ///< backslashes, control characters, too few or many slashes
    punycode,           ///< letters outside ASCII in the host
    unseen_characters,  ///< characters nobody sees inside the link
    split_link,         ///< a blank inside the host
    not_encrypted,      ///< http
    long_host,          ///< more than four labels or forty characters
    shared_hosting,     ///< anybody gets a name or a page there
    shortener,          ///< hides the real address
    address_inside,     ///< leads on to another address given inside
    // What the message says
    names_brand,
    brand_elsewhere,  ///< names a brand, but no link is that brand's
    says_parcel,
    link_beside,  ///< a link to an address not listed, beside words of a parcel
    says_failed,
    says_address,
    says_fee,
    says_amount,
    says_card,
    says_code,
    says_urgent,
    says_reply,
    says_prize,
    // What our own knowledge says
    number_right,       ///< an item number whose check digit is right: no proof that the item exists
    number_wrong,       ///< an item number whose check digit is wrong
    number_other_post,  ///< the number is a post's, but a carrier is named that uses other numbers
    number_delivered,   ///< the item is in the user's list and delivered
    number_watched,     ///< the item is in the user's list and on its way
    no_number,          ///< a parcel is spoken of, but no number that could be checked is given
    official_phone,     ///< a confirmed hotline: a note only, numbers of callers can be forged
    not_utf8,           ///< damaged text
    cut_off,            ///< longer than message_limit: only its beginning was read
};

inline constexpr int message_rule_count = static_cast<int>(MessageRule::cut_off) + 1;

/// "embeds_official" and so on: stable, for other programs.
std::string_view message_rule_id(MessageRule rule);

/// How much a rule weighs for "suspicious"; official hosts weigh against it. 0: told, not counted.
int message_rule_weight(MessageRule rule);

}  // namespace postal

// Is this message really from the post? Judged offline by its links, its words and what the user already
// follows. Nothing found is "not on our list", never "safe". Rules, lists and what was measured:
// docs/sources.md, "links and messages".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "postal/brand.h"
#include "postal/extract.h"
#include "postal/message_rule.h"

namespace postal {

/// Bytes. The longest message people paste is a mail with its headers; more would only be searched in vain.
inline constexpr std::size_t message_limit = 16 * 1024;

/// The sum of weights from which a message is suspicious. What share of messages reaches it: docs/sources.md.
inline constexpr int suspicious_score = 5;

enum class MessageVerdict : std::uint8_t {
    official,    ///< every link belongs to a post or carrier of the table, and nothing else speaks against it
    lookalike,   ///< a link imitates a post's address
    suspicious,  ///< what it says and how it links is what fraud does
    unknown,     ///< neither: not on our list
    nothing,     ///< no link, no number, and no word of a parcel or a post
};

/// "official" and so on: stable, for other programs.
std::string_view message_verdict_id(MessageVerdict verdict);

struct MessageReason {
    MessageRule rule;
    std::uint32_t begin = 0;  ///< bytes of the text it is about; begin == end: the whole text
    std::uint32_t end = 0;
};

struct MessageHost {
    std::string host;         ///< as browsers read it; empty for what is no web address
    std::string registrable;  ///< whose it is: the part somebody registered; empty for IP addresses
    MessageVerdict verdict = MessageVerdict::unknown;  ///< never `nothing`
    std::uint8_t brand = no_brand;                     ///< whose it is, or whom it imitates
    std::string_view country;                          ///< of the designated operator that is, may be empty
    std::uint32_t begin = 0;                           ///< the link in the text
    std::uint32_t end = 0;
    std::vector<MessageReason> reasons;  ///< what decided first
};

/// Where to go instead of the link: the official host of whom the message claims to be from or imitates.
struct SafeRoute {
    std::uint8_t brand = no_brand;
    std::string_view country;  ///< of the designated operator: its page, its hotline
    std::string_view host;     ///< empty when nothing is known
};

struct MessageCheck {
    MessageVerdict verdict = MessageVerdict::nothing;
    int score = 0;
    std::vector<MessageHost> hosts;      ///< each host once, in the order of the text
    std::vector<MessageReason> reasons;  ///< of the message as a whole, the weightiest first
    std::vector<FoundNumber> numbers;
    SafeRoute safe_route;
};

struct WatchedItem {
    std::string_view number;  ///< canonical
    bool delivered = false;
};

struct MessageContext {
    std::span<const WatchedItem> items;
    /// Whom the user says it comes from: a brand's id or an ISO 3166-1 code; empty when not asked.
    std::string_view claimed;
};

/// Any bytes; those behind message_limit are not read. Linear in the length read.
MessageCheck check_message(std::string_view text, const MessageContext& context);

}  // namespace postal

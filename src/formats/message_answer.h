// What the check of messages says, as web/message_check gives it: JSON of our own, in which the hosts are
// those of the message. See MessageCheck in web/module/postwatch-core.d.ts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postal/message_check.h"

namespace formats {

/// Hosts of one message that are kept, the gravest first, and reasons and numbers kept of one; more are not
/// read by anyone.
inline constexpr std::size_t message_hosts_limit = 6, message_reasons_limit = 24, message_numbers_limit = 10;
/// Bytes of what a reason is about.
inline constexpr std::size_t message_quote_limit = 60;

struct MessageEvidence {
    postal::MessageRule rule;
    std::string quote;  ///< what it is about, clean; empty: the whole message, or all of the host
};

struct JudgedHost {
    std::string host;         ///< empty for what is no web address
    std::string registrable;  ///< the part somebody registered, an end of `host`; may be empty
    postal::MessageVerdict verdict = postal::MessageVerdict::unknown;
    std::vector<MessageEvidence> reasons;
};

struct MessageAnswer {
    postal::MessageVerdict verdict = postal::MessageVerdict::nothing;
    std::vector<JudgedHost> hosts;
    std::vector<MessageEvidence> reasons;  ///< the weightiest first
    std::vector<std::string> numbers;
    std::string safe_host;     ///< of our own table: where to go instead; may be empty
    std::string safe_country;  ///< whose post it is, ISO 3166-1; may be empty
};

/// `text`: the message that was judged. Nothing when `json` is not such an answer.
std::optional<MessageAnswer> read_message_answer(std::string_view json, std::string_view text);

struct Sender {
    std::string id;
    std::string name;  ///< as it calls itself
};

/// Whom messages can be said to be from, of {"senders": [{"id", "name"}, …]}; in that order.
std::vector<Sender> read_senders(std::string_view json);

}  // namespace formats

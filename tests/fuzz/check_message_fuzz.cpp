// Any bytes as a message, and as the numbers followed: spans lie inside the text, hosts are ASCII and short,
// reasons are ordered, the score is the sum of the rules told, and the same text gives the same answer.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <set>

#include "postal/message_check.h"
#include "postal/web_address.h"

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

void check_reasons(const std::vector<postal::MessageReason>& reasons, std::size_t size,
                   std::set<postal::MessageRule>& rules) {
    for (const postal::MessageReason& reason : reasons) {
        require(reason.begin <= reason.end && reason.end <= size);
        rules.insert(reason.rule);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::array<postal::WatchedItem, 1> items = {postal::WatchedItem{"EE123456785CN", size % 2 == 0}};
    const postal::MessageContext context{items, size % 3 == 0 ? std::string_view("CN") : std::string_view()};
    const postal::MessageCheck check = postal::check_message(text, context);
    std::set<postal::MessageRule> rules;
    check_reasons(check.reasons, size, rules);
    for (const postal::MessageHost& host : check.hosts) {
        require(host.begin < host.end && host.end <= size && !host.reasons.empty());
        require(std::all_of(host.host.begin(), host.host.end(),
                            [](char letter) { return letter > ' ' && letter < 0x7F; }));
        require(host.verdict != postal::MessageVerdict::nothing);
        check_reasons(host.reasons, size, rules);
    }
    int score = 0;
    for (const postal::MessageRule rule : rules) score += postal::message_rule_weight(rule);
    require(score == check.score);
    require(check.verdict != postal::MessageVerdict::official || !check.hosts.empty());
    const postal::MessageCheck again = postal::check_message(text, context);
    require(again.verdict == check.verdict && again.hosts.size() == check.hosts.size());
    // What a host was read as is read as the same once more.
    const postal::WebAddress address = postal::read_web_address(text);
    if (address.fault == postal::AddressFault::none) {
        require(postal::read_web_address("https://" + address.host).host == address.host);
    }
    return 0;
}

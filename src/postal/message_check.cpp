#include "postal/message_check.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "postal/code_point.h"
#include "postal/country.h"
#include "postal/message_cue.h"
#include "postal/message_host.h"
#include "postal/message_link.h"
#include "postal/message_text.h"
#include "postal/official_post.h"
#include "postal/sorting.h"

namespace postal {

namespace {

/// The whole beginning: cut where a character begins.
std::string_view read_part(std::string_view text) {
    if (text.size() <= message_limit) return text;
    std::size_t end = message_limit;
    while (end > message_limit - 4 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

struct CueRule {
    MessageCue cue;
    MessageRule rule;
};

constexpr CueRule cue_rules[] = {
    {MessageCue::parcel, MessageRule::says_parcel},   {MessageCue::failed, MessageRule::says_failed},
    {MessageCue::address, MessageRule::says_address}, {MessageCue::fee, MessageRule::says_fee},
    {MessageCue::card, MessageRule::says_card},       {MessageCue::code, MessageRule::says_code},
    {MessageCue::urgency, MessageRule::says_urgent},  {MessageCue::reply, MessageRule::says_reply},
    {MessageCue::prize, MessageRule::says_prize},
};

/// Whether both texts have the same digits, whatever stands between them.
bool same_digits(std::string_view one, std::string_view other) {
    const auto next_digit = [](std::string_view text, std::size_t at) {
        while (at < text.size() && !is_ascii_digit(static_cast<unsigned char>(text[at]))) ++at;
        return at;
    };
    std::size_t i = next_digit(one, 0), j = next_digit(other, 0);
    while (i < one.size() && j < other.size() && one[i] == other[j]) {
        i = next_digit(one, i + 1);
        j = next_digit(other, j + 1);
    }
    return i == one.size() && j == other.size();
}

/// One check from the text to the verdict; each step fills a part of the result.
class Reading {
public:
    Reading(std::string_view text, const MessageContext& context)
        : context_(context),
          part_(read_part(text)),
          message_(message_text(part_)),
          cues_(message_cues(message_.clean)) {
        if (part_.size() < text.size()) add(MessageRule::cut_off, {});
        if (message_.not_utf8) add(MessageRule::not_utf8, {});
    }

    MessageCheck checked() {
        read_claim();
        read_hosts();
        read_numbers();
        read_phones();
        read_words();
        compare_brand();
        weigh();
        return std::move(check_);
    }

private:
    std::uint32_t origin(std::size_t at) const {
        return message_.origin[std::min(at, message_.origin.size() - 1)];
    }

    /// `span` in the clean text.
    void add(MessageRule rule, CueSpan span) {
        check_.reasons.push_back({rule, span.end ? origin(span.begin) : 0, span.end ? origin(span.end) : 0});
    }

    void read_claim() {
        claimed_ = brand_of_id(context_.claimed);
        if (claimed_ == no_brand) {
            claimed_ = brand_of_country(context_.claimed);
            if (is_country(context_.claimed)) claimed_country_ = context_.claimed;
        }
    }

    void read_hosts() {
        std::vector<std::string> seen;
        for (MessageLink& link : message_links(message_.clean)) {
            if (std::find(seen.begin(), seen.end(), link.address) != seen.end()) continue;
            seen.push_back(link.address);
            MessageHost host = judged_host(link);
            const bool known = !host.host.empty() &&
                               std::any_of(check_.hosts.begin(), check_.hosts.end(),
                                           [&](const MessageHost& other) { return other.host == host.host; });
            if (known) continue;
            const auto first =
                std::lower_bound(message_.unseen.begin(), message_.unseen.end(), link.begin + 1);
            if (first != message_.unseen.end() && *first < link.end) {
                host.reasons.push_back({MessageRule::unseen_characters, link.begin, link.end});
                if (host.verdict == MessageVerdict::official) host.verdict = MessageVerdict::unknown;
            }
            host.begin = origin(host.begin);
            host.end = origin(host.end);
            for (MessageReason& reason : host.reasons) {
                reason.begin = origin(reason.begin);
                reason.end = origin(reason.end);
            }
            check_.hosts.push_back(std::move(host));
        }
    }

    void read_numbers() {
        check_.numbers = extract(part_, Eagerness::strict);
        for (const FoundNumber& found : check_.numbers) {
            const auto reason = [&](MessageRule rule) {
                check_.reasons.push_back({rule, found.begin, found.end});
            };
            const auto item =
                std::find_if(context_.items.begin(), context_.items.end(),
                             [&](const WatchedItem& one) { return one.number == found.number; });
            if (item != context_.items.end()) {
                reason(item->delivered ? MessageRule::number_delivered : MessageRule::number_watched);
            }
            if (found.family != 0) continue;
            reason(found.verdict == Verdict::faulty ? MessageRule::number_wrong : MessageRule::number_right);
            // Posts hand items of other posts out, so only a carrier that is no post contradicts the number.
            const std::uint8_t named = claimed_brand();
            if (named != no_brand && brand(named).country.empty()) reason(MessageRule::number_other_post);
        }
    }

    std::uint8_t claimed_brand() const {
        if (claimed_ != no_brand) return claimed_;
        return cues_.names.empty() ? no_brand : cues_.names.front().brand;
    }

    /// Calls `take` with every telephone-like run and its place in the clean text.
    template <typename Take>
    void each_phone(Take take) const {
        const std::string_view text = message_.clean;
        constexpr std::string_view within = " -./()";
        for (std::size_t at = 0; at < text.size();) {
            if (!is_ascii_digit(static_cast<unsigned char>(text[at]))) {
                ++at;
                continue;
            }
            std::size_t end = at, last = at;
            while (end < text.size() && (is_ascii_digit(static_cast<unsigned char>(text[end])) ||
                                         within.find(text[end]) != std::string_view::npos)) {
                if (is_ascii_digit(static_cast<unsigned char>(text[end]))) last = end;
                ++end;
            }
            constexpr std::size_t longest_phone = 24;
            if (last + 1 - at <= longest_phone)
                take(text.substr(at, last + 1 - at),
                     CueSpan{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(last + 1)});
            at = end;
        }
    }

    void read_phones() {
        each_phone([&](std::string_view written, CueSpan span) {
            for (const std::string_view phone : confirmed_phones()) {
                if (!same_digits(phone, written)) continue;
                add(MessageRule::official_phone, span);
                return;
            }
        });
    }

    void read_words() {
        for (const CueRule& row : cue_rules) {
            if (cues_.has(row.cue)) add(row.rule, cues_.first[static_cast<std::size_t>(row.cue)]);
        }
        if (cues_.amount.end) add(MessageRule::says_amount, cues_.amount);
        for (const SaidName& name : cues_.names) add(MessageRule::names_brand, name.span);
        const bool parcel = cues_.has(MessageCue::parcel) || !cues_.names.empty();
        const auto listed = [](const MessageHost& host) {
            return std::any_of(host.reasons.begin(), host.reasons.end(), [](const MessageReason& reason) {
                return reason.rule == MessageRule::official_host || reason.rule == MessageRule::likely_host;
            });
        };
        const auto other = std::find_if_not(check_.hosts.begin(), check_.hosts.end(), listed);
        if (parcel && other != check_.hosts.end())
            check_.reasons.push_back({MessageRule::link_beside, other->begin, other->end});
        if (parcel && check_.numbers.empty()) add(MessageRule::no_number, {});
    }

    /// Whom it claims to be from, against whose its links are; and where to go instead.
    void compare_brand() {
        const std::uint8_t named = claimed_brand();
        const bool own_link =
            std::any_of(check_.hosts.begin(), check_.hosts.end(), [&](const MessageHost& host) {
                return host.verdict == MessageVerdict::official ||
                       (host.brand == named && host.verdict != MessageVerdict::lookalike);
            });
        if (named != no_brand && !check_.hosts.empty() && !own_link) {
            add(MessageRule::brand_elsewhere, cues_.names.empty() ? CueSpan{} : cues_.names.front().span);
        }
        SafeRoute& route = check_.safe_route;
        route.brand = named;
        route.country = claimed_country_;
        for (const MessageHost& host : check_.hosts) {
            if (route.brand != no_brand || !route.country.empty()) break;
            route.brand = host.brand;
            route.country = host.country;
        }
        if (route.brand != no_brand) {
            if (route.country.empty()) route.country = brand(route.brand).country;
            route.host = official_host(route.brand);
        }
        if (const OfficialPost* post = official_post(route.country); route.host.empty() && post)
            route.host = post->domains.front();
    }

    /// Each rule counts once, however often it applies.
    void weigh() {
        std::array<bool, message_rule_count> applies{};
        for (const MessageReason& reason : check_.reasons)
            applies[static_cast<std::size_t>(reason.rule)] = true;
        for (const MessageHost& host : check_.hosts) {
            for (const MessageReason& reason : host.reasons)
                applies[static_cast<std::size_t>(reason.rule)] = true;
        }
        for (int rule = 0; rule < message_rule_count; ++rule) {
            if (applies[static_cast<std::size_t>(rule)])
                check_.score += message_rule_weight(static_cast<MessageRule>(rule));
        }
        sort_few(check_.reasons, [](const MessageReason& one, const MessageReason& other) {
            return message_rule_weight(one.rule) > message_rule_weight(other.rule);
        });
        check_.verdict = verdict();
    }

    bool any_host(MessageVerdict wanted) const {
        return std::any_of(check_.hosts.begin(), check_.hosts.end(),
                           [&](const MessageHost& host) { return host.verdict == wanted; });
    }

    MessageVerdict verdict() const {
        const bool of_parcels =
            cues_.has(MessageCue::parcel) || claimed_brand() != no_brand || !claimed_country_.empty();
        if (any_host(MessageVerdict::lookalike)) return MessageVerdict::lookalike;
        if (any_host(MessageVerdict::suspicious) || (of_parcels && check_.score >= suspicious_score))
            return MessageVerdict::suspicious;
        const bool all_official =
            !check_.hosts.empty() &&
            std::all_of(check_.hosts.begin(), check_.hosts.end(),
                        [](const MessageHost& host) { return host.verdict == MessageVerdict::official; });
        if (all_official) return MessageVerdict::official;
        const bool something = !check_.hosts.empty() || !check_.numbers.empty() || of_parcels;
        return something ? MessageVerdict::unknown : MessageVerdict::nothing;
    }

    const MessageContext& context_;
    std::string_view part_;
    MessageText message_;
    MessageCues cues_;
    MessageCheck check_;
    std::uint8_t claimed_ = no_brand;
    std::string_view claimed_country_;
};

}  // namespace

std::string_view message_verdict_id(MessageVerdict verdict) {
    constexpr std::string_view ids[] = {"official", "lookalike", "suspicious", "unknown", "nothing"};
    return ids[static_cast<std::size_t>(verdict)];
}

MessageCheck check_message(std::string_view text, const MessageContext& context) {
    return Reading(text, context).checked();
}

}  // namespace postal

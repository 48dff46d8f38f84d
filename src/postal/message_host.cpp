#include "postal/message_host.h"

#include <algorithm>

#include "postal/look_alike.h"
#include "postal/registrable_domain.h"
#include "postal/web_address.h"

namespace postal {

namespace {

/// Weak signs that a host is made to be read only at its beginning. Our own limits.
constexpr std::ptrdiff_t usual_dots = 4;
constexpr std::size_t usual_length = 40;
/// RFC 1035: no longer name can be looked up.
constexpr std::size_t name_limit = 253;

MessageRule rule_of(LikenessRule rule) {
    switch (rule) {
        case LikenessRule::embedded: return MessageRule::embeds_official;
        case LikenessRule::brand_name: return MessageRule::brand_name;
        case LikenessRule::alike_letters: return MessageRule::alike_letters;
        case LikenessRule::similar_name: return MessageRule::similar_name;
        case LikenessRule::mixed_scripts: return MessageRule::mixed_scripts;
        case LikenessRule::same_name: return MessageRule::same_name;
    }
    return MessageRule::not_listed;
}

MessageVerdict verdict_of(MessageRule rule) {
    switch (rule) {
        case MessageRule::embeds_official:
        case MessageRule::brand_name:
        case MessageRule::alike_letters: return MessageVerdict::lookalike;
        case MessageRule::similar_name:
        case MessageRule::mixed_scripts:
        case MessageRule::number_host:
        case MessageRule::not_web_address: return MessageVerdict::suspicious;
        default: return MessageVerdict::unknown;
    }
}

/// Links that hold another address, as redirecting pages take it.
bool holds_address(std::string_view rest) {
    return rest.find("http:") != std::string_view::npos || rest.find("https:") != std::string_view::npos ||
           rest.find("http%3A") != std::string_view::npos ||
           rest.find("https%3A") != std::string_view::npos ||
           rest.find("http%3a") != std::string_view::npos || rest.find("https%3a") != std::string_view::npos;
}

class Judge {
public:
    explicit Judge(const MessageLink& link) : link_(link) {}

    MessageHost judged() {
        host_.begin = link_.begin;
        host_.end = link_.end;
        if (link_.kind == LinkKind::not_address) {
            decide(MessageRule::not_web_address);
            return host_;
        }
        const WebAddress address = read_web_address(link_.address);
        if (address.fault != AddressFault::none || address.host.size() > name_limit) {
            decide(MessageRule::unreadable);
            return host_;
        }
        host_.host = address.host;
        if (address.kind == HostKind::name) {
            host_.registrable = registrable_domain(address.host).domain;
            decide_by_name(address);
        } else {
            decide(MessageRule::number_host);
        }
        add_manner(address);
        return host_;
    }

private:
    void decide(MessageRule rule) {
        host_.verdict = verdict_of(rule);
        add(rule);
    }

    void add(MessageRule rule) { host_.reasons.push_back({rule, link_.begin, link_.end}); }

    void decide_by_name(const WebAddress& address) {
        if (const auto owner = owner_of(address.host)) {
            host_.brand = owner->brand;
            host_.country = owner->country;
            const bool official = owner->ownership == Ownership::official;
            // An honest link needs no disguise: with one the host may not be what the reader sees.
            const bool clean =
                !address.manner.user_info && !address.manner.odd_slashes && !address.manner.percent;
            if (official && clean) host_.verdict = MessageVerdict::official;
            add(official ? MessageRule::official_host : MessageRule::likely_host);
            return;
        }
        if (const auto like = look_alike(address.host)) {
            host_.brand = like->brand;
            host_.country = like->country;
            decide(rule_of(like->rule));
        } else {
            decide(MessageRule::not_listed);
        }
    }

    void add_manner(const WebAddress& address) {
        const std::string_view host = address.host;
        if (address.manner.user_info) add(MessageRule::user_info);
        if (address.port != 0) add(MessageRule::odd_port);
        if (address.manner.percent) add(MessageRule::percent_host);
        if (address.manner.odd_slashes || address.manner.controls) add(MessageRule::odd_slashes);
        if (address.manner.punycode) add(MessageRule::punycode);
        if (link_.kind == LinkKind::split) add(MessageRule::split_link);
        if (host_.verdict != MessageVerdict::official) {
            if (!shared_hosting(host).empty()) add(MessageRule::shared_hosting);
            if (is_link_shortener(host)) add(MessageRule::shortener);
            if (std::count(host.begin(), host.end(), '.') >= usual_dots || host.size() > usual_length)
                add(MessageRule::long_host);
        }
        if (link_.kind == LinkKind::address && !address.encrypted) add(MessageRule::not_encrypted);
        if (address.rest_begin < link_.address.size() &&
            holds_address(std::string_view(link_.address).substr(address.rest_begin))) {
            add(MessageRule::address_inside);
        }
    }

    const MessageLink& link_;
    MessageHost host_;
};

}  // namespace

MessageHost judged_host(const MessageLink& link) { return Judge(link).judged(); }

}  // namespace postal

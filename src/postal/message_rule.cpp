#include "postal/message_rule.h"

#include <iterator>

namespace postal {

namespace {

struct RuleRow {
    std::string_view id;
    int weight;
};

// The weights were set by hand before anything was measured; docs/sources.md, "links and messages".
constexpr RuleRow rule_rows[] = {
    {"official_host", -3},   {"likely_host", -1},      {"embeds_official", 6}, {"brand_name", 6},
    {"alike_letters", 6},    {"similar_name", 4},      {"mixed_scripts", 6},   {"same_name", 0},
    {"not_listed", 1},       {"not_web_address", 4},   {"unreadable", 1},      {"number_host", 4},
    {"user_info", 4},        {"odd_port", 1},          {"percent_host", 2},    {"odd_slashes", 2},
    {"punycode", 1},         {"unseen_characters", 2}, {"split_link", 2},      {"not_encrypted", 0},
    {"long_host", 0},        {"shared_hosting", 1},    {"shortener", 2},       {"address_inside", 1},
    {"names_brand", 1},      {"brand_elsewhere", 3},   {"says_parcel", 1},     {"link_beside", 1},
    {"says_failed", 2},      {"says_address", 2},      {"says_fee", 2},        {"says_amount", 0},
    {"says_card", 1},        {"says_code", 0},         {"says_urgent", 1},     {"says_reply", 3},
    {"says_prize", 1},       {"number_right", 0},      {"number_wrong", 1},    {"number_other_post", 1},
    {"number_delivered", 2}, {"number_watched", 0},    {"no_number", 0},       {"official_phone", 0},
    {"not_utf8", 0},         {"cut_off", 0},
};
static_assert(std::size(rule_rows) == message_rule_count);

}  // namespace

std::string_view message_rule_id(MessageRule rule) { return rule_rows[static_cast<std::size_t>(rule)].id; }

int message_rule_weight(MessageRule rule) { return rule_rows[static_cast<std::size_t>(rule)].weight; }

}  // namespace postal

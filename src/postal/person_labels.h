// Labels that stand before a name or a phone in words of operators; our own list, from scan texts seen.
#pragma once

#include <cstdint>
#include <string_view>

namespace postal {

enum class BeforePerson : std::uint8_t {
    mark,         ///< a colon, 是, 为 or a bracket stands before the name
    colon,        ///< only a colon
    mark_or_name  ///< as mark, or the name follows at once
};

struct PersonLabel {
    std::string_view text;  ///< lower case
    BeforePerson before;
    std::uint8_t kept = 0;  ///< bytes of the label that stay
};

/// A label comes before every shorter one it begins with.
inline constexpr PersonLabel person_labels[] = {
    {"投递员", BeforePerson::mark_or_name},
    {"投遞員", BeforePerson::mark_or_name},
    {"揽投员", BeforePerson::mark_or_name},
    {"揽收员", BeforePerson::mark_or_name},
    {"揽件员", BeforePerson::mark_or_name},
    {"派件员", BeforePerson::mark_or_name},
    {"派件員", BeforePerson::mark_or_name},
    {"派送员", BeforePerson::mark_or_name},
    {"派送員", BeforePerson::mark_or_name},
    {"配送员", BeforePerson::mark_or_name},
    {"快递员", BeforePerson::mark_or_name},
    {"快遞員", BeforePerson::mark_or_name},
    {"业务员", BeforePerson::mark_or_name},
    {"收件员", BeforePerson::mark_or_name},
    {"收派员", BeforePerson::mark_or_name},
    {"操作员", BeforePerson::mark_or_name},
    {"小哥", BeforePerson::mark_or_name},
    {"交给", BeforePerson::mark_or_name},
    {"交給", BeforePerson::mark_or_name},
    {"经办人", BeforePerson::mark},
    {"经手人", BeforePerson::mark},
    {"处理人", BeforePerson::mark},
    {"代签收人", BeforePerson::mark},
    {"代签人", BeforePerson::mark},
    {"代收人", BeforePerson::mark},
    {"签收人", BeforePerson::mark},
    {"簽收人", BeforePerson::mark},
    {"领取人", BeforePerson::mark},
    {"取件人", BeforePerson::mark},
    {"收件人", BeforePerson::mark},
    {"收件人签收", BeforePerson::colon, 15},
    {"寄件人", BeforePerson::mark},
    {"联系人", BeforePerson::mark},
    {"联系电话", BeforePerson::mark},
    {"聯絡電話", BeforePerson::mark},
    {"联系方式", BeforePerson::mark},
    {"手机号码", BeforePerson::mark},
    {"手机号", BeforePerson::mark},
    {"手机", BeforePerson::mark},
    {"手機", BeforePerson::mark},
    {"电话号码", BeforePerson::mark},
    {"电话", BeforePerson::mark},
    {"電話", BeforePerson::mark},
    {"热线", BeforePerson::mark},
    {"微信", BeforePerson::mark},
    {"他人代收", BeforePerson::colon, 12},
    {"代签收", BeforePerson::colon, 9},
    {"代收", BeforePerson::colon, 6},
    {"签收", BeforePerson::colon, 6},
    {"妥投", BeforePerson::colon, 6},
    {"signed for by", BeforePerson::mark_or_name, 10},
    {"signed by", BeforePerson::mark_or_name, 6},
    {"signature", BeforePerson::colon},
    {"signatory", BeforePerson::colon},
    {"received by", BeforePerson::colon, 8},
    {"delivered to", BeforePerson::colon, 9},
    {"delivered by", BeforePerson::colon, 9},
    {"recipient name", BeforePerson::colon},
    {"recipient", BeforePerson::colon},
    {"addressee", BeforePerson::colon},
    {"consignee", BeforePerson::colon},
    {"sender", BeforePerson::colon},
    {"courier", BeforePerson::colon},
    {"driver", BeforePerson::colon},
    {"postman", BeforePerson::colon},
    {"contact", BeforePerson::colon},
    {"name", BeforePerson::colon},
    {"telephone", BeforePerson::colon},
    {"tel", BeforePerson::colon},
    {"mobile", BeforePerson::colon},
    {"phone", BeforePerson::colon},
};

}  // namespace postal

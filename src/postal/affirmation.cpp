#include "postal/affirmation.h"

#include <algorithm>

namespace postal {

namespace {

/// Words that say it did not happen.
constexpr std::string_view negations =
    " not no never nor neither none nothing nobody cannot without unable un non mis 0 zero ";

/// Words that say it has not happened yet, or only under a condition.
constexpr std::string_view not_yet =
    " be will shall may might would should could can must if unless until when once before awaiting waiting "
    "pending "
    "expected scheduled planned estimated ";

constexpr std::string_view to_sender =
    " sender shipper consignor seller merchant origin return returned returning fail failed failure "
    "unsuccessful "
    "unsuccessfully ";

/// Beside "delivered", these leave it open whether the addressee has the item.
constexpr std::string_view doubts =
    " attempt attempted tried try partially partly almost nearly wrong wrongly incorrect incorrectly error "
    "mistake "
    "correction accident accidentally third being soon tomorrow ready out impossible intended destined "
    "cancelled canceled reversed revoked void "
    "voided previous previously marked claims denies asked whether pieces carrier airline hub customs "
    "warehouse "
    "facility depot centre center partner agent transport transporter office shop point locker station "
    "branch terminal "
    "airport port forwarder forwarding handler exchange courier ";

/// Who and what has the item once it is "delivered to" them; anything else leaves it open.
constexpr std::string_view receivers =
    " addressee recipient receiver consignee customer neighbour neighbor mailbox letterbox letter mail "
    "mailroom po box "
    "door doorstep front porch safe home house household address residence resident reception receptionist "
    "you family "
    "occupant individual garage ";

constexpr std::string_view articles = " the a an your its his her their ";

// Chinese has no blanks between words: these are looked for as parts.

/// Anywhere in a text, these speak against a delivery.
constexpr std::string_view chinese_denials =
    " 未 无 没 不 非 勿 否 失败 将 待 等 预计 预期 计划 即将 如 若 假 一旦 是否 吗 寄件 发件人 发货人 寄方 "
    "卖家 退 返 ";

/// Anywhere in a text, these leave it open whether the addressee has the item.
constexpr std::string_view chinese_doubts =
    " 异常 错误 有误 误签 误投 疑似 撤销 取消 作废 更正 部分 尝试 再次 改期 改约 要求 处理中心 海关 航空 "
    "机场 中转 互换局 "
    "驿站 快递柜 丰巢 自提 代收点 便利店 拒 通知 催 声称 问题 ";

/// In the same clause and outside 【】, these make a delivery a wish, an order or a plan.
constexpr std::string_view chinese_plans = " 请 需 应 可 能 会 要 准备 安排 正在 申请 预约 ";

/// Close before a phrase, these deny it.
constexpr std::string_view chinese_before =
    " 未 无 没 不 非 勿 否 将 待 预计 即将 如 若 可能 尚 停止 取消 是否 ";

/// Close before a delivery, these have the item themselves.
constexpr std::string_view chinese_holders = " 网点 门店 公司 机构 代理 ";

/// Straight behind a phrase, these deny it.
constexpr std::string_view chinese_after = " 失败 未 不成功 取消 撤销 ";

/// Straight behind a delivery, these deny it or make another word of it.
constexpr std::string_view chinese_after_delivery =
    " 失败 未 不 前 后 中 时 率 联 单 证明 人 方 地址 码 短信 有误 至 到 给 ";

/// A closed item is never asked about again: any of these in the text is enough to doubt it.
constexpr std::string_view chinese_conditions = " 如 若 将 逾期 可能 预计 否则 拟 会 请 ";

constexpr std::string_view open_bracket = "【";
constexpr std::string_view close_bracket = "】";

/// A Chinese negation stands within four characters of its verb.
constexpr std::size_t near_bytes = 12;

bool is_word_character(char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
}

bool is_in(std::string_view list, std::string_view word) {
    if (word.empty()) return false;
    for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
        if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
    }
    return false;
}

/// Whether a word of `list` stands in `text` as a word.
bool holds_word(std::string_view text, std::string_view list) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_word_character(text[end])) ++end;
        if (end > at && is_in(list, text.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

/// Calls `test` with each word of a list; true as soon as one passes.
template <typename Test>
bool any_of(std::string_view list, Test test) {
    for (std::size_t at = 1; at < list.size();) {
        const std::size_t end = list.find(' ', at);
        if (test(list.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

bool holds_part(std::string_view text, std::string_view list) {
    return any_of(list, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

bool begins_with(std::string_view text, std::string_view list) {
    while (text.starts_with(' ') || text.starts_with('"')) text.remove_prefix(1);
    return any_of(list, [&](std::string_view part) { return text.starts_with(part); });
}

/// Bytes of the end of a clause that stands at `at`, or 0.
std::size_t clause_end(std::string_view text, std::size_t at) {
    const char character = text[at];
    if (character == ',') {
        const bool in_number = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9' && at + 1 < text.size() &&
                               text[at + 1] >= '0' && text[at + 1] <= '9';
        return in_number ? 0 : 1;
    }
    if (character == ';' || character == '!' || character == '?') return 1;
    for (const std::string_view end : {". ", "。", " and ", " but ", " then ", " - "})
        if (text.substr(at).starts_with(end)) return end.size();
    return 0;
}

/// True when a part of `list` stands in the clause outside 【】: an office may have any name.
bool holds_part_outside_names(std::string_view clause, std::string_view list) {
    while (!clause.empty()) {
        const std::size_t open = clause.find(open_bracket);
        if (holds_part(clause.substr(0, open), list)) return true;
        const std::size_t close = open == std::string_view::npos ? open : clause.find(close_bracket, open);
        if (close == std::string_view::npos) return false;
        clause.remove_prefix(close + close_bracket.size());
    }
    return false;
}

/// What stands close before a phrase in its clause, behind the name of an office.
std::string_view near_before(std::string_view text, std::size_t clause_begin, std::size_t at) {
    const std::size_t begin = std::max(clause_begin, at > near_bytes ? at - near_bytes : 0);
    const std::string_view before = text.substr(begin, at - begin);
    const std::size_t name = before.rfind(close_bracket);
    return name == std::string_view::npos ? before : before.substr(name + close_bracket.size());
}

/// The word `text` begins with, which is then taken from it together with the blank behind it.
std::string_view take_word(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && is_word_character(text[end])) ++end;
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    return word;
}

/// True when the words behind a delivery name somebody or something that is no known receiver.
bool goes_elsewhere(std::string_view after) {
    if (!after.starts_with(' ')) return false;
    after.remove_prefix(1);
    std::string_view word = take_word(after);
    if (word != "to" && word != "into") return false;
    for (word = take_word(after); is_in(articles, word);) word = take_word(after);
    return !is_in(receivers, word);
}

bool is_delivery_affirmed(std::string_view text, Span span) {
    if (text.find('?') != std::string_view::npos || denies_delivery(text) || holds_word(text, doubts))
        return false;
    if (holds_part(text, chinese_doubts) || begins_with(text.substr(span.end), chinese_after_delivery))
        return false;
    const Span clause = clause_of(text, span);
    if (goes_elsewhere(text.substr(span.end))) return false;
    if (holds_part(near_before(text, clause.begin, span.begin), chinese_holders)) return false;
    return !holds_part_outside_names(text.substr(clause.begin, clause.end - clause.begin), chinese_plans);
}

}  // namespace

Span clause_of(std::string_view text, Span span) {
    Span clause{0, text.size()};
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = clause_end(text, at);
        if (length > 0 && at >= span.end) {
            clause.end = at;
            break;
        }
        if (length > 0 && at + length <= span.begin) clause.begin = at + length;
        at += std::max<std::size_t>(length, 1);
    }
    return clause;
}

bool ends_clause(std::string_view text, std::size_t end) {
    return end == text.size() || text[end] == '.' || clause_end(text, end) > 0;
}

bool denies_delivery(std::string_view text) {
    return holds_word(text, negations) || holds_word(text, not_yet) || holds_word(text, to_sender) ||
           holds_part(text, chinese_denials);
}

bool is_affirmed(std::string_view text, Span span, Stage stage) {
    if (stage == Stage::delivered) return is_delivery_affirmed(text, span);
    const Span clause = clause_of(text, span);
    const std::string_view before = text.substr(clause.begin, span.begin - clause.begin);
    if (holds_word(before, negations) || holds_word(before, not_yet)) return false;
    if (holds_part(near_before(text, clause.begin, span.begin), chinese_before)) return false;
    if (begins_with(text.substr(span.end), chinese_after)) return false;
    return !facts(stage).terminal || (!holds_word(text, not_yet) && !holds_part(text, chinese_conditions));
}

}  // namespace postal

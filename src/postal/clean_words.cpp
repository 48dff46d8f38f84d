#include "postal/clean_words.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <utility>

#include "postal/person_labels.h"
#include "postal/phone_run.h"

namespace postal {

namespace {

/// Who may have signed without being a person's name.
constexpr std::string_view roles[] = {"recipient", "addressee", "customer", "receiver", "neighbour",
                                      "neighbor",  "resident",  "agent",    "sender",   "consignee"};

/// The last characters of words that stand where a name may stand and are none.
constexpr std::string_view no_name_ends = "部局站点心所店司柜处员哥线服关商户人卫台门室";

/// A run of Chinese characters that begins with one of these says what somebody does.
constexpr std::string_view verbs = "正已将为外在会即开准派投揽收送未无可给到取";

constexpr std::size_t longest_name = 4;  ///< characters

constexpr std::size_t chinese_bytes = 3;

constexpr std::size_t bracket_limit = 200;  ///< bytes; a longer bracket holds no name, and time stays linear

bool is_ascii_word(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9');
}

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

/// A character of the block 4E00 to 9FFF, as names are written with.
bool is_chinese_at(std::string_view text, std::size_t at) {
    return at + chinese_bytes <= text.size() && text[at] >= '\xE4' && text[at] <= '\xE9';
}

bool is_one_of(std::string_view characters, std::string_view one) {
    for (std::size_t at = 0; at < characters.size(); at += chinese_bytes)
        if (characters.substr(at, chinese_bytes) == one) return true;
    return false;
}

std::size_t length_of_any(std::string_view text, std::initializer_list<std::string_view> signs) {
    for (const std::string_view sign : signs)
        if (text.starts_with(sign)) return sign.size();
    return 0;
}

std::size_t separator(std::string_view text) {
    return length_of_any(text, {",", "，", ";", "；", "。", "、", "！", ")", "）", "】", "]", "\n"});
}

std::size_t blanks(std::string_view text) { return std::min(text.find_first_not_of(' '), text.size()); }

bool begins_with_label(std::string_view text, std::string_view label) {
    if (text.empty() || lower(text[0]) != label[0]) return false;
    return text.size() >= label.size() && std::ranges::equal(text.substr(0, label.size()), label, {}, lower);
}

/// Bytes of the bracket that `text` begins with, to its end; 0 when there is none or it does not close.
std::size_t bracketed(std::string_view text) {
    struct Pair {
        std::string_view open;
        std::string_view close;
    };
    for (const Pair& pair : {Pair{"【", "】"}, Pair{"(", ")"}, Pair{"（", "）"}, Pair{"[", "]"}}) {
        if (!text.starts_with(pair.open)) continue;
        const std::size_t close = text.substr(0, bracket_limit).find(pair.close);
        return close == std::string_view::npos ? 0 : close + pair.close.size();
    }
    return 0;
}

/// Bytes of what stands behind a mark: to the next separator, and for Chinese also to the next blank.
std::size_t value_length(std::string_view text, bool chinese) {
    const std::size_t start = blanks(text);
    if (const std::size_t phone = read_phone(text, start).phone) return start + phone;
    if (const std::size_t bracket = bracketed(text.substr(start))) return start + bracket;
    for (std::size_t at = start; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at);
        if (separator(rest) > 0 || rest.starts_with(". ") || rest.starts_with(" - ")) return at;
        if (chinese && text[at] == ' ') return at;
    }
    return text.size();
}

/// Bytes of the Chinese name `text` begins with; 0 when what stands there is no name.
std::size_t chinese_name(std::string_view text) {
    if (!is_chinese_at(text, 0) || is_one_of(verbs, text.substr(0, chinese_bytes))) return 0;
    std::size_t length = 0;
    while (is_chinese_at(text, length) &&
           length_of_any(text.substr(length),
                         {"正在", "已", "将", "为您", "开始", "电话", "手机", "派", "投"}) == 0)
        length += chinese_bytes;
    const bool fits = length >= 2 * chinese_bytes && length <= longest_name * chinese_bytes;
    return fits && !is_one_of(no_name_ends, text.substr(length - chinese_bytes, chinese_bytes)) ? length : 0;
}

/// Bytes of the name that follows "signed by": to the separator, unless a role stands there.
std::size_t english_name(std::string_view text) {
    std::size_t at = blanks(text);
    if (at == 0 || at == text.size()) return 0;
    for (const std::string_view article : {"the ", "a ", "an "})
        if (begins_with_label(text.substr(at), article)) {
            at += article.size();
            break;
        }
    for (const std::string_view role : roles)
        if (begins_with_label(text.substr(at), role)) return 0;
    return value_length(text, false);
}

/// Bytes behind a label that tell of a person; 0 when none do.
std::size_t person_length(std::string_view after, const PersonLabel& label) {
    const bool chinese = !is_ascii_word(label.text[0]);
    const std::size_t start = blanks(after);
    const std::string_view rest = after.substr(start);
    if (const std::size_t phone = read_phone(after, start).phone) return start + phone;
    if (const std::size_t colon = length_of_any(rest, {":", "："}))
        return start + colon + value_length(rest.substr(colon), chinese);
    if (label.before == BeforePerson::colon || !chinese)
        return label.before == BeforePerson::mark_or_name ? english_name(after) : 0;
    if (const std::size_t mark = length_of_any(rest, {"是", "为", "為"}))
        return start + mark + value_length(rest.substr(mark), chinese);
    if (const std::size_t bracket = bracketed(rest)) return start + bracket;
    const std::size_t name = label.before == BeforePerson::mark_or_name ? chinese_name(rest) : 0;
    return name > 0 ? start + name : 0;
}

/// A letter or the first byte of a Chinese character.
bool may_begin_label(char character) {
    return (lower(character) >= 'a' && lower(character) <= 'z') ||
           (character >= '\xE4' && character <= '\xE9');
}

struct Cut {
    std::size_t kept = 0;
    std::size_t length = 0;  ///< 0: nothing to cut here
};

/// What is cut for a label that begins `text`, `before` being what was kept so far.
Cut cut_at_label(std::string_view text, std::string_view before) {
    if (!may_begin_label(text[0])) return {};
    for (const PersonLabel& label : person_labels) {
        if (!begins_with_label(text, label.text)) continue;
        if (is_ascii_word(label.text[0]) && !before.empty() && is_ascii_word(before.back())) continue;
        const std::size_t person = person_length(text.substr(label.text.size()), label);
        if (person > 0) return {label.kept, label.text.size() + person};
    }
    return {};
}

/// Bytes of a bracket that holds a phone and little else; the name before it goes too.
std::size_t bracketed_phone(std::string_view text) {
    const std::size_t length = bracketed(text);
    if (length == 0) return 0;
    std::size_t at = text[0] == '(' || text[0] == '[' ? 1 : chinese_bytes;
    at += blanks(text.substr(at));
    for (const PersonLabel& label : person_labels) {
        if (!begins_with_label(text.substr(at), label.text)) continue;
        at += label.text.size();
        at += length_of_any(text.substr(at), {":", "："});
        break;
    }
    const std::size_t phone = read_phone(text, at).phone;
    return phone > 0 && at + phone <= length ? length : 0;
}

/// Takes the name off the end of `kept`: 2 to 4 Chinese characters behind 的, a bracket or a blank.
void drop_name_at_end(std::string& kept) {
    std::size_t begin = kept.size();
    while (begin >= chinese_bytes && is_chinese_at(kept, begin - chinese_bytes) &&
           std::string_view(kept).substr(begin - chinese_bytes, chinese_bytes) != "的")
        begin -= chinese_bytes;
    const std::size_t length = kept.size() - begin;
    if (length < 2 * chinese_bytes || length > longest_name * chinese_bytes) return;
    if (is_one_of(no_name_ends, std::string_view(kept).substr(kept.size() - chinese_bytes))) return;
    kept.resize(begin);
    if (kept.ends_with("的")) kept.resize(kept.size() - chinese_bytes);
}

std::string without_people(std::string_view words) {
    std::string kept;
    kept.reserve(words.size());
    for (std::size_t at = 0; at < words.size();) {
        const std::string_view rest = words.substr(at);
        if (const std::size_t bracket = bracketed_phone(rest)) {
            drop_name_at_end(kept);
            at += bracket;
        } else if (const Cut cut = cut_at_label(rest, kept); cut.length > 0) {
            kept += rest.substr(0, cut.kept);
            at += cut.length;
        } else if (const PhoneRun run = read_phone(words, at); run.phone + run.other > 0) {
            kept += rest.substr(0, run.other);
            at += run.phone + run.other;
        } else {
            kept += words[at++];
        }
    }
    return kept;
}

/// Drops what the cuts leave over: empty brackets, a separator that nothing follows or precedes, double
/// blanks.
std::string tidied(std::string_view words) {
    std::string tidy;
    tidy.reserve(words.size());
    for (std::size_t at = 0; at < words.size();) {
        const std::string_view rest = words.substr(at);
        if (const std::size_t empty = length_of_any(rest, {"()", "（）", "【】", "[]", "( )", "（ ）"})) {
            at += empty;
            continue;
        }
        const bool after_mark =
            tidy.empty() || tidy.ends_with(' ') || tidy.ends_with(',') || tidy.ends_with("，");
        const std::size_t mark = length_of_any(rest, {" ", ",", "，", "、"});
        if (mark > 0 && after_mark &&
            (tidy.empty() || tidy.ends_with(rest.substr(0, mark)) || rest[0] != ' ')) {
            while (rest[0] != ' ' && tidy.ends_with(' ')) tidy.pop_back();
            if (tidy.empty() || tidy.ends_with(',') || tidy.ends_with("，") || rest[0] == ' ') {
                at += mark;
                continue;
            }
        }
        tidy += words[at++];
    }
    for (bool cut = true; cut && !tidy.empty();) {
        cut = false;
        for (const std::string_view mark : {" ", ",", "，", "、", ":", "：", ";", "；", "-"})
            if (tidy.ends_with(mark)) {
                tidy.resize(tidy.size() - mark.size());
                cut = true;
            }
    }
    return tidy;
}

}  // namespace

std::string clean_words(std::string_view words) {
    std::string clean(words);
    // What stood on both sides of a cut can make a new phone or label; a few rounds see to all but malice.
    constexpr int rounds = 6;
    for (int round = 0; round < rounds; ++round) {
        std::string next = without_people(clean);
        if (next == clean) break;
        clean = tidied(next);
    }
    return clean;
}

}  // namespace postal

#include "postal/plain_words.h"

#include <algorithm>

namespace postal {

namespace {

/// Traditional character, simplified character, and so on: those of our phrases and guards only.
constexpr std::string_view simplified_pairs =
    "遞递達达郵邮關关簽签將将預预計计離离開开處处運运輸输機机場场國国際际換换無无敗败損损壞坏遺遗誤误錯错報报"
    "單单"
    "轉转發发訂订創创領领櫃柜點点員员電电話话聯联攬揽駁驳異异準准備备還还沒没繳缴稅税進进貨货應应會会請请寫写"
    "時时問问題题該该爾尔絕绝聽听個个";

/// Words that hold a negation or a condition in letters and not in meaning: places, and what is said to be
/// polite.
constexpr std::string_view harmless[] = {
    "无锡",
    "无为市",
    "无极县",
    "无棣",
    "未来",
    "未央",
    "不丹",
    "不来梅",
    "将军",
    "将乐",
    "如东",
    "如皋",
    "若羌",
    "若尔盖",
    "南非",
    "中非",
    "非洲",
    "如有疑问",
    "如有问题",
    "若有疑问",
    "如需帮助",
    "期待再次为您",
    "期待为您",
    "给收件人",
    "至收件人",
    "到收件人",
    "给客户",
    "给本人",
    "不可抗力",
    "no signature required",
    "signature not required",
    "without signature",
    "no signature",
};

constexpr std::size_t character_bytes = 3;  ///< of a Chinese character or a full-width form in UTF-8

bool is_ascii(char character) { return static_cast<unsigned char>(character) < 0x80; }

/// The plain character for a full-width one, or 0. Unicode block FF00 to FF5E, and the ideographic blank.
char plain_form(std::string_view three) {
    if (three == "\u3000") return ' ';
    if (three.size() < character_bytes || three[0] != '\xEF') return 0;
    const auto second = static_cast<unsigned char>(three[1]);
    const auto third = static_cast<unsigned char>(three[2]);
    if (second == 0xBC && third >= 0x81 && third <= 0xBF) return static_cast<char>(third - 0x81 + '!');
    if (second == 0xBD && third >= 0x80 && third <= 0x9E) return static_cast<char>(third - 0x80 + '`');
    return 0;
}

/// Bytes of the zero-width character `text` begins with, or 0: U+00AD, U+200B to U+200D, U+2060, U+FEFF.
std::size_t zero_width(std::string_view text) {
    if (text.starts_with("\u00AD")) return 2;
    for (const std::string_view one : {"\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"})
        if (text.starts_with(one)) return one.size();
    return 0;
}

std::string_view simplified(std::string_view three) {
    for (std::size_t at = 0; at + 2 * character_bytes <= simplified_pairs.size(); at += 2 * character_bytes)
        if (simplified_pairs.substr(at, character_bytes) == three)
            return simplified_pairs.substr(at + character_bytes, character_bytes);
    return three;
}

bool is_chinese(std::string_view three) {
    return three.size() == character_bytes && three[0] >= '\xE3' && three[0] <= '\xE9';
}

std::size_t place_of(std::string_view three) {
    const auto byte = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(three[at])}; };
    return (byte(0) * 7 + byte(1) * 59 + byte(2) * 331) % 2048;
}

}  // namespace

PlainWords::PlainWords(std::string_view words) {
    if (words.size() > judged_words_limit) return;
    read(words);
    while (size_ > 0 && buffer_[size_ - 1] == ' ') --size_;
    hide_harmless();
    note_threes();
}

void PlainWords::put(std::string_view piece) {
    // A blank between two Chinese characters means nothing.
    const bool follows_blank = size_ > 1 && buffer_[size_ - 1] == ' ' && !is_ascii(buffer_[size_ - 2]);
    if (follows_blank && !is_ascii(piece[0])) --size_;
    std::ranges::copy(piece, buffer_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += piece.size();
}

void PlainWords::put_ascii(char character) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    if (character >= '\t' && character <= '\r') character = ' ';
    if (character == ' ' && (size_ == 0 || buffer_[size_ - 1] == ' ')) return;
    if (character == 't' && text().ends_with("n'")) {
        size_ -= 2;
        put(" not");
        return;
    }
    buffer_[size_++] = character;
}

void PlainWords::read(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        if (is_ascii(words[at])) {
            put_ascii(words[at++]);
            continue;
        }
        const std::string_view rest = words.substr(at);
        const std::string_view three = rest.substr(0, character_bytes);
        if (const std::size_t skipped = zero_width(rest)) {
            at += skipped;
        } else if (three == "\u2019" || three == "\u2018") {
            put_ascii('\'');
            at += character_bytes;
        } else if (rest.starts_with("\u00A0")) {
            put_ascii(' ');
            at += 2;
        } else if (const char plain = plain_form(three)) {
            put_ascii(plain);
            at += character_bytes;
        } else if (is_chinese(three)) {
            put(simplified(three));
            at += character_bytes;
        } else {
            put(rest.substr(0, 1));
            ++at;
        }
    }
}

void PlainWords::hide_harmless() {
    for (const std::string_view one : harmless) {
        for (std::size_t at = text().find(one); at != std::string_view::npos; at = text().find(one, at))
            std::fill_n(buffer_.begin() + static_cast<std::ptrdiff_t>(at), one.size(), '_');
    }
}

void PlainWords::note_threes() {
    for (std::size_t at = 0; at + 3 <= size_; ++at) {
        const std::size_t place = place_of(text().substr(at, 3));
        threes_[place / 64] |= std::uint64_t{1} << place % 64;
    }
}

bool PlainWords::may_hold(std::string_view three) const {
    const std::size_t place = place_of(three);
    return (threes_[place / 64] >> place % 64 & 1) != 0;
}

}  // namespace postal

#include "postal/message_cue.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "postal/brand_row.h"
#include "postal/code_point.h"
#include "postal/generated/cue_rows.h"
#include "postal/host_character.h"

namespace postal {

namespace {

/// The text as phrases are compared: lower case, no marks, one blank for whatever is no letter or digit.
struct PlainText {
    std::string text;
    std::vector<std::uint32_t> origin;  ///< for each byte: the byte of the text given
    std::vector<bool> capital;          ///< for each byte: was an ASCII capital
};

bool is_word_letter(char32_t point) {
    if (point < 0x80) return is_ascii_alphanumeric(point);
    return point >= 0xC0 && point != 0xD7 && point != 0xF7 && script_of(point) != Script::none &&
           !(point >= 0x3000 && point <= 0x303F && point != 0x3005) && !(point >= 0xFF00 && point <= 0xFF0F);
}

void append_plain(PlainText& plain, char32_t point, std::uint32_t at) {
    const std::size_t before = plain.text.size();
    const bool capital = point >= 'A' && point <= 'Z';
    if (!is_word_letter(point)) {
        if (is_mark(point)) return;
        if (before == 0 || plain.text.back() != ' ') plain.text += ' ';
    } else if (point < 0x80) {
        plain.text += ascii_lower(static_cast<char>(point));
    } else {
        const auto mapped = mapped_host(std::u32string_view(&point, 1));
        for (const char32_t letter : mapped.value_or(std::u32string(1, point))) {
            const char32_t base = without_marks(letter);
            append_utf8(plain.text, base == U'ł' ? U'l' : base == U'ø' ? U'o' : base);
        }
    }
    plain.origin.resize(plain.text.size(), at);
    plain.capital.resize(plain.text.size(), capital);
}

PlainText plain_text(std::string_view text) {
    PlainText plain;
    plain.text.reserve(text.size() + 2);
    append_plain(plain, ' ', 0);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        append_plain(plain, point.value, static_cast<std::uint32_t>(at));
        at += point.length;
    }
    append_plain(plain, ' ', static_cast<std::uint32_t>(text.size()));
    plain.origin.push_back(static_cast<std::uint32_t>(text.size()));
    return plain;
}

bool is_plain_letter(char letter) { return is_ascii_alphanumeric(static_cast<unsigned char>(letter)); }

/// A phrase in Latin letters stands as words of its own; other writing has no blanks to go by.
bool begins_word(const PlainText& plain, std::size_t at) {
    return !is_plain_letter(plain.text[at]) || at == 0 || !is_plain_letter(plain.text[at - 1]);
}

bool ends_word(const PlainText& plain, std::size_t end) {
    return !is_plain_letter(plain.text[end - 1]) || end >= plain.text.size() ||
           !is_plain_letter(plain.text[end]);
}

std::string_view text_of(const CueRow& row) { return cue_texts.substr(row.begin, row.length); }
std::string_view text_of(const BrandSaidRow& row) { return postal::text_of(row.text); }

/// The first two bytes, by which the rows are found. Bytes as they are compared in texts.
unsigned beginning(std::string_view text) {
    return static_cast<unsigned char>(text[0]) * 256U + static_cast<unsigned char>(text[1]);
}

/// Calls `take` with each of the sorted rows whose text stands at `at`. Few rows begin with the same letters.
template <typename Row, std::size_t count, typename Take>
void each_row_at(const Row (&rows)[count], std::string_view text, std::size_t at, Take take) {
    const std::string_view rest = text.substr(at);
    const unsigned wanted = beginning(rest);
    const Row* row = std::lower_bound(
        std::begin(rows), std::end(rows), wanted,
        [](const Row& one, unsigned two_bytes) { return beginning(text_of(one)) < two_bytes; });
    for (; row != std::end(rows) && beginning(text_of(*row)) == wanted; ++row) {
        if (rest.starts_with(text_of(*row))) take(*row);
    }
}

bool is_written(const PlainText& plain, std::size_t at, const BrandSaidRow& row) {
    const std::string_view name = text_of(row);
    switch (row.written) {
        case NameWritten::anyhow: return true;
        case NameWritten::capital:
            return plain.capital[at] || static_cast<unsigned char>(plain.text[at]) >= 0x80;
        case NameWritten::capitals: break;
    }
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (is_ascii_letter(static_cast<unsigned char>(name[i])) && !plain.capital[at + i]) return false;
    }
    return true;
}

/// One way through the text for the phrases and the names.
void find_words(const PlainText& plain, MessageCues& cues) {
    const std::string_view text = plain.text;
    std::array<bool, 0xFF> named{};  // by brand
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const bool inside_character = (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
        if (text[at] == ' ' || inside_character || !begins_word(plain, at)) continue;
        each_row_at(cue_rows, text, at, [&](const CueRow& row) {
            CueSpan& span = cues.first[static_cast<std::size_t>(row.kind)];
            const std::size_t end = at + row.length;
            if (span.end == 0 && (row.open_end || ends_word(plain, end)))
                span = {plain.origin[at], plain.origin[end]};
        });
        each_row_at(brand_said_rows, text, at, [&](const BrandSaidRow& row) {
            const std::size_t end = at + row.text.length;
            if (named[row.brand] || !ends_word(plain, end) || !is_written(plain, at, row)) return;
            named[row.brand] = true;
            cues.names.push_back({row.brand, {plain.origin[at], plain.origin[end]}});
        });
    }
}

constexpr std::string_view currency_words[] = {"eur", "euro", "euros", "usd",     "gbp",    "chf", "pln",
                                               "zl",  "cad",  "aud",   "brl",     "jpy",    "rmb", "cny",
                                               "hkd", "inr",  "rs",    "dollars", "pounds", "yuan"};

bool is_currency_sign(char32_t point) {
    return point == '$' || point == 0xA3 || point == 0xA5 || point == 0x20AC || point == 0x20B9 ||
           point == 0xFFE5;
}

bool is_currency_at(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == ' ') ++at;
    if (at >= text.size()) return false;
    const char32_t point = code_point_at(text, at).value;
    if (is_currency_sign(point) || point == U'元' || point == U'円') return true;
    std::string word;
    while (at < text.size() && word.size() < 8 && is_ascii_letter(static_cast<unsigned char>(text[at])))
        word += ascii_lower(text[at++]);
    return std::find(std::begin(currency_words), std::end(currency_words), word) != std::end(currency_words);
}

CueSpan first_amount(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_ascii_digit(static_cast<unsigned char>(text[at]))) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && (is_ascii_digit(static_cast<unsigned char>(text[end])) ||
                                     text[end] == '.' || text[end] == ','))
            ++end;
        std::size_t before = at;
        if (before > 0 && text[before - 1] == ' ') --before;
        while (before > 0 && (static_cast<unsigned char>(text[before - 1]) & 0xC0) == 0x80) --before;
        if (before > 0) --before;
        const bool sign_before = before < at && is_currency_sign(code_point_at(text, before).value);
        constexpr std::size_t longest_amount = 12;
        if (end - at <= longest_amount && (sign_before || is_currency_at(text, end))) {
            return {static_cast<std::uint32_t>(sign_before ? before : at), static_cast<std::uint32_t>(end)};
        }
        at = end;
    }
    return {};
}

}  // namespace

MessageCues message_cues(std::string_view text) {
    MessageCues cues;
    const PlainText plain = plain_text(text);
    find_words(plain, cues);
    cues.amount = first_amount(text);
    return cues;
}

}  // namespace postal

#include "postal/number_label.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "postal/generated/family_rows.h"

namespace postal {

namespace {

/// A heading, a tag or a few words fit in.
constexpr std::size_t looked_before = 96;
/// A word on the line before counts when little more than a colon and some tags stand between.
constexpr std::size_t looked_before_line = 40;
constexpr std::size_t looked_behind = 40;

std::string_view text_of(const NumberWordRow& row) {
    return family_texts.substr(row.text.begin, row.text.length);
}

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

bool is_letter_byte(char character) {
    const char small = lower(character);
    return (small >= 'a' && small <= 'z') || static_cast<unsigned char>(character) >= 0x80;
}
bool is_ascii_letter(char character) {
    return is_letter_byte(character) && static_cast<unsigned char>(character) < 0x80;
}

/// trackingNumber, tracking_number: a capital behind a small letter begins a word.
bool begins_word(std::string_view text, std::size_t at) {
    if (at == 0 || !is_ascii_letter(text[at])) return true;
    const char before = text[at - 1];
    return !is_ascii_letter(before) || (before >= 'a' && text[at] <= 'Z');
}

bool ends_word(std::string_view text, std::size_t at) {
    if (at >= text.size() || !is_ascii_letter(text[at]) || !is_ascii_letter(text[at - 1])) return true;
    return text[at - 1] >= 'a' && text[at] <= 'Z';
}

/// Which rows begin with each byte: from its place to that of the next byte.
constexpr std::array<std::uint8_t, 257> made_first_rows() {
    static_assert(std::size(number_word_rows) <= 0xFF);
    std::array<std::uint8_t, 257> places{};
    for (const NumberWordRow& row : number_word_rows)
        ++places[static_cast<unsigned char>(family_texts[row.text.begin]) + std::size_t{1}];
    for (std::size_t byte = 0; byte < 256; ++byte)
        places[byte + 1] = static_cast<std::uint8_t>(places[byte + 1] + places[byte]);
    return places;
}
constexpr auto first_rows = made_first_rows();

bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
    if (text.size() - at < word.size()) return false;
    for (std::size_t i = 1; i < word.size(); ++i) {
        if (lower(text[at + i]) != word[i]) return false;
    }
    return true;
}

/// The longest word that begins at `at`, or null.
const NumberWordRow* word_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(lower(text[at]));
    const std::size_t begin = first_rows[first];
    const std::size_t end = first_rows[first + std::size_t{1}];
    if (begin == end || !begins_word(text, at)) return nullptr;
    const NumberWordRow* longest = nullptr;
    for (const NumberWordRow& row : std::span(number_word_rows).subspan(begin, end - begin)) {
        const std::string_view word = text_of(row);
        if (longest && longest->text.length >= row.text.length) continue;
        if (stands_at(text, at, word) && (row.open_end || ends_word(text, at + word.size()))) longest = &row;
    }
    return longest;
}

LabelKind kind_of(const NumberWordRow& row) {
    return row.kind == WordKind::tracking  ? LabelKind::tracking
           : row.kind == WordKind::carrier ? LabelKind::carrier
                                           : LabelKind::other;
}

/// The word that ends nearest before `end` and begins behind `first`; of words within one another the
/// longest. Moves `end` to its beginning.
const NumberWordRow* last_word(std::string_view text, std::size_t first, std::size_t& end) {
    constexpr std::size_t longest_beginning = 16;
    const std::string_view before = text.substr(0, end);
    for (std::size_t at = end; at > first;) {
        const NumberWordRow* row = word_at(before, --at);
        if (!row) continue;
        end = at;
        const std::size_t word_end = at + row->text.length;
        for (std::size_t earlier = at; earlier > first && at - earlier < longest_beginning;) {
            const NumberWordRow* longer = word_at(before, --earlier);
            if (!longer || earlier + longer->text.length < word_end) continue;
            row = longer;
            end = earlier;
        }
        return row;
    }
    return nullptr;
}

/// How far back a word is looked for: on the same line, and at the end of the line before.
std::size_t first_place(std::string_view text, std::size_t begin) {
    const std::size_t furthest = begin > looked_before ? begin - looked_before : 0;
    const std::string_view before = text.substr(furthest, begin - furthest);
    const std::size_t line = before.rfind('\n');
    if (line == std::string_view::npos) return furthest;
    const std::size_t line_before = before.substr(0, line).rfind('\n');
    const std::size_t nearest = begin > looked_before_line ? begin - looked_before_line : 0;
    const std::size_t behind_line_before = line_before == before.npos ? furthest : furthest + line_before + 1;
    return std::min(std::max(nearest, behind_line_before), furthest + line + 1);
}

}  // namespace

NumberLabel label_of(std::string_view text, std::size_t begin, std::size_t end) {
    NumberLabel label;
    const std::size_t first = first_place(text, begin);
    for (std::size_t at = begin; const NumberWordRow* row = last_word(text, first, at);) {
        if (label.kind == LabelKind::none) label.kind = kind_of(*row);
        if (row->kind == WordKind::carrier) label.families = row->families;
        if (row->kind != WordKind::tracking) return label;
    }
    if (label.kind != LabelKind::none) return label;
    std::string_view behind = text.substr(0, std::min(text.size(), end + looked_behind));
    behind = behind.substr(0, behind.find('\n', end));
    for (std::size_t at = end; at < behind.size(); ++at) {
        if (const NumberWordRow* row = word_at(behind, at)) return {kind_of(*row), row->families};
    }
    return label;
}

}  // namespace postal

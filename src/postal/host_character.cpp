#include "postal/host_character.h"

#include <algorithm>
#include <iterator>

#include "postal/generated/character_rows.h"

namespace postal {

namespace {

template <typename Rows>
bool is_in(const Rows& rows, char32_t point) {
    return std::any_of(std::begin(rows), std::end(rows), [point](const PointRange& range) {
        return point >= range.first && point <= range.last;
    });
}

/// The code point meant by `point`, or `point` itself when no range holds it.
char32_t mapped_point(char32_t point) {
    auto after = std::upper_bound(std::begin(mapped_ranges), std::end(mapped_ranges), point,
                                  [](char32_t wanted, const MappedRange& row) { return wanted < row.first; });
    // A range of every second letter may hold another one inside: the alphabets alternate.
    for (int looked = 0; looked < 8 && after != std::begin(mapped_ranges); ++looked) {
        const MappedRange& row = *--after;
        const char32_t distance = point - row.first;
        if (distance % row.step == 0 && distance / row.step < row.count) {
            return static_cast<char32_t>(static_cast<std::int32_t>(point) + row.added);
        }
    }
    return point;
}

const MappedText* mapped_text(char32_t point) {
    const auto found =
        std::lower_bound(std::begin(mapped_text_rows), std::end(mapped_text_rows), point,
                         [](const MappedText& row, char32_t wanted) { return row.point < wanted; });
    return found != std::end(mapped_text_rows) && found->point == point ? found : nullptr;
}

void append_mapped(std::u32string& host, char32_t point) {
    if (point < 0x80) {
        host += (point >= 'A' && point <= 'Z') ? point + ('a' - 'A') : point;
    } else if (const MappedText* row = mapped_text(point)) {
        const std::string_view text = mapped_texts.substr(row->begin, row->length);
        for (std::size_t at = 0; at < text.size();) {
            const auto lead = static_cast<unsigned char>(text[at]);
            const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
            char32_t value = length == 1 ? lead : lead & (0xFF >> (length + 1));
            for (std::size_t i = 1; i < length; ++i) value = (value << 6) | (text[at + i] & 0x3F);
            host += value;
            at += length;
        }
    } else {
        host += mapped_point(point);
    }
}

const ComposedLetter* composed_letter(char32_t point) {
    const auto found =
        std::lower_bound(std::begin(composed_letters), std::end(composed_letters), point,
                         [](const ComposedLetter& row, char32_t wanted) { return row.letter < wanted; });
    return found != std::end(composed_letters) && found->letter == point ? found : nullptr;
}

/// NFC as far as the table reaches; marks of different classes are taken to stand in order.
void compose(std::u32string& host) {
    std::size_t kept = 0;
    for (const char32_t point : host) {
        const ComposedLetter* whole = nullptr;
        if (kept > 0 && is_mark(point)) {
            whole = std::find_if(
                std::begin(composed_letters), std::end(composed_letters),
                [&](const ComposedLetter& row) { return row.mark == point && row.base == host[kept - 1]; });
            if (whole == std::end(composed_letters)) whole = nullptr;
        }
        if (whole) {
            host[kept - 1] = whole->letter;
        } else {
            host[kept++] = point;
        }
    }
    host.resize(kept);
}

}  // namespace

std::optional<std::u32string> mapped_host(std::u32string_view host) {
    std::u32string mapped;
    for (const char32_t point : host) {
        if (point >= 0x80 && is_in(ignored_points, point)) continue;
        if (point >= 0x80 && is_in(refused_points, point)) return std::nullopt;
        append_mapped(mapped, point);
    }
    compose(mapped);
    return mapped;
}

bool is_unseen(char32_t point) {
    return point == 0xAD || point == 0x34F || point == 0x61C || (point >= 0x180B && point <= 0x180F) ||
           (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2060 && point <= 0x2069) || (point >= 0xFE00 && point <= 0xFE0F) || point == 0xFEFF ||
           (point >= 0xE0000 && point <= 0xE0FFF);
}

bool is_mark(char32_t point) {
    return (point >= 0x300 && point <= 0x36F) || (point >= 0x483 && point <= 0x489) ||
           (point >= 0x1AB0 && point <= 0x1AFF) || (point >= 0x1DC0 && point <= 0x1DFF) ||
           (point >= 0x20D0 && point <= 0x20FF) || (point >= 0x3099 && point <= 0x309A) ||
           (point >= 0xFE20 && point <= 0xFE2F);
}

char32_t without_marks(char32_t point) {
    while (const ComposedLetter* row = composed_letter(point)) point = row->base;
    return point;
}

std::string_view looks_like(char32_t point) {
    const auto found =
        std::lower_bound(std::begin(alike_rows), std::end(alike_rows), point,
                         [](const AlikeRow& row, char32_t wanted) { return row.point < wanted; });
    if (found == std::end(alike_rows) || found->point != point) return {};
    return alike_texts.substr(found->begin, found->length);
}

Script script_of(char32_t point) {
    if (is_mark(point)) return Script::none;
    if (point < 0x80)
        return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') ? Script::latin
                                                                                : Script::none;
    if (point < 0xC0 || point == 0xD7 || point == 0xF7) return Script::none;
    if (point < 0x2B0 || (point >= 0x1E00 && point < 0x1F00) || (point >= 0x2C60 && point < 0x2C80) ||
        (point >= 0xA720 && point < 0xA800) || (point >= 0xAB30 && point < 0xAB70)) {
        return Script::latin;
    }
    if (point >= 0x370 && point < 0x400) return Script::greek;
    if (point >= 0x1F00 && point < 0x2000) return Script::greek;
    if ((point >= 0x400 && point < 0x530) || (point >= 0x1C80 && point < 0x1C90) ||
        (point >= 0xA640 && point < 0xA6A0)) {
        return Script::cyrillic;
    }
    if (point >= 0x2000 && point < 0x2C00) return Script::none;
    return Script::other;
}

}  // namespace postal

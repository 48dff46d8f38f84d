#include "app/enquiry/page_text.h"

namespace app::enquiry {

namespace {

constexpr Tone tones[] = {Tone::ink, Tone::quiet, Tone::attention};

Tone tone_of(Style style) { return tones[static_cast<std::size_t>(style)]; }

/// Up to `end`, which is taken off too; all of it when there is no end.
std::string_view take_to(std::string_view& text, std::string_view end) {
    const std::size_t length = text.find(end);
    const std::string_view piece = text.substr(0, length);
    text.remove_prefix(length == text.npos ? text.size() : length + end.size());
    return piece;
}

}  // namespace

void PageText::put(std::uint8_t depth, Role role, Look look, std::string_view text, Tone tone,
                   std::string_view more) {
    formats::write_block(document_, {depth, static_cast<std::uint8_t>(role), static_cast<std::uint8_t>(look),
                                     static_cast<std::uint8_t>(tone), text, more});
}

void PageText::put_lines(std::uint8_t depth, std::string_view lines, Look look, Tone rest) {
    for (Tone tone = Tone::ink; !lines.empty(); tone = rest, look = Look::card_text)
        put(depth, Role::text, look, take_to(lines, "\n"), tone);
}

void PageText::lead(std::string_view words) {
    put(0, Role::text, Look::sentence, words);
    put(0, Role::group, Look::tight_column);
}

void PageText::heading(std::string_view words) {
    put(0, Role::group, Look::card);
    put(1, Role::heading, Look::section, words);
}

void PageText::sentence(std::string_view words, Style style) {
    put(1, Role::text, Look::card_text, words, tone_of(style));
}

void PageText::deadline(std::string_view counter, std::string_view words, std::string_view source,
                        Style style) {
    put(1, Role::group, Look::tight_column);
    put(2, Role::text, Look::title, counter, tone_of(style));
    put(2, Role::text, Look::card_text, words);
    put(2, Role::text, Look::secondary, source, Tone::quiet);
}

void PageText::post(std::string_view country) { put(1, Role::link, Look::link_text, country); }

void PageText::table_head(std::initializer_list<std::string_view> cells) {
    put(1, Role::table, Look::column);
    put(2, Role::table_row, Look::columns);
    for (const std::string_view cell : cells) {
        put(3, Role::column_head, Look::tight_column);
        put(4, Role::text, Look::small_head, cell);
    }
}

void PageText::table_row(std::initializer_list<std::string_view> cells) {
    put(2, Role::table_row, Look::columns);
    Look look = Look::section;  // on a phone the first line of a row is its head
    for (const std::string_view cell : cells) {
        put(3, Role::cell, Look::tight_column);
        put_lines(4, cell, look, Tone::secondary);
        look = Look::card_text;
    }
}

void PageText::print_button(std::string_view words) {
    put(1, Role::button, Look::plain_button, words, Tone::accent);
}

void PageText::letter(std::string_view button, std::string_view text, std::string_view language) {
    put(1, Role::group, Look::column);
    put(2, Role::button, Look::plain_button, button, Tone::accent, text);
    while (!text.empty()) {
        put(2, Role::group, Look::tight_column, language);
        put_lines(3, take_to(text, "\n\n"), Look::card_text, Tone::ink);
    }
}

}  // namespace app::enquiry

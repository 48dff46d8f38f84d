// A document as it is written: what stands on the page, in words of the page, as blocks of
// formats/document.h.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "app/screen.h"
#include "formats/document.h"

namespace app::enquiry {

enum class Style : std::uint8_t { plain, quiet, warning };

class PageText {
public:
    /// What the page says first, and what is heard when it comes.
    void lead(std::string_view words);
    void heading(std::string_view words);  ///< begins a card; what follows stands in it
    void sentence(std::string_view words, Style style = Style::plain);
    void deadline(std::string_view counter, std::string_view words, std::string_view source, Style style);
    void post(std::string_view country);  ///< its links and telephones, which the program knows
    void table_head(std::initializer_list<std::string_view> cells);
    void table_row(std::initializer_list<std::string_view> cells);  ///< lines of a cell end with line feeds
    /// A text to be copied, in `language`; empty lines part its paragraphs.
    void letter(std::string_view button, std::string_view text, std::string_view language);
    void print_button(std::string_view words);

    std::string take() { return std::move(document_); }

private:
    void put(std::uint8_t depth, Role role, Look look, std::string_view text = {}, Tone tone = Tone::ink,
             std::string_view more = {});
    /// A text for each line; the first in `look`, those behind it in `rest`.
    void put_lines(std::uint8_t depth, std::string_view lines, Look look, Tone rest);

    std::string document_;
};

}  // namespace app::enquiry

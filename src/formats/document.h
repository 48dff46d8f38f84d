// A document made by the second wasm (web/message_check) for the program to show: what to ask about an item,
// or what is known of it. Both are of one build; still it is read strictly, for it holds received words.
//
// Blocks, each with 0x1E behind it: a letter for its kind, then its fields, 0x1F between them:
//
//   h text                     head of a section
//   s style, text              a sentence
//   d style, counter, lines    a deadline: the counter stands large
//   t cell ...                 head of a table
//   r cell ...                 a row of it; a line feed parts the lines of a cell
//   c language, title, text    a text to be copied, with line feeds
//   p country                  links and telephones of its post: the program's own
//
// A style is one digit, before which no 0x1F stands. No links, no markup: all of it is shown as text.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace formats {

/// An item of seven sources with 200 events each, of the longest words.
inline constexpr std::size_t document_size_limit = 2'000'000;  // bytes
inline constexpr std::size_t document_blocks_limit = 4'000;
inline constexpr std::size_t document_cells_limit = 3;

enum class DocumentStyle : std::uint8_t { plain, quiet, warning, lead };

enum class BlockKind : char {
    heading = 'h',
    sentence = 's',
    deadline = 'd',
    table_head = 't',
    table_row = 'r',
    text = 'c',
    post = 'p',
};

/// Its fields point into the text it was read from.
struct DocumentBlock {
    BlockKind kind{};
    DocumentStyle style{};  ///< of a sentence or deadline
    std::uint8_t count = 0;
    std::string_view fields[document_cells_limit];  ///< `count` of them, without the style

    bool operator==(const DocumentBlock&) const = default;
};

/// Appends a block. Control characters in a field become blanks, but for the line feeds that may stand there.
void write_block(std::string& document, BlockKind kind, std::initializer_list<std::string_view> fields,
                 DocumentStyle style = DocumentStyle::plain);

/// Nothing when `text` is not such a document, or larger than the limits.
std::optional<std::vector<DocumentBlock>> read_document(std::string_view text);

}  // namespace formats

// A document made by the second wasm (web/message_check) for the program to show: what to ask about an item,
// or what is known of it. Both are of one build; still it is read strictly, for it holds received words.
//
// Blocks in the order of the page, each with 0x1E behind it: four characters for how deep it stands below the
// page, what it is, how it looks and its tone (a number of app's enums each, from '0' on), then its text;
// that of a group is the language of what is in it, empty for the page's. Behind 0x1F there may be more: a
// text to be copied, which alone may have line feeds. No links, no markup: all of it is shown as text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace formats {

/// An item of seven sources with 200 scans each, of the longest words.
inline constexpr std::size_t document_size_limit = 2'000'000;  // bytes
inline constexpr std::uint8_t document_depth_limit = 4;

/// Its texts point into the document.
struct DocumentBlock {
    std::uint8_t depth = 0;  ///< 0: on the page itself; else below the last block that stands one less deep
    std::uint8_t role = 0, look = 0, tone = 0;  ///< any number: who shows it judges them
    std::string_view text, more;

    bool operator==(const DocumentBlock&) const = default;
};

/// Appends a block. Control characters become blanks, but for the line feeds of `more`.
void write_block(std::string& document, const DocumentBlock& block);

/// Takes the first block off `document`. Nothing, and no more is to be read, when none stands there: no end,
/// a head that is none, control characters. Whether all of it is UTF-8 and of allowed size asks
/// may_be_document().
std::optional<DocumentBlock> take_block(std::string_view& document);

/// Not empty, not larger than the limit, and UTF-8.
bool may_be_document(std::string_view text);

/// The text of the first block of such a document; empty where there is none.
std::string_view first_text(std::string_view document);

}  // namespace formats

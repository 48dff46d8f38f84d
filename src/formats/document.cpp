#include "formats/document.h"

#include <algorithm>

#include "formats/clean_text.h"

namespace formats {

namespace {

constexpr char block_end = '\x1e', text_end = '\x1f', first_digit = '0';
constexpr std::size_t head_size = 4;

/// Line feeds are for texts to be copied; elsewhere they are drawn as blanks.
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }

void write_cleaned(std::string& document, std::string_view text, bool with_lines) {
    for (const char c : text) document += is_control(c) || c == 0x7f || (c == '\n' && !with_lines) ? ' ' : c;
}

}  // namespace

void write_block(std::string& document, const DocumentBlock& block) {
    for (const std::uint8_t digit : {block.depth, block.role, block.look, block.tone})
        document += static_cast<char>(first_digit + digit);
    write_cleaned(document, block.text, false);
    if (!block.more.empty()) document += text_end;
    write_cleaned(document, block.more, true);
    document += block_end;
}

std::string_view first_text(std::string_view document) {
    return document.substr(std::min(head_size, document.size()), document.find(block_end) - head_size);
}

bool may_be_document(std::string_view text) {
    return !text.empty() && text.size() <= document_size_limit && is_utf8(text);
}

std::optional<DocumentBlock> take_block(std::string_view& document) {
    const std::size_t end = document.find(block_end);
    if (end == document.npos || end < head_size) return {};
    std::uint8_t head[head_size];
    for (std::size_t i = 0; i < head_size; ++i)
        head[i] = static_cast<std::uint8_t>(document[i] - first_digit);
    std::string_view text = document.substr(head_size, end - head_size), more;
    if (const std::size_t parted = text.find(text_end); parted != text.npos) {
        more = text.substr(parted + 1);
        text = text.substr(0, parted);
    }
    document.remove_prefix(end + 1);
    if (head[0] > document_depth_limit || std::ranges::any_of(text, is_control) ||
        std::ranges::any_of(more, is_control))
        return {};
    return DocumentBlock{head[0], head[1], head[2], head[3], text, more};
}

}  // namespace formats

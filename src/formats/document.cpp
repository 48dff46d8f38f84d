#include "formats/document.h"

#include <algorithm>

#include "formats/clean_text.h"

namespace formats {

namespace {

constexpr char block_end = '\x1e', text_end = '\x1f', first_digit = '0';
constexpr std::size_t head_size = 4;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
bool is_control_of_more(char c) { return is_control(c) && c != '\n'; }

void write_cleaned(std::string& document, std::string_view text, bool (*is_unfit)(char)) {
    for (const char c : text) document += is_unfit(c) ? ' ' : c;
}

}  // namespace

void write_block(std::string& document, const DocumentBlock& block) {
    for (const std::uint8_t digit : {block.depth, block.role, block.look, block.tone})
        document += static_cast<char>(first_digit + digit);
    write_cleaned(document, block.text, is_control);
    if (!block.more.empty()) document += text_end;
    write_cleaned(document, block.more, is_control_of_more);
    document += block_end;
}

std::string_view first_text(std::string_view document) {
    return document.substr(std::min(head_size, document.size()), document.find(block_end) - head_size);
}

std::optional<std::vector<DocumentBlock>> read_document(std::string_view text) {
    if (text.empty() || text.size() > document_size_limit || !is_utf8(text)) return {};
    std::vector<DocumentBlock> blocks;
    while (!text.empty()) {
        const std::size_t end = text.find(block_end);
        if (end == text.npos || end < head_size || blocks.size() == document_blocks_limit) return {};
        std::uint8_t head[head_size];
        for (std::size_t i = 0; i < head_size; ++i) {
            if (text[i] < first_digit) return {};
            head[i] = static_cast<std::uint8_t>(text[i] - first_digit);
        }
        const std::string_view rest = text.substr(head_size, end - head_size);
        const std::size_t parted = std::min(rest.find(text_end), rest.size());
        const std::string_view more = rest.substr(std::min(parted + 1, rest.size()));
        const std::string_view its_text = rest.substr(0, parted);
        if (head[0] > document_depth_limit || std::ranges::any_of(its_text, is_control) ||
            std::ranges::any_of(more, is_control_of_more))
            return {};
        blocks.push_back({head[0], head[1], head[2], head[3], its_text, more});
        text.remove_prefix(end + 1);
    }
    return blocks;
}

}  // namespace formats

#include "formats/document.h"

#include "formats/clean_text.h"
#include "postal/country.h"

namespace formats {

namespace {

constexpr char block_end = '\x1e', field_end = '\x1f';

/// How many fields each kind has; a table's rows may have fewer.
constexpr std::string_view kinds = "hsptrdc", field_counts = "1113323";
constexpr std::string_view with_style = "sd", with_lines = "rdc", with_cells = "tr";

bool is_in(std::string_view letters, BlockKind kind) {
    return letters.find(static_cast<char>(kind)) != letters.npos;
}

bool is_control(char c, bool lines) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !(lines && c == '\n')) || byte == 0x7f;
}

bool read_block(std::string_view line, DocumentBlock& block) {
    const std::size_t place = line.empty() ? kinds.npos : kinds.find(line[0]);
    if (place == kinds.npos) return false;
    block.kind = static_cast<BlockKind>(line[0]);
    line.remove_prefix(1);
    if (is_in(with_style, block.kind)) {
        if (line.empty() || line[0] < '0' || line[0] > '3') return false;
        block.style = static_cast<DocumentStyle>(line[0] - '0');
        line.remove_prefix(1);
    }
    const int limit = field_counts[place] - '0';
    const bool lines = is_in(with_lines, block.kind);
    for (std::size_t begin = 0, at = 0; at <= line.size(); ++at) {
        if (at < line.size() && line[at] != field_end) {
            if (is_control(line[at], lines)) return false;
            continue;
        }
        if (block.count == limit) return false;
        block.fields[block.count++] = line.substr(begin, at - begin);
        begin = at + 1;
    }
    if (block.kind == BlockKind::post && !postal::is_country(block.fields[0])) return false;
    return block.count == limit || is_in(with_cells, block.kind);
}

}  // namespace

void write_block(std::string& document, BlockKind kind, std::initializer_list<std::string_view> fields,
                 DocumentStyle style) {
    document += static_cast<char>(kind);
    if (is_in(with_style, kind)) document += static_cast<char>('0' + static_cast<int>(style));
    for (const std::string_view& field : fields) {
        if (&field != fields.begin()) document += field_end;
        for (const char c : field) document += is_control(c, is_in(with_lines, kind)) ? ' ' : c;
    }
    document += block_end;
}

std::optional<std::vector<DocumentBlock>> read_document(std::string_view text) {
    if (text.empty() || text.size() > document_size_limit || !is_utf8(text)) return {};
    std::vector<DocumentBlock> blocks;
    while (!text.empty()) {
        const std::size_t end = text.find(block_end);
        DocumentBlock block;
        if (end == text.npos || blocks.size() == document_blocks_limit ||
            !read_block(text.substr(0, end), block))
            return {};
        blocks.push_back(block);
        text.remove_prefix(end + 1);
    }
    return blocks;
}

}  // namespace formats

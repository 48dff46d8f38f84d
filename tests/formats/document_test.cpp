#include "formats/document.h"

#include <doctest/doctest.h>

#include <string>

using namespace formats;
using namespace std::string_literals;

namespace {

std::string whole() {
    std::string document;
    write_block(document, BlockKind::sentence, {"It waits."}, DocumentStyle::lead);
    write_block(document, BlockKind::heading, {"Deadlines"});
    write_block(document, BlockKind::deadline, {"3 days left", "Until Friday.\nSource: a post"},
                DocumentStyle::warning);
    write_block(document, BlockKind::table_head, {"When", "What"});
    write_block(document, BlockKind::table_row, {"12 March\n14:05", "<b>Left</b> https://example.org"});
    write_block(document, BlockKind::text, {"en", "English", "To: the post\n\nWhere is it?\n"});
    write_block(document, BlockKind::post, {"CN"});
    return document;
}

}  // namespace

TEST_CASE("a document is read back as it was written") {
    const std::string document = whole();
    const auto blocks = read_document(document);
    REQUIRE(blocks);
    REQUIRE(blocks->size() == 7);
    CHECK((*blocks)[0] == DocumentBlock{BlockKind::sentence, DocumentStyle::lead, 1, {"It waits."}});
    CHECK((*blocks)[2].style == DocumentStyle::warning);
    CHECK((*blocks)[2].fields[1] == "Until Friday.\nSource: a post");
    CHECK((*blocks)[4].count == 2);
    CHECK((*blocks)[4].fields[1] == "<b>Left</b> https://example.org");
    CHECK((*blocks)[5].fields[2] == "To: the post\n\nWhere is it?\n");
    CHECK((*blocks)[6].fields[0] == "CN");
}

TEST_CASE("what is no document is nothing") {
    for (const std::string& text : {""s,
                                    "h"s,
                                    "hno end"s,
                                    "\x1e"s,
                                    "xkind\x1e"s,
                                    "s9style\x1e"s,
                                    "s\x1e"s,
                                    "hone\x1ftwo\x1e"s,
                                    "d0counter\x1e"s,
                                    "d0a\x1f"
                                    "b\x1f"
                                    "c\x1f"
                                    "d\x1e"s,
                                    "cen\x1ftext\x1e"s,
                                    "pXX\x1e"s,
                                    "pcn\x1e"s,
                                    "p\x1e"s,
                                    "hline\nline\x1e"s,
                                    "h\x7f\x1e"s,
                                    "h\0\x1e"s,
                                    "h\xff\x1e"s,
                                    "h\xc0\xaf\x1e"s,
                                    "ra\x1f"
                                    "b\x1f"
                                    "c\x1f"
                                    "d\x1f"
                                    "e\x1e"s,
                                    "s0good\x1ehbad\nline\x1e"s,
                                    "{\"blocks\":[]}"s}) {
        CAPTURE(text);
        CHECK_FALSE(read_document(text));
    }
}

TEST_CASE("cut anywhere it is nothing or a document of fewer blocks") {
    const std::string text = whole();
    for (std::size_t size = 0; size < text.size(); ++size) {
        const auto blocks = read_document(std::string_view(text).substr(0, size));
        CHECK(blocks.has_value() == (size > 0 && text[size - 1] == '\x1e'));
        if (blocks) CHECK(blocks->size() < 7);
    }
}

TEST_CASE("more than anyone reads is refused") {
    std::string blocks;
    for (std::size_t i = 0; i < document_blocks_limit; ++i) write_block(blocks, BlockKind::heading, {"x"});
    CHECK(read_document(blocks));
    write_block(blocks, BlockKind::heading, {"x"});
    CHECK_FALSE(read_document(blocks));
    std::string large;
    write_block(large, BlockKind::text, {"en", "", std::string(document_size_limit, 'x')});
    CHECK_FALSE(read_document(large));
}

TEST_CASE("a field cannot break out of its block") {
    std::string document;
    write_block(document, BlockKind::heading,
                {"a\x1f"
                 "b\x1e"
                 "c\nd"});
    write_block(document, BlockKind::table_row,
                {"a\x1f"
                 "b",
                 "c\x1e"
                 "d\ne\r"});
    const auto blocks = read_document(document);
    REQUIRE(blocks);
    CHECK(*blocks == std::vector<DocumentBlock>{{BlockKind::heading, {}, 1, {"a b c d"}},
                                                {BlockKind::table_row, {}, 2, {"a b", "c d\ne "}}});
}

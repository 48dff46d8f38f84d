#include "formats/document.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace formats;
using namespace std::string_literals;

namespace {

const DocumentBlock blocks[] = {{0, 8, 21, 0, "It waits.", {}},
                                {0, 0, 9, 0, {}, {}},
                                {1, 10, 30, 3, "English", "To: the post\n\nWhere is it?\n"},
                                {1, 8, 25, 8, "<b>Left</b> https://example.org {number}", {}}};

/// All blocks, as the program takes them.
std::optional<std::vector<DocumentBlock>> read_document(std::string_view document) {
    if (!may_be_document(document)) return {};
    std::vector<DocumentBlock> all;
    while (!document.empty()) {
        const auto block = take_block(document);
        if (!block) return {};
        all.push_back(*block);
    }
    return all;
}

std::string whole() {
    std::string document;
    for (const DocumentBlock& block : blocks) write_block(document, block);
    return document;
}

}  // namespace

TEST_CASE("a document is read back as it was written") {
    const std::string document = whole();
    const auto read = read_document(document);
    REQUIRE(read);
    REQUIRE(read->size() == std::size(blocks));
    for (std::size_t i = 0; i < read->size(); ++i) CHECK((*read)[i] == blocks[i]);
}

TEST_CASE("what is no document is nothing") {
    for (const std::string& text :
         {""s, "0000"s, "0000no end"s, "\x1e"s, "000\x1e"s, "5000too deep\x1e"s, "/000below\x1e"s,
          "0000tab\t\x1e"s, "0000\0\x1e"s, "0000\xff\x1e"s, "0000\xc0\xaf\x1e"s,
          "0000a\x1f"
          "b\x1f"
          "c\x1e"s,
          "0000a\x1f"
          "b\rc\x1e"s,
          "0000good\x1e"
          "0000bad"s,
          "{\"blocks\":[]}"s}) {
        CAPTURE(text);
        CHECK_FALSE(read_document(text));
    }
}

TEST_CASE("cut anywhere it is nothing or a document of fewer blocks") {
    const std::string text = whole();
    for (std::size_t size = 0; size < text.size(); ++size) {
        const auto read = read_document(std::string_view(text).substr(0, size));
        CHECK(read.has_value() == (size > 0 && text[size - 1] == '\x1e'));
        if (read) CHECK(read->size() < std::size(blocks));
    }
}

TEST_CASE("more than anyone reads is refused") {
    std::string large;
    write_block(large, {0, 0, 0, 0, std::string(document_size_limit, 'x'), {}});
    CHECK_FALSE(read_document(large));
}

TEST_CASE("a text cannot break out of its block") {
    std::string document;
    write_block(document, {0, 8, 0, 0,
                           "a\x1f"
                           "b\x1e"
                           "c\nd",
                           "e\x1f"
                           "f\x1e"
                           "g\nh\r"});
    const auto read = read_document(document);
    REQUIRE(read);
    REQUIRE(read->size() == 1);
    CHECK((*read)[0].text == "a b c d");
    CHECK((*read)[0].more == "e f g\nh ");
}

#include "formats/clean_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace formats;

namespace {

constexpr std::size_t roomy = 1000;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

}  // namespace

TEST_CASE("text in any script comes through unchanged") {
    for (const std::string_view text :
         {"SHENZHEN", "上海国际邮件处理中心", "Orléans", "Санкт-Петербург", "القاهرة", "👍🏽 ❤️"})
        CHECK(clean_text(text, roomy) == text);
}

TEST_CASE("control characters go, tabs and line ends become blanks") {
    CHECK(clean_text(std::string_view("a\0b\x07"
                                      "c\x7F"
                                      "d\xC2\x9F"
                                      "e",
                                      10),
                     roomy) == "abcde");
    CHECK(clean_text("a\tb\r\nc\xC2\x85"
                     "d\xE2\x80\xA8"
                     "e",
                     roomy) == "a b  c d e");
}

TEST_CASE("characters that turn or hide text go") {
    CHECK(clean_text("\xE2\x80\xAEgnp.exe\xE2\x80\xAC", roomy) == "gnp.exe");  // U+202E, U+202C
    CHECK(clean_text("EE\xE2\x80\x8B"
                     "12\xEF\xBB\xBF"
                     "34\xC2\xAD"
                     "56",
                     roomy) == "EE123456");
    CHECK(clean_text("a\xE2\x81\xA6"
                     "b\xD8\x9C"
                     "c\xF3\xA0\x80\xA1"
                     "d",
                     roomy) == "abcd");  // U+2066, U+061C, U+E0021
}

TEST_CASE("joiners stay where scripts and emoji need them, and nowhere else") {
    const std::string_view family = "👨\xE2\x80\x8D👩\xE2\x80\x8D👧";
    const std::string_view persian = "می\xE2\x80\x8Cخواهم";
    CHECK(clean_text(family, roomy) == family);
    CHECK(clean_text(persian, roomy) == persian);
    CHECK(clean_text("pay\xE2\x80\x8Dpal", roomy) == "paypal");
    CHECK(clean_text("\xE2\x80\x8Dpaypal", roomy) == "paypal");
}

TEST_CASE("each broken piece of UTF-8 becomes one replacement character") {
    const std::string r(replacement);
    CHECK(clean_text("K\xD6LN", roomy) == "K" + r + "LN");
    CHECK(clean_text("\xC0\xAF", roomy) == r + r);                  // overlong
    CHECK(clean_text("\xED\xA0\x80", roomy) == r + r + r);          // a surrogate
    CHECK(clean_text("\xF4\x90\x80\x80", roomy) == r + r + r + r);  // above U+10FFFF
    CHECK(clean_text("a\xE4\xB8", roomy) == "a" + r);               // cut off
    CHECK(clean_text("\xE4\xB8z", roomy) == r + "z");
}

TEST_CASE("text is cut at a character boundary") {
    CHECK(clean_text("中文", 5) == "中");
    CHECK(clean_text("中文", 6) == "中文");
    CHECK(clean_text("abc", 0).empty());
    CHECK(clean_text("a\xFF", 3) == "a");
}

TEST_CASE("cleaning again changes nothing") {
    std::string odd;
    for (int byte = 0; byte < 256; ++byte) odd += static_cast<char>(byte);
    odd += "\xE2\x80\x8D\xE2\x80\xAE中\xE2\x80\x8D\xE4";
    for (std::size_t limit = 0; limit < 300; ++limit) {
        const std::string once = clean_text(odd, limit);
        CHECK(once.size() <= limit);
        CHECK(is_utf8(once));
        CHECK(clean_text(once, limit) == once);
    }
}

TEST_CASE("repairing UTF-8 changes nothing else") {
    CHECK(repaired_utf8("a\tb\xE2\x80\xAE\xD6") == "a\tb\xE2\x80\xAE" + std::string(replacement));
    CHECK(is_utf8("中文\t\xE2\x80\xAE"));
    CHECK_FALSE(is_utf8("\xD6"));
}

TEST_CASE("blanks go from both ends") {
    CHECK(trimmed("  ROISSY CDG \t\r\n") == "ROISSY CDG");
    CHECK(trimmed(" \t").empty());
    CHECK(trimmed("").empty());
}

#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "tests/view/test_font.h"
#include "view/text_lines.h"

namespace {

constexpr view::Type type{10, 14, false, false};  // a Latin letter is 5 wide, a Han character 10

/// Fonts are needed only while text is measured.
struct Fonts {
    test_font::Page page{800, 600};
    Fonts() { view::set_fonts(page.font(), page.font(), page.font(), page.font()); }
};

std::vector<std::string> lines_of(std::string_view text, float width) {
    Fonts fonts;
    std::vector<std::string> lines;
    fonts.page.frame([&] {
        for (const view::TextLine& line : view::break_lines(text, type, width)) lines.push_back(line.text);
    });
    return lines;
}

std::string fitted(std::string_view text, float width) {
    Fonts fonts;
    std::string line;
    fonts.page.frame([&] { line = view::fitted_line(text, type, width).text; });
    return line;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a line breaks at blanks, which end it and do not begin the next") {
    CHECK(lines_of("one two three", 35) == Lines{"one two", "three"});
    CHECK(lines_of("one two three", 34) == Lines{"one", "two", "three"});
    CHECK(lines_of("one   two", 20) == Lines{"one", "two"});
    CHECK(lines_of("one two", 35) == Lines{"one two"});
    CHECK(lines_of("one two ", 35) == Lines{"one two"});
}

TEST_CASE("a word too long for a line is cut where the line ends") {
    CHECK(lines_of("abcdefgh", 25) == Lines{"abcde", "fgh"});
    CHECK(lines_of("ab abcdefgh", 25) == Lines{"ab", "abcde", "fgh"});
    CHECK(lines_of("ab", 1) == Lines{"a", "b"});  // one character always stands
}

TEST_CASE(
    "Chinese breaks between any two characters, but no closing mark begins a line, and no opening one ends "
    "it") {
    CHECK(lines_of("邮件已到达", 30) == Lines{"邮件已", "到达"});
    CHECK(lines_of("邮件已。到达", 30) == Lines{"邮件", "已。到", "达"});
    CHECK(lines_of("邮件（已）到", 40) == Lines{"邮件", "（已）到"});
    CHECK(lines_of("邮件（EE）到", 30) == Lines{"邮件", "（EE）", "到"});
    CHECK(lines_of("邮件“国际”，到", 50) == Lines{"邮件“国", "际”，到"});
    CHECK(lines_of("邮件“国际”", 30) == Lines{"邮件", "“国际”"});
    CHECK(lines_of("EE 邮件已", 35) == Lines{"EE 邮件", "已"});
    CHECK(lines_of("邮件EE到", 30) == Lines{"邮件EE", "到"});
}

TEST_CASE("a line feed ends a line, and an empty text is one empty line") {
    CHECK(lines_of("a\nb", 100) == Lines{"a", "b"});
    CHECK(lines_of("a\n\nb", 100) == Lines{"a", "", "b"});
    CHECK(lines_of("", 100) == Lines{""});
}

TEST_CASE("no line is wider than the room, whatever is written") {
    for (const char* text :
         {"The post says it was handed over.", "邮件已到达目的地国家（法国）。请等待！", "a b c d e f g",
          "Straßenbahnhaltestelle Łódź", "日本 Tokyo 東京、大阪。", "  two  blanks  ", "“杭州”的茶：好"}) {
        for (float width = 10; width < 120; width += 7) {
            CAPTURE(text);
            CAPTURE(width);
            Fonts fonts;
            fonts.page.frame([&] {
                std::string again;
                for (const view::TextLine& line : view::break_lines(text, type, width)) {
                    CHECK(line.width <= width);
                    CHECK(view::text_width(line.text, type) <= width);
                    for (char c : line.text)
                        if (c != ' ') again += c;
                }
                std::string all;
                for (char c : std::string(text))
                    if (c != ' ') all += c;
                CHECK(again == all);  // nothing is lost
            });
        }
    }
}

TEST_CASE("one line is cut with an ellipsis when it does not fit, at a character") {
    CHECK(fitted("Shenzhen", 40) == "Shenzhen");
    CHECK(fitted("Shenzhen", 39) == "Shenzh…");
    CHECK(fitted("ab cdefgh", 24) == "ab…");  // no blank before the ellipsis
    CHECK(fitted("邮件已到达", 40) == "邮件已…");
    CHECK(fitted("", 10) == "");
    CHECK(fitted("abc", 0) == "…");
    CHECK(fitted("abc", -5) == "…");
}

TEST_CASE("one line is one line: what stands behind a line feed is left out") {
    CHECK(fitted("one\ntwo", 100) == "one");
}

TEST_CASE("a fitted line says how wide it is, at most the room") {
    Fonts fonts;
    fonts.page.frame([&] {
        CHECK(view::fitted_line("abcd", type, 100).width == 20);
        CHECK(view::fitted_line("abcdefgh", type, 28).width <= 28);
        CHECK(view::fitted_line("abcdefgh", type, 28).width >= 20);
    });
}

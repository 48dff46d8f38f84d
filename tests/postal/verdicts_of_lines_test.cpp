#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "postal/item_number.h"

using namespace postal;

namespace {

constexpr std::string_view pieces[] = {
    "EE473124829CN",
    "RR473124829US",
    "EE123456785CN",
    "EE473124820CN",
    "rr 473 124 829 us",
    "RR4731",
    "R",
    "3",
    " ",
    "-",
    "\t",
    "\r",
    "\xC2\xA0",
    "\xE2\x80\x8B",
    "\xEF\xBC\xB2",
    "\xEF\xBC\x94",
    "\xD0\x95",
    "\xD0\xB5",
    "\xCE\x91",
    "\xD9\xA1",
    "\xE0\xA5\xA7",
    "\xF0\x9D\x9F\x8E",
    "\xF0\x9F\x98\x80",
    "\xFF",
    "\xC3",
    "\xE2\x80",
    "\xEF\xBC",
    "!",
    ":",
    "_",
    "%20",
    "see ",
    ".com/",
    "\xEF\xBF\xBD",
    "\xE4\xB8\xAD",
};

std::vector<std::string> random_lines(std::size_t count) {
    std::mt19937 random(20260304);
    std::vector<std::string> lines(count);
    for (std::string& line : lines)
        for (auto left = random() % 6; left > 0; --left) line += pieces[random() % std::size(pieces)];
    lines.push_back(std::string(300, 'R'));
    lines.push_back(std::string(300, ' '));
    lines.push_back(
        std::string("EE4731\0"
                    "24829CN",
                    14));
    return lines;
}

}  // namespace

TEST_CASE("the short way to a verdict is the verdict of the long way, finished or not") {
    for (const std::string& line : random_lines(20'000))
        for (const Typing typing : {Typing::going_on, Typing::finished})
            CHECK_MESSAGE(verdict_of(line, typing) == check_number(line, typing).verdict, line);
}

TEST_CASE("a list is judged line by line, over its own text") {
    const auto lines = random_lines(2'000);
    std::string text;
    for (const std::string& line : lines) (text += line) += '\n';
    text.pop_back();
    const std::size_t size = text.size();
    text.push_back('\0');
    REQUIRE(write_verdicts_of_lines(text.data(), size, Typing::going_on) == lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        CHECK_MESSAGE(text[i] == static_cast<char>(check_number(lines[i], Typing::going_on).verdict),
                      lines[i]);
}

TEST_CASE("there is one line more than there are line feeds") {
    for (const std::size_t feeds : {0, 1, 7, 8, 9, 100}) {
        std::string text(feeds + 1, '\n');
        CHECK(write_verdicts_of_lines(text.data(), feeds, Typing::finished) == feeds + 1);
        CHECK(text == std::string(feeds + 1, static_cast<char>(Verdict::empty)));
    }
}

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "postal/code_point.h"
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

/// The verdict of each line the long way.
std::string verdicts_one_by_one(const std::string& text) {
    std::string verdicts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        verdicts +=
            static_cast<char>(check_number(text.substr(begin, end - begin), Typing::going_on).verdict);
        begin = end + 1;
    }
    return verdicts;
}

std::string verdicts_at_once(std::string text, std::size_t shift) {
    const std::size_t size = text.size();
    text.insert(0, shift, 'x');
    text.push_back('\0');
    const std::size_t count = write_verdicts_of_lines(text.data() + shift, size, Typing::going_on);
    return text.substr(shift, count);
}

/// Half pairs of surrogates stay: TextEncoder makes them U+FFFD as `utf8_of` does.
std::string utf8_of(const std::u16string& units) {
    std::string bytes;
    for (std::size_t at = 0; at < units.size(); ++at) {
        char32_t point = units[at];
        const bool first = point >= 0xD800 && point < 0xDC00;
        const char32_t next = at + 1 < units.size() ? units[at + 1] : 0;
        if (first && next >= 0xDC00 && next < 0xE000) {
            point = 0x10000 + ((point - 0xD800) << 10) + (next - 0xDC00);
            ++at;
        } else if (point >= 0xD800 && point < 0xE000) {
            point = 0xFFFD;
        }
        append_utf8(bytes, point);
    }
    return bytes;
}

std::string verdicts_of_units(std::u16string units, std::size_t shift) {
    const std::size_t size = units.size();
    units.insert(0, shift, u'x');
    units.push_back(u'\0');
    const std::size_t count = write_verdicts_of_lines(units.data() + shift, size, Typing::going_on);
    return std::string(reinterpret_cast<const char*>(units.data() + shift), count);
}

std::u16string random_units(std::minstd_rand& random, std::size_t count) {
    static const std::vector<std::u16string> parts = {u"EE473124829CN",
                                                      u"RR473124829US",
                                                      u"EE123456785CN",
                                                      u"EE473124820CN",
                                                      u"rr 473 124 829 us",
                                                      u"RR4731",
                                                      u"R",
                                                      u"3",
                                                      u"\n",
                                                      u"\n",
                                                      u"\n",
                                                      u" ",
                                                      u"-",
                                                      u"\u00A0",
                                                      u"\u200B",
                                                      u"\uFF32",
                                                      u"\uFF14",
                                                      u"\u0415",
                                                      u"\u0391",
                                                      u"\u0661",
                                                      u"\u0967",
                                                      u"\u4E2D",
                                                      u"\xD835\xDFCE",
                                                      u"\xD83D\xDE00",
                                                      u"\xD800",
                                                      u"\xDC00",
                                                      u"\uFFFD",
                                                      u"\xFFFF",
                                                      u"see ",
                                                      u"\u0145\u0145",
                                                      std::u16string(60, u'\u4E2D'),
                                                      std::u16string(90, u'\u0415'),
                                                      std::u16string(260, u'R')};
    std::u16string units;
    for (; count > 0; --count) units += parts[random() % parts.size()];
    return units;
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

TEST_CASE("lists of every length at every place are judged as their lines are") {
    std::string text;
    for (const std::string_view line :
         {"EE473124829CN", "RR473124829US", "EE473124820CN", "XX473124829ZZ", "", "E473124829CN",
          "EE 473 124 829 CN", "EE4731248290CN", "EE123456785CN", "ee473124829cn", "EE473124829CN",
          "EE47312482:CN", "EE473124829C[", "EE473124829@N", "EE/73124829CN", "EE473124829CN\r",
          "\xC3\x85"
          "E473124829CN"})
        (text += line) += '\n';
    for (std::size_t size = 0; size <= text.size(); ++size) {
        const std::string part = text.substr(0, size);
        const std::string expected = verdicts_one_by_one(part);
        for (std::size_t shift = 0; shift < 16; ++shift) CHECK(verdicts_at_once(part, shift) == expected);
    }
}

TEST_CASE("a list in UTF-16 has the verdicts of the same list in UTF-8") {
    std::minstd_rand random(20260304);
    for (std::size_t round = 0; round < 3'000; ++round) {
        const std::u16string units = random_units(random, round % 24);
        CHECK(verdicts_of_units(units, round % 9) == verdicts_one_by_one(utf8_of(units)));
    }
    // 85 units are at most 255 bytes, 86 may be more than are read.
    for (const std::size_t blanks : {80, 83, 84, 85, 86, 128, 200, 242, 243, 244}) {
        for (const char16_t blank : {u' ', u'\u00A0', u'\u3000'}) {
            const std::u16string units = u"EE473124829CN" + std::u16string(blanks, blank);
            CHECK(verdicts_of_units(units, 0) == verdicts_one_by_one(utf8_of(units)));
        }
    }
}

TEST_CASE("each single character in a list in UTF-16 is read as in UTF-8") {
    for (unsigned unit = 0; unit <= 0xFFFF; ++unit) {
        if (unit == u'\n') continue;
        std::u16string units = u"EE47312482?CN\n";
        units[10] = static_cast<char16_t>(unit);
        CHECK(verdicts_of_units(units + u"??", 0)[0] == verdicts_one_by_one(utf8_of(units))[0]);
    }
}

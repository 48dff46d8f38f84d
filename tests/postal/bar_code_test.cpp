// The bar codes of a number, read back by rules of this file's own.
#include "postal/bar_code.h"

#include <algorithm>
#include <string>

#include "doctest/doctest.h"

using postal::code_128;
using postal::qr_code;

namespace {

/// The widths of bars and spaces between the quiet zones, or nothing when these are too narrow.
std::string widths_of(const std::string& row) {
    constexpr std::size_t quiet = 10;
    if (row.size() < 2 * quiet + 2 || row.back() != '\n') return {};
    if (row.substr(0, quiet) != std::string(quiet, '0') || row[quiet] != '1') return {};
    const std::string modules = row.substr(quiet, row.size() - 2 * quiet - 1);
    if (row.substr(quiet + modules.size(), quiet) != std::string(quiet, '0') || modules.back() != '1')
        return {};
    std::string widths;
    for (std::size_t at = 0; at < modules.size();) {
        const std::size_t end = std::min(modules.find(modules[at] == '1' ? '0' : '1', at), modules.size());
        widths += static_cast<char>('0' + (end - at));
        at = end;
    }
    return widths;
}

}  // namespace

TEST_CASE("a number is bars of pairs of digits between its letters") {
    const std::string widths = widths_of(code_128("RR473124829US"));
    // Start B, R R 4, code C, 73 12 48 29, code B, U S, check, stop: 14 symbols of six elements, and a last
    // bar.
    REQUIRE(widths.size() == 14 * 6 + 1);
    CHECK(widths.substr(0, 6) == "211214");
    CHECK(widths.substr(6, 6) == widths.substr(12, 6));
    CHECK(widths.substr(widths.size() - 7) == "2331112");
    for (std::size_t at = 0; at + 7 < widths.size(); at += 6) {
        int modules = 0;
        for (std::size_t i = at; i < at + 6; ++i) modules += widths[i] - '0';
        CHECK(modules == 11);
    }
}

TEST_CASE("the same number as an encoder of others makes it") {
    // Made with node-qrcode 1.5.4, version 1, level Q, alphanumeric.
    const std::string wanted =
        "111111101100101111111\n"
        "100000101011001000001\n"
        "101110101001101011101\n"
        "101110101010001011101\n"
        "101110101010101011101\n"
        "100000100100001000001\n"
        "111111101010101111111\n"
        "000000001000100000000\n"
        "011010110001001011111\n"
        "001000011010100011011\n"
        "001111100001100011100\n"
        "000100000100100110000\n"
        "011001100100000001010\n"
        "000000001100101110010\n"
        "111111101011000110010\n"
        "100000100110110001011\n"
        "101110101100001010011\n"
        "101110100101010011010\n"
        "101110101001001100001\n"
        "100000101111110111011\n"
        "111111100101001010101\n";
    const std::string picture = qr_code("RR473124829US");
    REQUIRE(picture.size() == 29 * 30);
    std::string inner;
    for (std::size_t row = 4; row < 25; ++row) inner += picture.substr(row * 30 + 4, 21) + '\n';
    CHECK(inner == wanted);
    CHECK(std::ranges::count(picture, '1') == std::ranges::count(inner, '1'));
}

TEST_CASE("what is no number of this alphabet, or too long, makes no bar code") {
    for (const char* text : {"", "rr473124829us", "RR 473", "RR473124829U\xC3\x84", "-"}) {
        CAPTURE(text);
        CHECK(code_128(text).empty());
        CHECK(qr_code(text).empty());
    }
    CHECK_FALSE(code_128(std::string(postal::code_128_limit, '7')).empty());
    CHECK(code_128(std::string(postal::code_128_limit + 1, '7')).empty());
    CHECK_FALSE(qr_code(std::string(postal::qr_code_limit, '7')).empty());
    CHECK(qr_code(std::string(postal::qr_code_limit + 1, '7')).empty());
}

// What must hold for every number, on seeded random ones.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "postal/extract.h"
#include "postal/item_number.h"
#include "postal/repair.h"

using namespace postal;

namespace {

using Random = std::mt19937;

char any_letter(Random& random) { return static_cast<char>('A' + random() % 26); }
char any_digit(Random& random) { return static_cast<char>('0' + random() % 10); }

std::string any_right_number(Random& random) {
    std::string serial;
    for (int i = 0; i < 8; ++i) serial += any_digit(random);
    std::string number{any_letter(random), any_letter(random)};
    number += serial;
    number += check_digit(serial);
    number += any_letter(random);
    number += any_letter(random);
    return number;
}

/// The character as full-width type, EF BC 90 and on.
std::string full_width(char character) {
    const int code = 0xFF01 + (character - '!');
    return {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)),
            static_cast<char>(0x80 | (code & 0x3F))};
}

std::string look_alike(char character) {
    switch (character) {
        case 'A': return "\u0410";
        case 'B': return "\u0392";
        case 'C': return "\u0421";
        case 'E': return "\u0415";
        case 'H': return "\u041D";
        case 'K': return "\u039A";
        case 'M': return "\u041C";
        case 'O': return "\u039F";
        case 'P': return "\u0420";
        case 'T': return "\u0422";
        case 'X': return "\u0425";
        default: return std::string(1, character);
    }
}

std::string disguised_character(char character, Random& random) {
    switch (random() % 12) {
        case 0: return full_width(character);
        case 1: return look_alike(character);
        case 2:
            return std::string(1, character >= 'A' ? static_cast<char>(character - 'A' + 'a') : character);
        case 3: return "\u200B" + std::string(1, character);
        default: return std::string(1, character);
    }
}

const char* const gaps[] = {" ",      "-", ".",  "\u00A0", "\u3000", "\u2013",
                            "\u202F", "/", "\t", "\u2009", "\u200E"};

/// In any of the ways in which a number may be typed or pasted.
std::string disguised(const std::string& number, Random& random) {
    std::string text;
    const std::string gap = random() % 2 ? gaps[random() % std::size(gaps)] : "";
    for (std::size_t place = 0; place < number.size(); ++place) {
        if (place == 2 || place == 5 || place == 8 || place == 11) text += gap;
        text += disguised_character(number[place], random);
    }
    switch (random() % 8) {
        case 0: return " " + text + "\n";
        case 1: return "\u202A" + text + "\u202C";
        case 2: return "\uFEFF" + text + "\r\n";
        default: return text;
    }
}

/// Other text around it, as in a pasted sentence or address.
std::string in_other_text(const std::string& number, Random& random) {
    static const char* const before[] = {
        "https://post.example/track?n=", "No.: ", "\u5355\u53F7\uFF1A", "my parcel (", "\"",
        "https://post.example/%20"};
    static const char* const behind[] = {"&l=en", "!", "\u3002\u8C22\u8C22", ") is late", "\"", "#top"};
    const std::size_t kind = random() % std::size(before);
    return before[kind] + number + behind[kind];
}

std::string any_line(Random& random) {
    std::string number = any_right_number(random);
    if (random() % 3 == 0) number[2 + random() % 9] = any_digit(random);
    switch (random() % 9) {
        case 0: return number;
        case 1: return disguised(number, random);
        case 2: return in_other_text(number, random);
        case 3: return number.substr(random() % 14);
        case 4: return number + any_digit(random);
        case 5: {
            number[random() % 13] = static_cast<char>(random() % 256);
            return number;
        }
        case 6: {
            std::string junk;
            for (std::size_t i = random() % 60; i > 0; --i) junk += static_cast<char>(random() % 256);
            return junk;
        }
        case 7: return number + " " + any_right_number(random) + std::string(random() % 300, ' ');
        default: {
            static const char alphabet[] = "EC0123456789  -.#\xC2\xA0\xEF\xBC\x91\xE2\x80\x8B%20";
            std::string text;
            for (std::size_t i = random() % 40; i > 0; --i)
                text += alphabet[random() % (sizeof alphabet - 1)];
            return text;
        }
    }
}

}  // namespace

TEST_CASE("the fast verdict is that of the check, whatever the line") {
    Random random(20261122);
    int of_each[5] = {};
    for (int i = 0; i < 200000; ++i) {
        const std::string line = any_line(random);
        const Verdict verdict = check_number(line).verdict;
        ++of_each[static_cast<std::size_t>(verdict)];
        if (verdict_of(line) != verdict) {
            CAPTURE(line);
            REQUIRE(verdict_of(line) == verdict);
        }
    }
    CHECK(of_each[static_cast<std::size_t>(Verdict::empty)] > 10);
    CHECK(of_each[static_cast<std::size_t>(Verdict::incomplete)] == 0);
    for (const Verdict verdict : {Verdict::faulty, Verdict::warning, Verdict::valid})
        CHECK(of_each[static_cast<std::size_t>(verdict)] > 1000);
    using namespace std::string_view_literals;
    for (const std::string_view line :
         {""sv, "\0"sv, "\n"sv, "EE123456785CN\0"sv, "\0\0\0\0\0\0\0\0\0\0\0\0\0"sv})
        CHECK(verdict_of(line) == check_number(line).verdict);
    for (std::size_t blanks = 240; blanks < 270; ++blanks) {
        const std::string line(blanks, ' ');
        CHECK(verdict_of(line) == check_number(line).verdict);
        CHECK(verdict_of(line + "EE123456785CN") == check_number(line + "EE123456785CN").verdict);
    }
}

TEST_CASE("all 676 first pairs and all 676 last pairs have the verdict of the check") {
    for (char first = 'A'; first <= 'Z'; ++first) {
        for (char second = 'A'; second <= 'Z'; ++second) {
            const std::string pair{first, second};
            for (const std::string& number : {pair + "473124829CN", "RR473124829" + pair})
                REQUIRE(verdict_of(number) == check_number(number).verdict);
        }
    }
}

TEST_CASE("a right number stays right under every disguise, and it is said") {
    Random random(11);
    for (int i = 0; i < 50000; ++i) {
        const std::string number = any_right_number(random);
        const Verdict verdict = check_number(number).verdict;
        REQUIRE(verdict >= Verdict::warning);
        const std::string typed = disguised(number, random);
        const NumberCheck check = check_number(typed);
        if (check.number != number || check.verdict != verdict) {
            CAPTURE(typed);
            REQUIRE(check.number == number);
            REQUIRE(check.verdict == verdict);
        }
        const bool said = std::ranges::any_of(
            check.findings, [](const Finding& finding) { return finding.code == FindingCode::normalised; });
        std::string plain = typed;
        std::erase(plain, ' ');
        REQUIRE(said == (plain != number));
    }
}

TEST_CASE("a right number is found in a sentence or an address, and it is said") {
    Random random(12);
    for (int i = 0; i < 20000; ++i) {
        const std::string number = any_right_number(random);
        const std::string typed = in_other_text(random() % 2 ? number : grouped(number), random);
        const NumberCheck check = check_number(typed);
        if (check.number != number) {
            CAPTURE(typed);
            REQUIRE(check.number == number);
        }
        REQUIRE(check.verdict == check_number(number).verdict);
        const auto said = std::ranges::find_if(
            check.findings, [](const Finding& finding) { return finding.code == FindingCode::normalised; });
        REQUIRE(said != check.findings.end());
        REQUIRE(said->disguise == Disguise::other_text);
        REQUIRE(typed.substr(said->typed_begin, said->typed_length).starts_with(number.substr(0, 2)));
    }
}

TEST_CASE("of several numbers the first that is right is judged, and how many there are is said") {
    const NumberCheck check =
        check_number("RR473124820US, RR473124829US, LX100000025CN and RR 473 124 829 US");
    CHECK(check.verdict == Verdict::valid);
    CHECK(check.number == "RR473124829US");
    const auto several = std::ranges::find(check.findings, FindingCode::several_numbers, &Finding::code);
    REQUIRE(several != check.findings.end());
    CHECK(several->found_count == 3);
    CHECK(several->severity == Severity::note);
}

TEST_CASE("the check names each wrong digit, but those that leave the remainders 0 and 6") {
    Random random(13);
    for (int i = 0; i < 3000; ++i) {
        const std::string number = any_right_number(random);
        for (std::size_t place = 2; place < 11; ++place) {
            std::string slip = number;
            while (slip == number) slip[place] = any_digit(random);
            const bool caught = verdict_of(slip) == Verdict::faulty;
            if (!caught) REQUIRE((slip[10] == '5' && number[10] == '5'));
        }
    }
}

TEST_CASE("what is found in a text is what the check says of it") {
    Random random(14);
    for (int i = 0; i < 5000; ++i) {
        const std::string text = any_line(random);
        for (const FoundNumber& found : extract(text, Eagerness::eager)) {
            if (found.family != 0) continue;
            const NumberCheck check = check_number(text.substr(found.begin, found.end - found.begin));
            REQUIRE(check.number == found.number);
            REQUIRE(check.verdict == found.verdict);
        }
    }
}

TEST_CASE("finding codes and reasons have names of their own") {
    std::vector<std::string_view> ids;
    for (std::size_t i = 0; i < finding_code_count; ++i) ids.push_back(id_of(static_cast<FindingCode>(i)));
    for (std::size_t i = 0; i < disguise_count; ++i) ids.push_back(id_of(static_cast<Disguise>(i)));
    for (std::size_t i = 0; i < repair_reason_count; ++i) ids.push_back(id_of(static_cast<RepairReason>(i)));
    CHECK(id_of(FindingCode::empty) == "empty");
    CHECK(id_of(FindingCode::check_digit) == "check_digit");
    CHECK(id_of(FindingCode::several_numbers) == "several_numbers");
    CHECK(id_of(Disguise::other_text) == "other_text");
    CHECK(std::ranges::none_of(ids, &std::string_view::empty));
}

#include "postal/item_number.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>

#include "postal/country.h"

using namespace postal;

namespace {

NumberCheck check(std::string_view typed) { return check_number(typed, Typing::finished); }
NumberCheck while_typing(std::string_view typed) { return check_number(typed, Typing::going_on); }

std::optional<Finding> find(const NumberCheck& check, FindingCode code) {
    const auto found = std::find_if(check.findings.begin(), check.findings.end(),
                                    [&](const Finding& finding) { return finding.code == code; });
    return found == check.findings.end() ? std::nullopt : std::optional(*found);
}

bool has_error(const NumberCheck& check) {
    return std::any_of(check.findings.begin(), check.findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

/// The standard's rule once more, in other words: the digit that makes the weighted sum, itself included with
/// weight 1, divisible by 11; where that would be 10 or 11 the standard writes 0 and 5.
char check_digit_again(const std::string& serial) {
    const std::string weights = "86423597";
    for (int digit = 1; digit <= 11; ++digit) {
        int sum = digit;
        for (std::size_t i = 0; i < serial.size(); ++i) sum += (weights[i] - '0') * (serial[i] - '0');
        if (sum % 11 == 0) return digit == 10 ? '0' : digit == 11 ? '5' : static_cast<char>('0' + digit);
    }
    return 0;
}

std::string random_serial(std::mt19937& random) {
    std::string serial;
    for (int i = 0; i < 8; ++i) serial += static_cast<char>('0' + random() % 10);
    return serial;
}

std::string number_of(const std::string& serial) { return "EE" + serial + check_digit(serial) + "CN"; }

const char* const right_numbers[] = {
    "EE123456785CN", "EA000000005CN", "EM999999995CN", "RR473124829US", "RB123456785GB", "LZ100000140CN",
    "LX100000025CN", "CP100000051JP", "EZ100000003MO", "EE876543216TW", "VV100000034DE", "HD100000065NL",
    "UA100000096CN", "RR100000017HK", "JN202501019IN", "XW123456785TS",
};

}  // namespace

TEST_CASE("right numbers have no error, whatever their letters") {
    for (const char* number : right_numbers) {
        CAPTURE(number);
        const NumberCheck result = check(number);
        CHECK_FALSE(has_error(result));
        CHECK(result.shape_is_right);
        CHECK(result.number == number);
        CHECK((result.verdict == Verdict::valid || result.verdict == Verdict::warning));
    }
    CHECK(check("RR473124829US").verdict == Verdict::valid);
    CHECK(check("RR473124829US").findings.empty());
}

TEST_CASE("the article's own example should end in 5, is a placeholder, and may be looked up all the same") {
    const NumberCheck result = check("EL123456789CN");
    CHECK(result.verdict == Verdict::faulty);
    CHECK(result.shape_is_right);
    CHECK(result.number == "EL123456789CN");
    REQUIRE(result.findings.size() == 2);
    CHECK(result.findings[0].code == FindingCode::check_digit);
    CHECK(result.findings[0].severity == Severity::error);
    CHECK(result.findings[0].position == 10);
    CHECK(result.findings[0].found == '9');
    CHECK(result.findings[0].expected == '5');
    CHECK(result.findings[1].code == FindingCode::placeholder_serial);
    CHECK(result.findings[1].severity == Severity::warning);
}

TEST_CASE("a letter among the digits is named with the digit it may be") {
    struct Row {
        const char* typed;
        std::uint8_t position;
        char found;
        char expected;
    };
    for (const Row& row : {Row{"EE12345678SCN", 10, 'S', '5'}, Row{"EE1234567B5CN", 9, 'B', '8'},
                           Row{"EEO23456785CN", 2, 'O', '0'}, Row{"EEI23456785CN", 2, 'I', '1'},
                           Row{"EE1Z3456785CN", 3, 'Z', '2'}, Row{"EE12W456785CN", 4, 'W', 0}}) {
        CAPTURE(row.typed);
        const NumberCheck result = check(row.typed);
        CHECK(result.verdict == Verdict::faulty);
        CHECK_FALSE(result.shape_is_right);
        const auto finding = find(result, FindingCode::letter_in_digits);
        REQUIRE(finding);
        CHECK(finding->position == row.position);
        CHECK(finding->typed_begin == row.position);
        CHECK(finding->typed_length == 1);
        CHECK(finding->found == row.found);
        CHECK(finding->expected == row.expected);
        CHECK_FALSE(find(result, FindingCode::check_digit));
    }
}

TEST_CASE("a digit among the letters is named with the letter it may be") {
    const auto service = find(check("3E123456785CN"), FindingCode::digit_in_letters);
    REQUIRE(service);
    CHECK(service->position == 0);
    CHECK(service->expected == 'E');
    const auto country = find(check("EE123456785C0"), FindingCode::digit_in_letters);
    REQUIRE(country);
    CHECK(country->position == 12);
    CHECK(country->expected == 'O');
}

TEST_CASE("a number that is too short or too long says how long it is") {
    struct Row {
        const char* typed;
        FindingCode code;
        std::uint8_t found;
    };
    for (const Row& row :
         {Row{"EE123456785C", FindingCode::too_short, 12}, Row{"EE12345678CN", FindingCode::too_short, 12},
          Row{"E", FindingCode::too_short, 1}, Row{"EE1234567855CN", FindingCode::too_long, 14},
          Row{"E1234567890123CN", FindingCode::too_long, 16}}) {
        CAPTURE(row.typed);
        const NumberCheck result = check(row.typed);
        CHECK(result.verdict == Verdict::faulty);
        CHECK_FALSE(result.shape_is_right);
        REQUIRE(result.findings.size() == 1);
        CHECK(result.findings[0].code == row.code);
        CHECK(result.findings[0].found_count == row.found);
        CHECK(result.findings[0].position == 12);
    }
    const auto too_long = find(check("EE123456785CNXYZ"), FindingCode::too_long);
    REQUIRE(too_long);
    CHECK(too_long->typed_begin == 13);
    CHECK(too_long->typed_length == 3);
}

TEST_CASE("two neighbouring digits swapped are caught by the check digit") {
    const auto finding = find(check("EE132456785CN"), FindingCode::check_digit);
    REQUIRE(finding);
    CHECK(finding->found == '5');
    CHECK(finding->expected == check_digit_again("13245678"));
}

TEST_CASE("an unknown country is a warning, and so is the suffix of the samples") {
    for (const char* number : {"EE123456785XX", "EE473124829TS", "EE473124829JF", "EE473124829YP"}) {
        CAPTURE(number);
        const NumberCheck result = check(number);
        CHECK(result.verdict == Verdict::warning);
        const auto finding = find(result, FindingCode::country_unknown);
        REQUIRE(finding);
        CHECK(finding->severity == Severity::warning);
        CHECK(finding->position == 11);
        CHECK(finding->typed_length == 2);
    }
}

TEST_CASE("every ISO country is accepted") {
    for (const auto code : country_codes())
        CHECK(check("RR473124829" + std::string(code)).verdict == Verdict::valid);
}

TEST_CASE("an unassigned service is a warning, a local or untracked one a note") {
    CHECK(check("JN202501019IN").verdict == Verdict::warning);
    CHECK(find(check("JN202501019IN"), FindingCode::service_unassigned)->severity == Severity::warning);
    CHECK(find(check("AA473124829CN"), FindingCode::service_unassigned));
    CHECK(find(check("AU473124829CN"), FindingCode::service_unassigned));
    CHECK(check("AV473124829CN").verdict == Verdict::valid);
    CHECK(find(check("AV473124829CN"), FindingCode::service_local)->severity == Severity::note);
    CHECK(check("UA473124829CN").verdict == Verdict::valid);
    CHECK(find(check("UA473124829CN"), FindingCode::service_untracked)->severity == Severity::note);
}

TEST_CASE("serials that examples are made with are a warning") {
    for (const char* serial : {"12345678", "87654321", "00000000", "11111111", "55555555", "99999999"}) {
        CAPTURE(serial);
        const NumberCheck result = check(number_of(serial));
        CHECK(result.verdict == Verdict::warning);
        const auto finding = find(result, FindingCode::placeholder_serial);
        REQUIRE(finding);
        CHECK(finding->position == 2);
        CHECK(finding->typed_length == 8);
    }
    CHECK_FALSE(find(check(number_of("12345679")), FindingCode::placeholder_serial));
    CHECK_FALSE(find(check(number_of("23456781")), FindingCode::placeholder_serial));
}

TEST_CASE("the remainders of the check digit are each written as the standard says") {
    struct Row {
        const char* serial;
        char digit;
    };
    for (const Row& row :
         {Row{"10000002", '5'}, Row{"10000014", '0'}, Row{"10000007", '9'}, Row{"10000004", '8'},
          Row{"10000001", '7'}, Row{"10000009", '6'}, Row{"10000006", '5'}, Row{"10000003", '4'},
          Row{"10000000", '3'}, Row{"10000008", '2'}, Row{"10000005", '1'}, Row{"47312482", '9'}}) {
        CAPTURE(row.serial);
        CHECK(check_digit(row.serial) == row.digit);
    }
    for (const char* serial : {"", "1234567", "123456789", "1234567A", "1234 678"})
        CHECK(check_digit(serial) == 0);
}

TEST_CASE("the check digit agrees with a second writing of the rule") {
    std::mt19937 random(20260309);
    for (int i = 0; i < 20000; ++i) {
        const std::string serial = random_serial(random);
        REQUIRE(check_digit(serial) == check_digit_again(serial));
    }
}

TEST_CASE("about 98 of 100 wrong digits are caught, and those that are not have the remainders 0 and 6") {
    std::mt19937 random(8);
    int wrong = 0;
    int caught = 0;
    for (int i = 0; i < 2000; ++i) {
        const std::string serial = random_serial(random);
        const std::string number = number_of(serial);
        for (std::size_t place = 2; place < 11; ++place) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                if (digit == number[place]) continue;
                std::string slip = number;
                slip[place] = digit;
                ++wrong;
                const bool is_caught = find(check(slip), FindingCode::check_digit).has_value();
                caught += is_caught ? 1 : 0;
                if (!is_caught) REQUIRE(slip[10] == '5');
            }
        }
    }
    const double share = static_cast<double>(caught) / wrong;
    CHECK(share > 0.98);
    CHECK(share < 0.99);
}

TEST_CASE("a number typed character by character is incomplete until it is right") {
    const std::string number = "RR473124829US";
    CHECK(while_typing("").verdict == Verdict::empty);
    CHECK(while_typing("   ").verdict == Verdict::empty);
    CHECK(check("").verdict == Verdict::empty);
    for (std::size_t length = 1; length < number.size(); ++length) {
        CAPTURE(length);
        const NumberCheck result = while_typing(number.substr(0, length));
        CHECK(result.verdict == Verdict::incomplete);
        CHECK(result.findings.empty());
        CHECK_FALSE(result.shape_is_right);
        CHECK(check(number.substr(0, length)).verdict == Verdict::faulty);
    }
    CHECK(while_typing(number).verdict == Verdict::valid);
}

TEST_CASE("an error is named as soon as its character stands there") {
    CHECK(while_typing("3").verdict == Verdict::faulty);
    CHECK(find(while_typing("EEO"), FindingCode::letter_in_digits)->position == 2);
    CHECK(while_typing("EL12345678").verdict == Verdict::incomplete);
    CHECK(find(while_typing("EL123456789"), FindingCode::check_digit)->expected == '5');
    CHECK(find(while_typing("EE1234567855"), FindingCode::digit_in_letters)->position == 11);
    CHECK(find(while_typing("EE123456785C#"), FindingCode::foreign_character)->found == '#');
    CHECK(find(while_typing("EE123456785CNN"), FindingCode::too_long)->found_count == 14);
    CHECK(find(while_typing("JN"), FindingCode::service_unassigned));
    CHECK(while_typing("JN").verdict == Verdict::incomplete);
}

TEST_CASE("what people type and paste is read as meant, and it is said so") {
    struct Row {
        const char* typed;
        std::uint8_t position;
        std::uint16_t begin;
        std::uint16_t length;
    };
    for (const Row& row : {
             Row{"rr473124829us", 0, 0, 1},
             Row{"RR-473-124-829-US", 2, 2, 1},
             Row{"RR 473.124.829 US", 5, 6, 1},
             Row{"RR473124829US\n", 12, 13, 1},
             Row{"\u00A0RR473124829US", 0, 0, 2},
             Row{"RR\u200B473124829US", 2, 2, 3},
             Row{"\u202ARR473124829US\u202C", 0, 0, 3},
             Row{"\uFEFFRR473124829US", 0, 0, 3},
             Row{"RR\u2013473124829US", 2, 2, 3},
             Row{"\uFF32\uFF32\uFF14\uFF17\uFF13\uFF11\uFF12\uFF14\uFF18\uFF12\uFF19\uFF35\uFF33", 0, 0, 3},
             Row{"RR473124829U\u0405", 12, 12, 2},
             Row{"RR\u0664\u0667\u0663\u0661\u0662\u0664\u0668\u0662\u0669US", 2, 2, 2},
             Row{"RR\u3000473\u3000124\u3000829US", 2, 2, 3},
         }) {
        CAPTURE(row.typed);
        const NumberCheck result = check(row.typed);
        CHECK(result.verdict == Verdict::valid);
        CHECK(result.number == "RR473124829US");
        const auto note = find(result, FindingCode::normalised);
        REQUIRE(note);
        CHECK(note->severity == Severity::note);
        CHECK(note->position == row.position);
        CHECK(note->typed_begin == row.begin);
        CHECK(note->typed_length == row.length);
    }
}

TEST_CASE("Cyrillic and Greek letters that look Latin are read as those") {
    CHECK(check("\u0420\u0420473124829\u0421\u041D").number == "PP473124829CH");  // РР..СН
    CHECK(check("\u0395\u0395473124829\u039C\u039F").number == "EE473124829MO");  // ΕΕ..ΜΟ
    CHECK(check("\u0435\u0435473124829\u0441\u043D").number == "EE473124829CH");
    const auto zero = find(check("EE12345678\u041ECN"), FindingCode::letter_in_digits);
    REQUIRE(zero);
    CHECK(zero->expected == '0');
    CHECK(zero->typed_begin == 10);
    CHECK(zero->typed_length == 2);
}

TEST_CASE("plain blanks are worth no note, and positions count in both texts") {
    const NumberCheck right = check(" RR 473 124 829 US ");
    CHECK(right.verdict == Verdict::valid);
    CHECK(right.findings.empty());
    const auto slip = find(check("RR 473 12B 829 US"), FindingCode::letter_in_digits);
    REQUIRE(slip);
    CHECK(slip->position == 7);
    CHECK(slip->typed_begin == 9);
}

TEST_CASE("text that is no number is faulty with its first foreign character") {
    struct Row {
        const char* typed;
        std::uint16_t begin;
        std::uint16_t length;
        char found;
    };
    for (const Row& row : {Row{"EE#23456785CN", 2, 1, '#'}, Row{"\u90AE\u4EF6", 0, 3, 0},
                           Row{"EE\xFF", 2, 1, 0}, Row{"\xC3", 0, 1, 0}, Row{"EE1\xF0\x9F\x93\xA6", 3, 4, 0},
                           Row{"\xED\xA0\x80", 0, 1, 0}, Row{"https://x", 5, 1, ':'}}) {
        CAPTURE(row.typed);
        for (const Typing typing : {Typing::going_on, Typing::finished}) {
            const NumberCheck result = check_number(row.typed, typing);
            CHECK(result.verdict == Verdict::faulty);
            CHECK_FALSE(result.shape_is_right);
            const auto finding = find(result, FindingCode::foreign_character);
            REQUIRE(finding);
            CHECK(finding->typed_begin == row.begin);
            CHECK(finding->typed_length == row.length);
            CHECK(finding->found == row.found);
        }
    }
    CHECK(find(check("EE1O3#5"), FindingCode::letter_in_digits)->position == 3);
    CHECK_FALSE(find(check("EE1#3O5"), FindingCode::letter_in_digits));  // the # may have pushed it there
    CHECK(check(std::string_view("EE\0"
                                 "123456785CN",
                                 14))
              .verdict == Verdict::faulty);
}

TEST_CASE("a pasted page is judged by its beginning and is too long") {
    const std::string page = "RR473124829US" + std::string(1'000'000, ' ');
    const NumberCheck result = check(page);
    CHECK(result.verdict == Verdict::faulty);
    CHECK_FALSE(result.shape_is_right);
    CHECK(find(result, FindingCode::too_long));
    std::string wide = "RR";
    while (wide.size() < 2 * typed_number_limit) wide += "\uFF11";  // the limit falls inside a character
    CHECK_FALSE(find(check(wide), FindingCode::foreign_character));
    CHECK(find(check(wide), FindingCode::too_long));
    CHECK(check(std::string(10'000'000, 'E')).number.size() == typed_number_limit);
}

TEST_CASE("findings come with errors first, then warnings, then notes, each by position") {
    const NumberCheck result = check("jn12345678ocn-");
    REQUIRE(result.findings.size() == 3);
    CHECK(result.findings[0].code == FindingCode::letter_in_digits);
    CHECK(result.findings[1].code == FindingCode::normalised);
    CHECK(result.findings[1].disguise == Disguise::letter_case);
    CHECK(result.findings[2].code == FindingCode::normalised);
    CHECK(result.findings[2].disguise == Disguise::separator);
    const NumberCheck warned = check("jn-12345678-9-xx");
    REQUIRE(warned.findings.size() == 6);
    CHECK(warned.findings[0].code == FindingCode::check_digit);
    CHECK(warned.findings[1].code == FindingCode::service_unassigned);
    CHECK(warned.findings[2].code == FindingCode::placeholder_serial);
    CHECK(warned.findings[3].code == FindingCode::country_unknown);
    CHECK(warned.findings[4].code == FindingCode::normalised);
    CHECK(warned.findings[5].code == FindingCode::normalised);
}

TEST_CASE("random bytes never crash the check and always give a verdict") {
    std::mt19937 random(1);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        const std::size_t length = random() % 40;
        for (std::size_t j = 0; j < length; ++j) text += static_cast<char>(random() % 256);
        const NumberCheck result = check(text);
        for (const Finding& finding : result.findings) {
            REQUIRE(finding.position <= 12);
            REQUIRE(finding.typed_begin + finding.typed_length <= text.size());
        }
        REQUIRE(result.shape_is_right ==
                (result.number.size() == 13 && !find(result, FindingCode::foreign_character) &&
                 !find(result, FindingCode::letter_in_digits) &&
                 !find(result, FindingCode::digit_in_letters)));
    }
}

TEST_CASE("a number is grouped as it is printed, as far as it goes") {
    CHECK(grouped("EE123456785CN") == "EE 123 456 785 CN");
    CHECK(grouped("EE1") == "EE 1");
    CHECK(grouped("EE") == "EE");
    CHECK(grouped("") == "");
    for (const char* other : {"hello", "EE123456785CNN", "1234", "EE 123", "ee123"})
        CHECK(grouped(other) == other);
}

TEST_CASE("grouping while typing keeps the caret behind the same character") {
    struct Row {
        const char* typed;  ///< the caret is written |
        const char* grouped;
    };
    for (const Row& row :
         {Row{"|", "|"}, Row{"E|", "E|"}, Row{"EE|", "EE|"}, Row{"EE1|", "EE 1|"}, Row{"EE 123|", "EE 123|"},
          Row{"EE 1234|", "EE 123 4|"}, Row{"EE| 123", "EE| 123"}, Row{"EE |123", "EE| 123"},
          Row{"E|123456785CN", "E|123456785CN"}, Row{"EE9|123 456 78", "EE 9|12 345 678"},
          Row{"|EE123", "|EE 123"}, Row{"ee12|3", "EE 12|3"}, Row{"EE123456785CN|", "EE 123 456 785 CN|"},
          Row{"EE 123 456 785 C|N", "EE 123 456 785 C|N"}, Row{"EE |", "EE|"},
          Row{"EE123456785CNN|", "EE123456785CNN|"}, Row{"hello wor|ld", "hello wor|ld"},
          Row{"EE-1|23", "EE-1|23"}, Row{"\uFF25|", "\uFF25|"}}) {
        CAPTURE(row.typed);
        std::string typed = row.typed;
        const std::size_t caret = typed.find('|');
        typed.erase(caret, 1);
        GroupedText result = group_as_typed(typed, caret);
        REQUIRE(result.caret <= result.text.size());
        CHECK(result.text.insert(result.caret, "|") == row.grouped);
    }
    CHECK(group_as_typed("EE1", 99).caret == 4);
}

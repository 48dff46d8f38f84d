#include "postal/other_number.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "postal/item_number.h"

using namespace postal;

namespace {

/// The ids of the candidates, one blank between them; `*` behind those whose check digit passes.
std::string candidates(std::string_view number) {
    std::string all;
    for (const FamilyCandidate& candidate : families_of(number)) {
        if (!all.empty()) all += ' ';
        all += family(candidate.family).id;
        if (candidate.check_digit_passes) all += '*';
    }
    return all;
}

}  // namespace

TEST_CASE("each family is known by its shape and its check digit") {
    struct Row {
        const char* number;
        const char* families;
    };
    for (const Row& row : {
             Row{"9858638312956", "cn_domestic_13"},
             Row{"1272448151316", "cn_domestic_13 korea_13"},
             Row{"PA12345678901", "cn_domestic_13"},
             Row{"LP00123456789012", "cainiao_lp"},
             Row{"YT2229521272164446", "yunexpress"},
             Row{"YT1234567890123", "yto"},
             Row{"SF1234567890123", "sf"},
             Row{"JD0012345678901", "jd"},
             Row{"JT1234567890123", "jt"},
             Row{"DPK123456789012", "deppon"},
             Row{"TBA010000000000", "amazon"},
             Row{"TBB010000000000", ""},
             Row{"9400111206206406260787", "usps_impb*"},
             Row{"420787459400111206206406260787", "usps_impb*"},
             Row{"9400111206206406260788", "usps_impb"},  // a slip in a number that can be nothing else
             Row{"4201028200009261290113185417468510", "usps_impb*"},
             Row{"92748931507708513018050063", "usps_impb*"},
             Row{"03071790000523483741", "usps_20*"},
             Row{"71969010756003077385", "usps_legacy*"},
             Row{"9101026837331000039521", "usps_legacy*"},
             Row{"1Z5R89390357567127", "ups_1z*"},
             Row{"1ZXX3150YW44070023", "ups_1z*"},
             Row{"1Z5R89390357567128", "ups_1z"},
             Row{"K1506235620", "ups_waybill*"},
             Row{"K1506235622", ""},
             Row{"986578788855", "fedex_12*"},
             Row{"996578788855", ""},
             Row{"568283610012734", "fedex_ground_15*"},
             Row{"9611020987654312345672", "fedex_96*"},
             Row{"3318810025", "dhl_express*"},
             Row{"73891051146", "dhl_express*"},
             Row{"3318810010", ""},
             Row{"JJD0099999999", "dhl_piece"},
             Row{"JVGL0999999990", "dhl_piece"},
             Row{"GM2951173225174494", "dhl_ecommerce"},
             Row{"0081827099800000200333502760", ""},
             Row{"008182709980000020033350276C", "dpd*"},
             Row{"09980000020033F", "dpd*"},
             Row{"09980000020033D", ""},
             Row{"8G12345678901", "laposte_13"},
             Row{"USLAXACNSHAAAEM1234567890123", ""},
             Row{"USLAXACNSHAAAEM12345678901234", "upu_s9_receptacle"},
         }) {
        CAPTURE(std::string(row.number));
        const std::string found = candidates(row.number);
        CHECK(std::string(found.substr(0, std::string(row.families).size())) == row.families);
        CHECK(found.empty() == std::string(row.families).empty());
    }
    CHECK(candidates("1272448151316") == "cn_domestic_13 korea_13");
    CHECK(candidates("00012345000000000027").find("sscc*") != std::string::npos);
    CHECK(candidates("7035114477138472").starts_with("canada_post*"));
    CHECK(candidates("73123456789012").find("zto") != std::string::npos);
    CHECK(candidates("12345678901231").find("russia_14*") != std::string::npos);
}

TEST_CASE("an S10 shape is never called anything else") {
    for (const char* number :
         {"LX123456789CN", "RX123456789CN", "CN987654321US", "HK123456789HK", "PA123456789CN"}) {
        CAPTURE(std::string(number));
        CHECK(families_of(number).count == 0);
        CHECK(check_number(number).families.empty());
    }
}

TEST_CASE("the check of a typed number names the other families as a note") {
    const NumberCheck check = check_number("1272448151316");
    CHECK(check.verdict == Verdict::faulty);
    REQUIRE(check.families.size() == 2);
    CHECK(family(check.families[0]).hand_over == HandOver::domestic_china_ems);
    CHECK(check.findings.back().code == FindingCode::other_family);
    CHECK(check.findings.back().severity == Severity::note);
    CHECK(check.findings.back().found_count == 2);
    CHECK(check_number("1z 5R8 939 0357 567127").families.size() == 1);
    CHECK(check_number("EE123456785CN").families.empty());
}

TEST_CASE("changing one character of a checked number is caught") {
    for (const std::string number : {"9400111206206406260787", "03071790000523483741", "986578788855",
                                     "3318810025", "09980000020033F", "1Z5R89390357567127"}) {
        int wrong = 0, passed = 0;
        for (std::size_t i = number[0] == '1' ? 8 : 0; i < number.size(); ++i) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string slip = number;
                if (slip[i] == digit || slip[i] > '9') continue;
                slip[i] = digit;
                ++wrong;
                const std::uint8_t kind = families_of(number).begin()->family;
                for (const FamilyCandidate& candidate : families_of(slip))
                    passed += candidate.family == kind && candidate.check_digit_passes ? 1 : 0;
            }
        }
        CAPTURE(number);
        CHECK(wrong > 70);
        CHECK(passed * 8 <= wrong);  // DHL's rest by 7 lets 0 and 7, 1 and 8, 2 and 9 pass, UPS 0 and 5
    }
}

TEST_CASE("31 families have their ids, names and hand-overs") {
    std::set<std::string_view> ids;
    for (std::size_t i = 1; i <= family_count(); ++i) {
        const Family one = family(static_cast<std::uint8_t>(i));
        ids.insert(one.id);
        CHECK_FALSE(one.who.empty());
        CHECK_FALSE(id_of(one.hand_over).empty());
    }
    CHECK(ids.size() == 31);
}

TEST_CASE("what holds anything but capitals and digits is no number") {
    for (const char* text :
         {"", "9858638312 56", "985863831295\xFF", "1z5R89390357567127", "ABCDEFGHIJKLM"}) {
        CAPTURE(std::string(text));
        CHECK(families_of(text).count == 0);
    }
    CHECK(families_of(std::string(1000, '1')).count == 0);
}

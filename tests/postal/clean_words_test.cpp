#include "postal/clean_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>

#include "postal/stage.h"
#include "tests/postal/code_rows.h"
#include "tests/postal/operator_words.h"

using namespace postal;

namespace {

struct Row {
    const char* words;
    const char* clean;
};

/// The longest run of digits, not counting what stands between them.
std::size_t longest_run(const std::string& words) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char character : words) {
        run = character >= '0' && character <= '9' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

}  // namespace

TEST_CASE("names and phones of couriers and signers are cut, and the scan stays") {
    for (const Row& row : {
             Row{"【北京市】安排投递,投递员:张三,电话:13800000000", "【北京市】安排投递"},
             Row{"【北京市】安排投递，投递员：张三，电话：13800000000", "【北京市】安排投递"},
             Row{"已收寄,揽投员:张三,电话:13800000000", "已收寄"},
             Row{"投递员：张三 电话：138 0000 0000 正在派送", "正在派送"},
             Row{"派件员【张三】电话【13800000000】正在为您派件", "正在为您派件"},
             Row{"快递员张三正在派件，电话13800000000", "正在派件"},
             Row{"【上海市】的张三（13800000000）正在第1次派件", "【上海市】正在第1次派件"},
             Row{"【上海市】 【龙华】 的张三(13800000000) 正在派件", "【上海市】 【龙华】 正在派件"},
             Row{"快件交给张三，正在派送途中（联系电话：13800000000）", "快件，正在派送途中"},
             Row{"已签收,他人代收：李四", "已签收,他人代收"},
             Row{"已签收，签收人：王五", "已签收"},
             Row{"您的快件已签收，签收人是【王五】，如有疑问请电联13800000000",
                 "您的快件已签收，如有疑问请电联"},
             Row{"已妥投，收件人签收：王五", "已妥投，收件人签收"},
             Row{"郵件已簽收，簽收人：王五", "郵件已簽收"},
             Row{"Delivered. Signed by: J SMITH", "Delivered. Signed"},
             Row{"Delivered, signed for by John Smith, 14:05", "Delivered, signed for, 14:05"},
             Row{"Received by: JOHN", "Received"},
             Row{"Courier: John Smith, tel: +1 (212) 555-0100", ""},
             Row{"With courier John's van, call +86-138-0000-0000", "With courier John's van, call"},
             Row{"Out for delivery. Phone: 0755-1234567", "Out for delivery."},
             Row{"联系电话：0755-12345678转123", "转123"},
             Row{"请致电138****0000", "请致电"},
             Row{"请致电１３８００００００００", "请致电"},
             Row{"手机tel13800000000", "手机"},
             Row{"020 12345678", ""},
         }) {
        CAPTURE(row.words);
        CHECK(clean_words(row.words) == row.clean);
    }
}

TEST_CASE("offices, dates, codes and plain words stay as they are") {
    for (const char* words : {
             "【上海市浦东新区康桥揽投部】已收寄",
             "邮件离开【上海国际】，正在发往【美国】",
             "您的快件已代签收【家门口】",
             "Arrival at inward office of exchange",
             "2026-09-21 10:30 Departed",
             "Departed 21.09.2026 14:05",
             "Cleared for ZIP 90001-1234",
             "Transferred to EE123456785CN",
             "Flight CX880 departed",
             "Item 1 of 2,  in transit",
             "电话无法接通",
             "收件人拒收",
             "快递员正在投递",
             "投递员外出投递",
             "已交给航空公司",
             "Signed by the recipient",
             "signed for by neighbour",
             "Received by customs",
             "龙华营业部(第2组)",
             "签收人凭取货码签收",
             "",
             "12345",
             "\xE5\xBC",
             "\xFF\xFE",
             "(((((",
         }) {
        CAPTURE(words);
        CHECK(clean_words(words) == words);
    }
}

TEST_CASE("a bracketed phone goes, and the office before it stays") {
    CHECK(clean_words("龙华营业部(0755-12345678)正在派件") == "龙华营业部正在派件");
    CHECK(clean_words("王五(电话:13800000000)正在派件") == "正在派件");
}

TEST_CASE("no phone survives, wherever it stands and however it is written") {
    for (const char* phone :
         {"13800000000", "138-0000-0000", "138 0000 0000", "+86 13800000000", "+8613800000000",
          "010-12345678", "(010)12345678", "12345678", "1234567", "+1 (212) 555-0100", "212.555.0100",
          "１３８００００００００", "138****5678", "00861380000000"}) {
        for (const char* around :
             {"#", "已妥投#", "#已妥投", "已妥投，#。", "【上海】#", "张三#", "(#)", "（#）", "【#】",
              "tel:#", "电话#", "a #, b", "Delivered # Delivered", "#/#", "#,#", "投递员#,#"}) {
            std::string words;
            for (const char* at = around; *at != 0; ++at)
                words += *at == '#' ? std::string(phone) : std::string(1, *at);
            CAPTURE(words);
            const std::string clean = clean_words(words);
            CAPTURE(clean);
            CHECK(longest_run(clean) < 7);
            CHECK(clean.find("000") == std::string::npos);
            CHECK(clean.find("5678") == std::string::npos);
            CHECK(clean.find("０００") == std::string::npos);
            CHECK(clean_words(clean) == clean);
        }
    }
}

TEST_CASE("a cleaned text means what the whole one means") {
    const auto check = [](const char* words) {
        CAPTURE(words);
        const std::string clean = clean_words(words);
        CAPTURE(clean);
        const Classified whole = classify_words(words);
        CHECK(facts(classify_words(clean).stage).id == facts(whole.stage).id);
        CHECK(clean_words(clean) == clean);
    };
    for (const auto& row : operator_words::english) check(row.words);
    for (const auto& row : operator_words::chinese) check(row.words);
    for (const auto& row : code_rows::samples) check(row.words);
}

TEST_CASE("random pieces are cleaned once and for all, and stay in the order they had") {
    const char* pieces[] = {"张三",       "138", "0000",   "(",      ")",    "【",     "】",  "：",
                            ",",          "，",  " ",      "投递员", "电话", "签收人", "的",  "已签收",
                            "signed by ", "12",  "345678", "-",      "+",    "交给",   "\xE5"};
    std::uint32_t state = 1;
    for (int i = 0; i < 5'000; ++i) {
        std::string words;
        for (int j = 0; j < 8; ++j) {
            state = state * 1664525 + 1013904223;
            words += pieces[(state >> 16) % std::size(pieces)];
        }
        const std::string clean = clean_words(words);
        CAPTURE(words);
        CAPTURE(clean);
        REQUIRE(clean.size() <= words.size());
        REQUIRE(clean_words(clean) == clean);
    }
}

TEST_CASE("a very long line is cleaned in linear time") {
    for (const char* piece :
         {"(", "1 ", "投递员", "电话：", "签收人：张三，", "138 0000 0000，", "【", "，", "\xE5"}) {
        std::string words;
        while (words.size() < 200'000) words += piece;
        CHECK(clean_words(words).size() <= words.size());
    }
}

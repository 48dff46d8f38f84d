// No negated, future, conditional or to-sender text is ever read as delivered.
#include <doctest/doctest.h>

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "postal/stage.h"

using namespace postal;

namespace {

constexpr const char* english_deliveries[] = {
    "delivered",
    "Delivered to addressee",
    "Item delivered",
    "final delivery",
    "delivery completed",
    "Delivery successful",
    "picked up by addressee",
    "collected by the recipient",
    "Successfully delivered, left at front door",
};

constexpr const char* english_turns[] = {
    "not #",
    "Not yet #",
    "has not been #",
    "hasn't been #",
    "Could not be #",
    "never #",
    "no #",
    "cannot be #",
    "unable to be #",
    "Failed: #",
    "# failed",
    "# unsuccessful",
    "un-#",
    "non-#",
    "neither lost nor #",
    "nothing #",
    "# - not confirmed",
    "#, but not to the addressee",
    "#? No",
    "#?",
    "will be #",
    "to be # on Monday",
    "is expected to be #",
    "# expected",
    "awaiting #",
    "pending #",
    "may be #",
    "should be # soon",
    "almost #",
    "# tomorrow",
    "scheduled to be #",
    "estimated #",
    "if #",
    "when #",
    "once #, rate us",
    "until #",
    "unless #",
    "before #",
    "whether # is unknown",
    "# to the sender",
    "# to sender",
    "# (sender)",
    "# back to shipper",
    "# to consignor",
    "returned and #",
    "return #",
    "# to original sender",
    "# to a sorting centre",
    "# to customs",
    "# to airline",
    "# in error",
    "# by mistake",
    "# by accident to a third party",
    "wrongly #",
    "previous scan '#' was incorrect",
    "# scan voided",
    "recipient denies #: claims otherwise",
    "has NOT\u00A0been #",
    "has n\u200Bot been #",
    "hasn\u2019t been #",
    "ＮＯＴ #",
    "未 #",
    "# 失败",
};

constexpr const char* chinese_deliveries[] = {
    "已妥投",       "妥投",           "已签收",         "代签收", "本人签收",   "收件人签收",
    "投递成功",     "派送成功",       "派件成功",       "已送达", "投递并签收", "投递结果反馈-妥投",
    "已送达收件人", "您的快件已签收", "【日本】已妥投",
};

constexpr const char* chinese_turns[] = {
    "未#",           "没有#",
    "没#",           "无法#",
    "不能#",         "尚未#",
    "并未#",         "从未#",
    "未能#",         "不#",
    "非#",           "并非#",
    "未 #",          "未【上海】#",
    "【未】#",       "#失败",
    "# 失败",        "#（失败）",
    "#【失败】",     "#，失败",
    "#未成功",       "#不成功",
    "#异常",         "#有误",
    "#信息有误",     "#取消",
    "取消#",         "撤销#",
    "预计#",         "预计明天#",
    "将#",           "将于明日#",
    "即将#",         "待#",
    "等待#",         "等待客户#",
    "准备#",         "计划#",
    "安排#",         "正在#",
    "请#",           "需#",
    "如#",           "如果#",
    "若#",           "若#请忽略",
    "一旦#",         "是否#",
    "#吗",           "#？",
    "#前请验货",     "#后请评价",
    "#时请出示证件", "寄件人#",
    "#（寄件人）",   "【寄件人】#",
    "发件人#",       "退回#",
    "退件#",         "退回寄件人#",
    "#，已退回",     "返回#",
    "拒绝#",         "#至处理中心",
    "#到中转站",     "#给航空公司",
    "#海关",         "由驿站#",
    "部分#",         "误签，#",
    "疑似#",         "显示#但未收到",
    "客户否认#",     "再次#",
    "要求改期#",     "通知客户#",
    "無法#",         "將於明日#",
    "預計#",         "退回寄件人簽收，#",
    "#失敗",         "could not be #",
    "Not #",
};

std::string turned(std::string_view turn, std::string_view delivery) {
    const std::size_t place = turn.find('#');
    return std::string(turn.substr(0, place)) + std::string(delivery) + std::string(turn.substr(place + 1));
}

template <typename Deliveries, typename Turns>
int check_never_delivered(const Deliveries& deliveries, const Turns& turns) {
    int checked = 0;
    for (const char* delivery : deliveries) {
        CAPTURE(delivery);
        CHECK(facts(classify_words(delivery).stage).id == "delivered");
        for (const char* turn : turns) {
            const std::string words = turned(turn, delivery);
            CAPTURE(words);
            CHECK(facts(classify_words(words).stage).id != "delivered");
            CHECK(facts(classify(Provider::upu_emsevt, "ZZZ", words).stage).id != "delivered");
            ++checked;
        }
    }
    return checked;
}

}  // namespace

TEST_CASE("each delivered phrase, turned round in English, is never delivered") {
    CHECK(check_never_delivered(english_deliveries, english_turns) > 500);
}

TEST_CASE("each delivered phrase, turned round in Chinese, is never delivered") {
    CHECK(check_never_delivered(chinese_deliveries, chinese_turns) > 1000);
}

TEST_CASE("other words that only look like a delivery are none") {
    for (const char* words : {
             "Delivered to Hong Kong",
             "Delivered to warehouse partner",
             "Delivered to John's colleague at the depot",
             "Delivered into the care of the forwarder",
             "Delivery",
             "Undelivered",
             "misdelivered",
             "网点已签收",
             "公司代签收",
             "Delivery agreed",
             "Delivered 1 of 3 pieces",
             "Proof of delivery",
             "deliveredness",
             "收件人没收到",
             "海关没收到资料",
             "妥投率",
             "签收单",
             "签收",
             "代签收人信息",
             "代收货款",
             "已签收人",
             "妥投短信已发",
             "已送达【上海邮件处理中心】",
             "已送达上海",
             "已妥投至投递局待领",
             "快件由快递柜代签收",
             "已签收的快件被退还",
             "客户要求妥投证明",
         }) {
        CAPTURE(words);
        CHECK(facts(classify_words(words).stage).id != "delivered");
    }
}

TEST_CASE("a delivery is still seen beside names of places and polite words") {
    for (const char* words : {
             "【无锡市】已妥投",
             "【未央区营业部】已妥投",
             "【会展中心营业部】已签收",
             "【南非】已妥投",
             "已签收，如有疑问请电联客服，期待再次为您服务",
             "Delivered, no signature required",
             "Delivered to the front door",
             "DELIVERED, LONDON",
             "已妥投。",
             "郵件已簽收",
         }) {
        CAPTURE(words);
        CHECK(facts(classify_words(words).stage).id == "delivered");
    }
}

TEST_CASE("words over the limit are not judged, and hostile ones take no time") {
    std::string words = "Delivered";
    while (words.size() <= 10'000'000) words += " delivered 退 预计 , not";
    CHECK(classify_words(words).stage == Stage::unknown);
    CHECK(classify(Provider::upu_emsevt, "EMI", words).stage == Stage::unknown);
    for (const char* piece :
         {"退", "预计", ",", "n't", "delivered ", "已妥投未", "\xE5", "如有疑问", "不", " and "}) {
        std::string repeated;
        while (repeated.size() + 12 < 2000) repeated += piece;
        CHECK(classify_words(repeated).stage != Stage::seized);
    }
    CHECK(classify_words(std::string_view("Delivered\0not", 13)).stage != Stage::delivered);
    CHECK(classify_words("\xFF\xFE Delivered \xE5").stage == Stage::delivered);
}

TEST_CASE("a word of denial anywhere in random words keeps them from being delivered") {
    const char* deliveries[] = {"delivered", "已妥投", "已签收", "Final delivery", "派送成功", "已送达"};
    const char* others[] = {"【上海】", "，",     ", ",   ". ", " ",  "邮件",  "the item ",
                            "门卫",     "14:05 ", "\xE5", "（", "）", " and ", "-"};
    const char* denials[] = {"未",   "无法", "失败",  "预计",      "将",       "退回", "寄件人",
                             "如果", "没有", " not ", " will be ", " sender ", "?",    " never ",
                             " if ", "n't ", "不",    "否",        " failed "};
    std::uint32_t state = 7;
    const auto any_of = [&state](const auto& list) {
        state = state * 1664525 + 1013904223;
        return list[(state >> 16) % std::size(list)];
    };
    for (int i = 0; i < 20'000; ++i) {
        std::string words;
        std::string denied = any_of(denials);
        for (int piece = 0; piece < 3; ++piece) words += any_of(others);
        words = i % 2 == 0 ? words + denied + any_of(others) + any_of(deliveries)
                           : words + any_of(deliveries) + any_of(others) + denied;
        words += any_of(others);
        CAPTURE(words);
        REQUIRE(facts(classify_words(words).stage).id != "delivered");
    }
}

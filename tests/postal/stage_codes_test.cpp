#include <doctest/doctest.h>

#include <iterator>

#include "postal/stage.h"
#include "tests/postal/code_rows.h"

using namespace postal;

TEST_CASE("each code of each list means its stage and its reason") {
    CHECK(std::size(code_rows::codes) == 257);
    for (const auto& row : code_rows::codes) {
        CAPTURE(row.code);
        const Classified read = classify(row.provider, row.code, "");
        CHECK(facts(read.stage).id == facts(row.stage).id);
        CHECK(id_of(read.reason) == id_of(row.reason));
        CHECK_FALSE(read.forecast);
    }
}

TEST_CASE("each code of a list of reasons has its reason, and an unknown one has none") {
    for (const auto& row : code_rows::reasons) {
        CAPTURE(row.code);
        CHECK(id_of(reason_by_code(row.list, row.code)) == id_of(row.reason));
    }
    CHECK(reason_by_code(ReasonList::india_post_reason, "99") == Reason::none);
    CHECK(reason_by_code(ReasonList::karrio_incident, "") == Reason::none);
}

TEST_CASE("sample texts are read as they should be") {
    for (const auto& row : code_rows::samples) {
        CAPTURE(row.words);
        CHECK(facts(classify_words(row.words).stage).id == facts(row.stage).id);
        CHECK(classify_words(row.words).forecast == row.forecast);
    }
}

TEST_CASE("a China Post label alone means what its code means") {
    struct Row {
        const char* code;
        const char* label;
    };
    for (const Row& row : {
             Row{"203", "收寄计费信息"},
             Row{"303", "揽投配发"},
             Row{"305", "揽投发运/封车"},
             Row{"306", "揽投解车"},
             Row{"389", "处理中心封车"},
             Row{"713", "邮件到达【上海】"},
             Row{"954", "邮件到达处理中心"},
             Row{"989", "离开处理中心"},
             Row{"911", "邮件已乘机由【上海】飞往【广州】"},
             Row{"912", "航班降落"},
             Row{"EXA", "送交出口海关"},
             Row{"EXB", "出口海关/留存待验"},
             Row{"EXC", "出口海关/放行"},
             Row{"423", "出口邮件直封封发（已出口直封）"},
             Row{"404", "交航扫描（已交承运商运输）"},
             Row{"500", "航空公司接收"},
             Row{"457", "航空公司启运"},
             Row{"505", "飞机进港"},
             Row{"489", "离开境外经转局"},
             Row{"459", "到达寄达地处理中心"},
             Row{"460", "离开【日本】处理中心"},
             Row{"461", "已到达【日本】投递局"},
             Row{"462", "【日本】安排投递"},
             Row{"463", "【日本】已妥投"},
             Row{"542", "已试投/投递失败"},
             Row{"702", "投递邮件接收-下段"},
             Row{"704", "投递结果反馈-妥投"},
             Row{"705", "投递结果反馈-未妥投"},
             Row{"711", "已退回"},
             Row{"18", "已签收"},
         }) {
        CAPTURE(row.code);
        const Stage by_code = classify(Provider::china_post_opcode, row.code, "", "EE123456785CN").stage;
        CHECK(facts(by_code).id == facts(classify_words(row.label).stage).id);
        CHECK(facts(classify(Provider::china_post_opcode, row.code, row.label, "EE123456785CN").stage).id ==
              facts(by_code).id);
    }
}

TEST_CASE("codes of Chinese offices mean something else for an item that comes to China") {
    for (const char* code : {"954", "989", "713", "389", "911", "912"}) {
        CAPTURE(code);
        CHECK(classify(Provider::china_post_opcode, code, "", "EE123456785CN").stage ==
              Stage::origin_processing);
        CHECK(classify(Provider::china_post_opcode, code, "", "").stage == Stage::origin_processing);
        CHECK(classify(Provider::china_post_opcode, code, "", "EE123456785US").stage ==
              Stage::destination_processing);
    }
    CHECK(classify(Provider::china_post_opcode, "306", "", "EE123456785CN").stage ==
          Stage::origin_processing);
    CHECK(classify(Provider::china_post_opcode, "306", "", "EE123456785US").stage == Stage::delivery_office);
    CHECK(classify(Provider::china_post_opcode, "505", "飞机进港（到达中转地）").stage == Stage::transit);
    CHECK(classify(Provider::china_post_opcode, "505", "飞机进港（到达目的地）").stage ==
          Stage::arrived_destination);
}

TEST_CASE("a code that does not say which customs is helped by its words") {
    const auto stage = [](const char* code, const char* words) {
        return classify(Provider::track17_sub_status, code, words).stage;
    };
    CHECK(stage("InTransit_CustomsProcessing", "Export customs clearance started") == Stage::export_customs);
    CHECK(stage("InTransit_CustomsProcessing", "Customs clearance started") == Stage::import_customs);
    CHECK(stage("InTransit_CustomsReleased", "出口海关/放行") == Stage::export_released);
    CHECK(stage("InTransit_CustomsReleased", "Delivered") == Stage::customs_released);
}

TEST_CASE("the code speaks first, then words, then the main status") {
    CHECK(classify(Provider::track17_sub_status, "InTransit_Other", "Delivered").stage == Stage::transit);
    CHECK(classify(Provider::track17_sub_status, "Exception_New", "Held by customs").stage ==
          Stage::customs_hold);
    CHECK(classify(Provider::track17_sub_status, "Exception_New", "").stage == Stage::exception);
    CHECK(classify(Provider::track17_sub_status, "OutForDelivery_New", "something").stage ==
          Stage::out_for_delivery);
    CHECK(classify(Provider::aftership_subtag, "Exception_014", "").stage == Stage::exception);
    CHECK(classify(Provider::aftership_subtag, "Delivered_099", "").stage == Stage::delivered);
    CHECK(classify(Provider::trackingmore_substatus, "transit099", "").stage == Stage::transit);
    CHECK(classify(Provider::trackingmore_substatus, "not found001", "").stage == Stage::registered);
    CHECK(classify(Provider::ship24_status_code, "exception_new", "").stage == Stage::exception);
    CHECK(classify(Provider::ship24_status_code, "new_code", "").stage == Stage::unknown);
    CHECK(classify(Provider::china_post_opcode, "9999", "派送中").stage == Stage::out_for_delivery);
    CHECK(classify(Provider::china_post_opcode, "9999", "退回寄件人").stage == Stage::returning);
    CHECK(classify(Provider::karrio_status, "new", "Delivered").stage == Stage::delivered);
    CHECK(classify(Provider::karrio_status, "new", "").stage == Stage::unknown);
    for (const char* code : {"_", "0", "Exception", "\xFF", " ", "InTransit_\xE5"}) {
        CHECK(classify(Provider::aftership_tag, code, "").stage != Stage::delivered);
    }
}

TEST_CASE("words never make a delivery against a main status") {
    CHECK(classify(Provider::track17_sub_status, "Exception_New", "Delivered").stage == Stage::exception);
    CHECK(classify(Provider::aftership_subtag, "AttemptFail_099", "Delivered").stage ==
          Stage::attempt_failed);
}

TEST_CASE("a code that reports a delivery against its words is not believed") {
    struct Row {
        Provider provider;
        const char* code;
        const char* words;
        Stage stage;
    };
    for (const Row& row : {
             Row{Provider::upu_emsevt, "EMI", "Not delivered", Stage::attempt_failed},
             Row{Provider::upu_emsevt, "EMI", "Delivered to the sender", Stage::returned},
             Row{Provider::upu_emsevt, "EMI", "Has not been delivered", Stage::unknown},
             Row{Provider::upu_emsevt, "EMI", "Estimated delivery", Stage::unknown},
             Row{Provider::china_post_opcode, "463", "妥投失败", Stage::attempt_failed},
             Row{Provider::china_post_opcode, "704", "投递结果反馈-未妥投", Stage::attempt_failed},
             Row{Provider::china_post_opcode, "18", "寄件人已签收", Stage::returned},
             Row{Provider::china_post_opcode, "18", "待签收", Stage::unknown},
             Row{Provider::aftership_subtag, "Delivered_099", "Returned to sender", Stage::returned},
             Row{Provider::upu_emsevt, "EMI", "Final delivery", Stage::delivered},
             Row{Provider::china_post_opcode, "463", "【无锡】已妥投", Stage::delivered},
             Row{Provider::upu_emsevt, "EMI", "Zugestellt", Stage::delivered},
         }) {
        CAPTURE(row.words);
        CHECK(facts(classify(row.provider, row.code, row.words).stage).id == facts(row.stage).id);
    }
}

TEST_CASE("words give the reason that a code lacks") {
    CHECK(classify_upu("EMH", "Addressee absent").reason == Reason::recipient_absent);
    CHECK(classify_upu("EMH", "Unsuccessful (physical) delivery").reason == Reason::none);
    CHECK(classify_upu("EMA", "Addressee absent").reason == Reason::none);
    CHECK(classify_words("收件人拒收").reason == Reason::refused);
    CHECK(classify_words("海关查验").reason == Reason::customs_inspection);
    CHECK(classify_words("Delayed due to weather").reason == Reason::weather);
}

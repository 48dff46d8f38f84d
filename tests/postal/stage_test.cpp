#include "postal/stage.h"

#include <doctest/doctest.h>

#include <string>

using namespace postal;

namespace {

struct Words {
    const char* words;
    Stage stage;
};

void check_stages(std::initializer_list<Words> rows) {
    for (const Words& row : rows) {
        CAPTURE(row.words);
        const Classified result = classify_words(row.words);
        CHECK(facts(result.stage).id == facts(row.stage).id);
        CHECK_FALSE(result.forecast);
    }
}

}  // namespace

TEST_CASE("each stage knows itself, and the open and closed ones are told apart") {
    CHECK(facts(Stage::pending).id == "pending");
    CHECK(facts(Stage::customs_hold).id == "customs_hold");
    CHECK(facts(Stage::customs_hold).kind == StageKind::attention);
    CHECK(facts(Stage::customs_hold).milestone == Milestone::arrival);
    CHECK(facts(Stage::export_released).milestone == Milestone::export_);
    CHECK(facts(Stage::unknown).order == 999);
    int terminal = 0;
    for (int i = 0; i < stage_count; ++i) terminal += facts(static_cast<Stage>(i)).terminal ? 1 : 0;
    CHECK(terminal == 5);
    for (const Stage stage :
         {Stage::delivered, Stage::returned, Stage::lost, Stage::seized, Stage::cancelled}) {
        CHECK(facts(stage).terminal);
    }
    CHECK(facts(Stage::delivered).kind == StageKind::success);
    CHECK(facts(Stage::lost).kind == StageKind::failure);
}

TEST_CASE("each UPU event code means its stage, and its public label means the same") {
    struct Row {
        const char* code;
        const char* label;
        Stage stage;
    };
    for (const Row& row : {
             Row{"EMA", "Posting/collection", Stage::accepted},
             Row{"EMB", "Arrival at outward office of exchange", Stage::origin_exchange},
             Row{"EXA", "Item presented to export customs/security", Stage::export_customs},
             Row{"EXB", "Item held by export customs/security", Stage::export_customs_hold},
             Row{"EXC", "Item returned from export customs/security", Stage::export_released},
             Row{"EXC", "Item returned from Customs/Security (export)", Stage::export_released},
             Row{"EXD", "Item held at outward office of exchange", Stage::export_hold},
             Row{"EXX", "Export cancellation", Stage::cancelled},
             Row{"EMC", "Departure from outward office of exchange", Stage::departed_origin},
             Row{"EMJ", "Arrival at transit office of exchange", Stage::transit_exchange_arrival},
             Row{"EMK", "Departure from transit office of exchange", Stage::transit_exchange_departure},
             Row{"EMD", "Arrival at inward office of exchange", Stage::arrived_destination},
             Row{"EDA", "Held at inward office of exchange", Stage::import_hold},
             Row{"EDB", "Item presented to import Customs", Stage::import_customs},
             Row{"EME", "Held by import customs", Stage::customs_hold},
             Row{"EDC", "Item returned from customs (import)", Stage::customs_released},
             Row{"EMF", "Departure from inward office of exchange", Stage::destination_processing},
             Row{"EDD", "Item into sorting centre", Stage::destination_processing},
             Row{"EDE", "Item out of sorting centre", Stage::destination_processing},
             Row{"EMX", "Item out of sorting centre", Stage::destination_processing},
             Row{"EMG", "Arrival at delivery office", Stage::delivery_office},
             Row{"EDF", "Item held at delivery depot", Stage::delivery_hold},
             Row{"EDG", "Item out for physical delivery", Stage::out_for_delivery},
             Row{"EDH", "Item arrival at collection point for pick-up (by recipient)",
                 Stage::ready_for_pickup},
             Row{"EMH", "Unsuccessful (physical) delivery", Stage::attempt_failed},
             Row{"EMI", "Final delivery", Stage::delivered},
             Row{"EDX", "Import terminated", Stage::returning},
         }) {
        CAPTURE(row.code);
        const Classified by_code = classify_upu(row.code, "");
        CHECK(facts(by_code.stage).id == facts(row.stage).id);
        CHECK_FALSE(by_code.forecast);
        CHECK(facts(classify_upu(row.code, "Delivered").stage).id == facts(row.stage).id);
        CHECK(facts(classify_words(row.label).stage).id == facts(row.stage).id);
    }
}

TEST_CASE("DLV and a delivery that is only expected are forecasts") {
    CHECK(classify_upu("DLV", "Estimated delivery").forecast);
    CHECK(classify_upu("DLV", "Delivered").forecast);
    CHECK(classify_upu("EMI", "Estimated delivery").forecast);
    CHECK(classify_upu("EMI", "Estimated delivery").stage == Stage::unknown);
    CHECK_FALSE(classify_upu("EMI", "Final delivery").forecast);
    for (const char* words : {"Estimated delivery", "Expected delivery: Monday", "PREDICTED  DELIVERY",
                              "Will be delivered tomorrow", "Your item will be delivered to the sender",
                              "Scheduled for delivery", "It is expected to be delivered on Friday"}) {
        CAPTURE(words);
        CHECK(classify_words(words).forecast);
        CHECK(classify_words(words).stage == Stage::unknown);
        CHECK(classify_upu("ZZZ", words).forecast);
    }
}

TEST_CASE("an unknown code is judged by its words, and without words it is unknown") {
    CHECK(classify_upu("ZZZ", "Held by Customs").stage == Stage::customs_hold);
    for (const char* code : {"", "E", "EM", "EMAX", "emi", "EM\xFF", "123"}) {
        CAPTURE(code);
        CHECK(classify_upu(code, "").stage == Stage::unknown);
        CHECK_FALSE(classify_upu(code, "").forecast);
    }
}

TEST_CASE("plain words of operators are understood") {
    check_stages({
        {"Not delivered", Stage::attempt_failed},
        {"Delivered to local carrier", Stage::transit},
        {"Returned to sender", Stage::returned},
        {"Return to sender", Stage::returning},
        {"The item was not delivered and has been returned to sender", Stage::returned},
        {"Delivered", Stage::delivered},
        {"DELIVERED.", Stage::delivered},
        {"Delivered to Recipient", Stage::delivered},
        {"Item delivered to neighbour", Stage::delivered},
        {"Final delivery", Stage::delivered},
        {"Held in Customs", Stage::customs_hold},
        {"Departed from airport", Stage::departed_origin},
        {"Acceptance", Stage::accepted},
        {"Shipment information received", Stage::registered},
        {"Will be returned to sender", Stage::returning},
        {"Customs clearance processing complete", Stage::customs_released},
        {"Released from import Customs", Stage::customs_released},
        {"Item presented to import Customs", Stage::import_customs},
        {"Inbound Into Customs", Stage::import_customs},
        {"HANDED OVER TO CUSTOM", Stage::import_customs},
        {"Handed over to customs", Stage::import_customs},
        {"Unsuccessful delivery attempt", Stage::attempt_failed},
        {"Shipping Label Created", Stage::registered},
        {"Delivery refused", Stage::refused},
        {"No records found", Stage::pending},
        {"Addressee absent", Stage::attempt_failed},
        {"Notification left", Stage::attempt_failed},
        {"Attempted - Notice left", Stage::attempt_failed},
        {"Ready for pickup", Stage::ready_for_pickup},
        {"Out for delivery", Stage::out_for_delivery},
        {"In\u00A0transit", Stage::transit},
        {"  in \t transit ", Stage::transit},
    });
}

TEST_CASE("a text that goes back to the sender says so") {
    check_stages({
        {"The item was delivered to the sender", Stage::returned},
        {"Delivered to sender", Stage::returned},
        {"Item delivered to shipper", Stage::returned},
        {"Delivered back to sender", Stage::returned},
    });
}

TEST_CASE("no negated, future, conditional or to-sender text is ever delivered") {
    for (const char* words : {
             "has not been delivered",
             "Your item has not yet been delivered",
             "It hasn't been delivered",
             "It hasn\u2019t been delivered",
             "Item can't be delivered",
             "Never delivered",
             "cannot be delivered",
             "could not be delivered",
             "Unable to be delivered",
             "undelivered",
             "Undeliverable",
             "un-delivered",
             "Non-delivered",
             "misdelivered",
             "mis-delivered",
             "will be delivered",
             "to be delivered",
             "shall be delivered",
             "may be delivered tomorrow",
             "should be delivered soon",
             "Almost delivered",
             "ready to be delivered",
             "is being delivered",
             "if not delivered",
             "when delivered, sign here",
             "once delivered",
             "until delivered",
             "Delivered?",
             "delivered: no",
             "failed to be delivered",
             "Delivered to the sender",
             "delivered to its sender",
             "Delivered (sender)",
             "delivered to original shipper",
             "Returned and delivered to origin",
             "Delivered to the wrong address",
             "delivered in error",
             "Delivered to airline",
             "Delivered to sorting centre",
             "delivered to the delivery office",
             "Delivered to customs",
             "Out for final delivery",
             "Arrived at final delivery office",
             "Awaiting final delivery",
             "No final delivery",
             "partially delivered",
             "Delivery",
             "deliveredness",
         }) {
        CAPTURE(words);
        CHECK(classify_words(words).stage != Stage::delivered);
        CHECK(classify_upu("", words).stage != Stage::delivered);
    }
}

TEST_CASE("an instruction or a condition never closes an item") {
    for (const char* words : {
             "May be returned to sender",
             "If unclaimed, returned to sender",
             "Items not collected will be destroyed",
             "Not returned to sender",
             "could be seized by customs",
             "Item not lost in transit",
             "Order cancelled if not paid",
             "might be confiscated",
         }) {
        CAPTURE(words);
        CHECK_FALSE(facts(classify_words(words).stage).terminal);
    }
    CHECK(classify_words("Item confiscated").stage == Stage::seized);
    CHECK(classify_words("Shipment lost").stage == Stage::lost);
    CHECK(classify_words("Order cancelled").stage == Stage::cancelled);
}

TEST_CASE("what is negated or doubtful is unknown") {
    check_stages({
        {"Not released by customs", Stage::unknown},
        {"Not yet accepted", Stage::unknown},
        {"Undamaged", Stage::unknown},
        {"No delivery attempt was made", Stage::unknown},
        {"Something else happened", Stage::unknown},
        {"", Stage::unknown},
        {"   ", Stage::unknown},
        {"\u59A5", Stage::unknown},
        {"\xFF\xFE\xE2\x80", Stage::unknown},
    });
    CHECK(classify_words("The address was not found. Item accepted").stage == Stage::accepted);
}

TEST_CASE("very long words are judged without trouble") {
    std::string words;
    while (words.size() < 100'000) words += "delivered delivered not ";
    CHECK(classify_words(words).stage != Stage::delivered);
    CHECK(classify_words(std::string(100'000, 'n') + "'t").stage == Stage::unknown);
}

TEST_CASE("only late uploads of the destination leave an item delivered") {
    int kept = 0;
    for (int i = 0; i < stage_count; ++i) kept += is_kept_after_delivered(static_cast<Stage>(i)) ? 1 : 0;
    CHECK(kept == 4);
    for (const Stage stage : {Stage::arrived_destination, Stage::destination_processing,
                              Stage::delivery_office, Stage::transit_exchange_departure}) {
        CHECK(is_kept_after_delivered(stage));
    }
}

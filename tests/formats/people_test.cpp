// What a reader hands on holds no courier and no signer.
#include <doctest/doctest.h>

#include <string>

#include "formats/answer.h"

using namespace formats;

TEST_CASE("names and phones in a source's words are gone before anything is kept") {
    const std::string body =
        "[{\"ID\":\"EE123456785CN\",\"Events\":[{\"EventCd\":\"EDG\",\"EventDT\":\"\\/"
        "Date(1772612700000+0000)\\/\","
        "\"EventNm\":\"【北京市】安排投递,投递员:张三,电话:13800000000\",\"EventLocation\":\"Beijing "
        "13800000000\"}]}]";
    const ReadAnswer read = read_answer(Dialect::upu_gtt, 200, body, "EE123456785CN");
    const auto* answer = std::get_if<postal::Answer>(&read);
    REQUIRE(answer != nullptr);
    REQUIRE(answer->events.size() == 1);
    CHECK(answer->events[0].words == "【北京市】安排投递");
    CHECK(answer->events[0].place == "Beijing");
    CHECK(answer->events[0].stage == postal::Stage::out_for_delivery);
}

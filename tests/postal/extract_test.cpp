#include "postal/extract.h"

#include <doctest/doctest.h>

#include <string>

using namespace postal;

namespace {

/// The numbers found, one blank between them; a faulty one with `!` behind it.
std::string told(std::string_view text, Eagerness eagerness = Eagerness::strict) {
    std::string all;
    for (const FoundNumber& found : extract(text, eagerness)) {
        if (!all.empty()) all += ' ';
        all += found.number;
        if (found.verdict == Verdict::faulty) all += '!';
    }
    return all;
}

}  // namespace

TEST_CASE("an S10 number is found wherever people put it") {
    for (const char* text : {
             "RR473124829US",
             "Your item RR473124829US is on its way.",
             "<td>RR473124829US</td>",
             "https://post.example/track?id=RR473124829US&lang=en",
             "https://post.example/RR473124829US",
             "\u5355\u53F7RR473124829US\u5DF2\u7B7E\u6536",
             "a;RR473124829US;b",
             "\"trackingNumber\":\"RR473124829US\"",
             "RR 473 124 829 US",
             "rr473124829us",
             "RR-473-124-829-US",
             "RR 473124829 US",
             "RR 47312482 9 US",
             "RR&nbsp;473&nbsp;124&nbsp;829&nbsp;US",
             "RR\u00A0473\u00A0124\u00A0829\u00A0US",
             "RR\u3000473\u3000124\u3000829\u3000US",
             "RR\u200B473124829\u200BUS",
             "RR473\u00AD124829US",
             "\uFF32\uFF32\uFF14\uFF17\uFF13\uFF11\uFF12\uFF14\uFF18\uFF12\uFF19\uFF35\uFF33",
             "1234567890 RR473124829US 1234567890",
             "\xFF\xFERR473124829US\xC3",
         }) {
        CAPTURE(std::string(text));
        CHECK(told(text) == "RR473124829US");
    }
}

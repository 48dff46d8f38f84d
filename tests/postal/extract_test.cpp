#include "postal/extract.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "postal/other_number.h"

using namespace postal;

namespace {

/// The numbers found, one blank between them; `!` behind a faulty one, and in brackets the family of others.
std::string told(std::string_view text, Eagerness eagerness = Eagerness::strict) {
    std::string all;
    for (const FoundNumber& found : extract(text, eagerness)) {
        if (!all.empty()) all += ' ';
        all += found.number;
        if (found.verdict == Verdict::faulty) all += '!';
        if (found.family != 0) all += "(" + std::string(family(found.family).id) + ")";
    }
    return all;
}

std::string eagerly(std::string_view text) { return told(text, Eagerness::eager); }

}  // namespace

TEST_CASE("an S10 number is found wherever people put it") {
    for (const char* text : {
             "RR473124829US",
             "Your item RR473124829US is on its way.",
             "<td>RR473124829US</td>",
             "https://post.example/track?id=RR473124829US&lang=en",
             "https://post.example/RR473124829US",
             "https://post.example/?q=%20RR473124829US%20",
             "\u5355\u53F7RR473124829US\u5DF2\u7B7E\u6536",
             "a;RR473124829US;b",
             "a,\"RR473124829US\",b\n",
             "{\"@type\":\"ParcelDelivery\",\"trackingNumber\":\"RR473124829US\"}",
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
             "\u5355\u53F7\uFF1A\uFF32\uFF32\uFF14\uFF17\uFF13\uFF11\uFF12\uFF14\uFF18\uFF12\uFF19\uFF35"
             "\uFF33",
             "1234567890 RR473124829US 1234567890",
             "\xFF\xFERR473124829US\xC3",
             "12:30 RR473124829US, 12:31 RR473124829US",
         }) {
        CAPTURE(std::string(text));
        CHECK(told(text) == "RR473124829US");
    }
    // Whatever stands before it: the search looks at every third byte only.
    for (std::size_t before = 0; before < 6; ++before) {
        for (const char* number :
             {"RR473124829US", "RR 473 124 829 US", "RR\u3000473\u3000124\u3000829\u3000US",
              "RR&nbsp;473&nbsp;124&nbsp;829&nbsp;US",
              "\uFF32\uFF32\uFF14\uFF17\uFF13\uFF11\uFF12\uFF14\uFF18\uFF12\uFF19\uFF35\uFF33"}) {
            CAPTURE(before);
            CHECK(told(std::string(before, '#') + number + "###") == "RR473124829US");
        }
    }
}

TEST_CASE("what parts a number ends it") {
    for (const char* text :
         {"<td>RR473</td><td>124829US</td>", "RR473\n124829US", "RR473124829\tUS", "RR473,124829US",
          "XRR473124829US", "RR473124829USX", "RR473124829US1", "_RR473124829US", "RR4731248290US",
          "RR47312482US", "RR  473 124 829 US", "AB47312482900CD"}) {
        CAPTURE(std::string(text));
        CHECK(told(text) == "");
    }
    CHECK(told(std::string_view("RR473\0"
                                "124829US",
                                14)) == "");
    CHECK(told(std::string_view("\0RR473124829US\0", 15)) == "RR473124829US");
}

TEST_CASE("a number is told with its place and its verdict") {
    const std::string text = "\u5355\u53F7 EE 123 456 785 CN, EL123456789CN; JN202501019IN";
    const auto found = extract(text, Eagerness::strict);
    REQUIRE(found.size() == 3);
    CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "EE 123 456 785 CN");
    CHECK(found[0].verdict == Verdict::warning);
    CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "EL123456789CN");
    CHECK(found[1].verdict == Verdict::faulty);
    CHECK(found[2].verdict == Verdict::warning);
}

TEST_CASE("equal numbers are told once, at their first place") {
    std::string text;
    for (int i = 0; i < 3; ++i) text += "RR473124829US rr473124829us RR 473 124 829 US LX100000025CN ";
    CHECK(told(text) == "RR473124829US LX100000025CN");
    CHECK(extract(text, Eagerness::strict)[0].begin == 0);
}

TEST_CASE("no two numbers share a character") {
    CHECK(eagerly("UR 473 124 829 RR 473 124 829 US") == "UR473124829RR");
    CHECK(told("UR 473 124 829 RR 473 124 829 US") == "RR473124829US");
}

TEST_CASE("strict wants more than a chance resemblance, eager does not") {
    struct Row {
        const char* text;
        const char* strictly;
        const char* eagerly;
    };
    for (const Row& row : {
             Row{"call us 612 345 678 in the morning", "", "US612345678IN!"},
             Row{"VAT DE 123456789 BE", "", "DE123456789BE!"},
             Row{"ref RR473124820US", "RR473124820US!", "RR473124820US!"},
             Row{"ref XX473124820QQ", "", "XX473124820QQ!"},
             Row{"ref XX473124829QQ", "", "XX473124829QQ"},
             Row{"tracking XX473124829QQ", "XX473124829QQ", "XX473124829QQ"},
             Row{"sent with the post: XW123456785TS", "", "XW123456785TS"},
             Row{"986578788855", "", "986578788855(fedex_12)"},
             Row{"FedEx 986578788855", "986578788855(fedex_12)", "986578788855(fedex_12)"},
             Row{"FedEx 9865 7878 8855.", "986578788855(fedex_12)", "986578788855(fedex_12)"},
             Row{"UPS order 986578788855", "", "986578788855(fedex_12)"},
             Row{"DHL 986578788855", "", "986578788855(fedex_12)"},
             Row{"tracking number: 986578788855", "986578788855(fedex_12)", "986578788855(fedex_12)"},
             Row{"order number: 986578788855", "", "986578788855(fedex_12)"},
             Row{"your package, order 986578788855", "", "986578788855(fedex_12)"},
             Row{"\"trackingNumber\": \"9858638312956\"", "9858638312956(cn_domestic_13)",
                 "9858638312956(cn_domestic_13)"},
             Row{"\u5FEB\u9012\u5355\u53F7\uFF1A9858638312956", "9858638312956(cn_domestic_13)",
                 "9858638312956(cn_domestic_13)"},
             Row{"\u8BA2\u5355\u53F7\uFF1A9858638312956", "", "9858638312956(cn_domestic_13)"},
             Row{"Sendungsnummer YT2229521272164446", "YT2229521272164446(yunexpress)",
                 "YT2229521272164446(yunexpress)"},
             Row{"YT2229521272164446", "", "YT2229521272164446(yunexpress)"},
             Row{"1Z5R89390357567127", "1Z5R89390357567127(ups_1z)", "1Z5R89390357567127(ups_1z)"},
             Row{"(1Z 5R8 939 03 5756 7127)", "1Z5R89390357567127(ups_1z)", "1Z5R89390357567127(ups_1z)"},
             Row{"UPS 1Z5R89390357567128", "1Z5R89390357567128!(ups_1z)", "1Z5R89390357567128!(ups_1z)"},
             Row{"9400 1112 0620 6406 2607 87", "9400111206206406260787(usps_impb)",
                 "9400111206206406260787(usps_impb)"},
             Row{"DHL Express 3318810025", "3318810025(dhl_express)", "3318810025(dhl_express)"},
             Row{"GLS-Paket 0998 0000 0200 33F", "", ""},
         }) {
        CAPTURE(std::string(row.text));
        CHECK(told(row.text) == row.strictly);
        CHECK(eagerly(row.text) == row.eagerly);
    }
}

TEST_CASE("a shop's mail tells its parcels and not its order, phone and account") {
    const char* const mail =
        "From: shop@example.com\r\nSubject: Your order 302-4719921-8816339 has been shipped\r\n\r\n"
        "<script type=\"application/ld+json\">{\"@type\":\"ParcelDelivery\",\"trackingNumber\":"
        "\"LX100000025CN\",\"partOfOrder\":{\"orderNumber\":\"302-4719921-8816339\"}}</script>\r\n"
        "<table><tr><td>Tracking&nbsp;number</td><td><b>RR&nbsp;473&nbsp;124&nbsp;829&nbsp;US</b></td></"
        "tr>\r\n"
        "<tr><td>Carrier</td><td>UPS</td><td>1Z5R89390357567127</td></tr></table>\r\n"
        "Paid with IBAN DE89 3704 0044 0532 0130 00. Questions? Call +49 30 901820 or 0800 7236 478.\r\n"
        "Invoice 2026000123456, VAT DE 123456789. Sent 2026-11-22T10:15:00Z, id 1795342500123.\r\n";
    CHECK(told(mail) == "LX100000025CN RR473124829US 1Z5R89390357567127(ups_1z)");
}

namespace {

using Random = std::mt19937;

std::string digits(Random& random, int count) {
    std::string made;
    for (int i = 0; i < count; ++i) made += static_cast<char>('0' + random() % 10);
    return made;
}

std::string letters(Random& random, int count) {
    std::string made;
    for (int i = 0; i < count; ++i) made += static_cast<char>('A' + random() % 26);
    return made;
}

std::string hexadecimal(Random& random, int count) {
    std::string made;
    for (int i = 0; i < count; ++i) made += "0123456789abcdef"[random() % 16];
    return made;
}

std::string two(Random& random, unsigned below) {
    const unsigned number = random() % below;
    return std::string(1, static_cast<char>('0' + number / 10)) + static_cast<char>('0' + number % 10);
}

std::string date(Random& random) {
    return "2026-" + two(random, 12) + "-" + two(random, 28) + "T" + two(random, 24) + ":" + two(random, 60) +
           ":" + two(random, 60) + "." + digits(random, 3) + "Z";
}

/// One line of a log, a mail or a table that holds no tracking number, however much it looks like one.
std::string innocent_line(Random& random) {
    const auto number = [&](int count) { return digits(random, count); };
    switch (random() % 29) {
        case 0:
            return date(random) + " INFO request " + hexadecimal(random, 32) + " took " + number(3) + " ms";
        case 1:
            return "Order " + number(3) + "-" + number(7) + "-" + number(7) + " confirmed, total " +
                   number(2);
        case 2:
            return "Call us: +44 20 " + number(4) + " " + number(4) + " or 0800 " + number(3) + " " +
                   number(3);
        case 3:
            return "IBAN DE" + number(2) + " " + number(4) + " " + number(4) + " " + number(4) + " " +
                   number(4) + " " + number(2);
        case 4: return "IBAN GB" + number(2) + letters(random, 4) + number(14);
        case 5: return "179534" + number(4) + " 179534" + number(7) + " unix times";
        case 6: return "PL" + number(10) + " NIP, VAT DE " + number(9) + ", VAT ATU" + number(8);
        case 7:
            return hexadecimal(random, 8) + "-" + hexadecimal(random, 4) + "-4" + hexadecimal(random, 3) +
                   "-a" + hexadecimal(random, 3) + "-" + hexadecimal(random, 12);
        case 8:
            return "Invoice no. " + number(13) + " of " + two(random, 28) + "." + two(random, 12) + ".2026";
        case 9: return "Card ending in " + number(4) + ", transaction " + number(16);
        case 10:
            return "invoice;" + number(12) + ";" + number(10) + ";" + number(14) + ";" + number(2) + "," +
                   number(2);
        case 11: return "ISBN 978-3-" + number(2) + "-" + number(6) + "-" + number(1) + ", EAN " + number(13);
        case 12:
            return "Please reply by Friday, the meeting is at " + two(random, 24) + ":" + two(random, 60) +
                   " in room " + number(3) + ". Thank you and see you soon.";
        case 13:
            return "call me " + number(3) + " " + number(3) + " " + number(3) + " or at " + number(3) + " " +
                   number(3) + " " + number(3) + " in the evening";
        case 14: return "\u8BA2\u5355\u53F7\uFF1A" + number(18) + "\uFF0C\u7535\u8BDD 138" + number(8);
        case 15:
            return "[" + number(5) + "." + number(6) + "] usb 1-1: new device, serial " + letters(random, 2) +
                   number(8);
        case 16: return "session=" + letters(random, 12) + number(8) + "; uid=" + number(10);
        case 17:
            return "192.168." + number(2) + "." + number(2) + " - - \"GET /p/" + number(9) +
                   " HTTP/1.1\" 200 " + number(6);
        case 18:
            return number(10) + "," + number(12) + "," + number(13) + "," + number(14) + "," + number(15) +
                   "," + number(16) + "," + number(18) + "," + number(20);
        case 19:
            return "Booking " + letters(random, 6) + ", flight LH" + number(4) + ", ticket 220-" + number(10);
        case 20:
            return "Passport " + letters(random, 2) + number(7) + ", account " + number(10) + " at " +
                   number(8);
        case 21: return "checksum " + hexadecimal(random, 64);
        case 22:
            return "Kundennummer " + number(10) + ", Rechnung " + number(11) + ", Telefon 030 " + number(8);
        case 23:
            return "Shipping address: " + number(2) + " Baker Street, phone +44 20 " + number(4) + " " +
                   number(4);
        case 24:
            return "Delivery on " + two(random, 28) + "." + two(random, 12) + ".2026 between " +
                   two(random, 24) + ":00 and " + two(random, 24) + ":00, order " + number(12);
        case 25:
            return "Your package holds: EAN " + number(13) + ", SKU " + number(10) + ", " + number(2) +
                   " pieces";
        case 26:
            return "parcel size 30 x 20 x 10, weight 1." + number(3) + " kg, to " + number(5) +
                   " Berlin, id " + number(7);
        case 27: return number(12) + " " + number(12) + " " + number(10);
        default:
            return "part " + letters(random, 2) + "-" + number(9) + "-" + letters(random, 1) + ", SKU " +
                   letters(random, 3) + number(9) + letters(random, 2);
    }
}

constexpr std::size_t megabyte = 1'000'000;

std::string innocent_text(std::size_t size) {
    Random random(20261122);
    std::string text;
    while (text.size() < size) text += innocent_line(random) + "\n";
    return text;
}

}  // namespace

TEST_CASE("strict finds at most one wrong number in a megabyte of logs, mails and numbers") {
    constexpr std::size_t size = 8 * megabyte;
    const std::string text = innocent_text(size);
    const auto found = extract(text, Eagerness::strict);
    for (const FoundNumber& one : found) {
        const std::size_t begin = text.rfind('\n', one.begin) + 1;
        MESSAGE("wrongly found in: " << text.substr(begin, text.find('\n', one.end) - begin));
    }
    MESSAGE(found.size() << " wrong finds in " << text.size() / megabyte << " MB");
    CHECK(found.size() <= text.size() / megabyte);
    CHECK(extract(text, Eagerness::eager).size() > 1000);
}

TEST_CASE("S10 alone is what S10 numbers are found beside other families") {
    const auto found = extract(
        "UPS 1Z999AA10123456784, DHL 00340434161094042557, RR473124829US, tracking 9400111899223197428490",
        Eagerness::eager, Wanted::s10_alone);
    REQUIRE(found.size() == 1);
    CHECK(found[0].number == "RR473124829US");
    CHECK(found[0].family == 0);
    CHECK(told("UPS 1Z999AA10123456784 RR473124829US") == "1Z999AA10123456784(ups_1z) RR473124829US");
}

TEST_CASE("numbers strewn into the same text are all found") {
    Random random(7);
    std::string text;
    std::string expected;
    for (int i = 0; i < 500; ++i) {
        text += innocent_line(random) + "\n";
        const std::string serial = digits(random, 8);
        const std::string number = "RR" + serial + check_digit(serial) + "DE";
        text += random() % 2 ? "see " + number + "\n" : grouped(number) + "\n";
        expected += number + " ";
    }
    std::string all;
    for (const FoundNumber& found : extract(text, Eagerness::strict)) {
        const std::string_view number = found.number;
        if (number.starts_with("RR")) (all += number) += ' ';
    }
    CHECK(all == expected);
}

TEST_CASE("long lines, NULs and bytes that are no UTF-8 are gone through in linear time") {
    const std::size_t size = 10 * megabyte;
    const auto repeated = [&](std::string_view piece) {
        std::string text;
        text.reserve(size + piece.size());
        while (text.size() < size) text += piece;
        return text;
    };
    using namespace std::string_view_literals;
    for (const std::string_view piece : {"1"sv,
                                         "A"sv,
                                         "1 "sv,
                                         "A1"sv,
                                         "\0"sv,
                                         "\xFF"sv,
                                         "\xEF"sv,
                                         "\xEF\xBC\x91"sv,
                                         "1 \u200B"sv,
                                         "12345678 "sv,
                                         "EE123456785CN"sv,
                                         "EE 123 456 785 "sv,
                                         "1Z"sv,
                                         "999999999999 "sv,
                                         "\u200B"sv,
                                         "&nbsp;"sv,
                                         "1&nbsp;"sv,
                                         "FedEx 986578788854 "sv,
                                         "12345678_"sv,
                                         " - - 12345678"sv}) {
        CAPTURE(std::string(piece));
        CHECK(extract(repeated(piece), Eagerness::eager).size() < 10);
    }
}

TEST_CASE("random bytes never crash the search, and what is found stands there") {
    Random random(5);
    const char alphabet[] =
        "EECNRR0123456789012345678901234567890123456789 -._&;nbsp1Z\xC2\xA0\xE2\x80\x8B\xEF\xBC\x91";
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        const std::size_t length = random() % 120;
        for (std::size_t j = 0; j < length; ++j)
            text +=
                random() % 8 ? alphabet[random() % (sizeof alphabet - 1)] : static_cast<char>(random() % 256);
        std::uint32_t end = 0;
        for (const FoundNumber& found : extract(text, Eagerness::eager)) {
            REQUIRE(found.begin >= end);
            REQUIRE(found.end > found.begin);
            REQUIRE(found.end <= text.size());
            if (found.family == 0) REQUIRE(verdict_of(found.number) == found.verdict);
            end = found.end;
        }
    }
}

TEST_CASE("a number is found at once in a long text where it is found step by step in a short one") {
    // Sixteen bytes are looked at together where there are as many; else one after the other.
    const auto found_in = [](const std::string& text, Eagerness eagerness) {
        std::string all;
        for (const FoundNumber& found : extract(text, eagerness)) {
            all += std::string(std::string_view(found.number)) + ' ' + std::to_string(found.begin) + '-' +
                   std::to_string(found.end) + ' ' + std::to_string(static_cast<int>(found.verdict)) + ' ' +
                   std::to_string(found.family) + '\n';
        }
        return all;
    };
    const std::string number = " EE473124829CN ";
    REQUIRE_FALSE(found_in(number, Eagerness::strict).empty());
    for (std::size_t place = 0; place < number.size(); ++place) {
        for (int byte = 0; byte < 256; ++byte) {
            std::string text = number;
            text[place] = static_cast<char>(byte);
            for (const Eagerness eagerness : {Eagerness::strict, Eagerness::eager})
                CHECK_MESSAGE(found_in(text + "\n\n\n", eagerness) == found_in(text, eagerness), text);
        }
    }
    for (std::size_t shift = 0; shift < 40; ++shift) {
        const std::string text = std::string(shift, '.') + "EE473124829CN,RR473124829US\n";
        CHECK(extract(text, Eagerness::strict).size() == 2);
    }
}

TEST_CASE("soft line breaks of quoted-printable part no number, codes for letters and digits are not read") {
    for (const std::string_view text : {"Track EE4731=\n24829CN now", "Track EE47312=\r\n4829CN now",
                                        "EE=\n473124829CN", "EE473124829=\nCN", "EE 473 =\n124 829 CN"}) {
        CAPTURE(text);
        const auto found = extract(text, Eagerness::strict);
        REQUIRE(found.size() == 1);
        CHECK(found[0].number == "EE473124829CN");
        CHECK(found[0].verdict == Verdict::valid);
    }
    for (const std::string_view text : {"EE4731\n24829CN", "EE4731=24829CN", "EE4731= \n24829CN",
                                        "&#69;E473124829CN", "EE47312482&#57;CN", "E=45473124829CN"}) {
        CAPTURE(text);
        CHECK(extract(text, Eagerness::strict).empty());
    }
}

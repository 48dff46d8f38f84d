#include "formats/mail_text.h"

#include <string>

#include "doctest/doctest.h"
#include "formats/mail_decoding.h"
#include "postal/extract.h"

namespace {

/// The numbers that stand in what a person reads of `text`, with blanks between.
std::string numbers_in(std::string_view text) {
    const std::string read = formats::mail_text(text);
    std::string numbers;
    for (const postal::FoundNumber& found : postal::extract(read, postal::Eagerness::strict))
        (numbers += numbers.empty() ? "" : " ") += std::string_view(found.number);
    return numbers;
}

std::string mail(const std::string& header, const std::string& body) {
    return "From: shop@shop.example\r\nTo: you@example.org\r\n" + header + "\r\n" + body;
}

bool contains(std::string_view text, std::string_view piece) { return text.find(piece) != text.npos; }

}  // namespace

TEST_CASE("a text that is no mail stays as it is") {
    for (const std::string_view text : {"", "RR123456785CN", "Your number: RR123456785CN\nThank you",
                                        "From: me, with love", "a,b\n1,2\n"}) {
        CHECK_FALSE(formats::is_mail(text));
        CHECK(formats::mail_text(text) == text);
    }
}

TEST_CASE("a mail is known by its header, also when a mailbox line stands before it") {
    CHECK(formats::is_mail(mail("Subject: x\r\n", "y")));
    CHECK(formats::is_mail("From shop Fri Mar 13\nReceived: by us\nDate: today\n\nx"));
    CHECK_FALSE(formats::is_mail("Number: 1\nFrom here on it is a table\nMessage-ID: x\n"));
}

TEST_CASE("quoted-printable joins the lines it broke, in the middle of a number too") {
    CHECK(numbers_in(mail("Content-Transfer-Encoding: quoted-printable\r\n",
                          "Your item RR1234=\r\n56785CN is on its way=2E\r\n")) == "RR123456785CN");
    CHECK(formats::decoded_quoted_printable("a=3Db=\nc= \r\nd=x=") == "a=bcd=x=");
}

TEST_CASE("base64 is decoded, over its line ends") {
    // "Item RR123456785CN\n"
    CHECK(numbers_in(mail("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n",
                          "SXRlbSBSUjEy\r\nMzQ1Njc4NUNOCg==\r\n")) == "RR123456785CN");
    CHECK(formats::decoded_base64("QQ==") == "A");
    CHECK(formats::decoded_base64("Q!") == "");
}

TEST_CASE("a subject is read in its encoded words") {
    CHECK(numbers_in(mail("Subject: =?utf-8?B?UlIxMjM0NTY=?=\r\n =?utf-8?Q?785CN_is=20sent?=\r\n", "")) ==
          "RR123456785CN");
    CHECK(formats::decoded_header("=?utf-8?Q?a_b?= c =?broken") == "a b c =?broken");
}

TEST_CASE("every text part is read, and no other: pictures are not text") {
    const std::string parts =
        "not this RR123456785CN\r\n"
        "--b1\r\nContent-Type: text/plain\r\n\r\nOne EE123456785CN\r\n"
        "--b1\r\nContent-Type: image/png\r\n\r\nTwo CP123456785CN\r\n"
        "--b1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "\r\n<p>LZ1234&#53;6<wbr>785CN</p><img alt=3D\"UA123456785CN\">\r\n--b1--\r\n"
        "nor this VV123456785CN\r\n";
    CHECK(numbers_in(mail("Content-Type: multipart/alternative;\r\n boundary=\"b1\"\r\n", parts)) ==
          "EE123456785CN LZ123456785CN UA123456785CN");
}

TEST_CASE("a mail inside a mail is read, and one that is cut off as far as it goes") {
    const std::string inner =
        mail("Content-Type: multipart/mixed; boundary=in\r\n", "--in\r\n\r\nCP123456785CN");
    CHECK(numbers_in(mail("Content-Type: message/rfc822\r\n", inner)) == "CP123456785CN");
}

TEST_CASE("HTML is read without its character references") {
    CHECK(numbers_in("<html><body>RR&nbsp;123&#x20;456&#160;785&nbsp;CN</body></html>") == "RR123456785CN");
    CHECK(formats::without_references("&amp;&#65;&#x42;&unknown;&#xD800;&#x110000;&;&") ==
          "&AB&unknown;&#xD800;&#x110000;&;&");
}

TEST_CASE("text in UTF-16 without its mark is read as far as it is ASCII") {
    std::string wide;
    for (const char c : std::string_view("RR123456785CN")) (wide += c) += '\0';
    CHECK(numbers_in(wide) == "RR123456785CN");
}

TEST_CASE("hostile mails are read to their end, and never grow") {
    std::string nested;
    for (int level = 0; level < 2000; ++level)
        nested += "From: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n";
    std::string inside;
    for (int level = 0; level < 2000; ++level) inside += "From: a\nContent-Type: message/rfc822\n\n";
    std::string words = "From: a\nSubject: ";
    for (int i = 0; i < 100'000; ++i) words += "=?a?b?";
    const std::string boundaries = mail("Content-Type: multipart/mixed; boundary=\r\n", "--\n--\n--\n");
    const std::string endless = mail("Content-Type: multipart/mixed; boundary=\"a", "--a\n\n--a\n\n");
    for (const std::string& text :
         {nested, inside, words, boundaries, endless, mail("", std::string(100, '\0')),
          std::string("\xFF\xFE: \0x", 5), std::string(100'000, '&')})
        CHECK(formats::mail_text(text).size() <= text.size());
    CHECK_FALSE(contains(formats::mail_text(inside + "\n\nRR123456785CN"), "RR"));  // deeper than the limit
}

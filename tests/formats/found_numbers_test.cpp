#include "formats/found_numbers.h"

#include "doctest/doctest.h"

using formats::find_numbers;
using formats::read_found_numbers;
using postal::Eagerness;
using postal::Verdict;

TEST_CASE("what is found is told and read again: number, family, verdict, in the order of the text") {
    const auto found = read_found_numbers(find_numbers(
        "UPS 1Z999AA10123456784, EE473829165CN, tracking number RR473829166CN", Eagerness::strict));
    REQUIRE(found);
    REQUIRE(found->size() == 3);
    CHECK((*found)[0].number == "1Z999AA10123456784");
    CHECK(postal::family((*found)[0].family).id == "ups_1z");
    CHECK((*found)[0].verdict == Verdict::valid);
    CHECK((*found)[1].number == "EE473829165CN");
    CHECK((*found)[1].family == 0);
    CHECK((*found)[1].verdict == Verdict::valid);
    CHECK((*found)[2].number == "RR473829166CN");
    CHECK((*found)[2].verdict == Verdict::faulty);
}

TEST_CASE("a number is a line of verdict, family and number") {
    CHECK(find_numbers("EE473829165CN\nEE473829165CN", Eagerness::strict) == "4 0 EE473829165CN\n");
    CHECK(find_numbers("none", Eagerness::eager).empty());
    CHECK(read_found_numbers("")->empty());
}

TEST_CASE("a mail is decoded before it is looked through") {
    CHECK(find_numbers("From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: "
                       "quoted-printable\r\n\r\nEE4738=\r\n29165CN",
                       Eagerness::strict) == "4 0 EE473829165CN\n");
}

TEST_CASE("samples are left out") { CHECK(find_numbers("EE473829165XX", Eagerness::eager).empty()); }

TEST_CASE("no more than the limit are told, and they can be read") {
    std::string text;
    for (int i = 0; i < 12'000; ++i) text += "tracking RR1" + std::to_string(10'000'000 + i) + "CN\n";
    const auto found = read_found_numbers(find_numbers(text, Eagerness::eager));
    REQUIRE(found);
    CHECK(found->size() == formats::found_numbers_limit);
    CHECK(found->back().number == "RR110009999CN");
}

TEST_CASE("lines of another kind are refused as a whole") {
    for (const char* lines :
         {"4 0 EE473829165CN", "4 0 EE473829165C\n", "4 0 ee473829165cn\n", "5 0 EE473829165CN\n",
          "-1 0 EE473829165CN\n", "4 200 EE473829165CN\n", "4 256 EE473829165CN\n", "4 0\n", "4\n", "\n",
          "4 1 \n", "4 1 A-1\n", "4  0 EE473829165CN\n", "4 0 EE473829165CN\nx\n",
          "4 1 12345678901234567890123456789012345678901\n"})
        CHECK_FALSE_MESSAGE(read_found_numbers(lines), lines);
}

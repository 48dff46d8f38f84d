#include "formats/share_link.h"

#include <doctest/doctest.h>

#include <string>

#include "postal/item_number.h"
#include "tests/formats/samples.h"

using namespace formats;
using Numbers = std::vector<std::string>;

namespace {

/// A right number for every serial below 100,000,000.
std::string number_of(int serial) {
    std::string digits = std::to_string(serial);
    digits.insert(0, 8 - digits.size(), '0');
    return "RR" + digits + postal::check_digit(digits) + "CN";
}

Numbers numbers_of(int count) {
    Numbers numbers;
    for (int i = 0; i < count; ++i) numbers.push_back(number_of(10'203'040 + i));
    return numbers;
}

std::string joined(const Numbers& numbers) {
    std::string text = "n=";
    for (const std::string& number : numbers) text += (text.size() > 2 ? "," : "") + number;
    return text;
}

}  // namespace

TEST_CASE("a shared list is read in order") {
    const SharedItems items = read_fragment("n=EE123456785CN,RR473124829US");
    CHECK(items.present);
    CHECK(items.numbers == Numbers{"EE123456785CN", "RR473124829US"});
    CHECK(items.faulty.empty());
    CHECK_FALSE(items.too_many);
}

TEST_CASE("lower case, encoded commas, blanks and a leading # are read as meant") {
    CHECK(read_fragment(postwatch::sample("fragment.txt")).numbers ==
          Numbers{"EE123456785CN", "RR473124829US"});
    CHECK(read_fragment("#n=ee123456785cn%2crr473124829us").numbers ==
          Numbers{"EE123456785CN", "RR473124829US"});
    CHECK(read_fragment("n=EE%20123%20456%20785%20CN,,%20,").numbers == Numbers{"EE123456785CN"});
    CHECK(read_fragment("n=EE123456785CN&fbclid=x,y").numbers == Numbers{"EE123456785CN"});
}

TEST_CASE("a number told twice is taken once") {
    CHECK(read_fragment("n=EE123456785CN,ee123456785cn,EE123456785CN").numbers == Numbers{"EE123456785CN"});
    CHECK(read_fragment("n=nonsense,nonsense").faulty == Numbers{"nonsense"});
}

TEST_CASE("a number that cannot be right is told apart, as it stood and cut short") {
    const SharedItems items =
        read_fragment("n=EL123456789CN,EE123456785CN,EE12345," + std::string(100, 'x') + ",%E2%80%AEabc");
    CHECK(items.numbers == Numbers{"EE123456785CN"});
    CHECK(items.faulty == Numbers{"EL123456789CN", "EE12345", std::string(40, 'x'), "abc"});
}

TEST_CASE("a fragment that is no share link is none") {
    for (const std::string_view text :
         {"", "#", "settings", "n", "m=EE123456785CN", "?n=EE123456785CN", "xn=EE123456785CN"}) {
        CHECK_MESSAGE(!read_fragment(text).present, text);
        CHECK(read_fragment(text).numbers.empty());
    }
    CHECK(read_fragment("n=").present);
}

TEST_CASE("at most 500 numbers are taken") {
    const SharedItems full = read_fragment(joined(numbers_of(500)));
    CHECK(full.numbers == numbers_of(500));
    CHECK_FALSE(full.too_many);
    const SharedItems more = read_fragment(joined(numbers_of(501)));
    CHECK(more.numbers == numbers_of(500));
    CHECK(more.too_many);
}

TEST_CASE("a repeat after the five hundredth is not one too many") {
    CHECK_FALSE(read_fragment(joined(numbers_of(500)) + "," + number_of(10'203'040)).too_many);
}

TEST_CASE("a megabyte of fragment is judged by its beginning") {
    for (const std::string_view piece : {"EE123456785CN,", ",", "x", "%2C", "%", "EL123456789CN,", "%E4,"}) {
        std::string fragment = "n=RR473124829US,";
        while (fragment.size() < 1'000'000) fragment += piece;
        const SharedItems items = read_fragment(fragment);
        CHECK(items.too_many);
        CHECK(items.numbers.size() + items.faulty.size() <= shared_items_limit);
        CHECK(items.numbers.front() == "RR473124829US");
    }
}

TEST_CASE("what is written is read back") {
    CHECK(write_fragment({"EE123456785CN", "RR473124829US"}) == "#n=EE123456785CN,RR473124829US");
    CHECK(read_fragment(write_fragment(numbers_of(500))).numbers == numbers_of(500));
    CHECK(read_fragment(write_fragment(numbers_of(600))).numbers == numbers_of(500));
    CHECK(write_fragment({}) == "#n=");
}

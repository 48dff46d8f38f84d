// A number explained: under the field while it is typed, and on the page of the item.
#include "app/words.h"
#include "doctest/doctest.h"
#include "tests/app/driver.h"

using namespace driver;

namespace {

const std::string right = "EE123456785CN", wrong = "EL123456789CN";

App typed(const std::string& text) {
    App app = started();
    app.type(text);
    return app;
}

std::string name_of(const App& app, std::string_view key) {
    const Screen screen = app.screen();
    const Part* part = find(screen, key);
    return part ? part->name : std::string();
}

}  // namespace

TEST_CASE("only a complete number is explained, when one asks for it") {
    CHECK_FALSE(typed("EE12345678").shows("entry/passport/button"));
    App app = typed(right);
    CHECK_FALSE(app.shows("entry/passport/cells"));
    REQUIRE(app.press("entry/passport/button"));
    CHECK(app.shows("entry/passport/cells"));
    REQUIRE(app.press("entry/passport/button"));
    CHECK_FALSE(app.shows("entry/passport/cells"));
}

TEST_CASE("each of the 13 cells says what it is") {
    App app = typed(right);
    app.press("entry/passport/button");
    const Screen screen = app.screen();
    REQUIRE(find(screen, "entry/passport/cells")->parts.size() == 13);
    CHECK(name_of(app, "entry/passport/0") == "Character 1, E: of EE, the service: EMS.");
    CHECK(name_of(app, "entry/passport/2") == "Character 3, 1: of the serial; 1 × 8 = 8 in the sum.");
    CHECK(name_of(app, "entry/passport/9") == "Character 10, 8: of the serial; 8 × 7 = 56 in the sum.");
    CHECK(name_of(app, "entry/passport/10") ==
          "Character 11, 5: the check digit, reckoned from the eight digits before. It fits.");
    CHECK(name_of(app, "entry/passport/12") == "Character 13, N: of CN, where it was issued: Land of CN.");
    CHECK(name_of(typed(wrong).on(PassportToggled{PassportPlace::entry}), "entry/passport/10") ==
          "Character 11, 9: the check digit, reckoned from the eight digits before. 5 would fit.");
}

TEST_CASE("the cell that is pointed at is explained in the line below") {
    App app = typed(right);
    app.press("entry/passport/button");
    CHECK(contains(app.words("entry/passport/line"), "serial 12345678"));
    REQUIRE(app.press("entry/passport/11"));
    CHECK(app.words("entry/passport/line") == "Character 12, C: of CN, where it was issued: Land of CN.\n");
    const Screen screen = app.screen();
    CHECK(find(screen, "entry/passport/11")->selected);
    CHECK_FALSE(find(screen, "entry/passport/12")->selected);
    app.on(PassportCellPointed{PassportPlace::entry, 99});
    CHECK(contains(app.words("entry/passport/line"), "Character 12"));
}

TEST_CASE("the sum of the check digit is told step by step") {
    App app = typed(right);
    app.press("entry/passport/button");
    CHECK(app.words("entry/passport/sum") == "1×8 + 2×6 + 3×4 + 4×2 + 5×3 + 6×5 + 7×9 + 8×7 = 204\n");
    CHECK(app.words("entry/passport/rest") ==
          "204 divided by 11 leaves 6; 11 − 6 = 5. So the check digit is 5. It fits.\n");
    app.type(wrong);
    CHECK(contains(app.words("entry/passport/rest"), "The check digit should be 5, not 9."));
    CHECK(contains(app.words("entry/passport/issuer"), "Land of CN are given out by China Post / EMS"));
    CHECK(contains(app.words("entry/passport/untold-text"), "whether it exists"));
}

TEST_CASE("a difference of two digits is written as one") {
    // 00000000: sum 0, so 11 is written 5; 00000020: sum 18, rest 7; 40000001 gives 39, rest 6.
    App app = typed("EE000000005CN");
    app.press("entry/passport/button");
    CHECK(
        contains(app.words("entry/passport/rest"), "11 − 0 = 11. 11 is written 5. So the check digit is 5."));
    for (int serial = 1; serial < 300; ++serial) {
        const std::string number = number_of(serial);
        if (number[10] != '0') continue;
        app.type(number);
        CHECK(contains(app.words("entry/passport/rest"),
                       "11 − 1 = 10. 10 is written 0. So the check digit is 0."));
        return;
    }
    FAIL("no number with a rest of 1");
}

TEST_CASE("the page of an item explains its number, and tells one's own open parts from the field's") {
    App app = started();
    app.add(right);
    CHECK(app.shows("item/about/passport/cells"));
    CHECK_FALSE(app.shows("item/about/passport/sum"));
    app.type(right);
    REQUIRE(app.press("item/about/passport/button"));
    CHECK(app.shows("item/about/passport/sum"));
    CHECK_FALSE(app.shows("entry/passport/cells"));
}

TEST_CASE("repairs are offered with what would change, never taken by themselves") {
    App app = typed(wrong);
    CHECK(app.words("entry/repairs") == "Did you mean\nEL 123 457 689 CN\nEL 123 456 799 CN\n");
    const Screen screen = app.screen();
    const Part* swap = find(screen, "entry/repairs/1");
    REQUIRE(swap);
    CHECK(swap->name == "EL 123 457 689 CN, different at character 8");
    CHECK(swap->text.substr(swap->mark_begin, swap->mark_length) == "7 6");
    const Part* digit = find(screen, "entry/repairs/2");
    REQUIRE(digit);
    CHECK(digit->text.substr(digit->mark_begin, digit->mark_length) == "9");
    CHECK(digit->mark_begin == 12);
    REQUIRE(app.press("entry/repairs/1"));
    CHECK(app.state.entry.check.number == "EL123457689CN");
    CHECK(app.state.entry.check.verdict == postal::Verdict::valid);
    CHECK(app.state.items.empty());
    CHECK_FALSE(app.shows("entry/repairs"));
}

TEST_CASE("the check digit alone is never offered: it would make any number pass") {
    const App app = typed(wrong);
    CHECK_FALSE(contains(app.words("entry/repairs"), "EL 123 456 785 CN"));
    CHECK_FALSE(typed("hello there").shows("entry/repairs"));
    CHECK_FALSE(typed(right).shows("entry/repairs"));
}

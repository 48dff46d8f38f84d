#include "doctest/doctest.h"
#include "tests/app/driver.h"

using namespace driver;

namespace {

/// The article everybody copied: right shape, but the check digit of 12345678 is 5.
constexpr const char* article_number = "EL123456789CN";

}  // namespace

TEST_CASE("the number of the article is answered: the check digit should be 5, look again at the receipt") {
    App app = started();
    app.type(article_number);
    CHECK(contains(app.words("status"), "The check digit should be 5, not 9."));
    CHECK(contains(app.words("status"), "Copy the number again from the receipt."));
    CHECK(contains(app.words("status"), "It looks like an example number."));
}

TEST_CASE("the mark lies on the wrong character") {
    App app = started();
    app.type(article_number);
    const Screen screen = app.screen();
    const FieldFacts& facts = *find(screen, "number")->field;
    CHECK(facts.invalid);
    CHECK(facts.value == "EL 123 456 789 CN");
    CHECK(facts.value.substr(facts.mark_begin, facts.mark_length) == "9");
    CHECK(facts.mark_begin == 13);

    app.type("EE12345é785CN");
    const Screen foreign = app.screen();
    CHECK(find(foreign, "number")->field->mark_begin == 7);  // code points, not bytes
    CHECK(find(foreign, "number")->field->mark_length == 1);
    CHECK(contains(app.words("status"), "Character 8 is not part of an international number"));
}

TEST_CASE("a wrong number is neither corrected nor added, but may be looked up anyway") {
    App app = started();
    app.add(article_number);
    CHECK(app.state.items.empty());
    CHECK(app.state.entry.check.number == article_number);
    CHECK(first<MoveFocus>(app.effects)->key == "number");
    REQUIRE(app.press("look-up-anyway"));
    REQUIRE(app.state.items.size() == 1);
    CHECK(app.state.items[0].number == article_number);
    CHECK(contains(app.words("item/about"), "check digit 9, should be 5"));
}

TEST_CASE("looking up anyway needs the right shape") {
    App app = started();
    for (const char* text : {"", "EE", "EE12345678", "12345678901", "EE1234567850CN", "hello there friend"}) {
        CAPTURE(text);
        app.type(text);
        CHECK_FALSE(app.shows("look-up-anyway"));
        app.on(LookUpAnyway{});
        CHECK(app.state.items.empty());
    }
}

TEST_CASE("a number that is not finished is right so far, and Add says what is missing") {
    App app = started();
    app.type("EE12345678");
    CHECK(contains(app.words("hint"), "Right so far. 3 characters to go."));
    CHECK(app.words("status").empty());
    REQUIRE(app.press("add"));
    CHECK(app.state.items.empty());
    CHECK(contains(app.words("status"), "3 characters are missing: an international number has 13."));
    CHECK(first<MoveFocus>(app.effects)->key == "number");
    app.type("EE123456785C");
    CHECK(contains(app.words("hint"), "1 character to go"));
}

TEST_CASE("nothing typed cannot be added") {
    App app = started();
    CHECK_FALSE(app.press("add"));
    app.on(NumberSubmitted{});
    CHECK(app.state.items.empty());
    CHECK(contains(app.words("hint"), "Type or paste the number"));
}

TEST_CASE("each slip has its sentence") {
    const struct {
        const char* typed;
        const char* said;
    } rows[] = {
        {"EE1234S", "Character 7 should be a digit, not S. Is it a 5?"},
        {"EE1234X", "Character 7 should be a digit, not X."},
        {"E0", "Character 2 should be a letter, not 0. Is it O?"},
        {"E3", "Character 2 should be a letter, not 3. Is it E?"},
        {"EE1234567850CN", "Too long: an international number has exactly"},
        {"EE12*", "Character 5 is not part of an international number"},
    };
    for (const auto& row : rows) {
        App app = started();
        app.type(row.typed);
        CAPTURE(row.typed);
        CAPTURE(app.words("status"));
        CHECK(contains(app.words("status"), row.said));
        const Screen screen = app.screen();
        CHECK(find(screen, "number")->field->invalid);
        CHECK(find(screen, "add")->tone != Tone::accent);
    }
}

TEST_CASE("an unknown country or service is a warning that does not stop anyone") {
    App app = started();
    app.type(number_of(1234'5670, "EE", "QQ"));
    CHECK(contains(app.words("status"), "The letters QQ at the end are no country."));
    REQUIRE(app.press("add"));
    CHECK(app.state.items.size() == 1);
    app.type(number_of(4711'0815, "WW"));
    CHECK(contains(app.words("status"), "The letters WW at the beginning name no service."));
    REQUIRE(app.press("add"));
    CHECK(app.state.items.size() == 2);
}

TEST_CASE("a right number says its service and country") {
    App app = started();
    app.type(number_of(4711'0815));
    CHECK(contains(app.words("status"), "This number is right: EMS, issued in Land of CN."));
}

TEST_CASE("lower case, blanks, dashes and full-width characters are read as meant") {
    for (const char* typed :
         {"ee471108151cn", "EE 471 108 151 CN", " ee-47110815-1-cn ", "ＥＥ４７１１０８１５１ＣＮ"}) {
        App app = started();
        CAPTURE(typed);
        app.add(typed);
        REQUIRE(app.state.items.size() == 1);
        CHECK(app.state.items[0].number == "EE471108151CN");
    }
}

TEST_CASE("the caret stays behind the same character through grouping") {
    const struct {
        const char* typed;
        std::size_t caret;
        const char* shown;
        std::size_t behind;
    } rows[] = {
        {"ee1", 3, "EE 1", 4},
        {"EE 1234", 7, "EE 123 4", 8},
        {"EE 13 456", 5, "EE 134 56", 5},
        {"EE", 0, "EE", 0},
        {"EE 123 456", 3, "EE 123 456", 2},
        {"EE 12é", 6, "EE 12é", 6},  // not the beginning of a number: left as typed
    };
    for (const auto& row : rows) {
        App app = started();
        CAPTURE(row.typed);
        app.on(FieldTyped{FieldId::tracking_number, row.typed, row.caret});
        CHECK(app.state.entry.text == row.shown);
        CHECK(app.state.entry.caret == row.behind);
        const Screen screen = app.screen();
        CHECK(find(screen, "number")->field->caret == row.behind);
    }
}

TEST_CASE("a number that is followed already is shown, not added twice") {
    App app = started();
    const std::string one = number_of(1), two = number_of(2);
    app.add(one).add(two);
    CHECK(app.state.selected == two);
    app.type(one);
    CHECK(contains(app.words("status"), "You follow this number already."));
    app.on(NumberSubmitted{});
    CHECK(app.state.items.size() == 2);
    CHECK(app.state.selected == one);
    CHECK(contains(app.words("status"), "is in your list already."));
    CHECK(first<SaveItem>(app.effects) == nullptr);
    CHECK(app.state.entry.text.empty());
}

TEST_CASE("label, day of posting and destination reach the item") {
    App app = started();
    const std::string number = number_of(7);
    app.type(number);
    REQUIRE(app.press("details"));
    CHECK(first<MoveFocus>(app.effects)->key == "new-label");
    app.on(FieldTyped{FieldId::label, "Tea from 杭州"});
    app.on(FieldTyped{FieldId::posted_on, "2026-03-10"});
    app.on(FieldTyped{FieldId::going_to, "FR"});
    app.on(NumberSubmitted{});
    const postal::Item* item = app.item(number);
    REQUIRE(item);
    CHECK(item->label == "Tea from 杭州");
    CHECK(item->posted_on == postal::CivilDate{2026, 3, 10});
    CHECK(item->going_to == "FR");
    CHECK(item->added_at == noon);
    CHECK_FALSE(app.state.entry.details_open);  // the next number begins afresh
    CHECK(app.state.entry.label.empty());
    const SaveItem* saved = first<SaveItem>(app.effects);
    REQUIRE(saved);
    CHECK(formats::read_item(saved->record).saved->item == *item);
    CHECK(contains(app.words("channels"), "Land of FR"));
}

TEST_CASE("a day or country that cannot be is left out") {
    App app = started();
    app.type(number_of(7));
    app.on(FieldTyped{FieldId::posted_on, "2026-02-31"});
    app.on(FieldTyped{FieldId::going_to, "ZZ"});
    app.on(NumberSubmitted{});
    REQUIRE(app.state.items.size() == 1);
    CHECK_FALSE(app.state.items[0].posted_on);
    CHECK(app.state.items[0].going_to.empty());
}

TEST_CASE("a label as long as its field is kept whole in any script, a longer one is cut at a character") {
    for (const auto& [characters, bytes] : {std::pair{79, 238}, std::pair{90, 238}}) {
        App app = started();
        app.type(number_of(7));
        std::string label = "a";
        for (int i = 0; i < characters; ++i) label += "茶";
        app.on(FieldTyped{FieldId::label, label});
        app.on(NumberSubmitted{});
        CHECK(app.state.items[0].label.size() == bytes);
        CHECK(label.starts_with(app.state.items[0].label));
    }
}

TEST_CASE("a label can be changed later and is kept") {
    App app = started();
    app.add(number_of(7));
    const auto revision = app.state.items[0].revision;
    app.on(ClockTicked{noon + hour_ms}).on(FieldTyped{FieldId::item_label, "Lens"});
    CHECK(app.state.items[0].label == "Lens");
    CHECK(app.state.items[0].changed_at == noon + hour_ms);
    REQUIRE(first<SaveItem>(app.effects));
    CHECK(first<SaveItem>(app.effects)->revision > revision);
    app.on(FieldTyped{FieldId::item_label, "Lens"});
    CHECK(app.effects.empty());  // nothing changed
}

TEST_CASE("the browser is asked to keep its storage once, after the first item") {
    App app = started();
    app.add(number_of(1));
    CHECK(first<RequestPersistence>(app.effects));
    app.add(number_of(2));
    CHECK_FALSE(first<RequestPersistence>(app.effects));
}

TEST_CASE("a full list takes no further number and keeps what was typed") {
    App app = started();
    for (int i = 0; i < 10'000; ++i) {
        postal::Item item;
        item.number = number_of(i);
        app.state.items.push_back(item);
    }
    app.add(number_of(20'000));
    CHECK(app.state.items.size() == 10'000);
    CHECK(contains(app.words("status"), "The list is full"));
    CHECK_FALSE(app.state.entry.text.empty());
}

#include "app/advice_words.h"

#include <set>

#include "app/words.h"
#include "doctest/doctest.h"
#include "tests/app/driver.h"

using namespace driver;

namespace {

App with_scans(const std::string& number, std::vector<postal::Event> scans, std::string going_to = {}) {
    postal::Item item;
    item.number = number;
    item.going_to = std::move(going_to);
    item.added_at = noon - day_ms;
    postal::take_answer(item, "upu-gtt", told_scans(std::move(scans)), noon);
    return started({formats::write_item(item)});
}

}  // namespace

TEST_CASE("every rule of advice has a sentence of its own, with nothing left to fill in") {
    const App app = started();
    postal::Item item;
    item.number = number_of(1);
    std::set<std::string> sentences;
    for (int i = 0; i < postal::advice_rule_count; ++i) {
        postal::AdviceLine line;
        line.rule = static_cast<postal::AdviceRule>(i);
        line.arguments.count = 7;
        line.arguments.date = postal::CivilDate{2026, 3, 20};
        line.arguments.destination = "FR";
        line.arguments.country = "US";
        line.arguments.earlier = postal::Stage::delivered;
        line.arguments.later = postal::Stage::out_for_delivery;
        const std::string words = advice_words(app.state, item, line);
        CAPTURE(postal::id_of(line.rule));
        CHECK(words.size() > 10);
        CHECK_FALSE(contains(words, "{"));
        sentences.insert(words);
    }
    CHECK(sentences.size() == static_cast<std::size_t>(postal::advice_rule_count));
}

TEST_CASE("the first and the last rule and one between have their own sentences") {
    const App app = started();
    const postal::Item item;
    const auto words = [&](postal::AdviceRule rule) { return advice_words(app.state, item, {rule, {}, {}}); };
    CHECK(words(postal::AdviceRule::not_asked) == say(Word::advise_not_asked));
    CHECK(words(postal::AdviceRule::never_pay_by_link) == say(Word::advise_never_pay_by_link));
    CHECK(words(postal::AdviceRule::official_only) == say(Word::advise_official_only));
}

TEST_CASE("an item with customs is told what to do, whom to ask and never to pay by a link") {
    const App app = with_scans(number_of(1), {scan("EME", noon / 1000, postal::Stage::customs_hold)}, "FR");
    CHECK(contains(app.words("advice/today"), "invoice"));
    CHECK(contains(app.words("customs/customs_office"), "Land of FR"));
    CHECK(contains(app.words("customs/customs_papers"), "CN 23"));
    CHECK(contains(app.words("advice/warning"), "through a link in a message"));
    CHECK(contains(app.words("advice/again"), "Silence is usual until Monday 16 March."));
    CHECK_FALSE(app.shows("advice/cause"));
}

TEST_CASE("without records the reasons are listed, each with the next step") {
    const App app = with_scans(number_of(1), {});
    CHECK(contains(app.words("item/meaning"), "24 to 48 hours"));
    CHECK(contains(app.words("advice/cause"), "Too new?"));
    CHECK(contains(app.words("advice/cause"), "A slip?"));
    CHECK(contains(app.words("advice/cause"), "International"));
    CHECK_FALSE(app.shows("advice/papers"));
}

TEST_CASE("a contradiction stands first, with both scans in words") {
    const App app = with_scans(number_of(1), {scan("EMI", noon / 1000 - 9000, postal::Stage::delivered),
                                              scan("EDG", noon / 1000, postal::Stage::out_for_delivery)});
    CHECK(contains(app.words("advice/warning"), "“Delivered” was followed by “Out for delivery”"));
}

TEST_CASE("the expected range comes from five items of one's own, and says so") {
    constexpr std::int64_t day = 24 * 60 * 60;
    std::vector<std::string> records;
    for (int i = 0; i < 6; ++i) {
        postal::Item item;
        item.number = number_of(i);
        item.going_to = "FR";
        item.added_at = noon - day_ms;
        std::vector<postal::Event> scans{
            scan("EMA", noon / 1000 - (i == 0 ? 1 : 40) * day, postal::Stage::accepted)};
        if (i > 0) scans.push_back(scan("EMI", noon / 1000 - (40 - 5 - i) * day, postal::Stage::delivered));
        postal::take_answer(item, "upu-gtt", told_scans(std::move(scans)), noon);
        records.push_back(formats::write_item(item));
    }
    App app = started(records);
    app.on(PageOpened{Page::item, number_of(0)});
    CHECK(contains(app.words("item/expected"),
                   "Expected between Wednesday 18 March and Sunday 22 March, judging by 5 items"));
    records.pop_back();
    app = started(records);
    app.on(PageOpened{Page::item, number_of(0)});
    CHECK_FALSE(app.shows("item/expected"));
}

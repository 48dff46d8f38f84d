#include <set>

#include "app/reading.h"
#include "app/words.h"
#include "doctest/doctest.h"
#include "postal/service_indicator.h"
#include "tests/app/driver.h"

using namespace driver;

TEST_CASE("a sentence is filled in, and what has no argument stays to be found") {
    CHECK(say(Word::standing_place, {{"stage", "A"}, {"place", "B"}}) == "A at B");
    CHECK(say(Word::standing_place, {{"stage", "{place}"}, {"place", "B"}}) ==
          "{place} at B");  // filled in once
    CHECK(say(Word::standing_place, {{"stage", "A"}}) == "A at {place}");
    CHECK(say_count(Word::age_days, 1) == "1 day");
    CHECK(say_count(Word::age_days, 2) == "2 days");
    CHECK(say_count(Word::age_days, 0) == "0 days");
}

TEST_CASE("every stage has its own chip words, in the order of the stages") {
    std::set<std::string> chips;
    int stages = 0;
    for (int i = 0; i < 256; ++i) {
        const auto stage = static_cast<postal::Stage>(i);
        if (i > static_cast<int>(postal::Stage::unknown)) break;
        ++stages;
        chips.insert(stage_words(stage));
    }
    CHECK(chips.size() == static_cast<std::size_t>(stages));
    const std::pair<postal::Stage, const char*> rows[] = {
        {postal::Stage::pending, "No scans yet"},
        {postal::Stage::accepted, "Accepted by the post"},
        {postal::Stage::customs_hold, "Held by import customs"},
        {postal::Stage::delivered, "Delivered"},
        {postal::Stage::lost, "Lost"},
        {postal::Stage::unknown, "News from the post"},
    };
    for (const auto& [stage, words] : rows) CHECK(stage_words(stage) == words);
}

TEST_CASE("every stage an item can reach has its meaning") {
    for (int i = 1; i <= static_cast<int>(postal::Stage::unknown); ++i) {
        postal::Item item;
        item.number = number_of(1);
        const postal::Event event = scan("X", noon / 1000, static_cast<postal::Stage>(i));
        postal::take_answer(item, "upu-gtt", told_scans({event}), noon);
        App app = started({formats::write_item(item)});
        CAPTURE(postal::facts(event.stage).id);
        CHECK(app.words("item/meaning").size() > 20);
        CHECK(contains(app.words("item/standing"), stage_words(event.stage)));
    }
}

TEST_CASE("service words stand in the order of the services") {
    const std::pair<const char*, const char*> rows[] = {
        {"EE", "EMS"},
        {"CP", "parcel"},
        {"HA", "e-commerce parcel"},
        {"LX", "tracked letter post"},
        {"RR", "registered letter"},
        {"VV", "insured letter"},
        {"UA", "letter post"},
        {"MA", "M bag"},
        {"QA", "business reply"},
        {"BA", "domestic or bilateral service"},
        {"WW", "unassigned service"},
    };
    std::set<postal::ServiceClass> met;
    for (const auto& [indicator, words] : rows) {
        CAPTURE(indicator);
        met.insert(postal::service_class(indicator));
        CHECK(service_words(number_of(1, indicator)) == words);
    }
    CHECK(met.size() == static_cast<std::size_t>(postal::ServiceClass::unassigned) + 1);
}

TEST_CASE("every finding about a number has words") {
    // Each row provokes one finding; the sentence is looked for by a piece only it has.
    const std::pair<std::string, const char*> rows[] = {
        {number_of(1234'5678), "It looks like an example number."},
        {number_of(1, "UA"), "usually not scanned on the way"},
        {number_of(1, "AV"), "for one post or a few"},
        {"9858638312956", "choose domestic"},
        {"1Z5R89390357567127", "a number of UPS"},
        {number_of(1) + ", " + number_of(2), "2 numbers stand in this text"},
        {"\u0415\u0415" + number_of(1).substr(2), "letters of another alphabet"},
    };
    for (const auto& [number, words] : rows) {
        App app = started();
        app.type(number);
        CAPTURE(number);
        CAPTURE(app.words("status"));
        CHECK(contains(app.words("status"), words));
    }
}

TEST_CASE("days and times are told in the user's form") {
    App app = started();
    app.state.locale.day_pattern = "{day}. {month}, {weekday}";
    CHECK(day_words(app.state, {2026, 3, 9}) == "9. March, Monday");
    CHECK(day_words(app.state, {2025, 12, 31}) == "31 December 2025");  // with the year when it is another
    CHECK(local_time_words(app.state, noon) == "13:00");
    app.state.locale.offset_minutes = -11 * 60;
    CHECK(local_time_words(app.state, noon) == "01:00");
    app.state.locale = {};
    CHECK(day_words(app.state, {2026, 3, 9}) == "2026-03-09");  // nothing known of the language
}

#include "postal/item.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace postal;

namespace {

constexpr std::string_view upu = "upu-gtt";

Event event_at(std::int64_t seconds, std::string code, std::string place = "SHENZHEN") {
    Event event;
    event.code = std::move(code);
    event.place = std::move(place);
    event.at.seconds = seconds;
    return event;
}

Answer answer_of(std::vector<Event> events) {
    Answer answer;
    answer.events = std::move(events);
    return answer;
}

std::string codes_of(const Item& item, std::string_view source = upu) {
    std::string codes;
    const SourceRecord* record = find_source(item, source);
    if (!record) return codes;
    for (const KnownEvent& known : record->events) codes += (codes.empty() ? "" : " ") + known.event.code;
    return codes;
}

Item item_with(std::vector<Event> events, Instant at) {
    Item item;
    item.number = "EE123456785CN";
    take_answer(item, upu, answer_of(std::move(events)), at);
    return item;
}

const Event posted = event_at(100, "EMA");
const Event left = event_at(200, "EMC");
const Event arrived = event_at(300, "EMD");

/// A record as two tabs and an import may have made it.
Item random_item(std::mt19937& random) {
    Item item;
    item.number = "EE123456785CN";
    item.label = std::string(random() % 2, 'a');
    item.changed_at = static_cast<Instant>(random() % 3);
    item.added_at = static_cast<Instant>(random() % 3);
    item.revision = random() % 9;
    for (int i = 0; i < 4; ++i) {
        Answer answer;
        for (int j = 0; j < 4; ++j) {
            Event event = event_at(static_cast<std::int64_t>(random() % 5),
                                   std::string(1, static_cast<char>('A' + random() % 3)));
            event.words = std::string(random() % 2, 'w');
            answer.events.push_back(std::move(event));
        }
        const std::string_view source = random() % 2 ? "upu-gtt" : "17track";
        const auto at = static_cast<Instant>(1 + random() % 4);
        if (random() % 4 == 0) {
            take_fault(item, source, Fault::timed_out, static_cast<Instant>(random() % 3), at);
        } else {
            take_answer(item, source, answer, at);
        }
        source_of(item, source).asked_at = static_cast<Instant>(random() % 4);
    }
    return item;
}

Item without_revision(Item item) {
    item.revision = 0;
    return item;
}

}  // namespace

TEST_CASE("a first answer is remembered with the time it was seen") {
    const Item item = item_with({posted, left}, 1000);
    const SourceRecord* record = find_source(item, upu);
    REQUIRE(record);
    CHECK(codes_of(item) == "EMA EMC");
    CHECK(record->events[0].first_seen == 1000);
    CHECK(record->events[0].last_seen == 1000);
    CHECK(record->answered_at == 1000);
    CHECK(record->last_outcome == Outcome::events);
    CHECK_FALSE(record->last_fault);
    CHECK(item.revision == 1);
}

TEST_CASE("an event told again keeps when it was first seen and takes the words as told now") {
    Item item = item_with({posted}, 1000);
    Event again = posted;
    again.words = "Posting/Collection";
    take_answer(item, upu, answer_of({again, left}), 2000);
    const auto& events = find_source(item, upu)->events;
    REQUIRE(events.size() == 2);
    CHECK(events[0].first_seen == 1000);
    CHECK(events[0].last_seen == 2000);
    CHECK(events[0].event.words == "Posting/Collection");
    CHECK(events[1].first_seen == 2000);
}

TEST_CASE("an event the source no longer tells stays where it was") {
    Item item = item_with({posted, left, arrived}, 1000);
    take_answer(item, upu, answer_of({posted, arrived}), 2000);
    CHECK(codes_of(item) == "EMA EMC EMD");
    const auto& events = find_source(item, upu)->events;
    CHECK(events[1].last_seen == 1000);
    CHECK(events[2].last_seen == 2000);
}

TEST_CASE("an event uploaded late takes its place in the source's order") {
    Item item = item_with({posted, arrived}, 1000);
    take_answer(item, upu, answer_of({posted, left, arrived}), 2000);
    CHECK(codes_of(item) == "EMA EMC EMD");
    CHECK(find_source(item, upu)->events[1].first_seen == 2000);
}

TEST_CASE("the same event told twice in one answer is one event") {
    CHECK(codes_of(item_with({posted, posted, left, posted}, 1000)) == "EMA EMC");
}

TEST_CASE("code, wall time and place make an event, nothing else") {
    Event other = posted;
    other.words = "other words";
    other.stage = Stage::accepted;
    other.at.offset_minutes = 60;
    CHECK(is_same_event(posted, other));
    CHECK_FALSE(is_same_event(posted, event_at(100, "EMB")));
    CHECK_FALSE(is_same_event(posted, event_at(101, "EMA")));
    CHECK_FALSE(is_same_event(posted, event_at(100, "EMA", "ROISSY")));
}

TEST_CASE("no events at all are no records, and what was known stays") {
    Item item = item_with({posted}, 1000);
    take_answer(item, upu, {}, 2000);
    const SourceRecord* record = find_source(item, upu);
    CHECK(record->last_outcome == Outcome::no_records);
    CHECK(record->answered_at == 2000);
    CHECK(codes_of(item) == "EMA");
    CHECK(record->events[0].last_seen == 1000);
}

TEST_CASE("a fault leaves old events as they were") {
    Item item = item_with({posted, left}, 1000);
    const auto before = find_source(item, upu)->events;
    take_fault(item, upu, Fault::too_many_requests, 9000, 2000);
    const SourceRecord* record = find_source(item, upu);
    CHECK(record->events == before);
    CHECK(record->answered_at == 1000);
    CHECK(record->last_outcome == Outcome::fault);
    CHECK(record->last_fault == Fault::too_many_requests);
    CHECK(record->not_before == 9000);
    take_answer(item, upu, answer_of({posted}), 10000);
    CHECK_FALSE(find_source(item, upu)->last_fault);
    CHECK(find_source(item, upu)->not_before == 0);
}

TEST_CASE("a server cannot silence an item for longer than a day") {
    Item item;
    take_fault(item, upu, Fault::too_many_requests, 1000 + 400 * day_ms, 1000);
    CHECK(find_source(item, upu)->not_before == 1000 + longest_wait);
}

TEST_CASE("countries are kept when a later answer leaves them out") {
    Item item;
    Answer answer = answer_of({posted});
    answer.origin_country = "CN";
    answer.destination_country = "FR";
    take_answer(item, upu, answer, 1000);
    take_answer(item, upu, answer_of({posted}), 2000);
    CHECK(find_source(item, upu)->origin_country == "CN");
    CHECK(find_source(item, upu)->destination_country == "FR");
}

TEST_CASE("two sources keep a timeline each") {
    Item item = item_with({posted}, 1000);
    take_answer(item, "17track", answer_of({posted, left}), 2000);
    CHECK(codes_of(item, "upu-gtt") == "EMA");
    CHECK(codes_of(item, "17track") == "EMA EMC");
    REQUIRE(item.sources.size() == 2);
    CHECK(item.sources[0].source == "17track");
    CHECK_FALSE(find_source(item, "dhl"));
}

TEST_CASE("a hostile answer neither fills the storage nor pushes out what is known") {
    Item item = item_with({posted, left}, 1000);
    std::vector<Event> many;
    for (int i = 0; i < 5000; ++i) many.push_back(event_at(1000 + i, "EDD"));
    take_answer(item, upu, answer_of(many), 2000);
    const auto& events = find_source(item, upu)->events;
    CHECK(events.size() == events_per_source_limit);
    CHECK(events[0].event == posted);
    CHECK(events[1].event == left);
    CHECK(events.back().event == many.back());
    take_answer(item, upu, answer_of({arrived}), 3000);
    CHECK(find_source(item, upu)->events.size() == events_per_source_limit);
}

TEST_CASE("joining two records unites their events in order") {
    const Item ours = item_with({posted, arrived}, 1000);
    const Item theirs = item_with({posted, left, arrived}, 2000);
    const Item both = merged(ours, theirs);
    CHECK(codes_of(both) == "EMA EMC EMD");
    const auto& events = find_source(both, upu)->events;
    CHECK(events[0].first_seen == 1000);
    CHECK(events[0].last_seen == 2000);
    CHECK(events[1].first_seen == 2000);
    CHECK(find_source(both, upu)->answered_at == 2000);
}

TEST_CASE("joining two records takes the user's fields from the newer change") {
    Item ours = item_with({posted}, 1000);
    ours.label = "old";
    ours.changed_at = 10;
    ours.added_at = 5;
    ours.revision = 7;
    Item theirs = item_with({posted}, 1000);
    theirs.label = "new";
    theirs.going_to = "FR";
    theirs.posted_on = CivilDate{2026, 3, 4};
    theirs.changed_at = 20;
    theirs.added_at = 6;
    theirs.revision = 3;
    for (const Item& both : {merged(ours, theirs), merged(theirs, ours)}) {
        CHECK(both.label == "new");
        CHECK(both.going_to == "FR");
        CHECK(both.posted_on == CivilDate{2026, 3, 4});
        CHECK(both.changed_at == 20);
        CHECK(both.added_at == 5);
        CHECK(both.revision == 8);
    }
}

TEST_CASE("joining two records keeps how the last question ended") {
    Item ours = item_with({posted}, 1000);
    source_of(ours, upu).asked_at = 900;
    Item theirs = ours;
    source_of(theirs, upu).asked_at = 3000;
    take_fault(theirs, upu, Fault::timed_out, 0, 3100);
    for (const Item& both : {merged(ours, theirs), merged(theirs, ours)}) {
        CHECK(find_source(both, upu)->asked_at == 3000);
        CHECK(find_source(both, upu)->last_fault == Fault::timed_out);
        CHECK(find_source(both, upu)->answered_at == 1000);
        CHECK(codes_of(both) == "EMA");
    }
}

TEST_CASE(
    "joining does not depend on whose record comes first, and joining again changes only the revision") {
    std::mt19937 random(42);
    for (int i = 0; i < 5000; ++i) {
        const Item a = random_item(random);
        const Item b = random_item(random);
        REQUIRE(merged(a, b) == merged(b, a));
        REQUIRE(without_revision(merged(a, a)) == without_revision(a));
        const Item both = merged(a, b);
        REQUIRE(without_revision(merged(both, both)) == without_revision(both));
        for (const SourceRecord& record : both.sources) {
            const auto invariant = record.last_outcome == Outcome::fault;
            REQUIRE(record.last_fault.has_value() == invariant);
        }
    }
}

TEST_CASE("joining two records takes the later question even when the other record was answered later") {
    Item ours = item_with({posted, left}, 2500);
    source_of(ours, upu).asked_at = 2000;
    Item theirs = item_with({posted}, 1000);
    source_of(theirs, upu).asked_at = 3000;
    take_fault(theirs, upu, Fault::offline, 0, 3000);
    const Item both = merged(ours, theirs);
    CHECK(find_source(both, upu)->asked_at == 3000);
    CHECK(find_source(both, upu)->answered_at == 2500);
    CHECK(find_source(both, upu)->last_outcome == Outcome::fault);
}

TEST_CASE("joining loses no event of either side") {
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        const Item a = random_item(random);
        const Item b = random_item(random);
        const Item both = merged(a, b);
        for (const Item* side : {&a, &b}) {
            for (const SourceRecord& record : side->sources) {
                const auto& events = find_source(both, record.source)->events;
                for (const KnownEvent& known : record.events) {
                    REQUIRE(std::any_of(events.begin(), events.end(), [&](const KnownEvent& kept) {
                        return is_same_event(kept.event, known.event) &&
                               kept.first_seen <= known.first_seen && kept.last_seen >= known.last_seen;
                    }));
                }
            }
        }
    }
}

TEST_CASE("joined records stay within the limit") {
    std::vector<Event> ours;
    std::vector<Event> theirs;
    for (int i = 0; i < 150; ++i) {
        ours.push_back(event_at(i, "EDD"));
        theirs.push_back(event_at(i, "EDE"));
    }
    const Item both = merged(item_with(ours, 1000), item_with(theirs, 1000));
    CHECK(find_source(both, upu)->events.size() == events_per_source_limit);
}

TEST_CASE("the letters of a number are told apart, and samples are known by their suffix") {
    CHECK(issuing_country("EE123456785CN") == "CN");
    CHECK(service_indicator_of("EE123456785CN") == "EE");
    CHECK(is_sample("EE123456785XX"));
    CHECK_FALSE(is_sample("EE123456785CN"));
    CHECK_FALSE(is_sample("XX"));
    CHECK_FALSE(is_sample(""));
    CHECK(issuing_country("").empty());
    CHECK(service_indicator_of("").empty());
}

TEST_CASE("a tag is trimmed, kept once in any case, and there is an end to them") {
    OwnDetails details;
    CHECK(add_tag(details, "  For \t Mum "));
    CHECK(add_tag(details, "Books"));
    CHECK_FALSE(add_tag(details, "books"));
    CHECK_FALSE(add_tag(details, " \n"));
    CHECK(details.tags == std::vector<std::string>{"Books", "For Mum"});
    CHECK(add_tag(details, std::string(100, 'x')));
    CHECK(details.tags.back().size() == tag_bytes_limit);
    for (std::size_t i = 3; i < tags_limit; ++i) CHECK(add_tag(details, "tag " + std::to_string(i)));
    CHECK_FALSE(add_tag(details, "one more"));
}

TEST_CASE("what the user said last wins as a whole, whichever record comes first") {
    Item ours = item_with({posted}, 1'000), theirs = ours;
    ours.note = "old";
    ours.changed_at = 10;
    theirs.tags = {"gift"};
    theirs.archived = true;
    theirs.changed_at = 20;
    for (const Item& both : {merged(ours, theirs), merged(theirs, ours)}) {
        CHECK(both.note.empty());
        CHECK(both.tags == theirs.tags);
        CHECK(both.archived);
    }
}

#include "postal/enquiry.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/postal/journey_items.h"

using namespace journey_items;

namespace {

Enquiry enquiry_of(const Item& item, std::int64_t today) {
    const Instant now = at_day(today);
    const auto contradictions = find_contradictions(item, now);
    return enquire(item, read_journey(item, now, utc), contradictions, now, utc);
}

Item item_at(Stage stage, std::string number = "EE473124829CN") {
    Item item = new_item(std::move(number));
    tell(item, {scan(Stage::accepted, 0), scan(stage, day)}, at_day(2));
    return item;
}

std::int64_t day_of(std::string_view date) { return days_from_civil(*parse_civil_date(date)); }

/// Days are told by their distance to `base`.
const EnquiryPeriod* period(const Enquiry& enquiry, EnquiryPeriodKind kind, bool of_country) {
    for (const EnquiryPeriod& one : enquiry.periods)
        if (one.kind == kind && one.of_country == of_country) return &one;
    return nullptr;
}

}  // namespace

TEST_CASE("what to ask follows the stage, and whom by who asks") {
    using enum EnquiryParty;
    struct Row {
        Stage stage;
        std::string_view subject;
        std::vector<EnquiryParty> incoming, outgoing;
        AdviceRule papers;
    };
    for (const Row& row : {
             Row{Stage::registered, "not_handed_over", {sender}, {origin_post}, AdviceRule::enquiry_papers},
             Row{Stage::origin_processing,
                 "not_moving",
                 {sender, origin_post},
                 {origin_post},
                 AdviceRule::enquiry_papers},
             Row{Stage::export_customs_hold,
                 "held_export",
                 {sender},
                 {origin_post, customs},
                 AdviceRule::export_papers},
             Row{Stage::departed_origin,
                 "not_arrived",
                 {sender, origin_post},
                 {origin_post},
                 AdviceRule::enquiry_papers},
             Row{Stage::customs_hold,
                 "held_customs",
                 {destination_post, customs, sender},
                 {origin_post},
                 AdviceRule::customs_papers},
             Row{Stage::delivery_office,
                 "not_delivered",
                 {destination_post, sender},
                 {origin_post},
                 AdviceRule::enquiry_papers},
             Row{Stage::ready_for_pickup,
                 "not_collected",
                 {destination_post, sender},
                 {origin_post},
                 AdviceRule::collection_papers},
             Row{Stage::returning,
                 "going_back",
                 {sender, destination_post},
                 {origin_post},
                 AdviceRule::enquiry_papers},
             Row{Stage::returned, "returned", {sender}, {origin_post}, AdviceRule::enquiry_papers},
             Row{Stage::delivered,
                 "not_received",
                 {destination_post, sender},
                 {origin_post},
                 AdviceRule::enquiry_papers},
             Row{Stage::damaged,
                 "damaged",
                 {destination_post, sender},
                 {origin_post},
                 AdviceRule::damage_papers},
             Row{Stage::lost, "lost", {sender, origin_post}, {origin_post}, AdviceRule::enquiry_papers},
             Row{Stage::seized,
                 "seized",
                 {customs, sender},
                 {origin_post, customs},
                 AdviceRule::customs_papers},
         }) {
        CAPTURE(row.subject);
        Item item = item_at(row.stage);
        CHECK(id_of(enquiry_of(item, 30).subjects[0]) == row.subject);
        CHECK(enquiry_of(item, 30).asked == row.incoming);  // unsaid is taken as awaited
        CHECK(enquiry_of(item, 30).papers == row.papers);
        item.direction = Direction::outgoing;
        CHECK(enquiry_of(item, 30).asked == row.outgoing);
    }
}

TEST_CASE("a stage that names no place goes by who holds the item") {
    Item item = new_item();
    tell(item, {scan(Stage::accepted, 0), scan(Stage::departed_origin, day), scan(Stage::delayed, 2 * day)},
         at_day(3));
    CHECK(id_of(enquiry_of(item, 30).subjects[0]) == "not_arrived");
    Item other = new_item();
    tell(other, {scan(Stage::accepted, 0), scan(Stage::customs_hold, day), scan(Stage::exception, 2 * day)},
         at_day(3));
    CHECK(id_of(enquiry_of(other, 30).subjects[0]) == "held_customs");
    CHECK(id_of(enquiry_of(new_item(), 3).subjects[0]) == "not_handed_over");
}

TEST_CASE("what is delivered may be missing or damaged, and contradictions are asked about as well") {
    CHECK(enquiry_of(item_at(Stage::delivered), 5).subjects ==
          std::vector{EnquirySubject::not_received, EnquirySubject::damaged});
    Item item = new_item();
    tell(item, {scan(Stage::delivered, 0), scan(Stage::departed_origin, 2 * day)}, at_day(3));
    const auto subjects = enquiry_of(item, 5).subjects;
    CHECK(std::ranges::count(subjects, EnquirySubject::contradictory) == 1);
    CHECK(std::ranges::count(enquiry_of(item_at(Stage::accepted), 5).subjects,
                             EnquirySubject::contradictory) == 0);
}

TEST_CASE("periods count from the day the rule names, to the last day that surely is inside") {
    struct Row {
        const char* number;
        const char* posted;
        const char* first;
        const char* last;
        bool of_country;
        EnquiryStanding standing;
        EnquiryAsker asker;
    };
    using enum EnquiryStanding;
    using enum EnquiryAsker;
    for (const Row& row : {
             Row{"CP473124829FR", "2026-03-04", "2026-03-05", "2026-09-04", false, stated, unsaid},
             Row{"RR473124829CN", "2025-08-30", "2025-08-31", "2026-02-27", false, stated, unsaid},
             Row{"EE473124829HK", "2026-03-04", "2026-03-06", "2026-06-04", true, stated, unsaid},
             Row{"RR473124829HK", "2026-03-04", "2026-03-18", "2026-08-04", true, stated, unsaid},
             Row{"EE473124829US", "2026-03-04", "2026-03-07", "2026-06-02", true, published_long_ago, sender},
             Row{"CP473124829US", "2026-03-04", "2026-03-11", "2026-09-04", true, published_long_ago, both},
             Row{"EE473124829JP", "2025-08-31", "2025-08-31", "2026-02-28", true, stated, unsaid},
             Row{"EE473124829AL", "2026-03-04", "2026-03-04", "2026-09-04", true, stated, sender},
             Row{"EE473124829CN", "2026-03-04", "2026-03-04", "2026-07-04", true, older_page, unsaid},
         }) {
        CAPTURE(row.number);
        Item item = new_item(row.number);
        item.posted_on = parse_civil_date(row.posted);
        const Enquiry enquiry = enquire(item, read_journey(item, 0, utc), {}, day_of(row.last) * day_ms, utc);
        const EnquiryPeriod* found = period(enquiry, EnquiryPeriodKind::accepted, row.of_country);
        REQUIRE(found);
        CHECK(to_text(civil_from_days(found->first_day)) == row.first);
        CHECK(to_text(civil_from_days(found->last_day)) == row.last);
        CHECK(found->days_left == 0);
        CHECK(found->basis == DayBasis::known);
        CHECK(found->standing == row.standing);
        CHECK(found->asker == row.asker);
        CHECK_FALSE(found->source.name.empty());
        CHECK_FALSE(found->source.page.empty());
        CHECK(found->source.observed == "2026-11-22");
    }
}

TEST_CASE("days left are counted on the user's wall, and turn negative when the time is over") {
    Item item = new_item("EE473124829HK");
    item.posted_on = parse_civil_date("2026-03-04");
    const auto left = [&](const char* today) {
        const Instant now = day_of(today) * day_ms + 23 * hour_ms;
        return *period(enquire(item, read_journey(item, now, utc), {}, now, 120), EnquiryPeriodKind::accepted,
                       true);
    };
    CHECK(left("2026-03-04").too_early);
    CHECK(left("2026-03-04").days_left == 91);  // 23:00 UTC is tomorrow at UTC+2
    CHECK_FALSE(left("2026-03-05").too_early);
    CHECK(left("2026-06-04").days_left == -1);
}

TEST_CASE(
    "the day of posting is what the user says, else assumed of the first scan of a post, else unknown") {
    Item item = new_item("CP473124829FR");
    CHECK(enquiry_of(item, 5).basis == DayBasis::unknown);
    const Enquiry unknown = enquiry_of(item, 5);
    REQUIRE(period(unknown, EnquiryPeriodKind::accepted, false));
    CHECK(period(unknown, EnquiryPeriodKind::accepted, false)->basis == DayBasis::unknown);
    CHECK(period(unknown, EnquiryPeriodKind::accepted, false)->last_day == 0);
    tell(item, {scan(Stage::registered, 0), scan(Stage::accepted, 2 * day)}, at_day(3));
    CHECK(enquiry_of(item, 5).basis == DayBasis::assumed);
    CHECK(enquiry_of(item, 5).posting_day == base + 2);
    item.posted_on = civil_from_days(base + 1);
    CHECK(enquiry_of(item, 5).basis == DayBasis::known);
    CHECK(enquiry_of(item, 5).posting_day == base + 1);
}

TEST_CASE("an answer is waited for from today, and only where the convention speaks") {
    const Enquiry parcel = enquiry_of(new_item("CP473124829FR"), 5);
    const EnquiryPeriod* answer = period(parcel, EnquiryPeriodKind::answered, false);
    REQUIRE(answer);
    CHECK(answer->counted_from == base + 5);
    CHECK(answer->last_day == days_after_months(base + 5, 2));
    CHECK(enquiry_of(new_item("EE473124829FR"), 5).periods.empty());  // nothing is known of EMS from France
    CHECK(enquiry_of(new_item("UA473124829FR"), 5).periods.empty());
}

TEST_CASE("the rules of the post of origin stand before those of all posts") {
    const Enquiry enquiry = enquiry_of(new_item("RR473124829HK"), 5);
    REQUIRE(enquiry.periods.size() == 3);
    CHECK(enquiry.periods[0].of_country);
    CHECK_FALSE(enquiry.periods[1].of_country);
}

TEST_CASE("notes belong to the post of origin, to what is asked and to who asks") {
    const auto notes = [](Item item, std::string_view going_to = {}) {
        item.going_to = going_to;
        std::vector<EnquiryNoteId> ids;
        for (const EnquiryNote& note : enquiry_of(item, 30).notes) ids.push_back(note.id);
        return ids;
    };
    using enum EnquiryNoteId;
    Item german = item_at(Stage::departed_origin, "CP473124829DE");
    CHECK(notes(german) == std::vector{sender_begins, written_assignment, number_posting_sender});
    german.direction = Direction::outgoing;
    CHECK(notes(german) == std::vector{sender_begins, number_posting_sender});
    CHECK(notes(item_at(Stage::accepted, "RR473124829HK")) == std::vector{certificate_of_posting});
    CHECK(notes(item_at(Stage::damaged, "CP473124829JP")) ==
          std::vector{tell_office_at_once, right_of_sender});
    CHECK(notes(item_at(Stage::accepted, "EE473124829JP"), "CN") == std::vector{may_be_shorter});
    CHECK(notes(item_at(Stage::accepted, "EE473124829JP"), "FR").empty());
    CHECK(notes(item_at(Stage::accepted, "CP473124829FR")).empty());
}

TEST_CASE("months later is the same day, or the last of a month that is too short") {
    const auto later = [](const char* date, std::int32_t months) {
        return to_text(civil_from_days(days_after_months(day_of(date), months)));
    };
    CHECK(later("2025-11-12", 6) == "2026-05-12");
    CHECK(later("2025-08-31", 6) == "2026-02-28");
    CHECK(later("2023-08-31", 6) == "2024-02-29");
    CHECK(later("2026-10-31", 2) == "2026-12-31");
    CHECK(later("2026-11-30", 3) == "2027-02-28");
    CHECK(later("2026-12-15", 1) == "2027-01-15");
}

TEST_CASE("a silence that is still usual is told as such") {
    CHECK(enquiry_of(item_at(Stage::departed_origin), 5).is_usual);
    CHECK_FALSE(enquiry_of(item_at(Stage::departed_origin), 60).is_usual);
    CHECK_FALSE(enquiry_of(item_at(Stage::delivered), 3).is_usual);
}

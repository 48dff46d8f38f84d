#include "postal/advice.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "tests/postal/journey_items.h"

using namespace journey_items;

namespace {

std::vector<AdviceLine> advice_on(const Item& item, std::int64_t days) {
    const Instant now = at_day(days);
    return advise(item, read_journey(item, now, utc), find_contradictions(item, now), now, utc);
}

/// The id of the rule of a kind; of several the first; empty for none.
std::string_view rule_of(const Item& item, std::int64_t days, AdviceKind kind) {
    for (const AdviceLine& line : advice_on(item, days))
        if (line.kind == kind) return id_of(line.rule);
    return {};
}

bool gives(const Item& item, std::int64_t days, AdviceRule rule) {
    const std::vector<AdviceLine> lines = advice_on(item, days);
    return std::any_of(lines.begin(), lines.end(), [&](const AdviceLine& line) { return line.rule == rule; });
}

bool has_kind(const std::vector<AdviceRule>& rules, AdviceKind kind) {
    return std::count_if(rules.begin(), rules.end(), [&](AdviceRule rule) { return kind_of(rule) == kind; }) >
           0;
}

/// Of the values 0..count-1 of one field, one for each way in which the conditions tell them apart.
template <class Field>
std::vector<int> told_apart(int count, Field field) {
    std::map<std::string, int> ways;
    for (int value = 0; value < count; ++value) {
        std::string way;
        for (const AdviceCondition& condition : advice_conditions())
            way += (std::uint64_t{field(condition)} >> value & 1) != 0 ? '1' : '0';
        ways.emplace(way, value);
    }
    std::vector<int> values;
    for (const auto& [way, value] : ways) values.push_back(value);
    return values;
}

/// Calls `visit` with every combination of values that the rules can tell apart.
template <class Visit>
void walk_situations(const std::vector<std::uint16_t>& signs, Visit visit) {
    const auto stages = told_apart(stage_count, [](const AdviceCondition& one) { return one.stages; });
    const auto reasons = told_apart(reason_count, [](const AdviceCondition& one) { return one.reasons; });
    const auto services = told_apart(11, [](const AdviceCondition& one) { return one.services; });
    Situation situation;
    for (const int stage : stages)
        for (const int reason : reasons)
            for (int silence = 0; silence < silence_level_count; ++silence)
                for (int outcome = 0; outcome < 4; ++outcome)
                    for (const int service : services)
                        for (int kind = -1; kind < contradiction_kind_count; ++kind)
                            for (const std::uint16_t sign_set : signs) {
                                situation.stage = static_cast<Stage>(stage);
                                situation.reason = static_cast<Reason>(reason);
                                situation.silence = static_cast<SilenceLevel>(silence);
                                situation.outcome = static_cast<Outcome>(outcome);
                                situation.service = static_cast<ServiceClass>(service);
                                situation.contradictions =
                                    kind < 0 ? std::uint16_t{0} : static_cast<std::uint16_t>(1 << kind);
                                situation.signs = sign_set;
                                visit(situation);
                            }
}

/// The contract of AdviceCondition, written once more.
bool fits(const AdviceCondition& one, const Situation& situation) {
    const auto is_among = [](std::uint64_t bits, int value) {
        return (bits & std::uint64_t{1} << value) != 0;
    };
    if (!is_among(one.stages, static_cast<int>(situation.stage))) return false;
    if (!is_among(one.reasons, static_cast<int>(situation.reason))) return false;
    if (!is_among(one.silence, static_cast<int>(situation.silence))) return false;
    if (!is_among(one.outcomes, static_cast<int>(situation.outcome))) return false;
    if (!is_among(one.services, static_cast<int>(situation.service))) return false;
    if (one.contradictions != 0 && (one.contradictions & situation.contradictions) == 0) return false;
    return (situation.signs & one.signs) == one.signs && (situation.signs & one.not_signs) == 0;
}

std::vector<int> values_in(std::uint64_t bits, int count) {
    std::vector<int> values;
    for (int value = 0; value < count; ++value)
        if ((bits >> value & 1) != 0) values.push_back(value);
    return values;
}

/// Whether the entry at `place` is what gives its rule in this situation.
bool decides(std::size_t place, const Situation& situation) {
    const auto entries = advice_conditions();
    for (std::size_t before = 0; before < place; ++before)
        if (entries[before].rule == entries[place].rule && fits(entries[before], situation)) return false;
    const std::vector<AdviceRule> rules = rules_for(situation);
    return std::find(rules.begin(), rules.end(), entries[place].rule) != rules.end();
}

/// Whether any situation the entry allows, with no signs but those it needs, is decided by it.
bool decides_somewhere(std::size_t place) {
    const AdviceCondition& one = advice_conditions()[place];
    for (const int stage : values_in(one.stages, stage_count))
        for (const int reason : values_in(one.reasons, reason_count))
            for (const int silence : values_in(one.silence, silence_level_count))
                for (const int outcome : values_in(one.outcomes, 4))
                    for (const int service : values_in(one.services, 11))
                        if (decides(place,
                                    {static_cast<Stage>(stage), static_cast<Reason>(reason),
                                     static_cast<SilenceLevel>(silence), static_cast<Outcome>(outcome),
                                     static_cast<ServiceClass>(service), one.contradictions, one.signs}))
                            return true;
    return false;
}

/// What items can really be: each stage, reason, service and silence, asked with each outcome.
std::vector<Item> many_items() {
    std::vector<Item> items;
    for (const std::string_view number : {"EE473124829CN", "RR473124829FR", "UA473124829DE", "AV473124829GB",
                                          "EE473124820CN", "EE123456785CN", "EE473124829XX"})
        for (const std::string_view going_to : {"", "FR"}) {
            Item item = new_item(std::string(number));
            item.going_to = going_to;
            items.push_back(item);
            item.posted_on = civil_from_days(base);
            items.push_back(item);
            tell(item, {}, at_day(1));
            items.push_back(item);
            item.posted_on.reset();
            items.push_back(item);
            for (int fault = 0; fault <= static_cast<int>(Fault::cancelled); ++fault) {
                take_fault(item, upu, static_cast<Fault>(fault), 0, at_day(2));
                items.push_back(item);
            }
            for (int stage = 1; stage < stage_count; ++stage)
                for (int reason = 0; reason < reason_count; ++reason) {
                    if (reason > 0 && number != "EE473124829CN") continue;
                    Item scanned = new_item(std::string(number));
                    scanned.going_to = going_to;
                    Event event = scan(static_cast<Stage>(stage), 0);
                    event.reason = static_cast<Reason>(reason);
                    tell(scanned, {event}, at_day(1));
                    items.push_back(scanned);
                    if (reason > 0) continue;
                    take_fault(scanned, upu, Fault::timed_out, 0, at_day(2));
                    items.push_back(scanned);
                }
        }
    return items;
}

/// One item for each contradiction, and one with a forecast.
std::vector<Item> strange_items() {
    std::vector<Item> items;
    items.push_back(item_through({Stage::delivered, Stage::out_for_delivery}));
    items.push_back(item_through({Stage::arrived_destination, Stage::accepted}));
    items.push_back(new_item());
    items.back().going_to = "FR";
    Answer answer;
    answer.destination_country = "DE";
    answer.events = {scan(Stage::delivered, 0, "New York (USJFKA)")};
    take_answer(items.back(), upu, answer, at_day(1));
    items.push_back(new_item());
    tell(items.back(), {scan(Stage::transit, -500 * day), scan(Stage::accepted, 0)}, at_day(1));
    items.push_back(item_through({Stage::accepted, Stage::transit}));
    tell(items.back(), {scan(Stage::accepted, 0)}, at_day(3));
    items.push_back(item_through({Stage::delivered}));
    tell(items.back(), {scan(Stage::attempt_failed, 0)}, at_day(3));
    items.push_back(new_item());
    tell(items.back(), {scan(Stage::transit, 500 * day)}, at_day(1));
    items.push_back(new_item());
    Event forecast = scan(Stage::unknown, 9 * day);
    forecast.forecast = true;
    tell(items.back(), {scan(Stage::transit, 0), forecast}, at_day(1));
    return items;
}

}  // namespace

TEST_CASE("every situation yields what is normal, what to do, whom to ask and when to ask again") {
    std::size_t walked = 0, without = 0;
    walk_situations({0, (1 << advice_sign_count) - 1}, [&](const Situation& situation) {
        const std::vector<AdviceRule> rules = rules_for(situation);
        ++walked;
        for (const AdviceKind kind :
             {AdviceKind::normal, AdviceKind::do_today, AdviceKind::whom, AdviceKind::ask_again})
            without += has_kind(rules, kind) ? 0 : 1;
    });
    CHECK(walked > 30'000);
    CHECK(without == 0);
}

TEST_CASE("no entry of a rule is shadowed: each decides in some situation it allows") {
    std::string shadowed;
    for (std::size_t place = 0; place < advice_conditions().size(); ++place)
        if (!decides_somewhere(place)) shadowed += std::string(id_of(advice_conditions()[place].rule)) + " ";
    CHECK(shadowed == "");
}

TEST_CASE("every rule is reached by an item that can be") {
    std::set<AdviceRule> reached;
    for (const std::vector<Item>& items : {many_items(), strange_items()})
        for (const Item& item : items)
            for (const std::int64_t days : {1, 4, 8, 16, 30, 70})
                for (const AdviceLine& line : advice_on(item, days)) reached.insert(line.rule);
    std::string missing;
    for (int rule = 0; rule < advice_rule_count; ++rule)
        if (!reached.contains(static_cast<AdviceRule>(rule)))
            missing += std::string(id_of(static_cast<AdviceRule>(rule))) + " ";
    CHECK(missing == "");
}

TEST_CASE("lines stand in the order of the kinds, and of most kinds there is one") {
    for (const Item& item : many_items()) {
        const std::vector<AdviceLine> lines = advice_on(item, 5);
        std::array<int, advice_kind_count> counts{};
        for (const AdviceLine& line : lines) ++counts[static_cast<std::size_t>(line.kind)];
        const bool sorted =
            std::is_sorted(lines.begin(), lines.end(),
                           [](const AdviceLine& a, const AdviceLine& b) { return a.rule < b.rule; });
        const bool single =
            counts[0] == 1 && counts[2] == 1 && counts[3] <= 1 && counts[4] == 1 && counts[5] == 1;
        if (!sorted || !single) FAIL_CHECK(item.number);
    }
}

TEST_CASE("a new number without records: wait, and the reasons it may have none") {
    Item item = new_item();
    item.posted_on = civil_from_days(base);
    tell(item, {}, at_day(1));
    CHECK(rule_of(item, 1, AdviceKind::normal) == "new_number");
    CHECK(rule_of(item, 1, AdviceKind::do_today) == "keep_receipt");
    CHECK(rule_of(item, 1, AdviceKind::ask_again) == "usual_until");
    CHECK(gives(item, 1, AdviceRule::too_new));
    CHECK(gives(item, 1, AdviceRule::slip_possible));
    CHECK(gives(item, 1, AdviceRule::wrong_service));  // China Post asks which
    CHECK_FALSE(gives(item, 1, AdviceRule::wrong_page));
    CHECK_FALSE(gives(item, 1, AdviceRule::too_old));
    for (const AdviceLine& line : advice_on(item, 1)) {
        if (line.rule == AdviceRule::too_new) CHECK(line.arguments.count == 1);
        if (line.rule == AdviceRule::usual_until) CHECK(line.arguments.date == civil_from_days(base + 2));
    }
    CHECK(rule_of(item, 3, AdviceKind::normal) == "first_scan_late");
    CHECK(rule_of(item, 3, AdviceKind::do_today) == "compare_number");
    CHECK_FALSE(gives(item, 3, AdviceRule::too_new));
    for (const AdviceLine& line : advice_on(item, 3))
        if (line.rule == AdviceRule::then_ask) CHECK(line.arguments.date == civil_from_days(base + 21));
    CHECK(rule_of(item, 30, AdviceKind::do_today) == "see_receipt");
    CHECK(gives(item, 60, AdviceRule::too_old));
}

TEST_CASE("without records a wrong, domestic or example number is said to be one") {
    struct Row {
        std::string_view number;
        AdviceRule cause;
    };
    for (const Row& row :
         {Row{"EE473124820CN", AdviceRule::slip_certain}, Row{"EE123456785CN", AdviceRule::slip_example},
          Row{"AV473124829GB", AdviceRule::domestic_number}, Row{"RR473124829FR", AdviceRule::wrong_page},
          Row{"UA473124829FR", AdviceRule::not_tracked}}) {
        Item item = new_item(std::string(row.number));
        tell(item, {}, at_day(1));
        CAPTURE(row.number);
        CHECK(gives(item, 1, row.cause));
        tell(item, {scan(Stage::accepted, 0)}, at_day(2));
        CHECK_FALSE(gives(item, 2, row.cause));
    }
}

TEST_CASE("a fault is no answer: it names where it lies and judges nothing") {
    struct Row {
        Fault fault;
        AdviceRule cause;
    };
    for (const Row& row :
         {Row{Fault::offline, AdviceRule::offline}, Row{Fault::refused, AdviceRule::proxy_fault},
          Row{Fault::not_reachable, AdviceRule::proxy_fault},
          Row{Fault::too_many_requests, AdviceRule::too_many_questions},
          Row{Fault::not_json, AdviceRule::source_fault}, Row{Fault::timed_out, AdviceRule::source_fault}}) {
        Item item = new_item();
        source_of(item, upu).asked_at = at_day(1);
        take_fault(item, upu, row.fault, 0, at_day(1));
        CHECK(gives(item, 5, row.cause));
        CHECK(rule_of(item, 5, AdviceKind::normal) == "no_answer");
    }
}

TEST_CASE("customs: papers when they are asked for or it takes long, and never pay by a link") {
    Item item = item_through({Stage::arrived_destination, Stage::import_customs});
    item.going_to = "FR";
    CHECK(rule_of(item, 2, AdviceKind::normal) == "customs");
    CHECK(rule_of(item, 2, AdviceKind::do_today) == "nothing");
    CHECK(rule_of(item, 2, AdviceKind::papers).empty());
    CHECK(rule_of(item, 2, AdviceKind::whom) == "customs_office");
    CHECK(gives(item, 2, AdviceRule::never_pay_by_link));
    CHECK(gives(item, 2, AdviceRule::official_only));
    CHECK(rule_of(item, 6, AdviceKind::normal) == "customs_long");
    CHECK(rule_of(item, 6, AdviceKind::do_today) == "ask_papers_missing");
    CHECK(rule_of(item, 6, AdviceKind::papers) == "customs_papers");
    item.going_to = "";
    CHECK(rule_of(item, 6, AdviceKind::whom) == "customs_office_somewhere");
    Event held = scan(Stage::customs_hold, 2 * day);
    held.reason = Reason::duties_unpaid;
    tell(item, {held}, at_day(3));
    CHECK(rule_of(item, 4, AdviceKind::do_today) == "pay_officially");
    CHECK(rule_of(item, 4, AdviceKind::papers) == "duty_papers");
}

TEST_CASE("silence after export is common for two weeks, then the sender opens an enquiry") {
    const Item item = item_through({Stage::accepted, Stage::departed_origin});
    CHECK(rule_of(item, 10, AdviceKind::normal) == "carriage");
    CHECK(rule_of(item, 10, AdviceKind::do_today) == "nothing");
    CHECK(rule_of(item, 17, AdviceKind::normal) == "carriage_long");
    CHECK(rule_of(item, 17, AdviceKind::do_today) == "look_at_destination");
    CHECK(rule_of(item, 22, AdviceKind::do_today) == "open_enquiry");
    CHECK(rule_of(item, 22, AdviceKind::papers) == "enquiry_papers");
    CHECK(rule_of(item, 22, AdviceKind::ask_again) == "do_not_wait");
    CHECK(rule_of(item, 22, AdviceKind::whom) == "origin_post");
}

TEST_CASE("a contradiction is told with both scans and changes what to do") {
    const Item item = item_through({Stage::delivered, Stage::out_for_delivery});
    CHECK(rule_of(item, 3, AdviceKind::do_today) == "find_again");
    const std::vector<AdviceLine> lines = advice_on(item, 3);
    const auto warning = std::find_if(lines.begin(), lines.end(), [](const AdviceLine& line) {
        return line.rule == AdviceRule::delivered_then_moving;
    });
    REQUIRE(warning != lines.end());
    CHECK(warning->arguments.earlier == Stage::delivered);
    CHECK(warning->arguments.later == Stage::out_for_delivery);
    Item removed = item_through({Stage::accepted, Stage::transit, Stage::delivered});
    tell(removed, {scan(Stage::accepted, 0)}, at_day(5));
    for (const AdviceLine& line : advice_on(removed, 6))
        if (line.rule == AdviceRule::scans_gone) CHECK(line.arguments.count == 2);
    CHECK(gives(removed, 6, AdviceRule::scans_gone));
}

TEST_CASE("a forecast says when to ask again, until its day has passed") {
    const Item item = strange_items().back();
    CHECK(rule_of(item, 9, AdviceKind::ask_again) == "after_forecast");
    CHECK(rule_of(item, 10, AdviceKind::ask_again) == "forecast_over");
    for (const AdviceLine& line : advice_on(item, 9))
        if (line.kind == AdviceKind::ask_again) CHECK(line.arguments.date == civil_from_days(base + 9));
}

TEST_CASE("signs, kinds and rules have the ids of the rows") {
    CHECK(id_of(AdviceSign::asks_which_service) == "asks_which_service");
    CHECK(id_of(AdviceKind::do_today) == "do_today");
    CHECK(id_of(AdviceRule::never_pay_by_link) == "never_pay_by_link");
    CHECK(kind_of(AdviceRule::never_pay_by_link) == AdviceKind::warning);
}

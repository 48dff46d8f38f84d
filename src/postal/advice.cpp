#include "postal/advice.h"

#include <algorithm>

#include "postal/elapsed.h"
#include "postal/generated/advice_rows.h"
#include "postal/item_number.h"
#include "postal/official_post.h"

namespace postal {

namespace {

constexpr std::string_view kind_ids[] = {"normal", "cause",     "do_today", "papers",
                                         "whom",   "ask_again", "warning"};
static_assert(std::size(kind_ids) == advice_kind_count);
static_assert(stage_count <= 64 && reason_count <= 32 && advice_sign_count <= 16);

std::string_view text_of(AdviceText text) { return advice_texts.substr(text.begin, text.length); }

const AdviceRuleRow& row_of(AdviceRule rule) { return advice_rule_rows[static_cast<std::uint8_t>(rule)]; }

template <class Bits, class Value>
bool among(Bits bits, Value value) {
    return (bits >> static_cast<int>(value) & 1) != 0;
}

bool applies(const AdviceCondition& wanted, const Situation& situation) {
    return among(wanted.stages, situation.stage) && among(wanted.reasons, situation.reason) &&
           among(wanted.silence, situation.silence) && among(wanted.outcomes, situation.outcome) &&
           among(wanted.services, situation.service) &&
           (wanted.contradictions == 0 || (wanted.contradictions & situation.contradictions) != 0) &&
           (wanted.signs & ~situation.signs) == 0 && (wanted.not_signs & situation.signs) == 0;
}

bool gives_every_rule(AdviceKind kind) { return kind == AdviceKind::cause || kind == AdviceKind::warning; }

/// The record of the source that was asked, or answered, last; nullptr before the first question.
const SourceRecord* asked_last(const Item& item) {
    const SourceRecord* last = nullptr;
    const auto when = [](const SourceRecord& record) {
        return std::max(record.asked_at, record.answered_at);
    };
    for (const SourceRecord& record : item.sources) {
        if (record.last_outcome != Outcome::never_asked && (!last || when(record) > when(*last)))
            last = &record;
    }
    return last;
}

AdviceSign sign_of(Fault fault) {
    switch (fault) {
        case Fault::offline:
        case Fault::cancelled: return AdviceSign::fault_here;
        case Fault::not_reachable:
        case Fault::refused:
        case Fault::unexpected_status: return AdviceSign::fault_of_proxy;
        case Fault::too_many_requests: return AdviceSign::fault_wait;
        case Fault::upstream_down:
        case Fault::timed_out:
        case Fault::not_json:
        case Fault::broken_json:
        case Fault::too_large:
        case Fault::wrong_number: return AdviceSign::fault_of_source;
    }
    return AdviceSign::fault_of_source;
}

void add_number_signs(const Item& item, Situation& situation) {
    const NumberCheck check = check_number(item.number, Typing::finished);
    for (const Finding& finding : check.findings) {
        if (finding.code == FindingCode::placeholder_serial) situation.add(AdviceSign::number_example);
        if (finding.code == FindingCode::check_digit) situation.add(AdviceSign::number_wrong);
    }
    const std::string_view country = issuing_country(item.number);
    if (!check.shape_is_right || situation.service == ServiceClass::local || item.going_to == country)
        situation.add(AdviceSign::number_domestic);
    const OfficialPost* post = official_post(country);
    if (post && post->choose_international) situation.add(AdviceSign::asks_which_service);
    if (is_sample(item.number)) situation.add(AdviceSign::sample);
}

std::int64_t day_of(const KnownEvent& known) { return days_of(known.event.at.seconds); }

std::optional<CivilDate> date_of(AdviceDate kind, const Journey& journey, const Contradiction* found,
                                 std::int64_t today) {
    const std::int64_t last_news = today - journey.silent_days;
    switch (kind) {
        case AdviceDate::none: return std::nullopt;
        case AdviceDate::usual_until: return civil_from_days(last_news + journey.silence.long_from - 1);
        case AdviceDate::ask_from: return civil_from_days(last_news + journey.silence.too_long_from);
        case AdviceDate::forecast:
            if (journey.forecast) return civil_from_days(day_of(*journey.forecast));
            return std::nullopt;
        case AdviceDate::scan:
            if (found && found->later) return civil_from_days(day_of(*found->later));
            return std::nullopt;
    }
    return std::nullopt;
}

/// The contradiction a rule is about: the first of a kind that one of its conditions names.
const Contradiction* contradiction_of(AdviceRule rule, std::span<const Contradiction> contradictions) {
    for (const AdviceCondition& condition : advice_condition_rows) {
        if (condition.rule != rule) continue;
        for (const Contradiction& one : contradictions) {
            if (among(condition.contradictions, one.kind)) return &one;
        }
    }
    return nullptr;
}

}  // namespace

std::string_view id_of(AdviceRule rule) { return text_of(row_of(rule).id); }
std::string_view id_of(AdviceKind kind) { return kind_ids[static_cast<std::uint8_t>(kind)]; }
std::string_view id_of(AdviceSign sign) { return text_of(advice_sign_ids[static_cast<std::uint8_t>(sign)]); }
AdviceKind kind_of(AdviceRule rule) { return row_of(rule).kind; }
std::span<const AdviceCondition> advice_conditions() { return advice_condition_rows; }

Situation read_situation(const Item& item, const Journey& journey,
                         std::span<const Contradiction> contradictions, Instant now,
                         std::int16_t local_offset_minutes) {
    Situation situation;
    situation.stage = journey.stage;
    if (journey.newest) situation.reason = journey.newest->event.reason;
    situation.silence = journey.silence.level;
    situation.service = service_class(service_indicator_of(item.number));
    for (const Contradiction& one : contradictions) situation.add(one.kind);
    add_number_signs(item, situation);
    if (!item.posted_on) situation.add(AdviceSign::posting_day_unknown);
    if (destination_of(item).empty()) situation.add(AdviceSign::destination_unknown);
    if (!journey.newest && journey.silent_days >= records_kept_days())
        situation.add(AdviceSign::records_may_be_gone);
    if (journey.forecast)
        situation.add(day_of(*journey.forecast) < day_on_wall(now, local_offset_minutes)
                          ? AdviceSign::forecast_passed
                          : AdviceSign::forecast_ahead);
    if (const SourceRecord* record = asked_last(item)) {
        situation.outcome = record->last_outcome;
        if (record->last_fault) situation.add(sign_of(*record->last_fault));
    }
    return situation;
}

std::vector<AdviceRule> rules_for(const Situation& situation) {
    std::vector<AdviceRule> rules;
    for (const AdviceCondition& condition : advice_condition_rows) {
        const AdviceKind kind = kind_of(condition.rule);
        if (!rules.empty() && rules.back() == condition.rule) continue;
        if (!rules.empty() && kind_of(rules.back()) == kind && !gives_every_rule(kind)) continue;
        if (applies(condition, situation)) rules.push_back(condition.rule);
    }
    return rules;
}

std::vector<AdviceLine> advise(const Item& item, const Journey& journey,
                               std::span<const Contradiction> contradictions, Instant now,
                               std::int16_t local_offset_minutes) {
    const std::int64_t today = day_on_wall(now, local_offset_minutes);
    std::vector<AdviceLine> lines;
    for (const AdviceRule rule :
         rules_for(read_situation(item, journey, contradictions, now, local_offset_minutes))) {
        AdviceLine line{rule, kind_of(rule), {}};
        const Contradiction* found = contradiction_of(rule, contradictions);
        line.arguments.count = rule == AdviceRule::scans_gone && found ? found->count : journey.silent_days;
        line.arguments.date = date_of(row_of(rule).date, journey, found, today);
        line.arguments.origin = issuing_country(item.number);
        line.arguments.destination = destination_of(item);
        if (found) {
            line.arguments.country = found->country;
            if (found->earlier) line.arguments.earlier = found->earlier->event.stage;
            if (found->later) line.arguments.later = found->later->event.stage;
        }
        lines.push_back(line);
    }
    return lines;
}

}  // namespace postal

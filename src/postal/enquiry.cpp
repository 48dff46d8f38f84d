#include "postal/enquiry.h"

#include <algorithm>

#include "postal/elapsed.h"
#include "postal/generated/enquiry_rows.h"

namespace postal {

namespace {

static_assert(std::size(enquiry_subject_of_holder) == holder_count);

std::string_view text_of(EnquiryText text) { return enquiry_texts.substr(text.begin, text.length); }

bool is_country_of(const char (&row)[2], std::string_view country) {
    return std::string_view(row, 2) == country;
}

EnquirySubject subject_of(const Journey& journey) {
    const auto of_stage = enquiry_subject_of_stage[static_cast<std::size_t>(journey.stage)];
    const auto of_holder = enquiry_subject_of_holder[static_cast<std::size_t>(journey.custody.holder)];
    return static_cast<EnquirySubject>(of_stage < enquiry_subject_count ? of_stage : of_holder);
}

/// An announcement is no posting; where there is nothing but announcements, the first scan of all.
const KnownEvent* first_scan_of_post(const Item& item, std::string_view source) {
    const SourceRecord* record = find_source(item, source);
    if (!record) return nullptr;
    const KnownEvent* first = nullptr;
    for (const KnownEvent& known : record->events) {
        if (known.event.forecast) continue;
        const Stage stage = known.event.stage;
        if (stage != Stage::pending && stage != Stage::registered && stage != Stage::unknown) return &known;
        if (!first) first = &known;
    }
    return first;
}

std::int64_t after(std::int64_t day, EnquirySpan span) {
    return span.months ? days_after_months(day, span.amount) : day + span.amount;
}

EnquiryPeriod period_of(const EnquiryPeriodRow& row, const Enquiry& enquiry, std::int64_t today) {
    EnquiryPeriod period;
    period.kind = row.kind;
    period.counted = row.counted;
    period.asker = row.asker;
    period.standing = row.standing;
    period.amount = row.until.amount;
    period.months = row.until.months;
    period.of_country = row.country[0] != '\0';
    period.source = {text_of(row.source), text_of(row.page), text_of(row.as_of), text_of(row.observed)};
    const bool is_of_enquiry = row.counted == EnquiryCount::enquiry;
    period.basis = is_of_enquiry ? DayBasis::known : enquiry.basis;
    if (period.basis == DayBasis::unknown) return period;
    // The day the count begins with counts itself when it is the day after.
    const bool is_day_after = row.counted == EnquiryCount::day_after_posting;
    period.counted_from = is_of_enquiry ? today : enquiry.posting_day + (is_day_after ? 1 : 0);
    period.first_day = after(period.counted_from, row.since);
    period.last_day = after(period.counted_from, row.until) - (is_day_after ? 1 : 0);
    period.days_left = static_cast<std::int32_t>(period.last_day - today);
    period.too_early = today < period.first_day;
    return period;
}

void add_periods(Enquiry& enquiry, std::string_view origin, std::uint32_t service, std::int64_t today) {
    for (const EnquiryPeriodRow& row : enquiry_period_rows)
        if ((row.services >> service & 1) != 0 &&
            (row.country[0] == '\0' || is_country_of(row.country, origin)))
            enquiry.periods.push_back(period_of(row, enquiry, today));
    std::ranges::stable_partition(enquiry.periods, &EnquiryPeriod::of_country);
}

void add_notes(Enquiry& enquiry, const Item& item, std::string_view origin, std::uint32_t service) {
    for (std::size_t i = 0; i < std::size(enquiry_note_rows); ++i) {
        const EnquiryNoteRow& row = enquiry_note_rows[i];
        const bool is_about = std::ranges::any_of(enquiry.subjects, [&](EnquirySubject subject) {
            return (row.subjects >> static_cast<int>(subject) & 1) != 0;
        });
        const bool fits = is_country_of(row.country, origin) && (row.services >> service & 1) != 0 &&
                          is_about && (row.to[0] == '\0' || is_country_of(row.to, destination_of(item))) &&
                          !(row.incoming_only && item.direction == Direction::outgoing);
        if (fits)
            enquiry.notes.push_back({static_cast<EnquiryNoteId>(i),
                                     {text_of(row.source), text_of(row.page), {}, text_of(row.observed)}});
    }
}

}  // namespace

std::string_view id_of(EnquirySubject subject) {
    return enquiry_subject_ids[static_cast<std::size_t>(subject)];
}

std::int64_t days_after_months(std::int64_t day, std::int32_t months) {
    CivilDate date = civil_from_days(day);
    const std::int32_t month = date.month - 1 + months;
    const CivilDate first{date.year + month / 12, static_cast<std::uint8_t>(month % 12 + 1), 1};
    const std::int32_t next = month + 1;
    const CivilDate behind{date.year + next / 12, static_cast<std::uint8_t>(next % 12 + 1), 1};
    const std::int64_t last = days_from_civil(behind) - 1;
    return std::min(days_from_civil(first) + date.day - 1, last);
}

Enquiry enquire(const Item& item, const Journey& journey, std::span<const Contradiction> contradictions,
                Instant now, std::int16_t local_offset_minutes) {
    Enquiry enquiry;
    enquiry.subjects = {subject_of(journey)};
    if (enquiry.subjects[0] == EnquirySubject::not_received)
        enquiry.subjects.push_back(EnquirySubject::damaged);
    if (!contradictions.empty()) enquiry.subjects.push_back(EnquirySubject::contradictory);
    const EnquirySubjectRow& row = enquiry_subject_rows[static_cast<std::size_t>(enquiry.subjects[0])];
    const EnquiryParties& parties = item.direction == Direction::outgoing ? row.outgoing : row.incoming;
    enquiry.asked.assign(parties.parties, parties.parties + parties.count);
    enquiry.papers = row.papers;
    const bool wants_duties = journey.newest && journey.newest->event.reason == Reason::duties_unpaid;
    if (enquiry.papers == AdviceRule::customs_papers && wants_duties)
        enquiry.papers = AdviceRule::duty_papers;
    enquiry.is_usual = journey.silence.level == SilenceLevel::normal && !journey.closed;
    if (item.posted_on) {
        enquiry.basis = DayBasis::known;
        enquiry.posting_day = days_from_civil(*item.posted_on);
    } else if (const KnownEvent* first = first_scan_of_post(item, journey.source)) {
        enquiry.basis = DayBasis::assumed;
        enquiry.posting_day = days_of(first->event.at.seconds);
    }
    const std::string_view origin = issuing_country(item.number);
    const auto service = static_cast<std::uint32_t>(service_class(service_indicator_of(item.number)));
    add_periods(enquiry, origin, service, day_on_wall(now, local_offset_minutes));
    add_notes(enquiry, item, origin, service);
    return enquiry;
}

}  // namespace postal

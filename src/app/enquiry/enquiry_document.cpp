#include <algorithm>

#include "app/enquiry/make_document.h"
#include "app/enquiry/page_text.h"
#include "postal/country.h"

namespace app::enquiry {

namespace {

/// From here on the days left are drawn as a warning.
constexpr std::int32_t soon = 14;

class EnquiryPage {
public:
    EnquiryPage(const Subject& subject, std::span<const Speech> speeches)
        : subject_(subject),
          speeches_(speeches),
          speech_(speeches[0]),
          journey_(postal::read_journey(subject.item, subject.now, subject.offset_minutes)),
          contradictions_(postal::find_contradictions(subject.item, subject.now)),
          enquiry_(postal::enquire(subject.item, journey_, contradictions_, subject.now,
                                   subject.offset_minutes)) {}

    std::string take() {
        add_lead();
        add_whom();
        add_deadlines();
        add_papers();
        add_contradictions();
        add_letters();
        return page_.take();
    }

private:
    void sentence(std::string_view words, Style style = Style::plain) { page_.sentence(words, style); }
    void heading(EnquiryWord word) { page_.heading(speech_.say(word)); }

    void add_lead() {
        page_.lead(speech_.say(
            word_behind(EnquiryWord::ask_not_handed_over, static_cast<int>(enquiry_.subjects[0]))));
        if (enquiry_.is_usual) sentence(speech_.say(EnquiryWord::still_usual), Style::warning);
        if (subject_.item.direction == postal::Direction::unsaid)
            sentence(speech_.say(EnquiryWord::unsaid_direction));
        sentence(speech_.say(EnquiryWord::made_line,
                             {{"date", speech_.instant(subject_.now, subject_.offset_minutes)}}),
                 Style::quiet);
    }

    /// Of whom a party is: that of the country it stands in.
    bool is_at_origin(postal::EnquiryParty party) const {
        return party == postal::EnquiryParty::sender || party == postal::EnquiryParty::origin_post ||
               (party == postal::EnquiryParty::customs &&
                subject_.item.direction == postal::Direction::outgoing);
    }

    void add_whom() {
        heading(EnquiryWord::whom_title);
        const postal::Item& item = subject_.item;
        std::vector<std::string_view> posts;
        for (std::size_t i = 0; i < enquiry_.asked.size(); ++i) {
            const postal::EnquiryParty party = enquiry_.asked[i];
            const bool at_origin = is_at_origin(party);
            const std::string country = at_origin ? speech_.origin(item) : speech_.destination(item);
            sentence(speech_.say(word_behind(EnquiryWord::whom_sender, static_cast<int>(party)),
                                 {{"number", std::to_string(i + 1)}, {"country", country}}));
            const std::string_view code =
                at_origin ? postal::issuing_country(item.number) : postal::destination_of(item);
            if (postal::is_country(code) && std::ranges::find(posts, code) == posts.end())
                posts.push_back(code);
        }
        for (const std::string_view code : posts) page_.post(code);
    }

    std::string span_words(const postal::EnquiryPeriod& period) const {
        return speech_.say_count(period.months ? EnquiryWord::months : EnquiryWord::days, period.amount);
    }

    std::string counter(const postal::EnquiryPeriod& period) const {
        if (period.basis == postal::DayBasis::unknown) return span_words(period);
        if (period.kind == postal::EnquiryPeriodKind::answered)
            return speech_.say_count(EnquiryWord::deadline_answer, period.days_left);
        if (period.too_early)
            return speech_.say_count(EnquiryWord::deadline_early,
                                     period.days_left - (period.last_day - period.first_day));
        if (period.days_left == 0) return speech_.say(EnquiryWord::deadline_today);
        return period.days_left < 0 ? speech_.say_count(EnquiryWord::deadline_over, -period.days_left)
                                    : speech_.say_count(EnquiryWord::deadline_left, period.days_left);
    }

    /// Until when, counted from which day.
    std::string time_words(const postal::EnquiryPeriod& period) const {
        const std::string span = span_words(period);
        if (period.basis == postal::DayBasis::unknown)
            return speech_.say(EnquiryWord::accepted_uncounted, {{"span", span}});
        const std::string last = speech_.date(period.last_day);
        if (period.kind == postal::EnquiryPeriodKind::answered)
            return speech_.say(EnquiryWord::answered_until, {{"last", last}, {"span", span}});
        const bool is_day_after = period.counted == postal::EnquiryCount::day_after_posting;
        const std::string from =
            speech_.say(is_day_after ? EnquiryWord::from_day_after : EnquiryWord::from_posting,
                        {{"date", speech_.date(period.counted_from)}});
        if (period.first_day == period.counted_from)
            return speech_.say(EnquiryWord::accepted_until, {{"last", last}, {"span", span}, {"from", from}});
        const std::string first = speech_.date(period.first_day);
        return speech_.say(EnquiryWord::accepted_between,
                           {{"first", first}, {"last", last}, {"span", span}, {"from", from}});
    }

    /// How far it can be relied on.
    std::string conditions(const postal::EnquiryPeriod& period) const {
        std::string words;
        if (period.counted != postal::EnquiryCount::enquiry) {
            constexpr EnquiryWord bases[] = {EnquiryWord::basis_unknown, EnquiryWord::basis_known,
                                             EnquiryWord::basis_assumed};
            words = speech_.say(bases[static_cast<std::size_t>(period.basis)]);
        }
        if (period.asker != postal::EnquiryAsker::unsaid)
            words = speech_.join(
                words, speech_.say(period.asker == postal::EnquiryAsker::sender ? EnquiryWord::asker_sender
                                                                                : EnquiryWord::asker_both));
        if (period.standing == postal::EnquiryStanding::published_long_ago)
            words = speech_.join(words, speech_.say(EnquiryWord::standing_published_long_ago,
                                                    {{"year", period.source.as_of}}));
        if (period.standing == postal::EnquiryStanding::older_page)
            words = speech_.join(words, speech_.say(EnquiryWord::standing_older_page));
        return words;
    }

    std::string source_words(const postal::EnquirySource& source) const {
        const auto day = postal::parse_civil_date(source.observed);
        if (!day) return {};
        return speech_.say(EnquiryWord::source_line,
                           {{"source", source.name}, {"page", source.page}, {"date", speech_.date(*day)}});
    }

    void add_deadlines() {
        heading(EnquiryWord::deadlines_title);
        for (const postal::EnquiryPeriod& period : enquiry_.periods) {
            const bool counts = period.basis != postal::DayBasis::unknown &&
                                period.kind == postal::EnquiryPeriodKind::accepted;
            page_.deadline(counter(period), speech_.join(time_words(period), conditions(period)),
                           source_words(period.source),
                           counts && period.days_left < soon ? Style::warning
                           : counts                          ? Style::plain
                                                             : Style::quiet);
        }
        const bool knows_own = std::ranges::any_of(enquiry_.periods, &postal::EnquiryPeriod::of_country);
        if (knows_own) return;
        sentence(speech_.say(
            enquiry_.periods.empty() ? EnquiryWord::deadline_none : EnquiryWord::deadline_own_unknown,
            {{"country", speech_.origin(subject_.item)}}));
    }

    void add_papers() {
        heading(EnquiryWord::papers_title);
        const int papers =
            static_cast<int>(enquiry_.papers) - static_cast<int>(postal::AdviceRule::duty_papers);
        sentence(speech_.say(word_behind(EnquiryWord::advise_duty_papers, papers)));
        sentence(speech_.say(EnquiryWord::papers_basis), Style::quiet);
        for (const postal::EnquiryNote& note : enquiry_.notes) {
            sentence(speech_.say(word_behind(EnquiryWord::note_sender_begins, static_cast<int>(note.id))));
            if (const std::string source = source_words(note.source); !source.empty())
                sentence(source, Style::quiet);
        }
    }

    void add_contradictions() {
        if (contradictions_.empty()) return;
        heading(EnquiryWord::contradictions_title);
        for (const postal::Contradiction& one : contradictions_)
            sentence(speech_.contradiction(subject_.item, one), Style::warning);
    }

    void add_letters() {
        heading(EnquiryWord::texts_title);
        for (const Speech& speech : speeches_)
            page_.letter(
                speech_.say(EnquiryWord::copy_text, {{"what", speech.say(EnquiryWord::text_language)}}),
                letter(speech, subject_, journey_, enquiry_, contradictions_), speech.language());
    }

    const Subject& subject_;
    std::span<const Speech> speeches_;
    const Speech& speech_;
    postal::Journey journey_;
    std::vector<postal::Contradiction> contradictions_;
    postal::Enquiry enquiry_;
    PageText page_;
};

// Sentences stand in the order of the enums they are chosen by.
static_assert(static_cast<int>(EnquiryWord::ask_contradictory) -
                  static_cast<int>(EnquiryWord::ask_not_handed_over) ==
              postal::enquiry_subject_count - 1);
static_assert(static_cast<int>(EnquiryWord::question_contradictory) -
                  static_cast<int>(EnquiryWord::question_not_handed_over) ==
              postal::enquiry_subject_count - 1);
static_assert(static_cast<int>(EnquiryWord::note_may_be_shorter) -
                  static_cast<int>(EnquiryWord::note_sender_begins) ==
              postal::enquiry_note_count - 1);
static_assert(static_cast<int>(EnquiryWord::whom_customs) - static_cast<int>(EnquiryWord::whom_sender) ==
              static_cast<int>(postal::EnquiryParty::customs));
static_assert(static_cast<int>(EnquiryWord::advise_enquiry_papers) -
                  static_cast<int>(EnquiryWord::advise_duty_papers) ==
              static_cast<int>(postal::AdviceRule::enquiry_papers) -
                  static_cast<int>(postal::AdviceRule::duty_papers));

}  // namespace

std::string enquiry_document(const Subject& subject, std::span<const Speech> speeches) {
    return EnquiryPage(subject, speeches).take();
}

}  // namespace app::enquiry

#include <algorithm>

#include "app/enquiry/make_document.h"
#include "app/enquiry/page_text.h"
#include "postal/item_number.h"

namespace app::enquiry {

namespace {

using postal::Instant;
using postal::KnownEvent;
using postal::SourceRecord;

/// Times of answers that are listed; each scan names its own.
constexpr std::size_t answers_listed = 30;

class EvidencePage {
public:
    EvidencePage(const Subject& subject, const Speech& speech) : subject_(subject), speech_(speech) {}

    std::string take() {
        add_lead();
        const auto& sources = subject_.item.sources;
        if (sources.empty()) sentence(speech_.say(EnquiryWord::evidence_empty));
        for (std::size_t i = 0; i < sources.size(); ++i) add_source(sources[i], subject_.source_name(i));
        add_contradictions();
        return page_.take();
    }

private:
    void sentence(std::string_view words, Style style = Style::plain) { page_.sentence(words, style); }

    std::string when(Instant at) const { return speech_.instant(at, subject_.offset_minutes); }

    void add_lead() {
        const postal::Item& item = subject_.item;
        page_.lead(speech_.say(EnquiryWord::evidence_lead, {{"number", postal::grouped(item.number)}}));
        sentence(speech_.say(EnquiryWord::letter_service, {{"service", speech_.service(item.number)}}));
        sentence(speech_.say(EnquiryWord::letter_way,
                             {{"origin", speech_.origin(item)}, {"destination", speech_.destination(item)}}));
        sentence(speech_.say(EnquiryWord::evidence_made, {{"date", when(subject_.now)}}));
        sentence(
            speech_.say(EnquiryWord::evidence_clock, {{"offset", signed_hours(subject_.offset_minutes)}}),
            Style::quiet);
        sentence(speech_.say(EnquiryWord::evidence_limits), Style::warning);
        page_.print_button(speech_.say(EnquiryWord::print));
    }

    /// When it is known to have answered, newest first: with each scan it told, and last of all.
    std::string answer_times(const SourceRecord& record) const {
        std::vector<Instant> times;
        if (record.answered_at > 0) times.push_back(record.answered_at);
        for (const KnownEvent& known : record.events)
            times.insert(times.end(), {known.first_seen, known.last_seen});
        std::ranges::sort(times, std::greater());
        times.erase(std::ranges::unique(times).begin(), times.end());
        if (times.empty()) return {};
        std::string dates;
        for (std::size_t i = 0; i < std::min(times.size(), answers_listed); ++i)
            dates += (i == 0 ? "" : "; ") + when(times[i]);
        std::string words = speech_.say(EnquiryWord::answers_at, {{"dates", dates}});
        return times.size() > answers_listed ? speech_.join(words, speech_.say(EnquiryWord::answers_more))
                                             : words;
    }

    std::string outcome_words(const SourceRecord& record) const {
        switch (record.last_outcome) {
            case postal::Outcome::events: return speech_.say(EnquiryWord::outcome_events);
            case postal::Outcome::no_records: return speech_.say(EnquiryWord::outcome_none);
            case postal::Outcome::fault: return speech_.say(EnquiryWord::outcome_fault);
            case postal::Outcome::never_asked: break;
        }
        return {};
    }

    void add_source(const SourceRecord& record, std::string_view name) {
        page_.heading(name);
        if (record.asked_at > 0)
            sentence(speech_.join(speech_.say(EnquiryWord::asked_last, {{"date", when(record.asked_at)}}),
                                  outcome_words(record)));
        if (const std::string answers = answer_times(record); !answers.empty())
            sentence(answers, Style::quiet);
        if (record.events.empty()) return sentence(speech_.say(EnquiryWord::no_scans));
        page_.table_head({speech_.say(EnquiryWord::column_occurred), speech_.say(EnquiryWord::column_told),
                          speech_.say(EnquiryWord::column_seen)});
        for (const KnownEvent& known : record.events)
            page_.table_row({occurred(known.event), told(known.event), seen(known, record)});
    }

    std::string occurred(const postal::Event& event) const {
        const std::string offset = signed_hours(event.at.offset_minutes);
        const EnquiryWord word = event.at.trust == postal::OffsetTrust::trusted ? EnquiryWord::offset_known
                                 : event.at.trust == postal::OffsetTrust::stated
                                     ? EnquiryWord::offset_assumed
                                     : EnquiryWord::offset_unknown;
        return speech_.wall(event.at) + "\n" + speech_.say(word, {{"offset", offset}});
    }

    std::string told(const postal::Event& event) const {
        std::string lines =
            event.forecast ? speech_.say(EnquiryWord::told_forecast) : speech_.stage(event.stage);
        const auto add = [&](const std::string& line) { lines += "\n" + line; };
        if (!event.words.empty()) add(speech_.say(EnquiryWord::told_words, {{"words", event.words}}));
        if (!event.place.empty()) add(event.place);
        if (!event.code.empty()) add(speech_.say(EnquiryWord::told_code, {{"code", event.code}}));
        return lines;
    }

    std::string seen(const KnownEvent& known, const SourceRecord& record) const {
        std::string lines = speech_.say(EnquiryWord::first_seen, {{"date", when(known.first_seen)}}) + "\n" +
                            speech_.say(EnquiryWord::last_seen, {{"date", when(known.last_seen)}});
        if (known.last_seen < record.answered_at) lines += "\n" + speech_.say(EnquiryWord::no_longer_told);
        return lines;
    }

    void add_contradictions() {
        const auto contradictions = postal::find_contradictions(subject_.item, subject_.now);
        if (contradictions.empty()) return;
        page_.heading(speech_.say(EnquiryWord::contradictions_title));
        for (const postal::Contradiction& one : contradictions)
            sentence(speech_.contradiction(subject_.item, one), Style::warning);
    }

    const Subject& subject_;
    const Speech& speech_;
    PageText page_;
};

}  // namespace

std::string evidence_document(const Subject& subject, std::span<const Speech> speeches) {
    return EvidencePage(subject, speeches[0]).take();
}

}  // namespace app::enquiry

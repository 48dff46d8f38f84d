#include "app/enquiry/make_document.h"
#include "postal/item_number.h"
#include "postal/told.h"

namespace app::enquiry {

namespace {

/// Nobody reads more scans in a letter; the newest count.
constexpr std::size_t scans_told = 40;

std::string addressee(const Speech& speech, const postal::Item& item, postal::EnquiryParty party) {
    switch (party) {
        case postal::EnquiryParty::sender: return speech.say(EnquiryWord::letter_sender);
        case postal::EnquiryParty::origin_post:
            return speech.say(EnquiryWord::letter_post, {{"country", speech.origin(item)}});
        case postal::EnquiryParty::destination_post:
            return speech.say(EnquiryWord::letter_post, {{"country", speech.destination(item)}});
        case postal::EnquiryParty::customs: break;
    }
    const bool is_sender = item.direction == postal::Direction::outgoing;
    return speech.say(EnquiryWord::letter_customs,
                      {{"country", is_sender ? speech.origin(item) : speech.destination(item)}});
}

std::string posted_line(const Speech& speech, const postal::Enquiry& enquiry) {
    if (enquiry.basis == postal::DayBasis::unknown) return speech.say(EnquiryWord::letter_posted_unknown);
    const bool is_known = enquiry.basis == postal::DayBasis::known;
    return speech.say(is_known ? EnquiryWord::letter_posted : EnquiryWord::letter_posted_assumed,
                      {{"date", speech.date(enquiry.posting_day)}});
}

std::string scan_line(const Speech& speech, const postal::Event& event) {
    const std::string what = event.stage == postal::Stage::unknown && !event.words.empty()
                                 ? speech.say(EnquiryWord::told_words, {{"words", event.words}})
                                 : speech.stage(event.stage);
    return "- " + speech.comma(speech.comma(speech.wall(event.at), what), event.place);
}

void add(std::string& letter, std::string_view line) {
    letter += line;
    letter += '\n';
}

void add_scans(std::string& letter, const Speech& speech, const postal::Item& item, std::string_view source) {
    const postal::SourceRecord* record = postal::find_source(item, source);
    std::vector<const postal::Event*> scans;
    if (record) {
        const postal::Instant told = postal::last_told(*record);
        for (const postal::KnownEvent& known : record->events)
            if (postal::is_told(known, told)) scans.push_back(&known.event);
    }
    if (scans.empty()) return add(letter, speech.say(EnquiryWord::letter_no_journey));
    add(letter, speech.say(EnquiryWord::letter_journey));
    for (std::size_t i = scans.size() > scans_told ? scans.size() - scans_told : 0; i < scans.size(); ++i)
        add(letter, scan_line(speech, *scans[i]));
}

std::string question(const Speech& speech, const Subject& subject, postal::EnquirySubject about,
                     std::span<const postal::Contradiction> contradictions) {
    std::string what;
    if (about == postal::EnquirySubject::contradictory)
        for (const postal::Contradiction& one : contradictions)
            what = speech.join(what, speech.contradiction(subject.item, one));
    return speech.say(word_behind(EnquiryWord::question_not_handed_over, static_cast<int>(about)),
                      {{"what", what}});
}

}  // namespace

std::string letter(const Speech& speech, const Subject& subject, const postal::Journey& journey,
                   const postal::Enquiry& enquiry, std::span<const postal::Contradiction> contradictions) {
    const postal::Item& item = subject.item;
    const bool is_sender = item.direction == postal::Direction::outgoing;
    std::string text;
    add(text, speech.say(EnquiryWord::letter_subject, {{"number", postal::grouped(item.number)}}));
    add(text, {});
    add(text, speech.say(EnquiryWord::letter_to, {{"name", addressee(speech, item, enquiry.asked[0])}}));
    add(text, speech.say(EnquiryWord::letter_day,
                         {{"date", speech.date(postal::day_on_wall(subject.now, subject.offset_minutes))}}));
    add(text, {});
    add(text, speech.say(is_sender ? EnquiryWord::letter_as_sender : EnquiryWord::letter_as_addressee));
    add(text, speech.say(EnquiryWord::letter_number, {{"number", item.number}}));
    add(text, speech.say(EnquiryWord::letter_service, {{"service", speech.service(item.number)}}));
    add(text, speech.say(EnquiryWord::letter_way,
                         {{"origin", speech.origin(item)}, {"destination", speech.destination(item)}}));
    add(text, posted_line(speech, enquiry));
    add(text, speech.say(EnquiryWord::letter_people));
    add(text, speech.say(EnquiryWord::letter_contents));
    add(text, {});
    add_scans(text, speech, item, journey.source);
    add(text, {});
    for (const postal::EnquirySubject about : enquiry.subjects)
        add(text, question(speech, subject, about, contradictions));
    if (enquiry.asked[0] == postal::EnquiryParty::sender)
        add(text, speech.say(EnquiryWord::letter_ask_your_post, {{"country", speech.origin(item)}}));
    add(text, speech.say(EnquiryWord::letter_request));
    add(text, {});
    add(text, speech.say(EnquiryWord::letter_name));
    return text;
}

}  // namespace app::enquiry

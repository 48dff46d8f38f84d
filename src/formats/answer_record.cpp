#include "formats/answer_record.h"

#include <utility>

#include "formats/saved_item.h"

namespace formats {

std::string write_answer_record(const ReadAnswer& answer, std::string_view number) {
    postal::SourceRecord record;
    record.source = "answer";
    record.last_outcome = postal::Outcome::no_records;
    if (const auto* told = std::get_if<postal::Answer>(&answer)) {
        record.last_outcome = postal::Outcome::events;
        record.origin_country = told->origin_country;
        record.destination_country = told->destination_country;
        for (const postal::Event& event : told->events) record.events.push_back({.event = event});
    } else if (const auto* fault = std::get_if<AnswerFault>(&answer)) {
        record.last_outcome = postal::Outcome::fault;
        record.last_fault = fault->fault;
    }
    postal::Item item;
    item.number = number;
    item.sources.push_back(std::move(record));
    return write_item(item);
}

ReadAnswer read_answer_record(std::string_view text, std::string_view number) {
    const ReadItem read = read_item(text);
    if (!read.saved || read.saved->item.sources.size() != 1) return AnswerFault{postal::Fault::broken_json};
    if (read.saved->item.number != number) return AnswerFault{postal::Fault::wrong_number};
    const postal::SourceRecord& record = read.saved->item.sources.front();
    switch (record.last_outcome) {
        case postal::Outcome::no_records: return NoRecords{};
        case postal::Outcome::fault:
            return AnswerFault{record.last_fault.value_or(postal::Fault::unexpected_status)};
        case postal::Outcome::events: break;
        case postal::Outcome::never_asked: return AnswerFault{postal::Fault::broken_json};
    }
    postal::Answer answer;
    answer.origin_country = record.origin_country;
    answer.destination_country = record.destination_country;
    for (const postal::KnownEvent& known : record.events) answer.events.push_back(known.event);
    return answer;
}

}  // namespace formats

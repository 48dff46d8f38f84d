#include "formats/answer/upu_gtt.h"

#include <optional>
#include <string>
#include <utility>

#include "formats/answer/body.h"
#include "formats/answer/event_time.h"
#include "postal/stage.h"

namespace formats {

namespace {

constexpr std::size_t time_text_limit = 64;
constexpr std::size_t id_text_limit = 64;

std::optional<postal::Event> read_event(const JsonValue& value) {
    const std::string time = text(value, "EventDT", time_text_limit).value_or("");
    auto at = read_wcf_time(time);
    if (!at) at = read_iso_time(time);
    if (!at) return std::nullopt;

    postal::Event event;
    event.code = trimmed_text(value, "EventCd", postal::event_code_limit);
    event.words = trimmed_text(value, "EventNm", postal::event_text_limit);
    event.place = trimmed_text(value, "EventLocation", postal::event_place_limit);
    event.at = *at;
    if (event.code.empty() && event.words.empty()) return std::nullopt;
    const postal::Classified classified = postal::classify_upu(event.code, event.words);
    event.stage = classified.stage;
    event.reason = classified.reason;
    event.forecast = classified.forecast;
    return event;
}

ReadAnswer read_item(const JsonValue& item, std::string_view number) {
    const std::string id = trimmed_text(item, "ID", id_text_limit);
    if (id.empty()) return AnswerFault{postal::Fault::broken_json};
    if (!is_same_number(id, number)) return AnswerFault{postal::Fault::wrong_number};

    const JsonValue* list = member(item, "Events");
    if (!list || list->is_null()) return NoRecords{};
    const JsonArray* events = list->array();
    if (!events) return AnswerFault{postal::Fault::broken_json};
    if (events->empty()) return NoRecords{};

    postal::Answer answer;
    answer.origin_country = country(item, "OriginCountryCd");
    answer.destination_country = country(item, "DestinationCountryCd");
    for (const JsonValue& one : *events)
        if (auto event = read_event(one)) answer.events.push_back(std::move(*event));
    if (answer.events.empty()) return AnswerFault{postal::Fault::broken_json};
    keep_last_events(answer.events);
    return answer;
}

}  // namespace

ReadAnswer read_upu_gtt(std::string_view body, std::string_view number) {
    const std::string_view text = bare(body);
    if (text.empty() || text == "1" || text == "\"1\"") return NoRecords{};
    const auto read = parse_body(body);
    if (const auto* fault = std::get_if<AnswerFault>(&read)) return *fault;
    const JsonArray* items = std::get<JsonValue>(read).array();
    if (!items) return AnswerFault{postal::Fault::broken_json};
    if (items->empty()) return NoRecords{};
    return read_item(items->front(), number);
}

}  // namespace formats

#include "web/module/answer_text.h"

#include "formats/answer.h"
#include "formats/item_ids.h"
#include "postal/stage.h"
#include "web/module/event_text.h"

namespace postwatch {

std::string classified_text(std::string_view provider, std::string_view code, std::string_view words,
                            std::string_view number) {
    const auto known = postal::provider_by_id(provider);
    JsonText json;
    json.begin_object();
    stage_text(json, known ? postal::classify(*known, code, words, number) : postal::classify_words(words));
    return json.end_object().take();
}

std::string answer_text(std::string_view dialect, std::int32_t status, std::string_view body,
                        std::string_view number) {
    const auto read = formats::read_answer(formats::dialect_by_id(dialect), status, body, number);
    JsonText json;
    json.begin_object();
    if (const auto* fault = std::get_if<formats::AnswerFault>(&read)) {
        json.member("kind", "fault").member("fault", formats::id_of(formats::faults, fault->fault));
        json.name("events").begin_array().end_array();
        return json.end_object().take();
    }
    const auto* answer = std::get_if<postal::Answer>(&read);
    json.member("kind", answer ? "events" : "no_records");
    json.name("events").begin_array();
    if (answer)
        for (const postal::Event& event : answer->events) {
            json.begin_object();
            event_text(json, event);
            json.end_object();
        }
    json.end_array();
    if (answer && !answer->origin_country.empty()) json.member("origin_country", answer->origin_country);
    if (answer && !answer->destination_country.empty())
        json.member("destination_country", answer->destination_country);
    return json.end_object().take();
}

}  // namespace postwatch

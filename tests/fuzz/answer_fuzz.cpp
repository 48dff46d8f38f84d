// Any body with any status in any dialect: events within the limits, no records or a fault.
#include "formats/answer.h"

#include <cstdint>
#include <cstdlib>

#include "formats/clean_text.h"

namespace {

void expect(bool truth) {
    if (!truth) std::abort();
}

void check_text(const std::string& text, std::size_t limit) {
    expect(text.size() <= limit);
    expect(formats::clean_text(text, limit) == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view body(reinterpret_cast<const char*>(data), size);
    const int status = size % 8 == 0 ? 404 : 200;
    const auto dialect =
        formats::dialect_by_id(formats::dialect_ids()[size / 8 % formats::dialect_ids().size()]);
    const auto read = formats::read_answer(dialect, status, body, "EE123456785CN");
    formats::retry_at(body, 1'772'612'700'000);
    const auto* answer = std::get_if<postal::Answer>(&read);
    if (!answer) return 0;
    expect(!answer->events.empty() && answer->events.size() <= postal::events_per_source_limit);
    for (const postal::Event& event : answer->events) {
        check_text(event.code, postal::event_code_limit);
        check_text(event.words, postal::event_text_limit);
        check_text(event.place, postal::event_place_limit);
    }
    return 0;
}

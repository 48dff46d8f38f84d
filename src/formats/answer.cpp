#include "formats/answer.h"

#include <algorithm>
#include <optional>

#include "formats/answer/body.h"
#include "formats/answer/upu_gtt.h"
#include "postal/clean_words.h"

namespace formats {

namespace {

struct DialectRow {
    std::string_view id;
    Dialect dialect;
    ReadAnswer (*read)(std::string_view body, std::string_view number);
};

constexpr DialectRow dialects[] = {
    {"upu-gtt", Dialect::upu_gtt, read_upu_gtt},
};

/// The proxy's own problems (RFC 9457) carry the member `reason`; answers of a source never do.
bool is_proxy_problem(std::string_view body) {
    const auto read = parse_body(body);
    const auto* json = std::get_if<JsonValue>(&read);
    return json && text(*json, "reason", 64).has_value();
}

/// The fault that the status alone tells; nothing for 200 and 404, whose bodies are looked at.
std::optional<postal::Fault> fault_of(std::int32_t status) {
    using postal::Fault;
    if (status == 200 || status == 404) return std::nullopt;
    if (status == 401 || status == 403) return Fault::refused;
    if (status == 429) return Fault::too_many_requests;
    if (status == 408 || status == 504) return Fault::timed_out;
    if (status >= 500 && status <= 599) return Fault::upstream_down;
    return Fault::unexpected_status;
}

ReadAnswer read_not_found(std::string_view body) {
    if (bare(body).starts_with('<') || is_proxy_problem(body))
        return AnswerFault{postal::Fault::unexpected_status};
    return NoRecords{};
}

/// Names and phones of couriers and signers are nobody's business but theirs: they go before anything is
/// kept.
ReadAnswer without_people(ReadAnswer read) {
    if (auto* answer = std::get_if<postal::Answer>(&read)) {
        for (postal::Event& event : answer->events) {
            event.words = postal::clean_words(event.words);
            event.place = postal::clean_words(event.place);
        }
    }
    return read;
}

}  // namespace

Dialect dialect_by_id(std::string_view id) {
    const auto* row = std::ranges::find(dialects, id, &DialectRow::id);
    return row == std::end(dialects) ? Dialect::unknown : row->dialect;
}

ReadAnswer read_answer(Dialect dialect, std::int32_t status, std::string_view body, std::string_view number) {
    if (const auto fault = fault_of(status)) return AnswerFault{*fault};
    if (body.size() > answer_size_limit) return AnswerFault{postal::Fault::too_large};
    if (status == 404) return read_not_found(body);
    const auto* row = std::ranges::find(dialects, dialect, &DialectRow::dialect);
    if (row == std::end(dialects)) return AnswerFault{postal::Fault::unexpected_status};
    return without_people(row->read(body, number));
}

}  // namespace formats

#include "formats/answer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "formats/answer/body.h"
#include "formats/answer/dialects.h"
#include "postal/clean_words.h"

namespace formats {

namespace {

/// In the order of Dialect, without unknown.
constexpr std::array<std::string_view, 8> ids = {"upu-gtt", "17track", "ship24",  "karrio",
                                                 "opendoc", "dhl",     "laposte", "aftership"};

/// The proxy's own problems (RFC 9457) carry the member `reason`; answers of a source never do.
bool is_proxy_problem(std::string_view body) {
    const auto read = parse_body(body);
    const auto* json = std::get_if<JsonValue>(&read);
    return json && text(*json, "reason", 64).has_value();
}

ReadAnswer read_not_found(std::string_view body) {
    if (bare(body).starts_with('<') || is_proxy_problem(body))
        return AnswerFault{postal::Fault::unexpected_status};
    return NoRecords{};
}

/// A source's own error says more than its status: a used-up quota comes as 403 or 405.
AnswerFault refined(Reader* read_body, postal::Fault fault, std::string_view body, std::string_view number) {
    using postal::Fault;
    const ReadAnswer read = read_body(body, number);
    const auto* told = std::get_if<AnswerFault>(&read);
    if (!told) return {fault};
    switch (told->fault) {
        case Fault::refused:
        case Fault::too_many_requests:
        case Fault::timed_out:
        case Fault::upstream_down: return *told;
        default: return {fault};
    }
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
    const auto found = std::ranges::find(ids, id);
    return found == ids.end() ? Dialect::unknown : static_cast<Dialect>(found - ids.begin() + 1);
}

std::string_view id_of(Dialect dialect) {
    return dialect == Dialect::unknown ? std::string_view() : ids[static_cast<std::size_t>(dialect) - 1];
}

std::span<const std::string_view> dialect_ids() { return ids; }

ReadAnswer read_answer_by(Reader* read_body, std::int32_t status, std::string_view body,
                          std::string_view number) {
    const auto fault = fault_of_status(status);
    if (body.size() > answer_size_limit) return AnswerFault{fault.value_or(postal::Fault::too_large)};
    if (!read_body) return AnswerFault{fault.value_or(postal::Fault::unexpected_status)};
    if (fault)
        return status >= 400 && status < 500 ? refined(read_body, *fault, body, number) : AnswerFault{*fault};
    if (status == 404) return read_not_found(body);
    return without_people(read_body(body, number));
}

ReadAnswer read_upu_answer(std::int32_t status, std::string_view body, std::string_view number) {
    return read_answer_by(read_upu_gtt, status, body, number);
}

}  // namespace formats

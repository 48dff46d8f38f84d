#include "formats/answer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "formats/answer/body.h"
#include "formats/answer/dialects.h"
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
    {"17track", Dialect::seventeen_track, read_seventeen_track},
    {"ship24", Dialect::ship24, read_ship24},
    {"karrio", Dialect::karrio, read_karrio},
    {"opendoc", Dialect::open_document, read_open_document},
    {"dhl", Dialect::dhl, read_dhl},
    {"laposte", Dialect::la_poste, read_la_poste},
    {"aftership", Dialect::aftership, read_aftership},
};

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
AnswerFault refined(const DialectRow& row, postal::Fault fault, std::string_view body,
                    std::string_view number) {
    using postal::Fault;
    const ReadAnswer read = row.read(body, number);
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
    const auto* row = std::ranges::find(dialects, id, &DialectRow::id);
    return row == std::end(dialects) ? Dialect::unknown : row->dialect;
}

std::span<const std::string_view> dialect_ids() {
    static constexpr auto ids = [] {
        std::array<std::string_view, std::size(dialects)> made{};
        std::ranges::transform(dialects, made.begin(), &DialectRow::id);
        return made;
    }();
    return ids;
}

ReadAnswer read_answer(Dialect dialect, std::int32_t status, std::string_view body, std::string_view number) {
    const auto fault = fault_of_status(status);
    if (body.size() > answer_size_limit) return AnswerFault{fault.value_or(postal::Fault::too_large)};
    const auto* row = std::ranges::find(dialects, dialect, &DialectRow::dialect);
    if (row == std::end(dialects)) return AnswerFault{fault.value_or(postal::Fault::unexpected_status)};
    if (fault)
        return status >= 400 && status < 500 ? refined(*row, *fault, body, number) : AnswerFault{*fault};
    if (status == 404) return read_not_found(body);
    return without_people(row->read(body, number));
}

}  // namespace formats

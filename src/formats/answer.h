// An answer of a tracking source -> events, "no records", or a fault with its reason.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

#include "postal/item.h"

namespace formats {

/// Larger bodies are refused while they arrive; a real answer has a few kilobytes.
inline constexpr std::size_t answer_size_limit = 1'000'000;

/// The dialects spoken; the id is the one in routes, config and module.
enum class Dialect : std::uint8_t {
    unknown,
    upu_gtt,
    seventeen_track,
    ship24,
    karrio,
    open_document,
    dhl,
    la_poste,
    aftership,
};
Dialect dialect_by_id(std::string_view id);
std::string_view id_of(Dialect dialect);  ///< empty for unknown
std::span<const std::string_view> dialect_ids();

struct NoRecords {};
struct AnswerFault {
    postal::Fault fault;
};
using ReadAnswer = std::variant<postal::Answer, NoRecords, AnswerFault>;

/// Never throws. `number` is the item asked for, canonical: an answer about another one is
/// Fault::wrong_number. Events come oldest first, at most postal::events_per_source_limit (the newest), their
/// texts cleaned and cut.
///
/// Status  200, 201, 202, 207  the body is read by its dialect; not_json when it is no object or array (a web
///                             page), broken_json when it is truncated, too deep or not of the agreed shape
///         404                 no records; unexpected_status when it is a web page or the proxy's own problem
///                             (RFC 9457 with the member `reason`: no such source)
///         401, 403            refused
///         429                 too_many_requests
///         408, 504            timed_out
///         5xx                 upstream_down
///         anything else       unexpected_status
/// With a status of 4xx the source's own error in the body decides between refused, too_many_requests,
/// timed_out and upstream_down when it has one. A body above answer_size_limit is too_large.
ReadAnswer read_answer(Dialect dialect, std::int32_t status, std::string_view body, std::string_view number);

/// The same for Dialect::upu_gtt, which every page speaks; the others are read by a wasm of their own
/// (docs/decisions/007).
ReadAnswer read_upu_answer(std::int32_t status, std::string_view body, std::string_view number);

/// Retry-After as seconds or as an HTTP date (RFC 9110 IMF-fixdate); clamped to 1 s..24 h after `now`; 0 when
/// it says nothing usable.
postal::Instant retry_at(std::string_view retry_after, postal::Instant now);

}  // namespace formats

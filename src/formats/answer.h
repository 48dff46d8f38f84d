// An answer of a tracking source -> events, "no records", or a fault with its reason.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "postal/item.h"

namespace formats {

/// Larger bodies are refused while they arrive; a real answer has a few kilobytes.
inline constexpr std::size_t answer_size_limit = 1'000'000;

/// The dialects spoken; the id is the one in routes, config and module.
enum class Dialect : std::uint8_t { unknown, upu_gtt };
Dialect dialect_by_id(std::string_view id);

struct NoRecords {};
struct AnswerFault {
    postal::Fault fault;
};
using ReadAnswer = std::variant<postal::Answer, NoRecords, AnswerFault>;

/// Never throws, never copies more than the limits below. `number` is the item asked for: an answer about
/// another one is Fault::wrong_number.
/// Status: 200 read; 401/403 refused; 429 too_many_requests; 404 of our proxy's sample source and an empty
/// body are no records; 5xx upstream_down; anything else unexpected_status. A body that begins with '<' is not_json.
ReadAnswer read_answer(Dialect dialect, std::int32_t status, std::string_view body, std::string_view number);

/// Retry-After as seconds or as an HTTP date; clamped to 1 s..24 h after `now`; 0 when it says nothing usable.
postal::Instant retry_at(std::string_view retry_after, postal::Instant now);

}  // namespace formats

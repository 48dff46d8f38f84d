// What the dialects share: an answer's body as JSON, and the fields every source has in its own words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "formats/answer.h"
#include "formats/json_reader.h"

namespace formats {

/// A real answer has a few hundred values; 200 events of 10 fields make 2,000.
inline constexpr JsonLimits answer_limits{.size = answer_size_limit, .nodes = 20'000};

/// Without byte order mark and blanks round it.
std::string_view bare(std::string_view body);

/// What is neither an object nor an array is not_json: a web page, or a sentence of some server on the way.
/// What begins like one and is not, or breaks a limit, is broken_json.
std::variant<JsonValue, AnswerFault> parse_body(std::string_view body);

/// As text(), without blanks at the ends; empty when missing.
std::string trimmed_text(const JsonValue& value, std::string_view name, std::size_t limit);

/// An ISO 3166-1 alpha-2 code that exists, in upper case; else empty.
std::string country(const JsonValue& value, std::string_view name);

/// `number` is canonical; `told` may be in lower case, as a source wrote it.
bool is_same_number(std::string_view told, std::string_view number);

/// Events stand oldest first: of too many, the newest stay.
void keep_last_events(std::vector<postal::Event>& events);

}  // namespace formats

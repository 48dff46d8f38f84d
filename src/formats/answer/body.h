// What the dialects share: an answer's body as JSON, and the fields every source has in its own words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "formats/answer.h"
#include "formats/json_reader.h"

namespace formats {

/// A real answer has a few hundred values; 200 events of 10 fields make 2,000.
inline constexpr JsonLimits answer_limits{.size = answer_size_limit, .nodes = 20'000};

/// Success, as the sources spell it: 201 and 202 answer a POST (Ship24, Karrio), 207 several numbers (La
/// Poste).
bool is_read(std::int32_t status);

/// The fault that a status alone tells; nothing for success and for 404, whose bodies are looked at.
std::optional<postal::Fault> fault_of_status(std::int32_t status);

/// Without byte order mark and blanks round it.
std::string_view bare(std::string_view body);

/// What is neither an object nor an array is not_json: a web page, or a sentence of some server on the way.
/// What begins like one and is not, or breaks a limit, is broken_json.
std::variant<JsonValue, AnswerFault> parse_body(std::string_view body);

/// As text(), without blanks at the ends; empty when missing.
std::string trimmed_text(const JsonValue& value, std::string_view name, std::size_t limit);

/// As trimmed_text(), also of a whole number: sources change their mind about ids and codes.
std::string id_text(const JsonValue& value, std::string_view name, std::size_t limit);

/// The members of the path, one inside the other; nullptr when one is missing.
const JsonValue* member(const JsonValue& value, std::initializer_list<std::string_view> path);

/// As elements(); an object where the array should be counts as its only element.
std::span<const JsonValue> one_or_more(const JsonValue& value, std::string_view name);

/// An ISO 3166-1 alpha-2 code that exists, in upper case; else empty.
std::string country(const JsonValue& value, std::string_view name);

/// As country(), of an alpha-3 code too.
std::string country_of_any_length(const JsonValue& value, std::string_view name);

/// What a status says that is told inside a body: 404 is no records, as in the status line. One that says all
/// is well where there should be an error is broken_json.
ReadAnswer outcome_of_status(std::int64_t status);

/// `number` is canonical; `told` may be in lower case, as a source wrote it.
bool is_same_number(std::string_view told, std::string_view number);

/// Sizes of the texts read only to be compared or looked up.
inline constexpr std::size_t id_limit = 64;
inline constexpr std::size_t time_limit = 64;

/// Events stand oldest first: of too many, the newest stay.
void keep_last_events(std::vector<postal::Event>& events);

}  // namespace formats

// JSON from outside: the network, a file, an older version of this program. Nobody outside `formats` sees it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace formats {

struct JsonMember;
struct JsonValue;
using JsonArray = std::vector<JsonValue>;
/// In the order written; of a name written twice the last counts, as in browsers.
struct JsonObject {
    std::vector<JsonMember> members;
};
/// A number that is no integer of 64 bits; no reader needs its value.
struct OtherNumber {};

struct JsonValue {
    std::variant<std::monostate, bool, std::int64_t, OtherNumber, std::string, JsonArray, JsonObject> value;

    const JsonArray* array() const { return std::get_if<JsonArray>(&value); }
    const JsonObject* object() const { return std::get_if<JsonObject>(&value); }
    bool is_null() const { return std::holds_alternative<std::monostate>(value); }
};

struct JsonMember {
    std::string name;
    JsonValue value;
};

struct JsonLimits {
    std::size_t size;           ///< bytes
    std::size_t nodes;          ///< values of any kind, held at the same time
    std::size_t depth = 16;     ///< values are destroyed recursively, and the stack of wasm is 64 KB
    std::size_t name = 256;     ///< bytes
    std::size_t string = 4096;  ///< bytes; a longer string keeps its beginning, so that a picture in a field
                                ///< nobody reads does not cost the rest
};

/// Nothing when the text is not one whole JSON document, breaks a limit, or holds a NUL byte (the parser
/// would take it for the end and ignore the rest). Bytes that are no UTF-8 are read as U+FFFD. A number
/// beyond the range of a double, such as 1e999, is refused by the parser, and with it the document.
std::optional<JsonValue> parse_untrusted(std::string_view text, const JsonLimits& limits);

struct ReadList {
    JsonValue root;      ///< the outermost object, its list empty; what was read of it when it is not whole
    bool whole = false;  ///< the document was read to its end
};

/// For documents too large to be held: the elements of the array `list` in the outermost object are handed to
/// `element` one by one and not kept.
ReadList parse_list(std::string_view text, const JsonLimits& limits, std::string_view list,
                    const std::function<void(const JsonValue&)>& element);

// Reading members. `value` that is no object has no members; a member of another type or out of range is as
// good as missing.

const JsonValue* member(const JsonValue& value, std::string_view name);
/// Cleaned and cut to `limit` bytes as clean_text() says.
std::optional<std::string> text(const JsonValue& value, std::string_view name, std::size_t limit);
/// The same of each line: line breaks stay.
std::optional<std::string> lines(const JsonValue& value, std::string_view name, std::size_t limit);
std::optional<std::int64_t> integer(const JsonValue& value, std::string_view name, std::int64_t lowest,
                                    std::int64_t highest);
std::optional<bool> boolean(const JsonValue& value, std::string_view name);
/// Empty when there is no such array.
std::span<const JsonValue> elements(const JsonValue& value, std::string_view name);

}  // namespace formats

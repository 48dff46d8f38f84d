#include "formats/json_reader.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "formats/clean_text.h"

namespace formats {

namespace {

using nlohmann::ordered_json;

/// Receives the parser's events and builds values from them, never more than the limits allow. Returning
/// false stops the parser.
class Builder : public nlohmann::json_sax<ordered_json> {
public:
    explicit Builder(const JsonLimits& limits) : limits_(limits) {}
    Builder(const JsonLimits& limits, std::string_view list,
            const std::function<void(const JsonValue&)>& element)
        : limits_(limits), list_(list), element_(&element) {}

    JsonValue take() { return std::move(root_); }

    bool null() override { return add({}); }
    bool boolean(bool truth) override { return add({truth}); }
    bool number_integer(number_integer_t number) override { return add({std::int64_t{number}}); }
    bool number_unsigned(number_unsigned_t number) override {
        if (number > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) return add({OtherNumber{}});
        return add({static_cast<std::int64_t>(number)});
    }
    bool number_float(number_float_t, const string_t&) override { return add({OtherNumber{}}); }
    bool string(string_t& text) override {
        if (text.size() > limits_.string) text = beginning_of(text);
        return add({std::move(text)});
    }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open({JsonObject{}}); }
    bool key(string_t& name) override {
        if (name.size() > limits_.name) return false;
        name_ = std::move(name);
        if (open_.size() == 1) top_name_ = name_;
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open({JsonArray{}}); }
    bool end_array() override { return close(); }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false;
    }

private:
    std::string beginning_of(std::string_view text) const {
        std::size_t length = limits_.string;
        while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
        return std::string(text.substr(0, length));
    }

    /// Puts a value where the document has it; nullptr when there are too many.
    JsonValue* place(JsonValue&& value) {
        if (++nodes_ > limits_.nodes) return nullptr;
        if (open_.empty()) return &(root_ = std::move(value));
        if (auto* array = std::get_if<JsonArray>(&open_.back()->value))
            return &array->emplace_back(std::move(value));
        auto& members = std::get<JsonObject>(open_.back()->value).members;
        return &members.emplace_back(JsonMember{std::move(name_), std::move(value)}).value;
    }

    bool add(JsonValue&& value) {
        if (!place(std::move(value))) return false;
        hand_over();
        return true;
    }

    // The addresses in `open_` hold: only the innermost open value grows.
    bool open(JsonValue&& value) {
        if (open_.size() == limits_.depth) return false;
        JsonValue* placed = place(std::move(value));
        if (!placed) return false;
        open_.push_back(placed);
        if (list_being_read()) nodes_beside_elements_ = nodes_;
        return true;
    }

    bool close() {
        open_.pop_back();
        hand_over();
        return true;
    }

    /// A value is finished: when it is an element of the list, it is handed over and forgotten.
    void hand_over() {
        JsonArray* list = list_being_read();
        if (!list) return;
        (*element_)(list->back());
        list->clear();
        nodes_ = nodes_beside_elements_;
    }

    /// The list, when it is the innermost open value.
    JsonArray* list_being_read() {
        if (!element_ || open_.size() != 2 || !open_.front()->object() || top_name_ != list_) return nullptr;
        return std::get_if<JsonArray>(&open_.back()->value);
    }

    const JsonLimits limits_;
    std::string_view list_;
    const std::function<void(const JsonValue&)>* element_ = nullptr;
    JsonValue root_;
    std::vector<JsonValue*> open_;
    std::string name_;
    std::string top_name_;   ///< the outermost object's member being read
    std::size_t nodes_ = 0;  ///< held now
    std::size_t nodes_beside_elements_ = 0;
};

bool parse(std::string_view text, const JsonLimits& limits, Builder& builder) {
    if (text.size() > limits.size || text.find('\0') != std::string_view::npos) return false;
    if (is_utf8(text)) return ordered_json::sax_parse(text, &builder);
    return ordered_json::sax_parse(repaired_utf8(text), &builder);
}

}  // namespace

std::optional<JsonValue> parse_untrusted(std::string_view text, const JsonLimits& limits) {
    Builder builder(limits);
    if (!parse(text, limits, builder)) return std::nullopt;
    return builder.take();
}

ReadList parse_list(std::string_view text, const JsonLimits& limits, std::string_view list,
                    const std::function<void(const JsonValue&)>& element) {
    Builder builder(limits, list, element);
    ReadList read;
    read.whole = parse(text, limits, builder);
    read.root = builder.take();
    return read;
}

const JsonValue* member(const JsonValue& value, std::string_view name) {
    const JsonObject* object = value.object();
    if (!object) return nullptr;
    for (auto one = object->members.rbegin(); one != object->members.rend(); ++one)
        if (one->name == name) return &one->value;
    return nullptr;
}

std::optional<std::string> text(const JsonValue& value, std::string_view name, std::size_t limit) {
    const JsonValue* found = member(value, name);
    const auto* string = found ? std::get_if<std::string>(&found->value) : nullptr;
    if (!string) return std::nullopt;
    return clean_text(*string, limit);
}

std::optional<std::string> lines(const JsonValue& value, std::string_view name, std::size_t limit) {
    const JsonValue* found = member(value, name);
    const auto* string = found ? std::get_if<std::string>(&found->value) : nullptr;
    if (!string) return std::nullopt;
    std::string read;
    for (std::string_view rest = *string; read.size() < limit;) {
        const std::size_t end = rest.find('\n');
        read += clean_text(rest.substr(0, end), limit - read.size());
        if (end == rest.npos || read.size() == limit) break;
        read += '\n';
        rest.remove_prefix(end + 1);
    }
    return read;
}

std::optional<std::int64_t> integer(const JsonValue& value, std::string_view name, std::int64_t lowest,
                                    std::int64_t highest) {
    const JsonValue* found = member(value, name);
    const auto* number = found ? std::get_if<std::int64_t>(&found->value) : nullptr;
    if (!number || *number < lowest || *number > highest) return std::nullopt;
    return *number;
}

std::optional<bool> boolean(const JsonValue& value, std::string_view name) {
    const JsonValue* found = member(value, name);
    const auto* truth = found ? std::get_if<bool>(&found->value) : nullptr;
    return truth ? std::optional<bool>(*truth) : std::nullopt;
}

std::span<const JsonValue> elements(const JsonValue& value, std::string_view name) {
    const JsonValue* found = member(value, name);
    const JsonArray* array = found ? found->array() : nullptr;
    return array ? std::span<const JsonValue>(*array) : std::span<const JsonValue>();
}

}  // namespace formats

// JSON as text, written from front to back. Cheaper than building a document of small values first.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace postwatch {

class JsonText {
public:
    JsonText& begin_object() { return open('{'); }
    JsonText& end_object() { return close('}'); }
    JsonText& begin_array() { return open('['); }
    JsonText& end_array() { return close(']'); }

    /// A name of our own: written as it is.
    JsonText& name(std::string_view name);

    /// Valid UTF-8.
    JsonText& value(std::string_view text);
    JsonText& value(const char* text) { return value(std::string_view(text)); }
    JsonText& value(bool truth) { return raw(truth ? "true" : "false"); }
    JsonText& value(std::integral auto number) { return raw(std::to_string(number)); }
    JsonText& null() { return raw("null"); }

    template <class Value>
    JsonText& member(std::string_view its_name, const Value& its_value) {
        return name(its_name).value(its_value);
    }

    std::string take() { return std::move(text_); }

private:
    JsonText& open(char bracket);
    JsonText& close(char bracket);
    JsonText& raw(std::string_view text);
    void comma();

    std::string text_;
};

}  // namespace postwatch

#include "web/module/json_text.h"

namespace postwatch {

void JsonText::comma() {
    if (text_.empty()) return;
    const char last = text_.back();
    if (last != '{' && last != '[' && last != ':') text_ += ',';
}

JsonText& JsonText::open(char bracket) {
    comma();
    text_ += bracket;
    return *this;
}

JsonText& JsonText::close(char bracket) {
    text_ += bracket;
    return *this;
}

JsonText& JsonText::raw(std::string_view text) {
    comma();
    text_ += text;
    return *this;
}

JsonText& JsonText::name(std::string_view name) {
    comma();
    ((text_ += '"') += name) += "\":";
    return *this;
}

JsonText& JsonText::value(std::string_view text) {
    comma();
    text_ += '"';
    for (const char character : text) {
        if (character == '"' || character == '\\') {
            (text_ += '\\') += character;
        } else if (static_cast<unsigned char>(character) < 0x20) {
            constexpr std::string_view hex = "0123456789abcdef";
            ((text_ += "\\u00") += hex[character >> 4]) += hex[character & 15];
        } else {
            text_ += character;
        }
    }
    text_ += '"';
    return *this;
}

}  // namespace postwatch

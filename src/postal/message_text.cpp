#include "postal/message_text.h"

#include <algorithm>

#include "postal/code_point.h"
#include "postal/host_character.h"

namespace postal {

namespace {

struct Undone {
    std::string_view written;
    std::string_view meant;
};

/// How people and mail filters write links that shall not be pressed.
constexpr Undone undone[] = {
    {"[.]", "."},   {"(.)", "."}, {"{.}", "."},     {"[dot]", "."},
    {"(dot)", "."}, {"[:]", ":"}, {"[://]", "://"}, {"[/]", "/"},
};

bool stands_at(std::string_view text, std::size_t at, std::string_view wanted) {
    if (text.size() - at < wanted.size()) return false;
    return std::equal(wanted.begin(), wanted.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char one, char other) { return one == ascii_lower(other); });
}

const Undone* disguise_at(std::string_view text, std::size_t at) {
    if (text[at] != '[' && text[at] != '(' && text[at] != '{') return nullptr;
    for (const Undone& row : undone) {
        if (stands_at(text, at, row.written)) return &row;
    }
    return nullptr;
}

}  // namespace

MessageText message_text(std::string_view text) {
    MessageText message;
    message.clean.reserve(text.size());
    message.origin.reserve(text.size() + 1);
    const auto append = [&](std::string_view bytes, std::size_t from) {
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            message.clean += bytes[i];
            message.origin.push_back(static_cast<std::uint32_t>(from + i));
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        const Undone* row = disguise_at(text, at);
        if (row) {
            for (const char letter : row->meant) append({&letter, 1}, at);
            at += row->written.size();
            continue;
        }
        if (stands_at(text, at, "hxxp")) {
            for (const char letter : std::string_view("http")) append({&letter, 1}, at++);
            continue;
        }
        if (point.value == not_utf8 || point.value == 0) {
            message.not_utf8 = true;
            append(" ", at);
        } else if (is_unseen(point.value)) {
            message.unseen.push_back(static_cast<std::uint32_t>(message.clean.size()));
        } else {
            append(text.substr(at, point.length), at);
        }
        at += point.length;
    }
    message.origin.push_back(static_cast<std::uint32_t>(text.size()));
    return message;
}

}  // namespace postal

#include "formats/mail_text.h"

#include <algorithm>

#include "formats/mail_decoding.h"

namespace formats {

namespace {

/// Bytes. No mail program shows more; decoding looks some way ahead at every place.
constexpr std::size_t subject_limit = 4096;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with(std::string_view text, std::string_view lower_case) {
    return text.size() >= lower_case.size() &&
           std::ranges::equal(text.substr(0, lower_case.size()), lower_case, {}, lower);
}

/// Takes the first line off `text`; without its end.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

bool is_field_name(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

/// A field of a header with its folded lines, or no name.
struct Field {
    std::string_view name, value;
};
Field take_field(std::string_view& text) {
    const std::string_view from = text;
    const std::string_view line = take_line(text);
    const std::size_t colon = line.find(':');
    if (colon == line.npos || !is_field_name(line.substr(0, colon))) return {};
    std::size_t end = from.size() - text.size();
    while (text.starts_with(' ') || text.starts_with('\t')) {
        take_line(text);
        end = from.size() - text.size();
    }
    return {from.substr(0, colon), from.substr(colon + 1, end - colon - 1)};
}

struct Header {
    std::string_view type, encoding, subject;
    std::string_view body;
};

/// The header fields up to the empty line; what is no field is passed over.
Header read_header(std::string_view text) {
    Header header;
    while (!text.empty() && !text.starts_with('\n') && !text.starts_with("\r\n")) {
        const Field field = take_field(text);
        if (begins_with(field.name, "content-type") && field.name.size() == 12) header.type = field.value;
        if (begins_with(field.name, "content-transfer-encoding")) header.encoding = field.value;
        if (begins_with(field.name, "subject") && field.name.size() == 7) header.subject = field.value;
    }
    take_line(text);
    header.body = text;
    return header;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == text.npos ? std::string_view() : text.substr(begin);
}

/// The value of boundary= in a Content-Type; empty when there is none.
std::string_view boundary_of(std::string_view type) {
    constexpr std::string_view name = "boundary=";
    const auto found = std::ranges::search(type, name, {}, lower);
    if (found.empty()) return {};
    std::string_view value = type.substr(static_cast<std::size_t>(found.end() - type.begin()));
    if (value.starts_with('"')) {
        value.remove_prefix(1);
        return value.substr(0, value.find('"'));
    }
    return value.substr(0, value.find_first_of("; \t\r\n"));
}

bool looks_like_html(std::string_view text) {
    const std::string_view begin = trimmed(text);
    const char second = begin.size() > 1 && begin[0] == '<' ? lower(begin[1]) : '\0';
    return second == '!' || second == '?' || (second >= 'a' && second <= 'z');
}

class Mail {
public:
    std::string text;

    void read_entity(std::string_view entity, int depth) {
        if (depth > mail_depth_limit) return;
        const Header header = read_header(entity);
        if (!header.subject.empty()) text += decoded_header(header.subject.substr(0, subject_limit)) + '\n';
        const std::string_view type = trimmed(header.type);
        if (begins_with(type, "multipart/")) return read_parts(header.body, boundary_of(type), depth);
        if (begins_with(type, "message/rfc822")) return read_entity(header.body, depth + 1);
        if (!type.empty() && !begins_with(type, "text/")) return;
        read_text(header, begins_with(type, "text/html"));
    }

private:
    void read_text(const Header& header, bool is_html) {
        const std::string_view encoding = trimmed(header.encoding);
        std::string decoded;
        if (begins_with(encoding, "base64"))
            decoded = decoded_base64(header.body);
        else if (begins_with(encoding, "quoted-printable"))
            decoded = decoded_quoted_printable(header.body);
        else
            decoded = header.body;
        std::erase(decoded, '\0');
        text += is_html ? without_references(decoded) : decoded;
        text += '\n';
    }

    /// What stands before the first boundary and behind the last is for programs that know no parts.
    void read_parts(std::string_view body, std::string_view boundary, int depth) {
        if (boundary.empty()) return;
        std::string_view rest = body;
        std::size_t begin = 0;
        bool in_part = false;
        while (!rest.empty()) {
            const std::size_t at = body.size() - rest.size();
            const std::string_view line = take_line(rest);
            if (!line.starts_with("--") || !line.substr(2).starts_with(boundary)) continue;
            if (in_part) read_entity(body.substr(begin, at - begin), depth + 1);
            in_part = !line.substr(2 + boundary.size()).starts_with("--");
            if (!in_part) return;
            begin = body.size() - rest.size();
        }
        if (in_part) read_entity(body.substr(begin), depth + 1);  // cut off
    }
};

}  // namespace

bool is_mail(std::string_view text) {
    constexpr std::string_view of_mails[] = {"received",     "return-path", "message-id",   "mime-version",
                                             "delivered-to", "from",        "content-type", "dkim-signature"};
    constexpr int searched_fields = 40;
    bool found = false;
    int fields = 0;
    // Some programs put a line of their own before the header of a mail they have saved.
    if (text.starts_with("From ") || text.starts_with(">From ")) take_line(text);
    while (!text.empty() && !text.starts_with('\n') && !text.starts_with("\r\n")) {
        const Field field = take_field(text);
        if (field.name.empty()) return false;
        found = found || std::ranges::any_of(of_mails, [&](std::string_view name) {
                    return field.name.size() == name.size() && begins_with(field.name, name);
                });
        if (++fields == searched_fields) break;
    }
    // One line "From: me" may be the beginning of a letter somebody has typed.
    return found && fields > 1;
}

std::string mail_text(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (is_mail(text)) {
        if (text.starts_with("From ") || text.starts_with(">From ")) take_line(text);
        Mail mail;
        mail.read_entity(text, 0);
        return std::move(mail.text);
    }
    std::string plain = looks_like_html(text) ? without_references(text) : std::string(text);
    std::erase(plain, '\0');
    return plain;
}

}  // namespace formats

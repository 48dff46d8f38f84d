#include "view/text_runs.h"

#include <algorithm>

#include "view/text.h"
#include "view/text_kind.h"

namespace view {
namespace {

using CodePoints = std::u32string;
using CodePointsView = std::u32string_view;
using Pieces = std::vector<TextPiece>;

constexpr char32_t isolate_left_to_right = 0x2066;
constexpr char32_t end_isolate = 0x2069;

void append_simple(Pieces& out, char32_t c) {
    if (out.empty() || out.back().is_run) out.push_back({});
    out.back().text += c;
}

void append_run(Pieces& out, CodePointsView run) { out.push_back({CodePoints(run), true}); }

bool is_ascii_word(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// A letter that is read from left to right and so settles the direction of the label it stands first in.
bool is_left_to_right_letter(char32_t c) {
    const TextKind kind = text_kind(c);
    if (kind == TextKind::shaped) return true;
    if (kind != TextKind::simple) return false;
    if (c < 0xAA) return is_ascii_word(c) && c > '9';
    return !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3040) && !(c >= 0xFFF0);
}

// --- left to right ---

// Where the group that begins with line[begin] ends: a letter with its marks, an emoji sequence, a flag.
std::size_t cluster_end(CodePointsView line, std::size_t begin) {
    std::size_t end = begin + 1;
    const std::size_t limit = std::min(line.size(), begin + longest_run);
    if (text_kind(line[begin]) == TextKind::flag_letter && end < limit &&
        text_kind(line[end]) == TextKind::flag_letter) {
        end++;
    }
    for (; end < limit; end++) {
        const TextKind kind = text_kind(line[end]);
        if (kind == TextKind::mark) continue;
        if (kind != TextKind::joiner) break;
        const bool joins_pictures = end + 1 < limit && line[end + 1] > 0x7F;
        if (joins_pictures && text_kind(line[end + 1]) != TextKind::mark) end++;
    }
    return end;
}

// A word of a shaped script: cluster after cluster, cut where it gets too long.
std::size_t word_end(CodePointsView line, std::size_t begin) {
    std::size_t end = cluster_end(line, begin);
    while (end < line.size() && text_kind(line[end]) == TextKind::shaped) {
        const std::size_t next = cluster_end(line, end);
        if (next - begin > longest_run) break;
        end = next;
    }
    return end;
}

void append_left_to_right(Pieces& out, CodePointsView line) {
    for (std::size_t at = 0; at < line.size();) {
        const TextKind kind = text_kind(line[at]);
        const std::size_t end = kind == TextKind::shaped ? word_end(line, at) : cluster_end(line, at);
        if (kind == TextKind::simple && end == at + 1) {
            append_simple(out, line[at]);
        } else if (kind != TextKind::joiner || end > at + 1) {
            append_run(out, line.substr(at, end - at));
        }
        at = end;
    }
}

// --- right to left ---

// Numbers such as "EE 123 456 785 CN" or "+33 1 23" keep together and in order.
std::size_t latin_end(CodePointsView run, std::size_t begin) {
    std::size_t end = begin;
    for (std::size_t at = begin; at < run.size(); at++) {
        if (is_ascii_word(run[at])) {
            end = at + 1;
        } else if (CodePointsView(U" -/.:+").find(run[at]) == CodePointsView::npos) {
            break;
        }
    }
    return end;
}

void append_right_to_left_run(Pieces& out, CodePointsView run) {
    CodePoints isolated;
    for (std::size_t at = 0; at < run.size();) {
        const bool begins =
            is_ascii_word(run[at]) || (run[at] == '+' && at + 1 < run.size() && is_ascii_word(run[at + 1]));
        if (!begins) {
            isolated += run[at++];
            continue;
        }
        const std::size_t end = latin_end(run, at);
        isolated += isolate_left_to_right;
        isolated += run.substr(at, end - at);
        isolated += end_isolate;
        at = end;
    }
    append_run(out, isolated);
}

// The first part of `text` that may stand on one line.
std::size_t line_length(CodePointsView text) {
    if (text.size() <= longest_run) return text.size();
    const std::size_t blank = text.rfind(U' ', longest_run);
    if (blank != CodePointsView::npos && blank > 0) return blank;
    std::size_t end = longest_run;
    while (end > 1 && text_kind(text[end]) == TextKind::mark) end--;
    return end;
}

void append_right_to_left(Pieces& out, CodePointsView text) {
    while (!text.empty()) {
        const std::size_t length = line_length(text);
        append_right_to_left_run(out, text.substr(0, length));
        text.remove_prefix(length);
        if (text.empty()) return;
        append_simple(out, U'\n');
        text.remove_prefix(std::min(text.find_first_not_of(U' '), text.size()));
    }
}

// --- both ---

bool is_right_to_left(char32_t c) { return text_kind(c) == TextKind::right_to_left; }

// In a left-to-right line: from one right-to-left letter to the last before the next letter of the other
// kind.
std::size_t insertion_end(CodePointsView line, std::size_t begin) {
    std::size_t end = begin + 1;
    for (std::size_t at = end; at < line.size() && !is_left_to_right_letter(line[at]); at++) {
        const TextKind kind = text_kind(line[at]);
        if (kind == TextKind::right_to_left || (kind == TextKind::mark && at == end)) end = at + 1;
    }
    return end;
}

}  // namespace

std::vector<TextPiece> split_line(CodePointsView line) {
    Pieces out;
    auto first_strong = std::find_if(line.begin(), line.end(), [](char32_t c) {
        return is_right_to_left(c) || is_left_to_right_letter(c);
    });
    if (first_strong != line.end() && is_right_to_left(*first_strong)) {
        line.remove_suffix(line.size() - 1 - line.find_last_not_of(U' '));
        append_right_to_left(out, line);
        return out;
    }
    while (!line.empty()) {
        const auto begin =
            static_cast<std::size_t>(std::find_if(line.begin(), line.end(), is_right_to_left) - line.begin());
        append_left_to_right(out, line.substr(0, begin));
        if (begin == line.size()) return out;
        const std::size_t end = insertion_end(line, begin);
        append_right_to_left(out, line.substr(begin, end - begin));
        line.remove_prefix(end);
    }
    return out;
}

}  // namespace view

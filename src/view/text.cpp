#include "view/text.h"

#include <algorithm>
#include <functional>
#include <map>

#include "postal/code_point.h"
#include "view/text_kind.h"
#include "view/text_runs.h"

namespace view {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t ellipsis = 0x2026;

InternRun intern_run = nullptr;
std::map<std::string, std::string, std::less<>> drawables;
std::size_t held_bytes = 0;

// One code point from text[at…]; at moves on. Overlong forms, surrogates and broken sequences are one
// replacement each, and reading goes on with the next byte that can begin a code point.
char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 && lead < 0xF5   ? 3
                     : lead >= 0xE0 && lead < 0xF0 ? 2
                     : lead >= 0xC2 && lead < 0xE0 ? 1
                                                   : 0;
    if (more == 0) return replacement;
    char32_t c = lead & (0x3F >> more);
    for (int i = 0; i < more; i++) {
        if (at >= text.size() || (text[at] & 0xC0) != 0x80) return replacement;
        c = c << 6 | (text[at++] & 0x3F);
    }
    constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (c < least[more] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return replacement;
    return c;
}

std::u32string clean_code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        if (at >= longest_drawable) {
            out += ellipsis;
            break;
        }
        const char32_t c = next_code_point(text, at);
        switch (text_kind(c)) {
            case TextKind::dropped:
                if (c == '\t') out += U' ';
                break;
            case TextKind::foreign: out += replacement; break;
            default: out += c;
        }
    }
    return out;
}

void append_line(std::string& out, std::u32string_view line) {
    std::string run;
    for (const TextPiece& piece : split_line(line)) {
        const bool is_interned = piece.is_run && intern_run;
        std::string& target = is_interned ? run : out;
        for (char32_t c : piece.text) postal::append_utf8(target, c);
        if (is_interned) postal::append_utf8(out, intern_run(run));
        run.clear();
    }
}

std::string made_drawable(std::string_view text) {
    const std::u32string all = clean_code_points(text);
    std::string out;
    std::u32string_view rest = all;
    for (;;) {
        const std::size_t end = std::min(rest.find(U'\n'), rest.size());
        append_line(out, rest.substr(0, end));
        if (end == rest.size()) return out;
        out += '\n';
        rest.remove_prefix(end + 1);
    }
}

bool is_plain(std::string_view text) {
    return text.size() <= longest_drawable &&
           std::all_of(text.begin(), text.end(), [](char c) { return (c >= ' ' && c < 0x7F) || c == '\n'; });
}

}  // namespace

void set_run_interner(InternRun intern) {
    intern_run = intern;
    forget_drawables();
}

std::string_view drawable(std::string_view text) {
    if (is_plain(text)) return text;
    // Hashing 100 kB for every frame would cost more than cutting first; the cut keeps one byte too many so
    // that the ellipsis is still put.
    text = text.substr(0, longest_drawable + 1);
    if (auto known = drawables.find(text); known != drawables.end()) return known->second;
    auto [made, is_new] = drawables.emplace(text, made_drawable(text));
    held_bytes += made->first.size() + made->second.size();
    return made->second;
}

void forget_drawables() {
    drawables.clear();
    held_bytes = 0;
}

std::size_t drawable_bytes() { return held_bytes; }

}  // namespace view

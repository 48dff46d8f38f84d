#include "postal/skeleton.h"

#include <algorithm>

#include "postal/code_point.h"
#include "postal/host_character.h"

namespace postal {

namespace {

void append_like(std::string& text, char letter) {
    switch (letter) {
        case '0': text += 'o'; return;
        case '1':
        case 'i': text += 'l'; return;
        case '5': text += 's'; return;
        case 'm': text += "rn"; return;
        case 'w': text += "vv"; return;
        case 'd': text += "cl"; return;
        default: text += letter;
    }
}

}  // namespace

std::string skeleton(std::string_view text) {
    std::string alike;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        at += point.length;
        if (point.value == not_utf8) continue;
        const char32_t base = without_marks(point.value);
        if (base < 0x80) {
            append_like(alike, static_cast<char>(base));
        } else {
            for (const char letter : looks_like(base)) append_like(alike, letter);
        }
    }
    return alike;
}

bool is_one_slip_away(std::string_view one, std::string_view other) {
    if (one.size() > other.size()) std::swap(one, other);
    if (other.size() - one.size() > 1) return false;
    std::size_t same = 0;
    while (same < one.size() && one[same] == other[same]) ++same;
    const std::string_view rest = one.substr(same), longer = other.substr(same);
    if (longer.size() > rest.size()) return rest == longer.substr(1);
    if (rest.empty() || rest.substr(1) == longer.substr(1)) return true;
    return rest.size() >= 2 && rest[0] == longer[1] && rest[1] == longer[0] &&
           rest.substr(2) == longer.substr(2);
}

}  // namespace postal

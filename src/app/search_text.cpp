#include "app/search_text.h"

#include <algorithm>
#include <utility>

#include "app/reading.h"

namespace app {

namespace {

// U+00C0 to U+017F as plain lower case letters; `?`: stays what it is. Two letters in one (ae, oe) as their
// first.
constexpr std::string_view plain_latin =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

void append(std::string& out, char32_t point) {
    if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
    } else {
        out += static_cast<char>(0xE0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    }
    out += static_cast<char>(0x80 | (point & 0x3F));
}

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

/// Of two and three bytes; those of four have no case that matters here.
void fold(std::string& out, char32_t point) {
    if (point >= 0xC0 && point < 0xC0 + plain_latin.size() && plain_latin[point - 0xC0] != '?')
        out += plain_latin[point - 0xC0];
    else if ((point >= 0x391 && point <= 0x3A9) || (point >= 0x410 && point <= 0x42F))
        append(out, point + 0x20);
    else if (point >= 0x400 && point <= 0x40F)
        append(out, point + 0x50);
    else if (point >= 0xFF01 && point <= 0xFF5E)
        out += lower(static_cast<char>(point - 0xFF01 + '!'));
    else if (point == 0x3000)
        out += ' ';
    else
        append(out, point);
}

bool goes_on(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto tail = [&](std::size_t at) { return static_cast<char32_t>(text[at] & 0x3F); };
        if (byte >= 0xC2 && byte < 0xE0 && goes_on(text, i + 1)) {
            fold(out, (static_cast<char32_t>(byte & 0x1F) << 6) | tail(i + 1));
            i += 1;
        } else if (byte >= 0xE0 && byte < 0xF0 && goes_on(text, i + 1) && goes_on(text, i + 2)) {
            fold(out, (static_cast<char32_t>(byte & 0xF) << 12) | (tail(i + 1) << 6) | tail(i + 2));
            i += 2;
        } else {
            out += lower(text[i]);
        }
    }
    return out;
}

std::string search_text(const State& state, const postal::Item& item) {
    std::string text = item_title(item) + '\n' + item.number + '\n';
    for (const std::string* one : {&item.note, &item.order_number, &item.shop})
        if (!one->empty()) text += *one + '\n';
    for (const std::string& tag : item.tags) text += tag + '\n';
    for (const std::string_view country : {origin_of(item), postal::destination_of(item)})
        if (!country.empty()) text.append(country).append("\n") += country_name(state, country) + '\n';
    std::string_view last;
    for (const postal::SourceRecord& record : item.sources)
        for (const postal::KnownEvent& known : record.events) {
            const std::string& place = known.event.place;
            if (!place.empty() && place != last) text += place + '\n';
            last = place;
        }
    return folded(text);
}

SearchWords::SearchWords(std::string_view typed, bool piecemeal) {
    constexpr unsigned char without_blanks = 0xE3;  // of U+3000, kana, Han and all that follow
    std::string word;
    for (const char character : folded(typed) + ' ') {
        const auto byte = static_cast<unsigned char>(character);
        const bool ends = !word.empty() && byte < 0x80 && static_cast<unsigned char>(word.back()) >= 0x80;
        if (piecemeal && !word.empty() && (ends || byte >= without_blanks))
            words_.push_back(std::exchange(word, {}));
        if (character != ' ') {
            word += character;
        } else if (!word.empty()) {
            words_.push_back(std::move(word));
            word.clear();
        }
    }
}

bool SearchWords::all_stand_in(std::string_view text) const {
    return std::ranges::all_of(words_, [&](const std::string& word) { return text.find(word) != text.npos; });
}

}  // namespace app

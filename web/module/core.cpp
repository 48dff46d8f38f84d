// What JavaScript calls: the table of contents of the module. Texts are UTF-8 and stand one behind the other
// in the input area (buffers.h); a result is JSON text, or packed where there can be very many of them.
#include <emscripten/em_macros.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

#include "formats/item_json.h"
#include "postal/extract.h"
#include "postal/item_number.h"
#include "web/module/answer_text.h"
#include "web/module/buffers.h"
#include "web/module/journey_text.h"
#include "web/module/message_text.h"
#include "web/module/number_text.h"
#include "web/module/utf16.h"

using postwatch::give;
using postwatch::Input;
using postwatch::Result;

namespace {

/// JavaScript's time in milliseconds; what is no time, or beyond 2100, is the nearest one that is.
postwatch::Moment moment(double now, std::int32_t offset_minutes) {
    constexpr std::int32_t widest = 14 * 60;  // UTC+14, Kiribati
    const double latest = static_cast<double>(formats::latest_instant);
    const double instant = now > 0 ? std::min(now, latest) : 0;
    return {static_cast<postal::Instant>(instant),
            static_cast<std::int16_t>(std::clamp(offset_minutes, -widest, widest))};
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* core_input(std::uint32_t size) { return postwatch::input_area(size); }

EMSCRIPTEN_KEEPALIVE const Result* core_check(std::uint32_t text) {
    return give(postwatch::number_text(Input().take(text)));
}

EMSCRIPTEN_KEEPALIVE const Result* core_passport(std::uint32_t text) {
    return give(postwatch::passport_text(Input().take(text)));
}

/// The ids of the families of numbers, in the order core_extract counts them.
EMSCRIPTEN_KEEPALIVE const Result* core_families() { return give(postwatch::families_text()); }

/// One byte for each line, in the values of postal::Verdict.
EMSCRIPTEN_KEEPALIVE const Result* core_check_many(std::uint32_t text) {
    char* area = postwatch::input_area();
    return give(area, postal::write_verdicts_of_lines(area, text, postal::Typing::going_on));
}

/// The same for a text of UTF-16: `units` of them.
EMSCRIPTEN_KEEPALIVE const Result* core_check_many_units(std::uint32_t units) {
    char* area = postwatch::input_area();
    auto* text = reinterpret_cast<char16_t*>(area);  // malloc's places fit every type
    return give(area, postal::write_verdicts_of_lines(text, units, postal::Typing::going_on));
}

/// Four words for each number: begin and end in units of UTF-16, verdict + 256 * family, length of the
/// number; the numbers follow as one text behind all of them. `ascii`: the text is nothing else.
EMSCRIPTEN_KEEPALIVE const Result* core_extract(std::uint32_t text, std::uint32_t eager,
                                                std::uint32_t s10_alone, std::uint32_t ascii) {
    constexpr std::size_t words_of_a_find = 4;
    const std::string_view all = Input().take(text);
    const auto found = postal::extract(all, eager ? postal::Eagerness::eager : postal::Eagerness::strict,
                                       s10_alone ? postal::Wanted::s10_alone : postal::Wanted::all_families);
    postwatch::Utf16Places places(all, ascii != 0);
    std::size_t characters = 0;
    for (const postal::FoundNumber& one : found) characters += one.number.size();
    const std::size_t words_size = found.size() * words_of_a_find + 1;
    std::vector<std::uint32_t> words(words_size + (characters + 3) / sizeof(std::uint32_t));
    std::uint32_t* word = words.data();
    auto* numbers = reinterpret_cast<char*>(word + words_size);
    *word++ = static_cast<std::uint32_t>(found.size());
    for (const postal::FoundNumber& one : found) {
        *word++ = places.at(one.begin);
        *word++ = places.at(one.end);
        *word++ = static_cast<std::uint32_t>(one.verdict) | std::uint32_t{one.family} << 8;
        *word++ = static_cast<std::uint32_t>(one.number.size());
        std::memcpy(numbers, one.number.data(), one.number.size());
        numbers += one.number.size();
    }
    return give(std::move(words), words_size * sizeof(std::uint32_t) + characters);
}

EMSCRIPTEN_KEEPALIVE const Result* core_classify(std::uint32_t provider, std::uint32_t code,
                                                 std::uint32_t text, std::uint32_t number) {
    Input input;
    const auto its_provider = input.take(provider);
    const auto its_code = input.take(code);
    const auto its_text = input.take(text);
    return give(postwatch::classified_text(its_provider, its_code, its_text, input.take(number)));
}

EMSCRIPTEN_KEEPALIVE const Result* core_read_answer(std::int32_t status, std::uint32_t dialect,
                                                    std::uint32_t body, std::uint32_t number) {
    Input input;
    const auto its_dialect = input.take(dialect);
    const auto its_body = input.take(body);
    return give(postwatch::answer_text(its_dialect, status, its_body, input.take(number)));
}

EMSCRIPTEN_KEEPALIVE const Result* core_journey(double now, std::int32_t offset_minutes,
                                                std::uint32_t items) {
    return give(postwatch::journey_text(Input().take(items), moment(now, offset_minutes)));
}

EMSCRIPTEN_KEEPALIVE const Result* core_advise(double now, std::int32_t offset_minutes, std::uint32_t items) {
    return give(postwatch::advice_text(Input().take(items), moment(now, offset_minutes)));
}

EMSCRIPTEN_KEEPALIVE const Result* core_check_message(std::uint32_t text, std::uint32_t claimed,
                                                      std::uint32_t items) {
    Input input;
    const auto its_text = input.take(text);
    const auto its_claimed = input.take(claimed);
    return give(postwatch::message_text(its_text, its_claimed, input.take(items)));
}

}  // extern "C"

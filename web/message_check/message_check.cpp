// What web/js/message_check.js calls. Texts are UTF-8 and stand one behind the other in the input area
// (web/module/buffers.h); results are JSON text, and for numbers lines.
#include <emscripten/em_macros.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "app/effect.h"
#include "app/enquiry/make_document.h"
#include "formats/answer_record.h"
#include "formats/found_numbers.h"
#include "postal/brand.h"
#include "web/module/buffers.h"
#include "web/module/json_text.h"
#include "web/module/message_text.h"

using postwatch::give;
using postwatch::Input;
using postwatch::Result;

extern "C" {

EMSCRIPTEN_KEEPALIVE char* message_input(std::uint32_t size) { return postwatch::input_area(size); }

/// As web/module/message_text.h says.
EMSCRIPTEN_KEEPALIVE const Result* message_check(std::uint32_t text, std::uint32_t claimed,
                                                 std::uint32_t items) {
    Input input;
    const auto its_text = input.take(text);
    const auto its_claimed = input.take(claimed);
    return give(postwatch::message_text(its_text, its_claimed, input.take(items)));
}

/// As formats/found_numbers.h says.
EMSCRIPTEN_KEEPALIVE const Result* message_find_numbers(std::uint32_t text, bool is_eager) {
    return give(formats::find_numbers(Input().take(text),
                                      is_eager ? postal::Eagerness::eager : postal::Eagerness::strict));
}

/// As formats/answer_record.h says.
EMSCRIPTEN_KEEPALIVE const Result* answer_read(std::uint32_t dialect, std::uint32_t number,
                                               std::uint32_t body, std::int32_t status) {
    Input input;
    const auto its_dialect = formats::dialect_by_id(input.take(dialect));
    const auto its_number = input.take(number);
    return give(formats::write_answer_record(
        formats::read_answer(its_dialect, status, input.take(body), its_number), its_number));
}

/// A document about an item, as formats/document.h says; nothing when its record cannot be read. `request`:
/// app::MakeDocument. Then names of Intl: app::enquiry::Locales.
EMSCRIPTEN_KEEPALIVE const Result* message_document(std::uint32_t request, std::uint32_t own,
                                                    std::uint32_t english, std::uint32_t chinese,
                                                    app::DocumentKind kind, double now, int offset_minutes) {
    Input input;
    const auto asked = input.take(request);
    app::enquiry::Locales locales;
    locales.own = input.take(own);
    locales.english = input.take(english);
    locales.chinese = input.take(chinese);
    return give(app::enquiry::make_document(kind, asked, static_cast<postal::Instant>(now),
                                            static_cast<std::int16_t>(offset_minutes), locales));
}

/// Whom messages are written in the name of: {"senders": [{"id", "name"}, …]}, by name, capitals like others.
EMSCRIPTEN_KEEPALIVE const Result* message_senders() {
    std::vector<postal::Brand> brands;
    for (std::uint8_t index = 0; index < postal::brand_count(); ++index)
        brands.push_back(postal::brand(index));
    const auto capital = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    std::sort(brands.begin(), brands.end(), [&](const postal::Brand& one, const postal::Brand& other) {
        return std::ranges::lexicographical_compare(one.name, other.name, {}, capital, capital);
    });
    postwatch::JsonText json;
    json.begin_object().name("senders").begin_array();
    for (const postal::Brand& brand : brands) {
        json.begin_object().member("id", brand.id).member("name", brand.name).end_object();
    }
    return give(json.end_array().end_object().take());
}

}  // extern "C"

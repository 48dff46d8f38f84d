// Documents as the second wasm makes them, for the tests of `app`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/enquiry/make_document.h"
#include "app/generated/enquiry_word_texts.h"
#include "formats/document.h"
#include "tests/app/driver.h"

namespace made_documents {

using namespace driver;
using enquiry::Speech;

/// As web/js/locale.js writes it.
inline std::string locale_text(std::string_view tag) {
    const bool is_chinese = tag == "zh-Hans";
    const LocaleArrived locale = english();
    std::string text(tag);
    const auto add = [&](std::string_view column) { text += '\x1f' + std::string(column); };
    add(locale.day_pattern);
    add(is_chinese ? "{year}年{month}{day}日" : locale.date_pattern);
    for (std::size_t i = 0; i < 12; ++i)
        add(is_chinese ? std::to_string(i + 1) + "月" : locale.month_names[i]);
    for (const std::string& day : locale.weekday_names) add(day);
    for (std::string_view code : postal::country_codes())
        add(code == "CN"   ? is_chinese ? "中国" : "China"
            : code == "FR" ? is_chinese ? "法国" : "France"
                           : code);
    add(locale.countries_by_name);
    return text;
}

inline Speech speech_of(std::string_view tag) {
    Speech speech;
    for (const EnquiryWordText& words : enquiry_word_texts)
        if (words.tag == tag) speech.read(words.text, locale_text(tag));
    return speech;
}

inline std::vector<Speech> speeches(std::string_view first = "en") {
    return {speech_of(first), speech_of(first == "en" ? "zh-Hans" : "en")};
}

/// All blocks of a document, which they point into.
inline std::vector<formats::DocumentBlock> blocks_of(std::string_view document) {
    std::vector<formats::DocumentBlock> blocks;
    while (!document.empty()) {
        const auto block = formats::take_block(document);
        if (!block) return {};
        blocks.push_back(*block);
    }
    return blocks;
}

/// As the second wasm answers it.
inline std::string document_of(const MakeDocument& make, std::string_view locale = "en", Instant now = noon) {
    const std::string own = locale_text(locale), english = locale_text("en"),
                      chinese = locale_text("zh-Hans");
    return enquiry::make_document(make.kind, make.request, now, 60, {own, english, chinese});
}

}  // namespace made_documents

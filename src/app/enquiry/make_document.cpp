#include "app/enquiry/make_document.h"

#include "app/generated/enquiry_word_texts.h"
#include "formats/saved_item.h"

namespace app::enquiry {

namespace {

/// Up to the next line feed, which is taken off too.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    return line;
}

std::string_view built_in(std::string_view language) {
    for (const EnquiryWordText& words : enquiry_word_texts)
        if (words.tag == language) return words.text;
    return {};
}

/// The user's language first, and each once.
std::vector<Speech> speeches_of(std::string_view language, const Spoken& spoken) {
    std::vector<Speech> speeches;
    const auto add = [&](std::string_view words, std::string_view locale) {
        Speech speech;
        if (speech.read(words, locale)) speeches.push_back(std::move(speech));
    };
    add(spoken.words.empty() ? built_in(language) : spoken.words, spoken.locale);
    if (language != "en") add(built_in("en"), spoken.english_locale);
    if (language != "zh-Hans") add(built_in("zh-Hans"), spoken.chinese_locale);
    return speeches;
}

}  // namespace

std::string make_document(DocumentKind kind, std::string_view request, postal::Instant now,
                          std::int16_t offset_minutes, const Spoken& spoken) {
    const std::vector<Speech> speeches = speeches_of(take_line(request), spoken);
    std::vector<std::string_view> sources;
    while (!request.empty() && request.front() != '\n') sources.push_back(take_line(request));
    take_line(request);
    const auto read = formats::read_item(request);
    if (!read.saved || speeches.empty()) return {};
    const Subject subject{.item = read.saved->item,
                          .sources = std::move(sources),
                          .now = now,
                          .offset_minutes = offset_minutes};
    return kind == DocumentKind::enquiry ? enquiry_document(subject, speeches)
                                         : evidence_document(subject, speeches);
}

}  // namespace app::enquiry

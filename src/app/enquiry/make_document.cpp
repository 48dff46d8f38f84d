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

/// The user's language first, then English and Chinese, which every text is in; each once.
std::vector<Speech> speeches_of(std::string_view language, const Locales& locales) {
    std::vector<Speech> speeches;
    const auto add = [&](std::string_view wanted, std::string_view locale) {
        Speech speech;
        for (const EnquiryWordText& words : enquiry_word_texts)
            if (words.tag == wanted && speech.read(words.text, locale)) speeches.push_back(std::move(speech));
    };
    add(language, locales.own);
    if (language != "en") add("en", locales.english);
    if (language != "zh-Hans") add("zh-Hans", locales.chinese);
    return speeches;
}

}  // namespace

std::string make_document(DocumentKind kind, std::string_view request, postal::Instant now,
                          std::int16_t offset_minutes, const Locales& locales) {
    const std::vector<Speech> speeches = speeches_of(take_line(request), locales);
    std::vector<std::string_view> sources;
    while (!request.empty() && request.front() != '\n') sources.push_back(take_line(request));
    take_line(request);
    const auto read = formats::read_item(request);
    if (!read.saved) return {};
    const Subject subject{.item = read.saved->item,
                          .sources = std::move(sources),
                          .now = now,
                          .offset_minutes = offset_minutes};
    return kind == DocumentKind::enquiry ? enquiry_document(subject, speeches)
                                         : evidence_document(subject, speeches);
}

}  // namespace app::enquiry

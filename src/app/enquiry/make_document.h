// Documents about an item, made by the second wasm (web/message_check) of postal's rules and sentences of its
// own: what to ask, of whom and until when, with the text of the enquiry; and what this device has seen,
// when.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/effect.h"
#include "app/enquiry/speech.h"
#include "postal/item.h"

namespace app::enquiry {

struct Subject {
    const postal::Item& item;
    std::vector<std::string_view> sources;  ///< name of each of item.sources; fewer: their ids
    postal::Instant now = 0;
    std::int16_t offset_minutes = 0;  ///< of this device, east of UTC

    std::string_view source_name(std::size_t index) const {
        return index < sources.size() && !sources[index].empty()
                   ? sources[index]
                   : std::string_view(item.sources[index].source);
    }
};

/// Both as formats/document.h says, in the language of speeches[0]; `speeches` is not empty. Texts to be
/// copied stand in each of the languages, in that order.
std::string enquiry_document(const Subject& subject, std::span<const Speech> speeches);
std::string evidence_document(const Subject& subject, std::span<const Speech> speeches);

/// Names of Intl, as Speech::read takes them: in the user's language, in English and in Chinese.
struct Locales {
    std::string_view own, english, chinese;
};

/// The document that app::MakeDocument asks for; empty when its record cannot be read. In a language without
/// sentences of its own it is in English.
std::string make_document(DocumentKind kind, std::string_view request, postal::Instant now,
                          std::int16_t offset_minutes, const Locales& locales);

/// The text of an enquiry in one language, with blanks in brackets for what no program knows.
std::string letter(const Speech& speech, const Subject& subject, const postal::Journey& journey,
                   const postal::Enquiry& enquiry, std::span<const postal::Contradiction> contradictions);

}  // namespace app::enquiry

// One language of a document: its sentences, and the names and patterns of the browser's Intl.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "app/generated/enquiry_word_ids.h"
#include "app/sentences.h"
#include "postal/contradiction.h"
#include "postal/enquiry.h"
#include "postal/item.h"

namespace app::enquiry {

class Speech {
public:
    /// `words`: a text of cmake/document_words.py. `locale`: columns with 0x1F between them, as
    /// web/js/locale.js writes them: language, pattern of a day, pattern of a date, 12 months, 7 weekdays, a
    /// name for each of postal::country_codes(); what follows is not read. False when the words are not of
    /// this build; without names, codes and dates of digits stand in their place.
    bool read(std::string_view words, std::string_view locale);

    std::string_view language() const { return sentences_.language(); }

    std::string say(EnquiryWord word, std::initializer_list<Argument> arguments = {}) const;
    std::string say_count(EnquiryWord word, std::int64_t count,
                          std::initializer_list<Argument> arguments = {}) const;

    std::string join(std::string before, std::string_view next) const;   ///< two sentences
    std::string comma(std::string before, std::string_view next) const;  ///< two pieces of one
    std::string stage(postal::Stage stage) const;
    std::string service(std::string_view number) const;
    std::string date(postal::CivilDate date) const;
    std::string date(std::int64_t day) const { return date(postal::civil_from_days(day)); }
    /// "12 March 2026, 14:05"; the day alone where nothing more is known.
    std::string wall(const postal::WallTime& at) const;
    std::string instant(postal::Instant at, std::int16_t offset_minutes) const;
    /// `otherwise` where the code has no name.
    std::string country(std::string_view code, EnquiryWord otherwise) const;
    std::string origin(const postal::Item& item) const;
    std::string destination(const postal::Item& item) const;
    std::string contradiction(const postal::Item& item, const postal::Contradiction& one) const;

private:
    Sentences sentences_;
    std::string date_pattern_;
    std::vector<std::string> months_, countries_;
};

/// "+8", "−3:30".
std::string signed_hours(std::int16_t minutes);

/// The word so many places behind `first`.
inline EnquiryWord word_behind(EnquiryWord first, int places) {
    return static_cast<EnquiryWord>(static_cast<int>(first) + places);
}

}  // namespace app::enquiry

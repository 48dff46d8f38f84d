// What to ask about an item, of whom, with which papers and until when: rows of data/enquiry.json, each
// period and note with its source. Where no row is written nothing is known here, and the post of origin is
// asked.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "postal/advice.h"
#include "postal/contradiction.h"
#include "postal/journey.h"

namespace postal {

/// In the order of data/enquiry.json `subjects`.
enum class EnquirySubject : std::uint8_t;
/// In the order of `notes`.
enum class EnquiryNoteId : std::uint8_t;

enum class EnquiryParty : std::uint8_t { sender, origin_post, destination_post, customs };

enum class EnquiryPeriodKind : std::uint8_t {
    accepted,  ///< an enquiry is taken
    answered,  ///< the other post has so long for its answer
};
enum class EnquiryCount : std::uint8_t { posting, day_after_posting, enquiry };
enum class EnquiryAsker : std::uint8_t { unsaid, sender, both };
enum class EnquiryStanding : std::uint8_t {
    stated,
    published_long_ago,  ///< to be confirmed
    older_page,          ///< of a page that is no more; to be confirmed
};

/// How the day of posting is known.
enum class DayBasis : std::uint8_t {
    unknown,
    known,    ///< the user says so
    assumed,  ///< of the first scan of a post, on its own wall
};

/// Where a fact stands, and when it was seen there (YYYY-MM-DD); `as_of` the year it was written, or empty.
struct EnquirySource {
    std::string_view name, page, as_of, observed;
};

/// Days since 1970-01-01, on the user's wall.
struct EnquiryPeriod {
    EnquiryPeriodKind kind{};
    EnquiryCount counted{};
    EnquiryAsker asker{};
    EnquiryStanding standing{};
    DayBasis basis{};  ///< unknown: it cannot be counted, and what follows is 0
    std::int64_t counted_from = 0;
    std::int64_t first_day = 0;  ///< the first day an enquiry is taken
    std::int64_t last_day = 0;   ///< the last one; where two readings are possible, the earlier
    std::int32_t days_left = 0;  ///< from today to last_day; negative: over
    bool too_early = false;      ///< today is before first_day
    std::uint8_t amount = 0;     ///< as it is written: so many days or months
    bool months = false;
    bool of_country = false;  ///< a rule of the post of origin itself
    EnquirySource source;
};

struct EnquiryNote {
    EnquiryNoteId id{};
    EnquirySource source;  ///< a name that is empty: a warning of our own
};

/// Views point into the item or the program's tables.
struct Enquiry {
    std::vector<EnquirySubject> subjects;  ///< at least one; the first decides the rest
    std::vector<EnquiryParty> asked;       ///< at least one, in this order
    AdviceRule papers{};
    std::vector<EnquiryPeriod> periods;  ///< those of the post of origin first
    std::vector<EnquiryNote> notes;
    DayBasis basis = DayBasis::unknown;
    std::int64_t posting_day = 0;  ///< 0 when it is unknown
    bool is_usual = false;         ///< the silence is still usual: it is early to ask
};

std::string_view id_of(EnquirySubject subject);

/// The same day so many months later; the last day of a month that is too short.
std::int64_t days_after_months(std::int64_t day, std::int32_t months);

/// `contradictions`: find_contradictions of the item. A delivered item may be missing or damaged: both are
/// subjects then.
Enquiry enquire(const Item& item, const Journey& journey, std::span<const Contradiction> contradictions,
                Instant now, std::int16_t local_offset_minutes);

}  // namespace postal

#include "postal/generated/enquiry_subjects.h"

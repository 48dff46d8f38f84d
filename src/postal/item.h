// A followed item, and how an answer is merged into what is known of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postal/event.h"
#include "postal/time.h"

namespace postal {

/// Events kept per source; no real journey is longer, and a hostile answer must not fill the storage.
inline constexpr std::size_t events_per_source_limit = 200;
inline constexpr std::size_t label_limit = 80;                     ///< UTF-16 units, as the field counts them
inline constexpr std::size_t label_bytes_limit = 3 * label_limit;  ///< UTF-8; no unit takes more than three

inline constexpr std::size_t note_limit = 1000;  ///< UTF-16 units: some paragraphs
inline constexpr std::size_t note_bytes_limit = 3 * note_limit;
inline constexpr std::size_t tag_limit = 24;  ///< UTF-16 units: a word or two, it has to fit on a chip
inline constexpr std::size_t tag_bytes_limit = 3 * tag_limit;
inline constexpr std::size_t tags_limit = 12;  ///< of one item; more are no order any more

/// A removed item can be brought back for so long.
inline constexpr Instant removed_kept = 30 * day_ms;

/// However long a server says to wait: one wrong header must not silence an item for ever.
inline constexpr Instant longest_wait = day_ms;

/// Why an answer did not come. Each has its sentence in app/words.
enum class Fault : std::uint8_t {
    offline,
    not_reachable,  ///< network, TLS or CORS: a page cannot tell them apart
    refused,        ///< 401, 403
    too_many_requests,
    upstream_down,  ///< 5xx
    timed_out,
    not_json,     ///< a web page, most often maintenance
    broken_json,  ///< truncated, too deep, or not of the agreed shape
    too_large,
    wrong_number,  ///< the answer is about another item
    unexpected_status,
    cancelled,
};

struct KnownEvent {
    Event event;
    Instant first_seen = 0;
    Instant last_seen = 0;

    bool operator==(const KnownEvent&) const = default;
};

enum class Outcome : std::uint8_t { never_asked, events, no_records, fault };

/// One source's timeline, oldest first in that source's own order, and how the last question to it ended.
struct SourceRecord {
    std::string source;  ///< id, e.g. "upu-gtt"
    std::vector<KnownEvent> events;
    Instant asked_at = 0;     ///< when the last question was sent
    Instant answered_at = 0;  ///< when events or "no records" last came; a fault does not move it
    Outcome last_outcome = Outcome::never_asked;
    std::optional<Fault> last_fault;  ///< set exactly when last_outcome is fault
    Instant not_before = 0;           ///< Retry-After: not to be asked again earlier
    std::string origin_country;       ///< as the source says, ISO code or empty
    std::string destination_country;  ///< as the source says, ISO code or empty

    bool operator==(const SourceRecord&) const = default;
};

/// Whether the user awaits the item or has sent it.
enum class Direction : std::uint8_t { unsaid, incoming, outgoing };

/// What the user says where the scans say something else or nothing.
enum class Mark : std::uint8_t {
    none,
    delivered,  ///< it has come; no more questions
    open,       ///< reported as ended, but not over for the user
};

/// What the user says about an item. It changes as a whole with Item::changed_at: the newer side wins a
/// merge.
struct OwnDetails {
    std::string label;  ///< UTF-8, at most label_bytes_limit
    std::optional<CivilDate> posted_on;
    std::string going_to;           ///< ISO country code or empty
    std::string note;               ///< UTF-8, at most note_bytes_limit
    std::vector<std::string> tags;  ///< sorted, each once, at most tags_limit of tag_bytes_limit
    std::string order_number;       ///< at most label_bytes_limit
    std::string shop;               ///< at most label_bytes_limit
    Direction direction = Direction::unsaid;
    Mark mark = Mark::none;
    bool archived = false;   ///< out of the list, not asked about any more
    Instant removed_at = 0;  ///< 0 = not removed; forgotten after removed_kept

    bool operator==(const OwnDetails&) const = default;
};

struct Item : OwnDetails {
    std::string number;  ///< 13 canonical characters; the key
    Instant added_at = 0;
    Instant changed_at = 0;             ///< last change by the user; the newer side wins a merge
    std::uint64_t revision = 0;         ///< counts every change of the record
    std::vector<SourceRecord> sources;  ///< sorted by id

    bool operator==(const Item&) const = default;
};

struct Answer {
    std::vector<Event>
        events;  ///< in the source's order, oldest first; a reader turns round what comes newest first
    std::string origin_country;
    std::string destination_country;
};

bool is_sample(std::string_view number);

std::string_view issuing_country(std::string_view number);       ///< last two characters
std::string_view service_indicator_of(std::string_view number);  ///< first two characters

/// Puts a tag in its place: trimmed, blanks made single, cut to tag_bytes_limit. False when it is empty,
/// there already (in any case of ASCII letters), or tags_limit is reached.
bool add_tag(OwnDetails& details, std::string_view tag);

/// Where the item goes: what the user said, else what a source says, else empty. ISO code.
std::string_view destination_of(const Item& item);

const SourceRecord* find_source(const Item& item, std::string_view source);
SourceRecord& source_of(Item& item, std::string_view source);  ///< made when missing

/// Merges an answer: events already known keep first_seen and get last_seen = at and the words as told now;
/// new ones take their place in the answer's order; events the source no longer tells stay where they were,
/// with their old last_seen. Known events are never pushed out: beyond events_per_source_limit the oldest new
/// ones are left away. Answered with no events at all is `no_records`.
void take_answer(Item& item, std::string_view source, const Answer& answer, Instant at);

/// Remembers a fault that came `at`; events stay as they were, and asked_at is the asker's. A not_before
/// further off than longest_wait is cut to it.
void take_fault(Item& item, std::string_view source, Fault fault, Instant not_before, Instant at);

/// Joins two records of one number (two tabs, an import): the user's fields from the newer changed_at,
/// events united per source, revision one above both. Whose record comes first does not matter, and joining a
/// record with itself changes only the revision.
Item merged(const Item& ours, const Item& theirs);

}  // namespace postal

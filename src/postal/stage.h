// Canonical stages of an item and what codes and words of operators mean. Rows: data/events.json.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace postal {

/// In the order of data/events.json `stages`; the ids there are these names.
enum class Stage : std::uint8_t;  // defined in the generated table

/// Why something did not go as it should, beside the stage; in the order of `reasons`, `none` first.
enum class Reason : std::uint8_t;

/// Whose code list a code is of; the keys of data/events.json `providers`.
enum class Provider : std::uint8_t;

/// Lists of reasons that name no stage: data/events.json `reason_lists`. india_post_reason is a national
/// list, not the UPU's, whose own was not found.
enum class ReasonList : std::uint8_t;

}  // namespace postal

#include "postal/generated/stages.h"

namespace postal {

enum class StageKind : std::uint8_t { none, progress, attention, success, failure };

struct StageFacts {
    std::string_view id;
    Milestone milestone;
    StageKind kind;
    bool terminal;  ///< nothing more is expected
    std::int16_t order;
};

const StageFacts& facts(Stage stage);

struct Classified {
    Stage stage;    ///< Stage::unknown when nothing matched
    bool forecast;  ///< not a scan: a prediction or announcement; never moves the item
    Reason reason = Reason::none;

    bool operator==(const Classified&) const = default;
};

std::string_view id_of(Reason reason);  ///< "none" for none
std::string_view id_of(Provider provider);
Reason reason_by_id(std::string_view id);  ///< none when unknown
std::optional<Provider> provider_by_id(std::string_view id);

/// True for scans that posts of destination upload late: a delivered item stays delivered when only these
/// come after the delivery.
bool is_kept_after_delivered(Stage stage);

/// Judges English or Chinese words of an operator by the ordered phrases of data/events.json; the first that
/// is meant as said decides. A negated, future, conditional or to-sender text is never `delivered`; what is
/// doubtful is Stage::unknown. A forecast has Stage::unknown. Words of more than judged_words_limit bytes are
/// unknown. Takes linear time and allocates nothing.
Classified classify_words(std::string_view words);

/// classify() for the UPU's EMSEVT item event codes.
Classified classify_upu(std::string_view code, std::string_view words);

/// What a provider's code and words mean. Order of evidence: the code; for China Post the words as a state
/// label; the words by phrases; the main status, which is the part of the code before "_" or the digits;
/// unknown. Words can take back a delivery that a code reports, never make one against a main status. `DLV`
/// of the UPU is a forecast. `number` is of use for codes of Chinese offices, which mean arrival processing
/// for a number that does not end in CN; it may be empty, then the item is taken as sent from China. The
/// reason is the code's, else that of the words.
Classified classify(Provider provider, std::string_view code, std::string_view words,
                    std::string_view number = {});

Reason reason_by_code(ReasonList list, std::string_view code);  ///< none when unknown

}  // namespace postal

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

/// Judges English words of an operator by the ordered phrases of data/events.json; the first that matches
/// decides. A negated, future, conditional or to-sender text is never `delivered`; what is doubtful is
/// Stage::unknown. A forecast has Stage::unknown.
Classified classify_words(std::string_view words);

/// UPU EMSEVT item event code (EMA...EMK, EXA...EXX, EDA...EDX), as in data/events.json `upu_codes`.
/// `DLV` is a forecast, and so is a delivery whose words say that it is expected. A code that is not in the
/// map is judged by its words.
Classified classify_upu(std::string_view code, std::string_view words);

/// What a provider's code and words mean. `number` helps where a code means one thing in the issuing country
/// and another abroad; it may be empty. A code that is not in the provider's list is judged by its words.
Classified classify(Provider provider, std::string_view code, std::string_view words,
                    std::string_view number = {});

}  // namespace postal

// Canonical stages of an item and what codes and words of operators mean. Rows: data/events.json.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace postal {

/// In the order of data/events.json `stages`; the ids there are these names.
enum class Stage : std::uint8_t;  // defined in the generated table

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
    Stage stage;       ///< Stage::unknown when nothing matched
    bool forecast;     ///< not a scan: a prediction or announcement; never moves the item
};

/// UPU EMSEVT item event code (EMA...EMK, EXA...EXX, EDA...EDX), as in data/events.json
/// `providers.upu_emsevt`. `DLV` is a forecast. A code that is not in the map is judged by its words.
Classified classify_upu(std::string_view code, std::string_view words);

}  // namespace postal

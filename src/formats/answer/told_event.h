// One event as a dialect tells it, and what the dialects do alike with events.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/answer.h"
#include "formats/json_reader.h"
#include "postal/event.h"

namespace formats {

struct Evidence {
    postal::Provider provider = postal::Provider::upu_emsevt;
    std::string code;
};

/// Every member may be missing.
struct ToldEvent {
    std::optional<postal::WallTime> at;
    std::string code;   ///< the source's own; kept with the event
    std::string words;  ///< the source's own
    std::string place;
    Evidence detailed;  ///< a code that names a stage
    Evidence main;      ///< a coarse status, asked when neither code nor words say anything
};

/// Judged by its detailed code, then its words, then its main status; nothing but a main status that says so
/// too makes words a delivery, and words can take back a delivery told by a code. Nothing when there is no
/// time, or neither code nor words.
std::optional<postal::Event> judged(ToldEvent told, std::string_view number);

/// A delivery the source expects; nothing is added for a time that cannot be read. `code` is the source's
/// name of the field.
void add_forecast(std::vector<postal::Event>& events, std::string_view code, std::string_view time);

/// For sources that do not say in which direction they list: turned round when the last one is earlier on
/// the wall than the first.
void turn_oldest_first(std::vector<postal::Event>& events);

/// "SHENZHEN, CN"; what is missing or told twice is left out.
std::string place_of(std::string_view locality, std::string_view country);

/// `answer` when it has events; broken_json when `told` events were listed and none could be read, no records
/// when none were listed. Of too many the newest stay.
ReadAnswer finished(postal::Answer answer, std::size_t told);

}  // namespace formats

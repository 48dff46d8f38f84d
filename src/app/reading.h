// How things stand with an item, in words: what every painting of it has in common.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/list_order.h"
#include "app/screen.h"
#include "app/state.h"
#include "app/words.h"
#include "postal/journey.h"

namespace app {

/// Points into the item it was made of.
struct Reading {
    const postal::Item* item = nullptr;
    const postal::SourceRecord* record =
        nullptr;  ///< of the source asked for it; nullptr before the first question
    postal::Journey journey;
    ListGroupKind group = ListGroupKind::waiting;
    Tone tone = Tone::quiet;
    bool asking = false;
    bool asking_long = false;              ///< so long that it is to be said
    const Judgement* judgement = nullptr;  ///< of the item shown; nullptr in the list
};

Reading read_item(const State& state, const postal::Item& item);

/// Of an item in the list as it is shown, from 0.
std::optional<std::uint32_t> row_of(const State& state, std::string_view number);

bool has_samples(const State& state);

std::string item_title(const postal::Item& item);  ///< label, or the number in groups
std::string stage_words(postal::Stage stage);
std::string chip_words(const Reading& reading);
std::string standing(const State& state,
                     const Reading& reading);  ///< the one sentence that says where things stand
std::string fault_words(const State& state, const postal::SourceRecord& record);

std::string service_words(std::string_view number);
/// Name of a country in the user's language; the code in words where there is none.
std::string country_name(const State& state, std::string_view code);

std::string_view origin_of(const postal::Item& item);

std::string date_words(const State& state, postal::CivilDate date);  ///< "13 March 2026"
std::string day_words(const State& state,
                      postal::CivilDate date);  ///< "Friday 13 March", with the year when it is not this one
std::string short_day_words(const State& state, postal::CivilDate date);  ///< "13 March"
std::string local_time_words(const State& state, Instant at);             ///< "14:05" on this device
postal::CivilDate local_date(const State& state, Instant at);
bool is_today(const State& state, Instant at);

/// "localhost:8080", or in words that it is this site.
std::string proxy_words(const State& state, std::string_view proxy);

}  // namespace app

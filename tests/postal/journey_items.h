// Items made of scans, for the tests of what events mean together.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "postal/item.h"

namespace journey_items {

using namespace postal;

inline constexpr std::string_view upu = "upu-gtt";
inline constexpr std::int64_t hour = 60 * 60;
inline constexpr std::int64_t day = 24 * hour;
inline constexpr std::int64_t base = 20'000;  ///< a day in 2024; scans are told by their distance to it
inline constexpr std::int16_t utc = 0;

inline Instant at_day(std::int64_t days) { return (base + days) * day_ms; }

inline Event scan(Stage stage, std::int64_t seconds, std::string place = {}) {
    Event event;
    event.code = facts(stage).id;
    event.stage = stage;
    event.place = std::move(place);
    event.at.seconds = base * day + seconds;
    return event;
}

inline Item new_item(std::string number = "EE473124829CN") {
    Item item;
    item.number = std::move(number);
    item.added_at = at_day(0);
    return item;
}

inline void tell(Item& item, std::vector<Event> events, Instant at, std::string_view source = upu) {
    Answer answer;
    answer.events = std::move(events);
    take_answer(item, source, answer, at);
}

/// One scan a day from day 0, told on the day after the last.
inline Item item_through(std::initializer_list<Stage> stages) {
    Item item = new_item();
    std::vector<Event> events;
    for (const Stage stage : stages)
        events.push_back(scan(stage, static_cast<std::int64_t>(events.size()) * day));
    const auto count = static_cast<std::int64_t>(events.size());
    tell(item, std::move(events), at_day(count));
    return item;
}

}  // namespace journey_items

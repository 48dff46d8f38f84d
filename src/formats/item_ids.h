// The words records are written with. They never change: records of old versions hold them.
#pragma once

#include <cstddef>
#include <string_view>

#include "postal/item.h"

namespace formats {

template <class Value>
struct IdRow {
    Value value;
    std::string_view id;
};

inline constexpr IdRow<postal::Fault> faults[] = {
    {postal::Fault::offline, "offline"},
    {postal::Fault::not_reachable, "not-reachable"},
    {postal::Fault::refused, "refused"},
    {postal::Fault::too_many_requests, "too-many-requests"},
    {postal::Fault::upstream_down, "upstream-down"},
    {postal::Fault::timed_out, "timed-out"},
    {postal::Fault::not_json, "not-json"},
    {postal::Fault::broken_json, "broken-json"},
    {postal::Fault::too_large, "too-large"},
    {postal::Fault::wrong_number, "wrong-number"},
    {postal::Fault::unexpected_status, "unexpected-status"},
    {postal::Fault::cancelled, "cancelled"},
};

inline constexpr IdRow<postal::Outcome> outcomes[] = {
    {postal::Outcome::never_asked, "never-asked"},
    {postal::Outcome::events, "events"},
    {postal::Outcome::no_records, "no-records"},
    {postal::Outcome::fault, "fault"},
};

inline constexpr IdRow<postal::OffsetTrust> offset_trusts[] = {
    {postal::OffsetTrust::unknown, "unknown"},
    {postal::OffsetTrust::stated, "stated"},
    {postal::OffsetTrust::trusted, "trusted"},
};

inline constexpr IdRow<postal::Precision> precisions[] = {
    {postal::Precision::date, "date"},
    {postal::Precision::minute, "minute"},
    {postal::Precision::second, "second"},
};

inline constexpr IdRow<postal::Direction> directions[] = {
    {postal::Direction::unsaid, "unsaid"},
    {postal::Direction::incoming, "incoming"},
    {postal::Direction::outgoing, "outgoing"},
};

inline constexpr IdRow<postal::Mark> marks[] = {
    {postal::Mark::none, "none"},
    {postal::Mark::delivered, "delivered"},
    {postal::Mark::open, "open"},
};

template <class Value, std::size_t size>
constexpr std::string_view id_of(const IdRow<Value> (&table)[size], Value value) {
    for (const auto& row : table)
        if (row.value == value) return row.id;
    return {};
}

}  // namespace formats

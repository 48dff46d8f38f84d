#include "postal/silence.h"

#include "postal/generated/silence_rows.h"

namespace postal {

namespace {

constexpr std::string_view level_ids[] = {"unknown", "normal", "long", "too_long"};
static_assert(std::size(level_ids) == silence_level_count);

SilenceLevel level_of(const SilenceRow& row, std::int32_t days) {
    if (row.too_long_from != 0 && days >= row.too_long_from) return SilenceLevel::too_long;
    if (row.long_from == 0) return SilenceLevel::unknown;
    return days >= row.long_from ? SilenceLevel::long_ : SilenceLevel::normal;
}

}  // namespace

std::string_view id_of(SilenceClock clock) { return silence_clock_ids[static_cast<std::uint8_t>(clock)]; }
std::string_view id_of(SilenceLevel level) { return level_ids[static_cast<std::uint8_t>(level)]; }

SilenceClock clock_of(Stage stage, Custody custody) {
    if (facts(stage).terminal) return SilenceClock::none;
    if (stage == Stage::pending) return SilenceClock::first_scan;
    if (stage == Stage::ready_for_pickup) return SilenceClock::collection;
    if (custody.going_back) return SilenceClock::return_journey;
    switch (custody.holder) {
        case Holder::sender: return SilenceClock::first_scan;
        case Holder::origin_post: return SilenceClock::origin_post;
        case Holder::export_customs: return SilenceClock::export_customs;
        case Holder::carriage: return SilenceClock::carriage;
        case Holder::border: return SilenceClock::border;
        case Holder::import_customs: return SilenceClock::import_customs;
        case Holder::destination_post: return SilenceClock::destination_post;
        case Holder::unknown:
        case Holder::handed_over: return SilenceClock::none;
    }
    return SilenceClock::none;
}

Silence read_silence(SilenceClock clock, ServiceClass service, std::int32_t silent_days) {
    const SilenceRow& row =
        silence_rows[static_cast<std::uint8_t>(clock)][static_cast<std::uint8_t>(service)];
    return {clock, level_of(row, silent_days), silent_days, row.long_from, row.too_long_from};
}

std::int32_t records_kept_days() { return records_kept_days_row; }

}  // namespace postal

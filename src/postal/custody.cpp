#include "postal/custody.h"

#include "postal/told.h"

namespace postal {

namespace {

constexpr std::string_view holder_ids[] = {"unknown",        "sender",           "origin_post",
                                           "export_customs", "carriage",         "border",
                                           "import_customs", "destination_post", "handed_over"};
static_assert(std::size(holder_ids) == holder_count);

/// The custody after one more scan.
Custody after(Custody before, Stage stage) {
    if (before.holder == Holder::handed_over && is_kept_after_delivered(stage)) return before;
    const bool posted_anew = stage == Stage::registered || stage == Stage::accepted;
    before.going_back = (before.going_back && !posted_anew) || begins_return(stage);
    if (const std::optional<Holder> holder = holder_after(stage)) before.holder = *holder;
    return before;
}

bool same_hands(const Leg& leg, Custody custody) {
    return leg.holder == custody.holder && leg.going_back == custody.going_back;
}

}  // namespace

std::string_view id_of(Holder holder) { return holder_ids[static_cast<std::uint8_t>(holder)]; }

std::optional<Holder> holder_after(Stage stage) {
    switch (stage) {
        case Stage::registered:
        case Stage::cancelled: return Holder::sender;
        case Stage::accepted:
        case Stage::origin_processing:
        case Stage::origin_exchange:
        case Stage::export_released:
        case Stage::export_hold: return Holder::origin_post;
        case Stage::export_customs:
        case Stage::export_customs_hold: return Holder::export_customs;
        case Stage::departed_origin:
        case Stage::transit:
        case Stage::transit_exchange_arrival:
        case Stage::transit_exchange_departure: return Holder::carriage;
        case Stage::arrived_destination:
        case Stage::import_hold: return Holder::border;
        case Stage::import_customs:
        case Stage::customs_hold: return Holder::import_customs;
        case Stage::customs_released:
        case Stage::destination_processing:
        case Stage::delivery_office:
        case Stage::delivery_hold:
        case Stage::out_for_delivery:
        case Stage::attempt_failed:
        case Stage::ready_for_pickup: return Holder::destination_post;
        case Stage::delivered:
        case Stage::returned: return Holder::handed_over;
        case Stage::lost:
        case Stage::seized: return Holder::unknown;
        case Stage::pending:
        case Stage::delayed:
        case Stage::address_problem:
        case Stage::refused:
        case Stage::damaged:
        case Stage::exception:
        case Stage::returning:
        case Stage::expired:
        case Stage::unknown: return std::nullopt;
    }
    return std::nullopt;
}

bool begins_return(Stage stage) { return stage == Stage::returning || stage == Stage::returned; }

Custody custody_of(const SourceRecord& record) {
    const Instant told = last_told(record);
    Custody custody;
    for (const KnownEvent& known : record.events) {
        if (is_told(known, told)) custody = after(custody, known.event.stage);
    }
    return custody;
}

std::vector<Leg> read_legs(const SourceRecord& record, Instant now) {
    const Instant told = last_told(record);
    std::vector<Leg> legs;
    Custody custody;
    for (const KnownEvent& known : record.events) {
        if (!is_told(known, told)) continue;
        custody = after(custody, known.event.stage);
        if (!legs.empty() && same_hands(legs.back(), custody)) {
            legs.back().last = &known;
            continue;
        }
        if (!legs.empty()) {
            legs.back().next = &known;
            legs.back().stayed = elapsed_between(legs.back().first->event, known.event);
        }
        legs.push_back({custody.holder, custody.going_back, &known, &known, nullptr, {}});
    }
    if (!legs.empty() && legs.back().holder != Holder::handed_over)
        legs.back().stayed = elapsed_since(legs.back().first->event, now);
    return legs;
}

}  // namespace postal

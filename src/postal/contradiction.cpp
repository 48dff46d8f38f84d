#include "postal/contradiction.h"

#include <algorithm>
#include <optional>

#include "postal/country.h"
#include "postal/custody.h"
#include "postal/elapsed.h"
#include "postal/generated/territory_rows.h"
#include "postal/told.h"

namespace postal {

namespace {

constexpr std::string_view kind_ids[] = {
    "moving_after_delivery", "delivered_elsewhere", "destination_differs", "impossible_order",
    "number_reused",         "scans_removed",       "scan_changed",        "dated_ahead"};
static_assert(std::size(kind_ids) == contradiction_kind_count);

class Findings {
public:
    void add(const Contradiction& one) {
        if (all.size() < contradictions_limit) all.push_back(one);
    }
    std::vector<Contradiction> all;
};

/// A scan that an item no longer makes once it was handed over. Returns and problems are possible then.
bool still_moves(Stage stage) {
    return !is_kept_after_delivered(stage) && stage != Stage::registered &&
           (facts(stage).kind == StageKind::progress || stage == Stage::attempt_failed ||
            stage == Stage::ready_for_pickup);
}

bool is_of_origin(Stage stage) {
    return stage != Stage::registered && facts(stage).order >= facts(Stage::accepted).order &&
           facts(stage).order <= facts(Stage::departed_origin).order;
}

bool is_of_destination(Stage stage) {
    return facts(stage).order >= facts(Stage::arrived_destination).order &&
           facts(stage).order <= facts(Stage::delivered).order;
}

/// Walks a source's told scans; each is compared with what stands before it.
struct Walk {
    const SourceRecord& record;
    Findings& findings;
    const KnownEvent* before = nullptr;
    const KnownEvent* delivered = nullptr;
    const KnownEvent* at_destination = nullptr;
    bool going_back = false;

    void add(ContradictionKind kind, const KnownEvent* earlier, const KnownEvent& later) {
        findings.add({kind, record.source, earlier, &later, {}, 1});
    }

    void begin_anew() { delivered = at_destination = nullptr; }

    void compare(const KnownEvent& known) {
        const Stage stage = known.event.stage;
        if (before && elapsed_between(before->event, known.event).shortest_days >= reuse_after_days) {
            add(ContradictionKind::number_reused, before, known);
            begin_anew();
            return;
        }
        if (delivered && still_moves(stage)) {
            add(ContradictionKind::moving_after_delivery, delivered, known);
            delivered = nullptr;
        }
        const bool clock_goes_back = before && is_surely_before(known.event.at, before->event.at);
        const bool way_goes_back = at_destination && !going_back && is_of_origin(stage);
        if (clock_goes_back || way_goes_back)
            add(ContradictionKind::impossible_order, clock_goes_back ? before : at_destination, known);
        if (way_goes_back) at_destination = nullptr;
    }

    void take(const KnownEvent& known) {
        const Stage stage = known.event.stage;
        compare(known);
        going_back = going_back || begins_return(stage);
        if (stage == Stage::delivered) delivered = &known;
        if (going_back) begin_anew();
        if (is_of_destination(stage) && !going_back) at_destination = &known;
        before = &known;
    }
};

/// A source that writes bare codes writes nothing else: three different ones at least, and no other place.
BareCodes bare_codes_of(const SourceRecord& record) {
    constexpr int enough = 3;
    int different = 0;
    for (auto known = record.events.begin(); known != record.events.end(); ++known) {
        const std::string& place = known->event.place;
        if (place.empty()) continue;
        if (country_of_place(place, BareCodes::read).empty()) return BareCodes::not_read;
        const bool met = std::any_of(record.events.begin(), known,
                                     [&](const KnownEvent& before) { return before.event.place == place; });
        different += met ? 0 : 1;
    }
    return different >= enough ? BareCodes::read : BareCodes::not_read;
}

/// Where the item may rightly be delivered: what the user said and what any source says.
bool goes_to(const Item& item, std::string_view country) {
    if (!item.going_to.empty() && share_a_post(country, item.going_to)) return true;
    return std::any_of(item.sources.begin(), item.sources.end(), [&](const SourceRecord& record) {
        return !record.destination_country.empty() && share_a_post(country, record.destination_country);
    });
}

bool destination_is_known(const Item& item) {
    return !item.going_to.empty() ||
           std::any_of(item.sources.begin(), item.sources.end(),
                       [](const SourceRecord& record) { return !record.destination_country.empty(); });
}

void check_where(const Item& item, const SourceRecord& record, Findings& findings) {
    const std::string_view said = record.destination_country;
    if (!item.going_to.empty() && !said.empty() && !share_a_post(said, item.going_to))
        findings.add({ContradictionKind::destination_differs, record.source, nullptr, nullptr, said, 1});
    if (!destination_is_known(item)) return;
    const Instant told = last_told(record);
    const BareCodes bare_codes = bare_codes_of(record);
    bool going_back = false;
    for (const KnownEvent& known : record.events) {
        if (!is_told(known, told)) continue;
        going_back = going_back || begins_return(known.event.stage);
        if (going_back || known.event.stage != Stage::delivered) continue;
        const std::string_view country = country_of_place(known.event.place, bare_codes);
        if (!country.empty() && !goes_to(item, country))
            findings.add(
                {ContradictionKind::delivered_elsewhere, record.source, nullptr, &known, country, 1});
    }
}

/// The told scan that took the place of a removed one: told since then, of the same place and time.
const KnownEvent* replacement(const SourceRecord& record, const KnownEvent& removed, Instant told) {
    for (const KnownEvent& known : record.events) {
        if (is_told(known, told) && known.first_seen > removed.last_seen &&
            known.event.at.seconds == removed.event.at.seconds && known.event.place == removed.event.place)
            return &known;
    }
    return nullptr;
}

/// A source whose last answer held no scan has removed all it told before.
void check_removed(const SourceRecord& record, Findings& findings) {
    const Instant told = last_told(record);
    const bool all_removed = record.answered_at > told;
    Contradiction removed{ContradictionKind::scans_removed, record.source, nullptr, nullptr, {}, 0};
    for (const KnownEvent& known : record.events) {
        if (known.event.forecast || (is_told(known, told) && !all_removed)) continue;
        if (const KnownEvent* now = all_removed ? nullptr : replacement(record, known, told)) {
            if (now->event.stage != known.event.stage)
                findings.add({ContradictionKind::scan_changed, record.source, &known, now, {}, 1});
            continue;
        }
        removed.earlier = &known;
        ++removed.count;
    }
    if (removed.count > 0) findings.add(removed);
}

void check_order(const SourceRecord& record, Instant now, Findings& findings) {
    const Instant told = last_told(record);
    Walk walk{record, findings};
    bool ahead_found = false;
    WallTime present;
    present.seconds = now / second_ms;
    present.trust = OffsetTrust::trusted;
    for (const KnownEvent& known : record.events) {
        if (!is_told(known, told)) continue;
        walk.take(known);
        if (!ahead_found && is_surely_before(present, known.event.at)) {
            ahead_found = true;
            findings.add({ContradictionKind::dated_ahead, record.source, nullptr, &known, {}, 1});
        }
    }
}

/// Scans of a year before the item was posted or first followed are of an earlier item with this number.
void check_age(const Item& item, Findings& findings) {
    const Instant begun = item.posted_on ? days_from_civil(*item.posted_on) * day_ms : item.added_at;
    if (begun == 0) return;
    for (const SourceRecord& record : item.sources) {
        const Instant told = last_told(record);
        for (const KnownEvent& known : record.events) {
            if (!is_told(known, told)) continue;
            if (elapsed_since(known.event, begun).shortest_days >= reuse_after_days) {
                findings.add({ContradictionKind::number_reused, record.source, &known, nullptr, {}, 1});
                return;
            }
        }
    }
}

const KnownEvent* last_of(const SourceRecord& record, Stage stage) {
    const Instant told = last_told(record);
    const auto found = std::find_if(
        record.events.rbegin(), record.events.rend(),
        [&](const KnownEvent& known) { return is_told(known, told) && known.event.stage == stage; });
    return found == record.events.rend() ? nullptr : &*found;
}

/// One source says delivered, another tells of an item that surely moved after that.
void check_between_sources(const Item& item, Findings& findings) {
    for (const SourceRecord& record : item.sources) {
        const KnownEvent* delivered = last_of(record, Stage::delivered);
        if (!delivered) continue;
        for (const SourceRecord& other : item.sources) {
            if (&other == &record || last_of(other, Stage::delivered)) continue;
            const Instant told = last_told(other);
            for (const KnownEvent& known : other.events) {
                if (!is_told(known, told) || !still_moves(known.event.stage) ||
                    !is_surely_before(delivered->event.at, known.event.at))
                    continue;
                findings.add(
                    {ContradictionKind::moving_after_delivery, other.source, delivered, &known, {}, 1});
                break;
            }
        }
    }
}

}  // namespace

std::string_view id_of(ContradictionKind kind) { return kind_ids[static_cast<std::uint8_t>(kind)]; }

bool share_a_post(std::string_view country, std::string_view other) {
    if (country == other) return true;
    return std::any_of(std::begin(territory_rows), std::end(territory_rows), [&](const TerritoryRow& row) {
        const std::string_view owner(row.country, 2), territory(row.territory, 2);
        return (owner == country && territory == other) || (owner == other && territory == country);
    });
}

std::vector<Contradiction> find_contradictions(const Item& item, Instant now) {
    Findings findings;
    for (const SourceRecord& record : item.sources) {
        check_where(item, record, findings);
        check_order(record, now, findings);
        check_removed(record, findings);
    }
    const bool reuse_found =
        std::any_of(findings.all.begin(), findings.all.end(),
                    [](const Contradiction& one) { return one.kind == ContradictionKind::number_reused; });
    if (!reuse_found) check_age(item, findings);
    check_between_sources(item, findings);
    return std::move(findings.all);
}

}  // namespace postal

#include "formats/item_json.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

#include "formats/item_ids.h"
#include "postal/country.h"
#include "postal/item_number.h"

namespace formats {

namespace {

using postal::Instant;

constexpr std::size_t id_limit = 32;
constexpr std::int64_t earliest_wall = 631'152'000;            // 1990-01-01
constexpr std::int64_t latest_wall = 4'133'980'799;            // 2100-12-31
constexpr std::int64_t largest_offset_minutes = 14 * 60;       // UTC+14, Kiribati
constexpr std::int64_t largest_exact = 9'007'199'254'740'991;  // what JavaScript's numbers hold exactly

/// The ids of stages are those of data/events.json.
postal::Stage stage_by_id(std::string_view id) {
    for (int i = 0; i < postal::stage_count; ++i) {
        const auto stage = static_cast<postal::Stage>(i);
        if (postal::facts(stage).id == id) return stage;
    }
    return postal::Stage::unknown;
}

/// A timeline tells each event once; merging relies on it.
bool holds(const postal::SourceRecord& record, const postal::Event& event) {
    return std::ranges::any_of(record.events, [&](const postal::KnownEvent& known) {
        return postal::is_same_event(known.event, event);
    });
}

/// Reads one record and counts what could not be read. A member that is missing has its default; one that is
/// there and wrong has its default too, and is counted.
class RecordReader {
public:
    std::optional<postal::Item> item(const JsonValue& record);
    std::uint32_t dropped() const { return dropped_; }

private:
    std::string text_of(const JsonValue& value, std::string_view name, std::size_t limit) {
        return kept(value, name, text(value, name, limit));
    }
    std::int64_t integer_of(const JsonValue& value, std::string_view name, std::int64_t lowest,
                            std::int64_t highest) {
        return kept(value, name, integer(value, name, lowest, highest));
    }
    Instant instant(const JsonValue& value, std::string_view name) {
        return integer_of(value, name, 0, latest_instant);
    }

    std::string country(const JsonValue& value, std::string_view name) {
        std::string code = text_of(value, name, id_limit);
        if (code.empty() || postal::is_country(code)) return code;
        ++dropped_;
        return {};
    }

    /// The value of an id in a table; `otherwise` when it is missing or not known.
    template <class Table, class Value>
    Value named(const JsonValue& value, std::string_view name, const Table& table, Value otherwise) {
        const std::string id = text_of(value, name, id_limit);
        const auto* row = std::ranges::find(table, id, [](const auto& one) { return one.id; });
        if (row != std::end(table)) return row->value;
        if (!id.empty()) ++dropped_;
        return otherwise;
    }

    template <class Value>
    Value kept(const JsonValue& value, std::string_view name, std::optional<Value> read) {
        if (read) return std::move(*read);
        if (member(value, name)) ++dropped_;
        return {};
    }

    std::optional<postal::WallTime> wall_time(const JsonValue& event);
    std::optional<postal::KnownEvent> event(const JsonValue& value);
    std::optional<postal::SourceRecord> source(const JsonValue& value);
    void events(const JsonValue& value, postal::SourceRecord& record);
    void own_details(const JsonValue& record, postal::OwnDetails& details);
    void sources(const JsonValue& record, postal::Item& item);

    std::uint32_t dropped_ = 0;
};

std::optional<postal::WallTime> RecordReader::wall_time(const JsonValue& event) {
    const auto seconds = integer(event, "wall", earliest_wall, latest_wall);
    if (!seconds) return std::nullopt;
    postal::WallTime time{.seconds = *seconds};
    time.offset_minutes = static_cast<std::int16_t>(
        integer_of(event, "offset", -largest_offset_minutes, largest_offset_minutes));
    time.trust = named(event, "trust", offset_trusts, postal::OffsetTrust::unknown);
    time.precision = named(event, "precision", precisions, postal::Precision::second);
    return time;
}

std::optional<postal::KnownEvent> RecordReader::event(const JsonValue& value) {
    const auto at = wall_time(value);
    if (!at) return std::nullopt;
    postal::KnownEvent known;
    known.event.at = *at;
    known.event.code = text_of(value, "code", postal::event_code_limit);
    known.event.words = text_of(value, "words", postal::event_text_limit);
    known.event.place = text_of(value, "place", postal::event_place_limit);
    known.event.forecast = kept(value, "forecast", boolean(value, "forecast"));
    known.event.stage = stage_by_id(text_of(value, "stage", id_limit));
    known.event.reason = postal::reason_by_id(text_of(value, "reason", id_limit));
    known.first_seen = instant(value, "first_seen");
    known.last_seen = instant(value, "last_seen");
    return known;
}

void RecordReader::events(const JsonValue& value, postal::SourceRecord& record) {
    const JsonValue* list = member(value, "events");
    if (!list) return;
    if (!list->array()) ++dropped_;
    const auto told = elements(value, "events");
    const auto newest = told.last(std::min(told.size(), postal::events_per_source_limit));
    dropped_ += static_cast<std::uint32_t>(told.size() - newest.size());
    record.events.reserve(newest.size());
    for (const JsonValue& one : newest) {
        auto known = event(one);
        if (known && !holds(record, known->event))
            record.events.push_back(std::move(*known));
        else
            ++dropped_;
    }
}

std::optional<postal::SourceRecord> RecordReader::source(const JsonValue& value) {
    postal::SourceRecord record;
    record.source = text(value, "source", id_limit).value_or("");
    if (record.source.empty()) return std::nullopt;
    events(value, record);
    record.asked_at = instant(value, "asked_at");
    record.answered_at = instant(value, "answered_at");
    record.not_before = instant(value, "not_before");
    record.origin_country = country(value, "origin_country");
    record.destination_country = country(value, "destination_country");
    record.last_outcome = named(value, "outcome", outcomes, postal::Outcome::never_asked);
    // A fault this version has no word for is still one.
    if (record.last_outcome == postal::Outcome::fault)
        record.last_fault = named(value, "fault", faults, postal::Fault::unexpected_status);
    return record;
}

void RecordReader::sources(const JsonValue& record, postal::Item& item) {
    if (const JsonValue* list = member(record, "sources"); list && !list->array()) ++dropped_;
    for (const JsonValue& one : elements(record, "sources")) {
        auto read = item.sources.size() < sources_per_item_limit ? source(one) : std::nullopt;
        if (!read || postal::find_source(item, read->source)) {
            ++dropped_;
            continue;
        }
        postal::SourceRecord& place = postal::source_of(item, read->source);
        place = std::move(*read);
    }
}

void RecordReader::own_details(const JsonValue& record, postal::OwnDetails& details) {
    details.note = kept(record, "note", lines(record, "note", postal::note_bytes_limit));
    details.order_number = text_of(record, "order_number", postal::label_bytes_limit);
    details.shop = text_of(record, "shop", postal::label_bytes_limit);
    details.direction = named(record, "direction", directions, postal::Direction::unsaid);
    details.mark = named(record, "mark", marks, postal::Mark::none);
    details.archived = kept(record, "archived", boolean(record, "archived"));
    details.removed_at = instant(record, "removed_at");
    for (const JsonValue& one : elements(record, "tags")) {
        const auto* tag = std::get_if<std::string>(&one.value);
        if (!tag || !postal::add_tag(details, *tag)) ++dropped_;
    }
}

std::optional<postal::Item> RecordReader::item(const JsonValue& record) {
    postal::Item item;
    item.number = text(record, "number", postal::typed_number_limit).value_or("");
    if (!is_canonical_number(item.number)) return std::nullopt;
    item.label = text_of(record, "label", postal::label_bytes_limit);
    const std::string posted_on = text_of(record, "posted_on", id_limit);
    item.posted_on = postal::parse_civil_date(posted_on);
    if (!posted_on.empty() && !item.posted_on) ++dropped_;
    item.going_to = country(record, "going_to");
    own_details(record, item);
    item.added_at = instant(record, "added_at");
    item.changed_at = instant(record, "changed_at");
    item.revision = static_cast<std::uint64_t>(integer_of(record, "revision", 0, largest_exact));
    sources(record, item);
    return item;
}

}  // namespace

bool is_canonical_number(std::string_view number) {
    if (number.size() != postal::item_number_length) return false;
    const postal::NumberCheck check = postal::check_number(number, postal::Typing::finished);
    return check.shape_is_right && check.number == number;
}

ReadItem read_item(const JsonValue& record) {
    const auto version = integer(record, "version", 1, std::numeric_limits<std::int32_t>::max());
    if (!version) return {std::nullopt, RecordFault::unreadable};
    if (*version > saved_item_version) return {std::nullopt, RecordFault::newer_version};
    RecordReader reader;
    auto item = reader.item(record);
    if (!item) return {std::nullopt, RecordFault::unreadable};
    return {.saved = SavedItem{std::move(*item), reader.dropped()}};
}

}  // namespace formats

#include "formats/saved_item.h"

#include "formats/item_ids.h"
#include "formats/item_json.h"
#include "formats/json_writer.h"

namespace formats {

namespace {

// What has its default is not written: records stay small and easy to read.

void write_wall_time(Json& json, const postal::WallTime& time) {
    json["wall"] = time.seconds;
    if (time.offset_minutes != 0) json["offset"] = time.offset_minutes;
    if (time.trust != postal::OffsetTrust::unknown) json["trust"] = id_of(offset_trusts, time.trust);
    if (time.precision != postal::Precision::second) json["precision"] = id_of(precisions, time.precision);
}

void write_text(Json& json, const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
}

void write_instant(Json& json, const char* name, postal::Instant instant) {
    if (instant != 0) json[name] = instant;
}

Json json_of(const postal::KnownEvent& known) {
    Json json;
    write_text(json, "code", known.event.code);
    write_text(json, "words", known.event.words);
    write_text(json, "place", known.event.place);
    write_wall_time(json, known.event.at);
    json["stage"] = postal::facts(known.event.stage).id;
    if (known.event.reason != postal::Reason::none) json["reason"] = postal::id_of(known.event.reason);
    if (known.event.forecast) json["forecast"] = true;
    write_instant(json, "first_seen", known.first_seen);
    write_instant(json, "last_seen", known.last_seen);
    return json;
}

Json json_of(const postal::SourceRecord& record) {
    Json json;
    json["source"] = record.source;
    write_instant(json, "asked_at", record.asked_at);
    write_instant(json, "answered_at", record.answered_at);
    json["outcome"] = id_of(outcomes, record.last_outcome);
    if (record.last_fault) json["fault"] = id_of(faults, *record.last_fault);
    write_instant(json, "not_before", record.not_before);
    write_text(json, "origin_country", record.origin_country);
    write_text(json, "destination_country", record.destination_country);
    json["events"] = Json::array();
    for (const postal::KnownEvent& known : record.events) json["events"].push_back(json_of(known));
    return json;
}

void write_own_details(Json& json, const postal::OwnDetails& details) {
    write_text(json, "label", details.label);
    if (details.posted_on) json["posted_on"] = postal::to_text(*details.posted_on);
    write_text(json, "going_to", details.going_to);
    write_text(json, "note", details.note);
    if (!details.tags.empty()) json["tags"] = details.tags;
    write_text(json, "order_number", details.order_number);
    write_text(json, "shop", details.shop);
    if (details.direction != postal::Direction::unsaid)
        json["direction"] = id_of(directions, details.direction);
    if (details.mark != postal::Mark::none) json["mark"] = id_of(marks, details.mark);
    if (details.archived) json["archived"] = true;
    write_instant(json, "removed_at", details.removed_at);
}

}  // namespace

std::string write_item(const postal::Item& item) {
    Json json;
    json["version"] = saved_item_version;
    json["number"] = item.number;
    write_own_details(json, item);
    write_instant(json, "added_at", item.added_at);
    write_instant(json, "changed_at", item.changed_at);
    json["revision"] = item.revision;
    json["sources"] = Json::array();
    for (const postal::SourceRecord& record : item.sources) json["sources"].push_back(json_of(record));
    return to_text(json);
}

ReadItem read_item(std::string_view record) {
    const auto json = parse_untrusted(record, record_limits);
    if (!json) return {std::nullopt, RecordFault::unreadable};
    return read_item(*json);
}

}  // namespace formats

#include "web/module/journey_text.h"

#include <optional>
#include <utility>
#include <vector>

#include "formats/item_json.h"
#include "postal/advice.h"
#include "postal/contradiction.h"
#include "postal/expected_range.h"
#include "postal/journey.h"
#include "web/module/event_text.h"

namespace postwatch {

namespace {

/// Enough for every lane of a busy user; more would only be read.
constexpr std::size_t finished_items_limit = 1000;
constexpr formats::JsonLimits items_limits{.size = 64'000'000, .nodes = 2'000'000};

/// What a script leaves out: a source that told events has answered, and what it told it still tells.
void complete(postal::Item& item) {
    for (postal::SourceRecord& record : item.sources) {
        if (record.last_outcome == postal::Outcome::never_asked && !record.events.empty())
            record.last_outcome = postal::Outcome::events;
        for (postal::KnownEvent& known : record.events) {
            if (known.last_seen == 0) known.last_seen = record.answered_at;
            if (known.first_seen == 0) known.first_seen = known.last_seen;
        }
    }
}

/// The items that could be read; nothing when the first one could not.
std::optional<std::vector<postal::Item>> read_items(std::string_view text) {
    const auto json = formats::parse_untrusted(text, items_limits);
    const auto* list = json ? json->array() : nullptr;
    if (!list) return std::nullopt;
    std::vector<postal::Item> items;
    for (const formats::JsonValue& one : *list) {
        auto read = formats::read_item(one);
        if (!read.saved && items.empty()) return std::nullopt;
        if (!read.saved || items.size() > finished_items_limit) continue;
        complete(read.saved->item);
        items.push_back(std::move(read.saved->item));
    }
    return items.empty() ? std::nullopt : std::optional(std::move(items));
}

void known_event_text(JsonText& json, std::string_view name, const postal::KnownEvent* known) {
    json.name(name);
    if (!known) {
        json.null();
        return;
    }
    json.begin_object();
    event_text(json, known->event);
    json.member("first_seen", known->first_seen).member("last_seen", known->last_seen).end_object();
}

void text_unless_empty(JsonText& json, std::string_view name, std::string_view text) {
    if (!text.empty()) json.member(name, text);
}

void legs_text(JsonText& json, const postal::Item& item, std::string_view source, postal::Instant now) {
    json.name("legs").begin_array();
    if (const auto* record = postal::find_source(item, source))
        for (const postal::Leg& leg : postal::read_legs(*record, now)) {
            json.begin_object()
                .member("holder", postal::id_of(leg.holder))
                .member("going_back", leg.going_back);
            known_event_text(json, "first", leg.first);
            known_event_text(json, "last", leg.last);
            json.member("ended", leg.next != nullptr);
            json.member("shortest_days", leg.stayed.shortest_days);
            json.member("longest_days", leg.stayed.longest_days).end_object();
        }
    json.end_array();
}

void contradictions_text(JsonText& json, const postal::Item& item, postal::Instant now) {
    json.name("contradictions").begin_array();
    for (const postal::Contradiction& one : postal::find_contradictions(item, now)) {
        json.begin_object().member("kind", postal::id_of(one.kind)).member("source", one.source);
        known_event_text(json, "earlier", one.earlier);
        known_event_text(json, "later", one.later);
        text_unless_empty(json, "country", one.country);
        json.member("count", one.count).end_object();
    }
    json.end_array();
}

void expected_text(JsonText& json, const std::vector<postal::Item>& items, Moment moment) {
    const std::span<const postal::Item> finished = std::span(items).subspan(1);
    const auto range = postal::expected_range(items.front(), finished, moment.now, moment.offset_minutes);
    json.name("expected");
    if (range.basis == postal::RangeBasis::none) {
        json.null();
        return;
    }
    const bool stated = range.basis == postal::RangeBasis::stated;
    json.begin_object().member("basis", stated ? "stated" : "own_items");
    json.member("first_day", postal::to_text(postal::civil_from_days(range.first_day)));
    json.member("last_day", postal::to_text(postal::civil_from_days(range.last_day)));
    if (stated)
        json.member("source", range.source);
    else
        json.member("items", range.items);
    json.member("passed", range.passed).end_object();
}

}  // namespace

std::string journey_text(std::string_view text, Moment moment) {
    const auto items = read_items(text);
    if (!items) return "null";
    const postal::Item& item = items->front();
    const postal::Journey journey = postal::read_journey(item, moment.now, moment.offset_minutes);
    JsonText json;
    json.begin_object();
    const postal::Reason reason = journey.newest ? journey.newest->event.reason : postal::Reason::none;
    stage_text(json, {journey.stage, false, reason});
    json.member("delivered", journey.delivered).member("closed", journey.closed);
    json.member("silent_days", journey.silent_days);
    text_unless_empty(json, "source", journey.source);
    known_event_text(json, "newest", journey.newest);
    known_event_text(json, "last_scan", journey.last_scan);
    known_event_text(json, "predicted", journey.forecast);
    json.member("holder", postal::id_of(journey.custody.holder));
    json.member("going_back", journey.custody.going_back);
    json.name("silence").begin_object().member("clock", postal::id_of(journey.silence.clock));
    json.member("level", postal::id_of(journey.silence.level)).member("days", journey.silence.days);
    if (journey.silence.long_from) json.member("long_from", journey.silence.long_from);
    if (journey.silence.too_long_from) json.member("too_long_from", journey.silence.too_long_from);
    json.end_object();
    legs_text(json, item, journey.source, moment.now);
    contradictions_text(json, item, moment.now);
    expected_text(json, *items, moment);
    return json.end_object().take();
}

std::string advice_text(std::string_view text, Moment moment) {
    const auto items = read_items(text);
    if (!items) return "null";
    const postal::Item& item = items->front();
    const postal::Journey journey = postal::read_journey(item, moment.now, moment.offset_minutes);
    const auto contradictions = postal::find_contradictions(item, moment.now);
    JsonText json;
    json.begin_array();
    for (const auto& line :
         postal::advise(item, journey, contradictions, moment.now, moment.offset_minutes)) {
        const postal::AdviceArguments& arguments = line.arguments;
        json.begin_object().member("rule", postal::id_of(line.rule)).member("kind", postal::id_of(line.kind));
        if (arguments.count) json.member("count", arguments.count);
        if (arguments.date) json.member("date", postal::to_text(*arguments.date));
        text_unless_empty(json, "origin", arguments.origin);
        text_unless_empty(json, "destination", arguments.destination);
        text_unless_empty(json, "country", arguments.country);
        if (arguments.earlier != postal::Stage::unknown)
            json.member("earlier", postal::facts(arguments.earlier).id);
        if (arguments.later != postal::Stage::unknown)
            json.member("later", postal::facts(arguments.later).id);
        json.end_object();
    }
    return json.end_array().take();
}

}  // namespace postwatch

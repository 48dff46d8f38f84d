#include "app/reading.h"

#include <algorithm>

#include "app/refresh.h"
#include "postal/service_indicator.h"

namespace app {

namespace {

using postal::Stage;
using postal::StageKind;

bool is_customs(Stage stage) {
    return stage == Stage::export_customs || stage == Stage::export_customs_hold ||
           stage == Stage::import_customs || stage == Stage::customs_hold;
}

/// Stages an item stays in, so that one says "for 9 days" and not "9 days ago".
bool is_lasting(Stage stage) {
    return is_customs(stage) || postal::facts(stage).kind == StageKind::attention;
}

ListGroupKind group_of(const postal::Item& item, const postal::Journey& journey) {
    if (item.mark == postal::Mark::delivered) return ListGroupKind::done;
    if (journey.closed) return item.mark == postal::Mark::open ? ListGroupKind::act_now : ListGroupKind::done;
    if (!journey.newest) return ListGroupKind::waiting;
    if (journey.stage == Stage::ready_for_pickup) return ListGroupKind::to_collect;
    if (postal::facts(journey.stage).kind == StageKind::attention) return ListGroupKind::act_now;
    const postal::SilenceLevel silence = journey.silence.level;
    if (silence == postal::SilenceLevel::too_long) return ListGroupKind::act_now;
    if (!is_customs(journey.stage)) return ListGroupKind::on_the_way;
    return silence == postal::SilenceLevel::long_ ? ListGroupKind::act_now : ListGroupKind::customs;
}

Tone tone_of(const postal::Journey& journey) {
    if (!journey.newest) return Tone::quiet;
    if (is_customs(journey.stage)) return Tone::customs;
    switch (postal::facts(journey.stage).kind) {
        case StageKind::attention: return Tone::attention;
        case StageKind::success: return Tone::done;
        case StageKind::failure: return Tone::problem;
        default: return Tone::moving;
    }
}

/// Stage ids and their words stand in the same order; a test walks all of them.
Word stage_word(Stage stage) {
    return static_cast<Word>(static_cast<std::uint16_t>(Word::stage_pending) +
                             static_cast<std::uint16_t>(stage));
}

}  // namespace

Reading read_item(const State& state, const postal::Item& item) {
    Reading reading;
    reading.item = &item;
    if (const formats::Source* source = source_for(state, item.number))
        reading.record = postal::find_source(item, source->id);
    reading.journey = postal::read_journey(item, state.now, state.locale.offset_minutes);
    reading.group = group_of(item, reading.journey);
    reading.tone = tone_of(reading.journey);
    if (const Ticket* question = question_about(state, item.number)) {
        reading.asking = true;
        reading.asking_long = is_long(state, question->asked_at);
    }
    return reading;
}

bool has_samples(const State& state) {
    // Asked at every key: the last letter alone tells nearly all of them apart.
    return std::ranges::any_of(state.items, [](const postal::Item& item) {
        return item.number.back() == 'X' && postal::is_sample(item.number);
    });
}

std::string item_title(const postal::Item& item) {
    return item.label.empty() ? postal::grouped(item.number) : item.label;
}

std::string stage_words(Stage stage) { return say(stage_word(stage)); }

std::string chip_words(const Reading& reading) {
    if (reading.journey.newest) return stage_words(reading.journey.stage);
    if (reading.asking) return say(Word::chip_asking);
    if (reading.record && reading.record->answered_at > 0) return say(Word::chip_no_records);
    return say(Word::chip_not_asked);
}

std::string standing(const State& state, const Reading& reading) {
    const postal::Journey& journey = reading.journey;
    if (!journey.newest) {
        const formats::Source* source = source_for(state, reading.item->number);
        if (reading.asking && source) return say(Word::standing_asking, {{"source", source->name}});
        const bool answered = reading.record && reading.record->answered_at > 0;
        return say(answered ? Word::standing_no_records : Word::standing_not_asked);
    }
    std::string stage = stage_words(journey.stage);
    const std::string& place = journey.newest->event.place;
    if (!place.empty()) stage = say(Word::standing_place, {{"stage", stage}, {"place", place}});
    const bool lasting = is_lasting(journey.stage);
    if (journey.silent_days == 0)
        return say(lasting ? Word::standing_since_today : Word::standing_today, {{"stage", stage}});
    return say_count(lasting ? Word::standing_for : Word::standing_ago, journey.silent_days,
                     {{"stage", stage}});
}

std::string fault_words(const State& state, const postal::SourceRecord& record) {
    using postal::Fault;
    switch (record.last_fault.value_or(Fault::cancelled)) {
        case Fault::offline: return say(Word::fault_offline);
        case Fault::not_reachable: return say(Word::fault_not_reachable);
        case Fault::refused: return say(Word::fault_refused);
        case Fault::too_many_requests:
            if (record.not_before <= state.now) return say(Word::fault_too_many_requests_soon);
            return say(Word::fault_too_many_requests, {{"time", local_time_words(state, record.not_before)}});
        case Fault::upstream_down: return say(Word::fault_upstream_down);
        case Fault::timed_out: return say(Word::fault_timed_out);
        case Fault::not_json: return say(Word::fault_not_json);
        case Fault::broken_json: return say(Word::fault_broken_json);
        case Fault::too_large: return say(Word::fault_too_large);
        case Fault::wrong_number: return say(Word::fault_wrong_number);
        case Fault::unexpected_status: return say(Word::fault_unexpected_status);
        case Fault::cancelled: return say(Word::fault_cancelled);
    }
    return {};
}

std::string service_words(std::string_view number) {
    const auto service = postal::service_class(postal::service_indicator_of(number));
    return say(static_cast<Word>(static_cast<std::uint16_t>(Word::service_ems) +
                                 static_cast<std::uint16_t>(service)));
}

std::string_view origin_of(const postal::Item& item) {
    return postal::is_sample(item.number) && !item.sources.empty()
               ? std::string_view(item.sources[0].origin_country)
               : postal::issuing_country(item.number);
}

}  // namespace app

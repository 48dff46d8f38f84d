#include "postal/item.h"

#include <algorithm>
#include <tuple>

#include "postal/country.h"
#include "postal/item_number.h"

namespace postal {

namespace {

using Timeline = std::vector<KnownEvent>;

Timeline::iterator find_event(Timeline& timeline, const Event& event) {
    return std::find_if(timeline.begin(), timeline.end(),
                        [&](const KnownEvent& known) { return is_same_event(known.event, event); });
}

bool holds(const Timeline& timeline, const Event& event) {
    return std::any_of(timeline.begin(), timeline.end(),
                       [&](const KnownEvent& known) { return is_same_event(known.event, event); });
}

/// Puts the events of `other` that `timeline` lacks behind the event they followed there.
void weave_in(Timeline& timeline, const Timeline& other) {
    std::size_t place = 0;
    for (const KnownEvent& known : other) {
        const auto found = find_event(timeline, known.event);
        if (found == timeline.end()) {
            timeline.insert(timeline.begin() + static_cast<std::ptrdiff_t>(place), known);
            ++place;
        } else {
            place = static_cast<std::size_t>(found - timeline.begin()) + 1;
        }
    }
}

/// 0 means never, so any other time is earlier.
Instant earlier(Instant a, Instant b) { return a == 0 ? b : b == 0 ? a : std::min(a, b); }

/// The answer's events with the times they were seen, its newest when there are too many, each told once.
Timeline told_now(const Answer& answer, const Timeline& before, Instant at) {
    Timeline timeline;
    const std::size_t count = std::min(answer.events.size(), events_per_source_limit);
    for (auto event = answer.events.end() - static_cast<std::ptrdiff_t>(count); event != answer.events.end();
         ++event) {
        if (holds(timeline, *event)) continue;
        const auto known = std::find_if(before.begin(), before.end(), [&](const KnownEvent& candidate) {
            return is_same_event(candidate.event, *event);
        });
        timeline.push_back({*event, known == before.end() ? at : known->first_seen, at});
    }
    return timeline;
}

void leave_away_oldest_new(Timeline& timeline, const Timeline& before) {
    for (auto event = timeline.begin();
         timeline.size() > events_per_source_limit && event != timeline.end();) {
        event = holds(before, event->event) ? event + 1 : timeline.erase(event);
    }
}

// The orders below exist only to make joining two records independent of which one is "ours".

auto key_of(const KnownEvent& known) {
    const Event& event = known.event;
    return std::tuple(known.last_seen, known.first_seen, event.at.seconds, event.at.offset_minutes,
                      event.at.trust, event.at.precision, event.stage, event.reason, event.forecast,
                      std::string_view(event.code), std::string_view(event.place),
                      std::string_view(event.words));
}

bool told_before(const KnownEvent& a, const KnownEvent& b) { return key_of(a) < key_of(b); }

auto key_of(const SourceRecord& record) {
    return std::tuple(record.answered_at, record.asked_at, record.not_before, record.last_outcome,
                      record.last_fault, std::string_view(record.origin_country),
                      std::string_view(record.destination_country));
}

bool is_older(const SourceRecord& a, const SourceRecord& b) {
    if (key_of(a) != key_of(b)) return key_of(a) < key_of(b);
    return std::lexicographical_compare(a.events.begin(), a.events.end(), b.events.begin(), b.events.end(),
                                        told_before);
}

auto key_of(const Item& item) {
    const CivilDate posted = item.posted_on.value_or(CivilDate{});
    return std::tuple(item.changed_at, item.posted_on.has_value(), posted.year, posted.month, posted.day,
                      std::string_view(item.label), std::string_view(item.going_to), item.removed_at,
                      item.archived, item.mark, item.direction, std::string_view(item.note),
                      std::string_view(item.order_number), std::string_view(item.shop), item.tags);
}

char lower_ascii(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

std::string trimmed_tag(std::string_view tag) {
    std::string kept;
    for (const char character : tag) {
        const bool blank = static_cast<unsigned char>(character) <= ' ';
        if (!blank)
            kept += character;
        else if (!kept.empty() && kept.back() != ' ')
            kept += ' ';
    }
    if (kept.size() > tag_bytes_limit) {
        std::size_t end = tag_bytes_limit;
        while (end > 0 && (static_cast<unsigned char>(kept[end]) & 0xC0) == 0x80) --end;
        kept.resize(end);
    }
    if (!kept.empty() && kept.back() == ' ') kept.pop_back();
    return kept;
}

SourceRecord joined(const SourceRecord& a, const SourceRecord& b) {
    const SourceRecord& newer = is_older(a, b) ? b : a;
    const SourceRecord& older = is_older(a, b) ? a : b;
    SourceRecord record = newer;
    weave_in(record.events, older.events);
    for (const KnownEvent& known : older.events) {
        KnownEvent& kept = *find_event(record.events, known.event);
        const Instant first_seen = earlier(kept.first_seen, known.first_seen);
        if (told_before(kept, known)) kept = known;
        kept.first_seen = first_seen;
    }
    if (record.events.size() > events_per_source_limit) {
        record.events.erase(record.events.begin(), record.events.end() - events_per_source_limit);
    }
    const auto asked_key = [](const SourceRecord& one) {
        return std::tuple(one.asked_at, one.last_outcome, one.last_fault, one.not_before);
    };
    const SourceRecord& asked_last = asked_key(a) < asked_key(b) ? b : a;
    record.asked_at = asked_last.asked_at;
    record.last_outcome = asked_last.last_outcome;
    record.last_fault = asked_last.last_fault;
    record.not_before = asked_last.not_before;
    if (record.origin_country.empty()) record.origin_country = older.origin_country;
    if (record.destination_country.empty()) record.destination_country = older.destination_country;
    return record;
}

}  // namespace

bool is_sample(std::string_view number) {
    return number.size() == item_number_length && issuing_country(number) == sample_suffix;
}

std::string_view issuing_country(std::string_view number) {
    return number.size() < 2 ? std::string_view() : number.substr(number.size() - 2);
}

std::string_view service_indicator_of(std::string_view number) { return number.substr(0, 2); }

std::string_view destination_of(const Item& item) {
    if (!item.going_to.empty()) return item.going_to;
    for (const SourceRecord& record : item.sources) {
        if (!record.destination_country.empty()) return record.destination_country;
    }
    return {};
}

bool add_tag(OwnDetails& details, std::string_view tag) {
    const std::string wanted = trimmed_tag(tag);
    if (wanted.empty() || details.tags.size() >= tags_limit) return false;
    const auto same = [&](const std::string& one) {
        return std::ranges::equal(one, wanted, {}, lower_ascii, lower_ascii);
    };
    if (std::ranges::any_of(details.tags, same)) return false;
    details.tags.insert(std::ranges::upper_bound(details.tags, wanted), wanted);
    return true;
}

const SourceRecord* find_source(const Item& item, std::string_view source) {
    const auto found = std::find_if(item.sources.begin(), item.sources.end(),
                                    [&](const SourceRecord& record) { return record.source == source; });
    return found == item.sources.end() ? nullptr : &*found;
}

SourceRecord& source_of(Item& item, std::string_view source) {
    const auto not_before = std::find_if(item.sources.begin(), item.sources.end(),
                                         [&](const SourceRecord& record) { return record.source >= source; });
    if (not_before != item.sources.end() && not_before->source == source) return *not_before;
    SourceRecord record;
    record.source = source;
    return *item.sources.insert(not_before, std::move(record));
}

void take_answer(Item& item, std::string_view source, const Answer& answer, Instant at) {
    SourceRecord& record = source_of(item, source);
    Timeline timeline = told_now(answer, record.events, at);
    weave_in(timeline, record.events);
    leave_away_oldest_new(timeline, record.events);
    record.events = std::move(timeline);
    record.answered_at = at;
    record.last_outcome = answer.events.empty() ? Outcome::no_records : Outcome::events;
    record.last_fault.reset();
    record.not_before = 0;
    if (!answer.origin_country.empty()) record.origin_country = answer.origin_country;
    if (!answer.destination_country.empty()) record.destination_country = answer.destination_country;
    ++item.revision;
}

void take_fault(Item& item, std::string_view source, Fault fault, Instant not_before, Instant at) {
    SourceRecord& record = source_of(item, source);
    record.last_outcome = Outcome::fault;
    record.last_fault = fault;
    record.not_before = std::min(not_before, at + longest_wait);
    ++item.revision;
}

Item merged(const Item& ours, const Item& theirs) {
    Item item = key_of(ours) < key_of(theirs) ? theirs : ours;
    item.added_at = earlier(ours.added_at, theirs.added_at);
    item.revision = std::max(ours.revision, theirs.revision) + 1;
    item.sources.clear();
    for (const SourceRecord& record : ours.sources) source_of(item, record.source) = record;
    for (const SourceRecord& record : theirs.sources) {
        SourceRecord& mine = source_of(item, record.source);
        mine = joined(mine, record);
    }
    return item;
}

}  // namespace postal

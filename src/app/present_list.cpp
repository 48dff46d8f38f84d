#include <algorithm>
#include <array>

#include "app/families.h"
#include "app/parts.h"
#include "app/present_parts.h"
#include "app/refresh.h"

namespace app {

namespace {

/// Above and below the visible window, so that Tab finds the next row.
constexpr std::uint32_t margin_rows = 1;

std::string route(const postal::Item& item) {
    const std::string_view destination = destination_of(item);
    if (destination.empty()) return std::string(origin_of(item));
    return say(Word::row_route, {{"origin", origin_of(item)}, {"destination", destination}});
}

std::string summary(const State& state, const Reading& reading) {
    const postal::Item& item = *reading.item;
    std::string words = postal::is_sample(item.number) ? say(Word::sample_chip) + " · " : std::string();
    const std::string way = route(item);
    words += way;
    if (reading.journey.newest) {
        if (!reading.journey.newest->event.place.empty())
            words += " · " + reading.journey.newest->event.place;
    } else {
        words += (way.empty() ? "" : " · ") +
                 say(Word::row_added, {{"date", day_words(state, local_date(state, item.added_at))}});
    }
    return words;
}

/// Old news, or none for longer than is usual: said in words and in colour.
bool is_silent(const Reading& reading) {
    return reading.group != ListGroupKind::done &&
           (reading.journey.silence.level == postal::SilenceLevel::long_ ||
            reading.journey.silence.level == postal::SilenceLevel::too_long);
}

std::string news_words(const Reading& reading) {
    const std::int32_t days = reading.journey.silent_days;
    if (is_silent(reading)) return say_count(Word::age_silent, days);
    if (!reading.journey.newest) return {};
    return days == 0 ? say(Word::age_today) : say_count(Word::age_days, days);
}

/// A check older than a day tells of yesterday; while the page is open it asks every half hour.
bool is_check_old(const State& state, const Reading& reading) {
    if (reading.group == ListGroupKind::done || !reading.record || reading.item->archived) return false;
    return reading.record->last_fault || state.now - reading.record->answered_at > postal::day_ms;
}

std::string check_words(const State& state, const Reading& reading) {
    if (reading.asking_long) return say(Word::chip_asking);
    const Instant at = reading.record ? reading.record->answered_at : 0;
    if (at == 0)
        return reading.record && reading.record->last_fault ? say(Word::check_failed)
                                                            : say(Word::check_never);
    const std::string time =
        is_today(state, at) ? local_time_words(state, at) : short_day_words(state, local_date(state, at));
    return say(reading.record->last_fault ? Word::check_failed_since : Word::check_at, {{"time", time}});
}

/// The silence when it is longer than usual, else what the user has noted down.
Part remark(const Reading& reading, const std::string& key) {
    if (is_silent(reading)) {
        const bool too_long = reading.journey.silence.level == postal::SilenceLevel::too_long;
        return piece(Look::secondary, key, say(too_long ? Word::silence_too_long : Word::silence_long),
                     Tone::attention);
    }
    std::string words;
    for (const std::string& tag : reading.item->tags) words += (words.empty() ? "" : " · ") + tag;
    if (words.empty()) words = reading.item->note.substr(0, reading.item->note.find('\n'));
    return piece(Look::secondary, key, std::move(words), Tone::quiet);
}

Part row(const State& state, const Reading& reading, std::uint32_t position, std::uint32_t count) {
    const std::string& number = reading.item->number;
    Part entry = part(Role::list_item, Look::item_row, "entry/" + number);
    entry.set_size = count;
    entry.set_position = position + 1;
    const std::string key = "row/" + number;
    Part press = button(Look::item_row, key, std::string(), PageOpened{Page::item, number});
    press.selected = state.selected == number;
    if (state.choosing) {
        press.role = Role::checkbox;
        press.press = ItemChosen{number};
        press.selected = std::ranges::binary_search(state.chosen, number);
    }
    press.busy = reading.asking;
    put(press, piece(Look::section, key + "/title", item_title(*reading.item)));
    put(press, piece(Look::chip, key + "/chip", chip_words(reading), reading.tone));
    put(press, piece(Look::secondary, key + "/summary", summary(state, reading), Tone::secondary));
    put(press, piece(Look::secondary, key + "/news", news_words(reading),
                     is_silent(reading) ? Tone::attention : Tone::quiet));
    if (!state.settings.compact_rows) {
        put(press, remark(reading, key + "/remark"));
        put(press, piece(Look::secondary, key + "/check", check_words(state, reading),
                         is_check_old(state, reading) ? Tone::attention : Tone::quiet));
    }
    put(entry, std::move(press));
    return entry;
}

Part empty_list(const State& state) {
    Part made = group(Look::column, "empty");
    if (state.storage == Storage::reading) {
        if (is_long(state, state.begun_at))
            put(made, text(Look::body, "empty/text", Word::reading_storage, Tone::secondary));
        return made;
    }
    put(made, heading(2, Look::section, "empty/title", Word::empty_title));
    if (shows_introduction(state)) return made;
    put(made, text(Look::card_text, "empty/text", Word::empty_text, Tone::secondary));
    if (state.items.empty()) add_samples(made, state);  // else they stand over the list
    return made;
}

Part nothing_found(const State& state) {
    Part made = group(Look::column, "nothing");
    formats::ListQuery all_removed = everything(state);
    all_removed.scope = formats::ListScope::removed;
    const bool removed = state.query == all_removed;
    put(made, heading(2, Look::section, "nothing/title", Word::nothing_title));
    put(made, text(Look::card_text, "nothing/text", say(removed ? Word::nothing_removed : Word::nothing_text),
                   Tone::secondary));
    return made;
}

std::vector<ListGroup> groups_of(const std::vector<ListEntry>& entries) {
    std::vector<ListGroup> groups;
    for (std::uint32_t i = 0; i < entries.size(); ++i)
        if (i == 0 || entries[i].group != entries[i - 1].group)
            groups.push_back({i, list_group_words(entries[i].group)});
    return groups;
}

}  // namespace

void add_samples(Part& column, const State& state) {
    if (has_samples(state)) {
        put(column,
            button(Look::plain_button, "remove-samples", Word::remove_samples_button, SamplesRemoved{}));
    } else if (state.config.sample_source()) {
        put(column, button(Look::plain_button, "samples", Word::samples_button, SamplesAdded{}));
        put(column, text(Look::secondary, "samples/text", Word::samples_text, Tone::quiet));
    }
}

std::optional<std::uint32_t> row_of(const State& state, std::string_view number) {
    const std::vector<ListEntry>& entries = state.order.entries;
    const auto found = std::ranges::find_if(
        entries, [&](const ListEntry& entry) { return state.items[entry.item].number == number; });
    if (found == entries.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - entries.begin());
}

Part present_list(const State& state) {
    const std::vector<ListEntry>& entries = state.order.entries;
    const bool nothing_asked = state.query == everything(state);
    if (entries.empty()) return nothing_asked ? empty_list(state) : nothing_found(state);
    const auto count = static_cast<std::uint32_t>(entries.size());
    Part list = part(Role::list, Look::virtual_list, "list");
    list.name = say(Word::list_name);
    ListFacts facts;
    facts.row_count = count;
    facts.compact = state.settings.compact_rows;
    facts.groups = groups_of(entries);
    // Read, printed or searched as a page, the list is whole.
    const std::uint32_t shown = state.plain_view ? count : state.window_count;
    const std::uint32_t wanted = std::min(state.window_first, count - std::min(count, shown));
    const std::uint32_t first = wanted > margin_rows ? wanted - margin_rows : 0;
    const std::uint32_t end = std::min(count, wanted + shown + margin_rows);
    facts.first = first;
    std::size_t heading_index = 0;
    for (std::uint32_t i = first; i < end; ++i) {
        while (heading_index < facts.groups.size() && facts.groups[heading_index].first_row < i)
            ++heading_index;
        if (heading_index < facts.groups.size() && facts.groups[heading_index].first_row == i) {
            const std::string key = "group/" + std::to_string(static_cast<int>(entries[i].group));
            Part head = part(Role::list_item, Look::group_heading, key);
            put(head, heading(2, Look::small_head, key + "/title", facts.groups[heading_index].heading,
                              Tone::quiet));
            put(list, std::move(head));
        }
        put(list, row(state, read_item(state, state.items[entries[i].item]), i, count));
    }
    list.list = std::move(facts);
    return list;
}

}  // namespace app

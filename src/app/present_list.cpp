#include <algorithm>
#include <array>

#include "app/parts.h"
#include "app/present_parts.h"

namespace app {

namespace {

/// Rows above and below the visible window, so that Tab and fast scrolling find the next one.
constexpr std::uint32_t margin_rows = 6;

Word group_word(ListGroupKind kind) {
    constexpr std::array words{Word::group_act_now, Word::group_on_the_way, Word::group_waiting,
                               Word::group_done};
    return words[static_cast<std::size_t>(kind)];
}

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

std::string age(const State& state, const Reading& reading) {
    std::string words;
    if (reading.journey.newest)
        words = reading.journey.silent_days == 0 ? say(Word::age_today)
                                                 : say_count(Word::age_days, reading.journey.silent_days);
    if (reading.record && reading.record->answered_at > 0 && is_today(state, reading.record->answered_at)) {
        if (!words.empty()) words += " · ";
        words += local_time_words(state, reading.record->answered_at);
    }
    return words;
}

Part row(const State& state, const Reading& reading, std::uint32_t position, std::uint32_t count) {
    const std::string& number = reading.item->number;
    Part entry = part(Role::list_item, Look::item_row, "entry/" + number);
    entry.set_size = count;
    entry.set_position = position + 1;
    Part press = button(Look::item_row, "row/" + number, {}, PageOpened{Page::item, number});
    press.selected = state.selected == number;
    press.busy = reading.asking;
    press.parts.push_back(piece(Look::section, "row/" + number + "/title", item_title(*reading.item)));
    press.parts.push_back(piece(Look::chip, "row/" + number + "/chip", chip_words(reading), reading.tone));
    press.parts.push_back(
        piece(Look::secondary, "row/" + number + "/summary", summary(state, reading), Tone::secondary));
    press.parts.push_back(piece(Look::secondary, "row/" + number + "/age", age(state, reading), Tone::quiet));
    entry.parts.push_back(std::move(press));
    return entry;
}

Part empty_list(const State& state) {
    Part made = group(Look::column, "empty");
    if (state.storage == Storage::reading) {
        made.parts.push_back(text(Look::body, "empty/text", say(Word::reading_storage), Tone::secondary));
        return made;
    }
    made.parts.push_back(heading(2, Look::section, "empty/title", say(Word::empty_title)));
    made.parts.push_back(text(Look::card_text, "empty/text", say(Word::empty_text), Tone::secondary));
    if (!state.config.sample_source()) return made;
    made.parts.push_back(button(Look::plain_button, "samples", say(Word::samples_button), SamplesAdded{}));
    made.parts.push_back(text(Look::secondary, "samples/text", say(Word::samples_text), Tone::quiet));
    return made;
}

std::vector<ListGroup> groups_of(const std::vector<ListEntry>& entries) {
    std::vector<ListGroup> groups;
    for (std::uint32_t i = 0; i < entries.size(); ++i)
        if (i == 0 || entries[i].group != entries[i - 1].group)
            groups.push_back({i, say(group_word(entries[i].group))});
    return groups;
}

}  // namespace

std::optional<std::uint32_t> row_of(const State& state, std::string_view number) {
    const std::vector<ListEntry>& entries = state.order.entries;
    const auto found = std::ranges::find_if(
        entries, [&](const ListEntry& entry) { return state.items[entry.item].number == number; });
    if (found == entries.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - entries.begin());
}

Part present_list(const State& state) {
    if (state.items.empty()) return empty_list(state);
    const std::vector<ListEntry>& entries = state.order.entries;
    const auto count = static_cast<std::uint32_t>(entries.size());
    Part list = part(Role::list, Look::virtual_list, "list");
    list.name = say(Word::list_name);
    ListFacts facts;
    facts.row_count = count;
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
            head.parts.push_back(heading(2, Look::small_head, key + "/title",
                                         facts.groups[heading_index].heading, Tone::quiet));
            list.parts.push_back(std::move(head));
        }
        list.parts.push_back(row(state, read_item(state, state.items[entries[i].item]), i, count));
    }
    list.list = std::move(facts);
    return list;
}

}  // namespace app

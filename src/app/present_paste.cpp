#include <algorithm>
#include <array>
#include <string>

#include "app/parts.h"
#include "app/present_parts.h"
#include "postal/item_number.h"
#include "postal/other_number.h"

namespace app {

namespace {

/// Rows beyond this are not looked through by hand; what holds for them is said in one line.
constexpr std::size_t shown_rows = 100;
/// UTF-16 units. A long mail; the wasm and the DOM hold it several times over at every key.
constexpr std::uint32_t pasted_text_limit = 262'144;

std::size_t utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

enum class FoundKind : std::uint8_t { fresh, listed, doubtful, ignored };

FoundKind kind_of(const Found& found) {
    if (found.family != 0) return FoundKind::ignored;
    if (found.is_listed) return FoundKind::listed;
    return found.verdict == postal::Verdict::valid ? FoundKind::fresh : FoundKind::doubtful;
}

struct KindWords {
    Word chip;
    Tone tone;
};
constexpr KindWords kind_words[] = {{Word::paste_new, Tone::done},
                                    {Word::paste_listed, Tone::secondary},
                                    {Word::paste_doubtful, Tone::attention},
                                    {Word::paste_ignored, Tone::quiet}};

/// What speaks against the number first, else what it is.
std::string verdict_words(const State& state, const Found& found) {
    if (found.family != 0) return family_words(postal::family(found.family));
    const postal::NumberCheck check = postal::check_number(found.number, postal::Typing::finished);
    for (const postal::Finding& finding : check.findings)
        if (finding.severity != postal::Severity::note)
            if (std::string words = finding_words(finding, check); !words.empty()) return words;
    return say(Word::verdict_valid,
               {{"service", service_words(found.number)},
                {"country", country_name(state, postal::issuing_country(found.number))}});
}

Part found_row(const State& state, std::uint32_t index) {
    const Found& found = state.paste.found[index];
    const FoundKind kind = kind_of(found);
    const std::string key = "found/" + std::to_string(found.family) + "/" + found.number;
    const std::string number = found.family == 0 ? postal::grouped(found.number) : found.number;
    const bool can_be_added = kind == FoundKind::fresh || kind == FoundKind::doubtful;
    Part head = group(Look::row, key + "/head");
    if (can_be_added)
        put(head, checkbox(key + "/box", number, found.is_chosen, FoundToggled{index}));
    else
        put(head, piece(Look::body, key + "/number", number));
    const auto [chip, tone] = kind_words[static_cast<std::size_t>(kind)];
    put(head, piece(Look::chip, key + "/chip", say(chip), tone));
    Part item = part(Role::list_item, Look::tight_column, key);
    put(item, std::move(head));
    put(item, text(Look::secondary, key + "/words", verdict_words(state, found), Tone::secondary));
    return item;
}

std::string refusal_words(const Paste& paste) {
    switch (paste.fault) {
        case FileFault::none: break;
        case FileFault::too_large: return say(Word::paste_file_large, {{"name", paste.refused}});
        case FileFault::unreadable: return say(Word::paste_file_unreadable, {{"name", paste.refused}});
        case FileFault::wrong_type: return say(Word::paste_file_wrong, {{"name", paste.refused}});
    }
    return {};
}

Part input_card(const Paste& paste) {
    Part card = group(Look::card, "paste/input");
    FieldFacts facts = facts_of(FieldId::pasted_text, FieldKind::long_text, paste.text, pasted_text_limit);
    facts.described_by = "paste/text";
    put(card, field(Look::plain_field, "paste-text", Word::paste_label, std::move(facts)));
    if (utf16_units(paste.text) >= pasted_text_limit)
        put(card, text(Look::card_text, "paste/full", Word::paste_full, Tone::attention));
    Part row = group(Look::wrap_row, "paste/file-row");
    put(row, button(Look::plain_button, "paste/file", Word::paste_file_button, TextFileWanted{}));
    put(row, text(Look::secondary, "paste/file-text", Word::paste_file_text, Tone::secondary));
    put(card, std::move(row));
    if (!paste.file.empty())
        put(card, text(Look::card_text, "paste/file-name", say(Word::paste_file_read, {{"name", paste.file}}),
                       Tone::secondary));
    if (paste.fault != FileFault::none)
        put(card, text(Look::card_text, "paste/refused", refusal_words(paste), Tone::problem));
    put(card, checkbox("paste/eager", Word::paste_eager, paste.is_eager, EagerToggled{}));
    add_check_state(card, "paste", paste.check, Page::paste);
    return card;
}

std::string found_words(const std::vector<Found>& found) {
    std::array<std::string, 4> counts;
    for (std::size_t kind = 0; kind < counts.size(); ++kind)
        counts[kind] = std::to_string(std::ranges::count_if(
            found, [&](const Found& one) { return static_cast<std::size_t>(kind_of(one)) == kind; }));
    return say_count(
        Word::paste_found, static_cast<std::int64_t>(found.size()),
        {{"fresh", counts[0]}, {"listed", counts[1]}, {"doubtful", counts[2]}, {"ignored", counts[3]}});
}

Part found_card(const State& state) {
    const std::vector<Found>& found = state.paste.found;
    Part card = group(Look::card, "paste/found");
    put(card, heading(3, Look::section, "paste/found-title", Word::paste_found_title));
    put(card, text(Look::card_text, "paste/summary", found_words(found), Tone::secondary));
    Part list = part(Role::list, Look::column, "paste/list");
    list.name = say(Word::paste_found_title);
    for (std::uint32_t i = 0; i < std::min(found.size(), shown_rows); ++i) put(list, found_row(state, i));
    put(card, std::move(list));
    if (found.size() > shown_rows)
        put(card, text(Look::card_text, "paste/more",
                       say_count(Word::paste_more, static_cast<std::int64_t>(found.size() - shown_rows)),
                       Tone::secondary));
    const std::int64_t chosen = std::ranges::count_if(found, &Found::is_chosen);
    Part add =
        button(Look::primary_button, "paste/add", say_count(Word::paste_add_button, chosen), FoundAdded{});
    add.enabled = chosen > 0;
    put(card, std::move(add));
    return card;
}

}  // namespace

std::string paste_summary(const State& state) {
    const Paste& paste = state.paste;
    if (paste.fault != FileFault::none) return refusal_words(paste);
    if (std::string words = check_state_words(paste.check); !words.empty()) return words;
    if (!paste.is_answered) return {};
    return paste.found.empty() ? say(Word::paste_none) : found_words(paste.found);
}

Part present_paste(const State& state) {
    Part made = region(Look::column, "paste-page", Word::paste_title);
    Part top = group(Look::tight_column, "paste/top");
    put(top, heading(2, Look::title, "paste/title", Word::paste_title));
    put(top, text(Look::body, "paste/text", Word::paste_text, Tone::secondary));
    put(made, std::move(top));
    put(made, input_card(state.paste));
    if (!state.paste.found.empty())
        put(made, found_card(state));
    else if (state.paste.is_answered)
        put(made, text(Look::body, "paste/none", Word::paste_none));
    return made;
}

}  // namespace app

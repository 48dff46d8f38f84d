// Small constructors for the Parts of a Screen. Internal to src/app.
#pragma once

#include <string>
#include <string_view>

#include "app/screen.h"
#include "app/words.h"

namespace app {

[[gnu::noinline]] Part part(Role role, Look look, std::string_view key, std::string text = {},
                            Tone tone = Tone::ink);
[[gnu::noinline]] Part group(Look look, std::string_view key);
[[gnu::noinline]] Part region(Look look, std::string_view key, std::string name);
[[gnu::noinline]] Part heading(std::uint8_t level, Look look, std::string_view key, std::string text,
                               Tone tone = Tone::ink);
[[gnu::noinline]] Part text(Look look, std::string_view key, std::string words, Tone tone = Tone::ink);
[[gnu::noinline]] Part piece(Look look, std::string_view key, std::string words, Tone tone = Tone::ink);
[[gnu::noinline]] Part button(Look look, std::string_view key, std::string label, Action press);
[[gnu::noinline]] Part icon_button(Icon icon, std::string_view key, std::string name, Action press);
/// Pressing it is `press`, whatever it is now; the box alone has `name` and no text.
[[gnu::noinline]] Part checkbox(std::string_view key, std::string label, bool checked, Action press);
[[gnu::noinline]] Part link(std::string_view key, std::string label, std::string href);
[[gnu::noinline]] Part field(Look look, std::string_view key, std::string label, FieldFacts facts);
/// The caret at the end of its value.
[[gnu::noinline]] FieldFacts facts_of(FieldId id, FieldKind kind, std::string_view value,
                                      std::uint32_t limit = 256);
[[gnu::noinline]] Part choice_field(FieldId id, std::string_view key, Word label, std::string_view value,
                                    std::vector<Choice> choices);

// The same with a sentence that needs nothing filled in. Of their own: what calls them is smaller.
[[gnu::noinline]] Part region(Look look, std::string_view key, Word name);
[[gnu::noinline]] Part heading(std::uint8_t level, Look look, std::string_view key, Word text,
                               Tone tone = Tone::ink);
[[gnu::noinline]] Part text(Look look, std::string_view key, Word words, Tone tone = Tone::ink);
[[gnu::noinline]] Part piece(Look look, std::string_view key, Word words, Tone tone = Tone::ink);
[[gnu::noinline]] Part button(Look look, std::string_view key, Word label, Action press);
[[gnu::noinline]] Part icon_button(Icon icon, std::string_view key, Word name, Action press);
[[gnu::noinline]] Part checkbox(std::string_view key, Word label, bool checked, Action press);
[[gnu::noinline]] Part link(std::string_view key, Word label, std::string href);
[[gnu::noinline]] Part field(Look look, std::string_view key, Word label, FieldFacts facts);

/// Behind the others. Not inlined: it stands some hundred times.
[[gnu::noinline]] void put(Part& parent, Part&& child);

/// A line of text below the others; its key is the column's with `end`.
[[gnu::noinline]] void add_text(Part& column, Look look, std::string_view end, std::string words,
                                Tone tone = Tone::ink);
[[gnu::noinline]] void add_text(Part& column, Look look, std::string_view end, Word words,
                                Tone tone = Tone::ink);

/// The same, a heading of a part of a card.
[[gnu::noinline]] void add_head(Part& column, std::string_view end, std::string words);
[[gnu::noinline]] void add_head(Part& column, std::string_view end, Word words);

}  // namespace app

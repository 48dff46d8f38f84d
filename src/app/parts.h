// Small constructors for the Parts of a Screen. Internal to src/app.
#pragma once

#include <string>
#include <utility>

#include "app/screen.h"
#include "app/words.h"

namespace app {

inline Part part(Role role, Look look, std::string key, std::string text = {}, Tone tone = Tone::ink) {
    Part made;
    made.role = role;
    made.look = look;
    made.key = std::move(key);
    made.text = std::move(text);
    made.tone = tone;
    return made;
}

inline Part group(Look look, std::string key) { return part(Role::group, look, std::move(key)); }

inline Part region(Look look, std::string key, std::string name) {
    Part made = part(Role::region, look, std::move(key));
    made.name = std::move(name);
    return made;
}

inline Part heading(std::uint8_t level, Look look, std::string key, std::string text, Tone tone = Tone::ink) {
    Part made = part(Role::heading, look, std::move(key), std::move(text), tone);
    made.level = level;
    return made;
}

inline Part text(Look look, std::string key, std::string words, Tone tone = Tone::ink) {
    return part(Role::text, look, std::move(key), std::move(words), tone);
}

inline Part piece(Look look, std::string key, std::string words, Tone tone = Tone::ink) {
    return part(Role::inline_text, look, std::move(key), std::move(words), tone);
}

inline Part button(Look look, std::string key, std::string label, Action press) {
    Part made = part(Role::button, look, std::move(key), std::move(label), Tone::accent);
    made.press = std::move(press);
    return made;
}

inline Part icon_button(Icon icon, std::string key, std::string name, Action press) {
    Part made = button(Look::icon_button, std::move(key), {}, std::move(press));
    made.icon = icon;
    made.name = std::move(name);
    return made;
}

/// Pressing it is `press`, whatever it is now; the box alone has `name` and no text.
inline Part checkbox(std::string key, std::string label, bool checked, Action press) {
    Part made = part(Role::checkbox, Look::checkbox, std::move(key), std::move(label));
    made.selected = checked;
    made.press = std::move(press);
    return made;
}

inline Part link(std::string key, std::string label, std::string href) {
    Part made = part(Role::link, Look::link_text, std::move(key), std::move(label), Tone::accent);
    made.href = std::move(href);
    return made;
}

inline Part field(Look look, std::string key, std::string label, FieldFacts facts) {
    Part made = part(Role::field, look, std::move(key), std::move(label));
    made.field = std::move(facts);
    return made;
}

/// A line of text below the others; its key is the column's with `end`.
void add_text(Part& column, Look look, std::string_view end, std::string words, Tone tone = Tone::ink);

/// The same, a heading of a part of a card.
void add_head(Part& column, std::string_view end, std::string words);

}  // namespace app

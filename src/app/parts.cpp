#include "app/parts.h"

#include <utility>

namespace app {

Part part(Role role, Look look, std::string_view key, std::string text, Tone tone) {
    Part made;
    made.role = role;
    made.look = look;
    made.key = key;
    made.text = std::move(text);
    made.tone = tone;
    return made;
}

Part group(Look look, std::string_view key) { return part(Role::group, look, key); }

Part region(Look look, std::string_view key, std::string name) {
    Part made = part(Role::region, look, key);
    made.name = std::move(name);
    return made;
}

Part heading(std::uint8_t level, Look look, std::string_view key, std::string text, Tone tone) {
    Part made = part(Role::heading, look, key, std::move(text), tone);
    made.level = level;
    return made;
}

Part text(Look look, std::string_view key, std::string words, Tone tone) {
    return part(Role::text, look, key, std::move(words), tone);
}

Part piece(Look look, std::string_view key, std::string words, Tone tone) {
    return part(Role::inline_text, look, key, std::move(words), tone);
}

Part button(Look look, std::string_view key, std::string label, Action press) {
    Part made = part(Role::button, look, key, std::move(label), Tone::accent);
    made.press = std::move(press);
    return made;
}

Part icon_button(Icon icon, std::string_view key, std::string name, Action press) {
    Part made = button(Look::icon_button, key, std::string(), std::move(press));
    made.icon = icon;
    made.name = std::move(name);
    return made;
}

Part checkbox(std::string_view key, std::string label, bool checked, Action press) {
    Part made = part(Role::checkbox, Look::checkbox, key, std::move(label));
    made.selected = checked;
    made.press = std::move(press);
    return made;
}

Part link(std::string_view key, std::string label, std::string href) {
    Part made = part(Role::link, Look::link_text, key, std::move(label), Tone::accent);
    made.href = std::move(href);
    return made;
}

Part field(Look look, std::string_view key, std::string label, FieldFacts facts) {
    Part made = part(Role::field, look, key, std::move(label));
    made.field = std::move(facts);
    return made;
}

FieldFacts facts_of(FieldId id, FieldKind kind, std::string_view value, std::uint32_t limit) {
    FieldFacts facts;
    facts.id = id;
    facts.kind = kind;
    facts.value = value;
    facts.caret = value.size();
    facts.limit = limit;
    return facts;
}

Part choice_field(FieldId id, std::string_view key, Word label, std::string_view value,
                  std::vector<Choice> choices) {
    FieldFacts facts = facts_of(id, FieldKind::choice, value);
    facts.choices = std::move(choices);
    return field(Look::plain_field, key, label, std::move(facts));
}

void put(Part& parent, Part&& child) { parent.parts.push_back(std::move(child)); }

void add_text(Part& column, Look look, std::string_view end, std::string words, Tone tone) {
    put(column, text(look, column.key + std::string(end), std::move(words), tone));
}

void add_head(Part& column, std::string_view end, std::string words) {
    Part head = heading(4, Look::card_text, column.key + std::string(end), std::move(words));
    head.strong = true;
    put(column, std::move(head));
}

Part region(Look look, std::string_view key, Word name) { return region(look, key, say(name)); }

Part heading(std::uint8_t level, Look look, std::string_view key, Word text, Tone tone) {
    return heading(level, look, key, say(text), tone);
}

Part text(Look look, std::string_view key, Word words, Tone tone) {
    return text(look, key, say(words), tone);
}

Part piece(Look look, std::string_view key, Word words, Tone tone) {
    return piece(look, key, say(words), tone);
}

Part button(Look look, std::string_view key, Word label, Action press) {
    return button(look, key, say(label), std::move(press));
}

Part icon_button(Icon icon, std::string_view key, Word name, Action press) {
    return icon_button(icon, key, say(name), std::move(press));
}

Part checkbox(std::string_view key, Word label, bool checked, Action press) {
    return checkbox(key, say(label), checked, std::move(press));
}

Part link(std::string_view key, Word label, std::string href) {
    return link(key, say(label), std::move(href));
}

Part field(Look look, std::string_view key, Word label, FieldFacts facts) {
    return field(look, key, say(label), std::move(facts));
}

void add_text(Part& column, Look look, std::string_view end, Word words, Tone tone) {
    add_text(column, look, end, say(words), tone);
}

void add_head(Part& column, std::string_view end, Word words) { add_head(column, end, say(words)); }

}  // namespace app

#include <algorithm>

#include "app/commands.h"
#include "app/parts.h"
#include "app/present_parts.h"

namespace app {

namespace {

Part option(std::uint32_t index, std::string words, Tone tone = Tone::ink) {
    const std::string key = "commands/" + std::to_string(index);
    Part made = part(Role::option, Look::command, key);
    made.press = CommandRun{index};
    put(made, piece(Look::body, key + "/words", std::move(words), tone));
    return made;
}

/// Of the commands that were found, or that there are none: heard as the others are.
Part command_list(std::vector<Command> found, std::size_t at) {
    Part list = part(Role::options, Look::tight_column, "commands");
    list.name = say(Word::commands_title);
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        Part made = option(i, std::move(found[i].words));
        if (*found[i].key) put(made, piece(Look::mono, made.key + "/key", found[i].key, Tone::secondary));
        put(list, std::move(made));
    }
    if (found.empty()) {
        put(list, option(0, say(Word::command_none), Tone::quiet));
        list.parts[0].enabled = false;
    }
    list.parts[at].selected = true;
    return list;
}

Part command_field(const Palette& palette, std::size_t at) {
    FieldFacts facts = facts_of(FieldId::command, FieldKind::chooser, palette.text, formats::search_limit);
    facts.placeholder = say(Word::command_placeholder);
    facts.described_by = "commands/" + std::to_string(at);
    Part made = field(Look::search_field, "command", Word::commands_title, std::move(facts));
    made.expanded = true;
    return made;
}

}  // namespace

Part present_palette(const State& state) {
    Part made = part(Role::dialog, Look::palette, "palette");
    made.name = say(Word::commands_title);
    std::vector<Command> found = found_commands(state);
    const std::size_t at =
        std::min<std::size_t>(state.palette->at, std::max<std::size_t>(found.size(), 1) - 1);
    Part top = group(Look::row, "palette/top");
    put(top, command_field(*state.palette, at));
    put(top, icon_button(Icon::close, "palette/close", Word::offer_close_button,
                         KeyPressed{Key::escape, {}, true}));
    put(made, std::move(top));
    put(made, command_list(std::move(found), at));
    put(made, text(Look::secondary, "palette/keys",
                   state.settings.single_keys ? Word::keys_text : Word::keys_off_text, Tone::secondary));
    return made;
}

}  // namespace app

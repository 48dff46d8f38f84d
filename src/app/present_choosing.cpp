#include <algorithm>

#include "app/families.h"
#include "app/parts.h"
#include "app/present_parts.h"

namespace app {

namespace {

Part tag_row(const State& state) {
    FieldFacts facts = facts_of(FieldId::new_tag, FieldKind::text, state.new_tag, postal::tag_limit);
    facts.placeholder = say(Word::tag_placeholder);
    Part row = group(Look::row, "choose/tag");
    put(row, field(Look::search_field, "choose-tag", Word::tag_label, std::move(facts)));
    put(row, button(Look::plain_button, "choose-tag-add", Word::tag_add_button, TagAdded{}));
    return row;
}

void add_changes(Part& row, const State& state) {
    const auto add = [&](const char* key, Word words, ItemChange change) {
        put(row, button(Look::plain_button, key, say(words), ItemsChanged{change, {}}));
    };
    switch (state.query.scope) {
        case formats::ListScope::current:
            add("choose/archive", Word::archive_button, ItemChange::archive);
            break;
        case formats::ListScope::archived:
            add("choose/unarchive", Word::unarchive_button, ItemChange::unarchive);
            break;
        case formats::ListScope::removed:
            add("choose/restore", Word::restore_button, ItemChange::restore);
            add("choose/forget", Word::forget_button, ItemChange::forget);
            return;
    }
    add("choose/delivered", Word::mark_delivered_button, ItemChange::mark_delivered);
    add("choose/remove", Word::remove_button, ItemChange::remove);
}

}  // namespace

Part present_choosing(const State& state) {
    Part form = part(Role::form, Look::tight_column, "choosing");
    const bool some = !state.chosen.empty();
    Part head = group(Look::row, "choose/head");
    put(head, heading(2, Look::section, "choose/title",
                      some ? say_count(Word::chosen, static_cast<std::int64_t>(state.chosen.size()))
                           : say(Word::chosen_none)));
    put(head, button(Look::quiet_button, "choose-all", Word::choose_all_button, AllChosen{}));
    put(head, button(Look::plain_button, "choose-done", Word::choose_done_button, ChoosingToggled{}));
    put(form, std::move(head));
    if (some) {
        Part row = group(Look::wrap_row, "choose/changes");
        add_changes(row, state);
        put(form, std::move(row));
        if (state.query.scope != formats::ListScope::removed) put(form, tag_row(state));
    }
    put(form, present_status(state));
    return form;
}

}  // namespace app

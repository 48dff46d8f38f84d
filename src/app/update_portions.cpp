// Large work in portions: a painted frame lies between two of them, and the user's hands come first.
#include <algorithm>
#include <utility>

#include "app/families.h"
#include "app/reading.h"
#include "app/refresh.h"
#include "formats/backup.h"
#include "postal/time.h"

namespace app {

namespace {

void take(State& state, Effects& effects, postal::Item theirs) {
    Importing& work = *state.importing;
    if (postal::Item* ours = find_item(state, theirs.number)) {
        postal::Item both = postal::merged(*ours, theirs);
        both.revision = ours->revision;
        if (both == *ours) return;
        both.revision = std::max(ours->revision, theirs.revision);
        *ours = std::move(both);
        effects.push_back(save(*ours));
    } else if (state.items.size() < items_limit) {
        add_item(state, effects, std::move(theirs));
    } else {
        work.is_cut = true;
        return;
    }
    ++work.taken;
}

void end_import(State& state, Effects& effects) {
    add_notice(state, {.kind = NoticeKind::imported, .count = state.importing->taken});
    if (state.importing->is_cut) add_notice(state, {.kind = NoticeKind::list_full});
    state.importing.reset();
    ask_what_is_due(state, effects);
}

void import_portion(State& state, Effects& effects) {
    Importing& work = *state.importing;
    const std::size_t end = std::min(work.items.size(), work.next + portion_items);
    while (work.next < end) take(state, effects, std::move(work.items[work.next++]));
    if (end == work.items.size()) end_import(state, effects);
}

/// What has gone meanwhile is left out; what has come is not in it.
void export_portion(State& state, Effects& effects) {
    Exporting& work = *state.exporting;
    SaveFile file{"postwatch-" + postal::to_text(local_date(state, work.since)) + ".json", "application/json",
                  work.next > 0 ? "" : formats::backup_begin(state.settings, work.since)};
    const std::size_t end = std::min(work.numbers.size(), work.next + portion_items);
    for (; work.next < end && file.text.size() < portion_bytes; ++work.next)
        if (const postal::Item* item = find_item(state, work.numbers[work.next]))
            formats::add_to_backup(file.text, *item, work.written++);
    file.more = work.next < work.numbers.size();
    if (!file.more) {
        file.text += formats::backup_end(work.written);
        state.exporting.reset();
    }
    effects.push_back(std::move(file));
}

Effects do_portion(State& state) {
    Effects effects;
    if (state.importing) import_portion(state, effects);
    if (state.exporting) export_portion(state, effects);
    if ((state.importing || state.exporting) && !std::exchange(state.is_going_on, true))
        effects.push_back(GoOn{});
    return effects;
}

}  // namespace

void count_import(State& state) {
    if (state.import) state.import->preview = formats::preview(state.items, state.import->backup);
}

Effects on(State& state, const ExportAsked&) {
    if (state.exporting) return {};
    Exporting& work = state.exporting.emplace();
    work.since = state.now;
    for (const postal::Item& item : state.items) work.numbers.push_back(item.number);
    return do_portion(state);
}

/// Consent is not imported: it was given on another device, for another proxy.
Effects on(State& state, const ImportAnswered& answer) {
    if (!state.import || state.importing) return {};
    if (answer.accepted) {
        Importing& work = state.importing.emplace();
        work.items = std::move(state.import->backup.items);
        work.since = state.now;
    }
    state.import.reset();
    return answer.accepted ? do_portion(state) : Effects();
}

Effects on(State& state, const ImportStopped&) {
    Effects effects;
    if (state.importing) end_import(state, effects);
    return effects;
}

Effects on(State& state, const WorkGoesOn&) {
    state.is_going_on = false;
    return do_portion(state);
}

}  // namespace app

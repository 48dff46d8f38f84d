// Large work in portions: a painted frame lies between two of them, and the user's hands come first.
#include <algorithm>
#include <iterator>
#include <utility>

#include "app/families.h"
#include "app/reading.h"
#include "app/refresh.h"
#include "formats/backup.h"
#include "postal/time.h"

namespace app {

namespace {

bool is_import(const Change& change) {
    return change.told.kind == NoticeKind::imported && !change.is_taken_back;
}

void import_next(State& state, Effects& effects, Change& work) {
    postal::Item theirs = std::move(work.incoming[work.next]);
    if (postal::Item* ours = find_item(state, theirs.number)) {
        postal::Item both = postal::merged(*ours, theirs);
        both.revision = ours->revision;
        if (both == *ours) return;
        both.revision = std::max(ours->revision, theirs.revision);
        std::swap(*ours, both);
        effects.push_back(save(*ours));
        note(work, std::move(both), *ours);
    } else if (state.items.size() < items_limit) {
        add_item(state, effects, std::move(theirs));
        note(work, {}, state.items.back());
    } else {
        work.is_cut = true;
    }
}

/// What was done so far is one change.
void end_work(State& state, Effects& effects) {
    state.undos.splice(state.undos.end(), state.works, state.works.begin());
    Change& done = state.undos.back();
    if (done.is_taken_back) {
        end_taking_back(state, done);
        state.undos.pop_back();
    } else if (is_import(done)) {
        const bool is_cut = done.is_cut;
        if (done.before.empty()) add_notice(state, NoticeKind::imported);
        remember(state);
        if (is_cut) add_notice(state, NoticeKind::list_full);
        return ask_what_is_due(state, effects);
    } else {
        remember(state, done.told.kind != NoticeKind::detail_changed);
    }
    send_questions(state, effects);
}

void work_portion(State& state, Effects& effects) {
    Change& work = state.works.front();
    const std::size_t end = std::min(work.count(), work.next + portion_items);
    std::vector<std::string> leaving;
    for (; work.next < end; ++work.next)
        if (work.is_taken_back)
            take_back_next(state, effects, work, leaving);
        else if (is_import(work))
            import_next(state, effects, work);
        else
            change_next(state, effects, work, leaving);
    std::vector<postal::Item> gone;
    forget_items(state, effects, leaving, work.is_taken_back ? gone : work.before);
    work.after.resize(work.before.size());
    if (end == work.count()) end_work(state, effects);
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

void go_on(State& state, Effects& effects) {
    const bool is_more = state.exporting || !state.works.empty();
    if (is_more && !std::exchange(state.is_going_on, true)) effects.push_back(GoOn{});
}

Effects do_portion(State& state) {
    Effects effects;
    if (state.exporting) export_portion(state, effects);
    if (!state.works.empty()) work_portion(state, effects);
    go_on(state, effects);
    return effects;
}

}  // namespace

void count_import(State& state) {
    if (state.import) state.import->preview = formats::preview(state.items, state.import->backup);
}

bool is_importing(const State& state) { return !state.works.empty() && is_import(state.works.front()); }

Effects begin_work(State& state, std::list<Change>::iterator undo) {
    const bool is_about_one = !undo->is_taken_back && undo->numbers.size() == 1;
    const bool waits = !state.works.empty() && !is_about_one;
    state.works.splice(waits ? state.works.end() : state.works.begin(), state.undos, undo);
    Effects effects;
    if (!waits) work_portion(state, effects);
    go_on(state, effects);
    return effects;
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
    if (!state.import || is_importing(state)) return {};
    auto import = std::move(state.import);
    state.import.reset();
    if (!answer.accepted) return {};
    begin_change(state, NoticeKind::imported).incoming = std::move(import->backup.items);
    return begin_work(state, std::prev(state.undos.end()));
}

Effects on(State& state, const ImportStopped&) {
    Effects effects;
    if (is_importing(state)) end_work(state, effects);
    return effects;
}

Effects on(State& state, const WorkGoesOn&) {
    state.is_going_on = false;
    return do_portion(state);
}

}  // namespace app

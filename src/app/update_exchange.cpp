#include <algorithm>

#include "app/families.h"
#include "app/refresh.h"
#include "app/words.h"
#include "formats/backup.h"
#include "formats/share_link.h"
#include "postal/time.h"

namespace app {

namespace {

Word words_of(formats::BackupFault fault) {
    switch (fault) {
        case formats::BackupFault::newer_version: return Word::import_newer;
        case formats::BackupFault::damaged: return Word::import_damaged;
        default: return Word::import_not_a_backup;
    }
}

}  // namespace

void sort_offer(State& state) {
    if (!state.offer) return;
    std::erase_if(state.offer->fresh, [&](const std::string& number) {
        const bool is_present = find_followed(state, number) != nullptr;
        if (is_present) state.offer->present.push_back(number);
        return is_present;
    });
}

Effects on(State& state, const ItemShared& shared) {
    std::vector<std::string> numbers;
    for (const postal::Item& item : state.items) {
        const bool wanted = shared.number.empty() ? !postal::is_sample(item.number) && is_followed(item)
                                                  : item.number == shared.number;
        if (wanted && numbers.size() < formats::shared_items_limit) numbers.push_back(item.number);
    }
    if (numbers.empty()) return {};
    const std::string text =
        numbers.size() == 1 ? say(Word::share_text_one, {{"number", postal::grouped(numbers.front())}})
                            : say_count(Word::share_text_many, static_cast<std::int64_t>(numbers.size()));
    return {ShareText{say(Word::app_name), text, formats::write_fragment(numbers)}};
}

Effects on(State& state, const FragmentArrived& arrived) {
    if (arrived.fragment.empty()) return {};
    if (arrived.fragment == "add") {
        state.choosing = false;
        state.page = Page::watched_items;  // where the number field is, on a phone
        return {ClearFragment{}, MoveFocus{"number"}};
    }
    const formats::SharedItems shared = formats::read_fragment(arrived.fragment);
    if (!shared.present) return {};
    state.offer.reset();
    if (shared.numbers.empty())
        add_notice(state, NoticeKind::shared_link_unreadable);
    else
        state.offer = Offer{.fresh = shared.numbers,
                            .present = {},
                            .faulty = static_cast<std::uint32_t>(shared.faulty.size()),
                            .cut = shared.too_many};
    sort_offer(state);
    state.page = Page::watched_items;
    return {ClearFragment{}};
}

Effects on(State& state, const SharedItemsAnswered& answer) {
    if (!state.offer) return {};
    const Offer offer = std::move(*state.offer);
    state.offer.reset();
    Effects effects;
    if (!answer.accepted) return effects;
    state.consent_put_off = false;
    Change& change = begin_change(state, NoticeKind::items_added);
    for (const std::string& number : offer.fresh) follow_number(state, effects, number, change);
    if (change.before.empty()) {
        add_notice(state, NoticeKind::items_added);
    } else {
        state.selected = offer.fresh.front();
        if (state.layout == Layout::wide) state.page = Page::item;
    }
    remember(state);
    return effects;
}

Effects on(State&, const ImportAsked&) { return {ChooseFile{formats::backup_size_limit}}; }

Effects on(State& state, const FileComing&) {
    state.is_file_coming = true;
    return {};
}

Effects on(State& state, const FileArrived& arrived) {
    state.import.reset();
    state.is_file_coming = false;
    if (arrived.fault != FileFault::none) {
        const Word why =
            arrived.fault == FileFault::too_large ? Word::import_too_large : Word::import_unreadable;
        add_notice(state, NoticeKind::import_failed).text = say(why);
        return {};
    }
    formats::ReadBackup read = formats::read_backup(arrived.text);
    if (read.backup)
        state.import = Import{std::move(*read.backup), {}};  // update() counts it
    else
        add_notice(state, NoticeKind::import_failed).text = say(words_of(read.fault));
    return {};
}

Effects on(State& state, const HandedOver& handed) {
    switch (handed.how) {
        case Handed::copied: add_notice(state, NoticeKind::copied); break;
        case Handed::shared: add_notice(state, NoticeKind::shared); break;
        case Handed::saved: add_notice(state, NoticeKind::file_saved); break;
        case Handed::failed: add_notice(state, NoticeKind::hand_over_failed); break;
    }
    return {};
}

}  // namespace app

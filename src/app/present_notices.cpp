#include <iterator>

#include "app/families.h"
#include "app/parts.h"
#include "app/present_parts.h"

namespace app {

namespace {

/// In the order of NoticeKind.
constexpr Word notice_sentences[] = {
    Word::notice_item_added,     Word::notice_already_listed,
    Word::notice_removed,  // see change_sentences
    Word::notice_items_added,    Word::notice_samples_removed,    Word::notice_copied,
    Word::notice_shared,         Word::notice_file_saved,         Word::notice_hand_over_failed,
    Word::notice_import_failed,  Word::notice_imported,           Word::notice_list_full,
    Word::notice_item_back,      Word::notice_view_saved,         Word::notice_tagged,
    Word::notice_asked_just_now, Word::notice_asked_to_wait,      Word::notice_shared_link_unreadable,
    Word::notice_news,           Word::notice_records_unreadable, Word::notice_records_damaged,
    Word::notice_tag_removed,    Word::notice_view_forgotten,     Word::notice_view_replaced,
    Word::label_label,  // see field_labels
    Word::notice_taken_back,
};
static_assert(std::size(notice_sentences) == static_cast<std::size_t>(NoticeKind::taken_back) + 1);

/// In the order of ItemChange.
constexpr Word change_sentences[] = {
    Word::notice_archived,  Word::notice_unarchived,       Word::notice_removed,  Word::notice_restored,
    Word::notice_forgotten, Word::notice_marked_delivered, Word::notice_reopened,
};

/// In the order of FieldId, of those behind the label.
constexpr Word field_labels[] = {
    Word::posted_on_label, Word::going_to_label,  Word::note_label, Word::order_number_label,
    Word::shop_label,      Word::direction_label, Word::tag_label,
};
static_assert(std::size(field_labels) == static_cast<std::size_t>(FieldId::new_tag) -
                                             static_cast<std::size_t>(FieldId::item_posted_on) + 1);

Word word_of(const Notice& notice) {
    if (notice.kind == NoticeKind::items_changed)
        return change_sentences[static_cast<std::size_t>(notice.change)];
    if (notice.kind == NoticeKind::detail_changed && notice.field != FieldId::item_label)
        return field_labels[static_cast<std::size_t>(notice.field) -
                            static_cast<std::size_t>(FieldId::item_posted_on)];
    return notice_sentences[static_cast<std::size_t>(notice.kind)];
}

}  // namespace

std::string notice_words(const State& state, const Notice& notice) {
    const postal::Item* item = find_item(state, notice.number);
    const std::string title = item                  ? item_title(*item)
                              : notice.text.empty() ? postal::grouped(notice.number)
                                                    : notice.text;
    const Word word = word_of(notice);
    if (notice.kind == NoticeKind::detail_changed) return say(word) + ": " + title;
    std::string what = notice.text;
    if (notice.kind == NoticeKind::items_changed)
        what =
            notice.count == 1 && !notice.number.empty() ? title : say_count(Word::count_items, notice.count);
    if (notice.kind == NoticeKind::news) {
        if (!item) return {};
        what = chip_words(read_item(state, *item));
    }
    return say_count(word, notice.count, {{"title", title}, {"what", what}});
}

void add_notices(Part& status, const State& state) {
    for (const Notice& notice : state.notices) {
        std::string words = notice_words(state, notice);
        if (words.empty()) continue;
        const std::string key = "notice/" + std::to_string(notice.id);
        Part row = group(Look::notice, key);
        put(row, text(Look::card_text, key + "/text", std::move(words)));
        if (offers_undo(state, notice))
            put(row, button(Look::quiet_button, "undo", Word::undo_button, ChangeUndone{notice.id}));
        put(row, icon_button(Icon::close, key + "/close", Word::dismiss_button, NoticeDismissed{notice.id}));
        put(status, std::move(row));
    }
}

}  // namespace app

// All the app knows. Changed only by update().
#pragma once

#include <algorithm>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <vector>

#include "app/action.h"
#include "app/judgement.h"
#include "app/list_order.h"
#include "app/screen.h"
#include "formats/backup.h"
#include "formats/config.h"
#include "formats/found_numbers.h"
#include "formats/message_answer.h"
#include "formats/saved_settings.h"
#include "postal/item.h"
#include "postal/item_number.h"

namespace app {

/// The number being entered, and what may be said about it before it is added.
struct Entry {
    std::string text;  ///< as typed, or grouped
    std::size_t caret = 0;
    postal::NumberCheck check;
    std::string label;
    std::string posted_on;
    std::string going_to;
    bool details_open = false;
};

/// A number explained cell by cell.
struct PassportView {
    bool open = false;                 ///< the sum and what no number tells are shown
    std::optional<std::uint8_t> cell;  ///< the one explained, 0..12
};

struct Ticket {
    std::uint32_t id = 0;
    std::string number;
    std::string source;
    Instant asked_at = 0;
};

enum class NoticeKind : std::uint8_t {
    item_added,
    already_listed,
    items_changed,  ///< `change`, and one `number` or a `count`
    items_added,
    samples_removed,
    copied,
    shared,
    file_saved,
    hand_over_failed,
    import_failed,
    imported,
    list_full,
    item_back,  ///< a removed or archived item is followed again
    view_saved,
    tagged,
    asked_just_now,
    asked_to_wait,
    shared_link_unreadable,
    news,
    records_unreadable,
    records_damaged,
    tag_removed,  ///< `text`: the tag
    view_forgotten,
    view_replaced,   ///< `text`: the one that is gone
    detail_changed,  ///< `field` of `number`: never told, but named where it can be taken back
    taken_back,      ///< `text`: what the change was
};

struct Notice {
    std::uint32_t id = 0;
    NoticeKind kind;
    std::string number = {};  ///< the item it is about, or empty
    std::string text = {};    ///< what the sentence needs beside it
    std::uint32_t count = 0;
    ItemChange change = ItemChange::archive;
    FieldId field = FieldId::item_label;
};

/// A change of items or views: going on, or one that can be taken back. Taking back touches only what is
/// still as the change left it: what was typed, answered or heard from another tab since then stays.
struct Change {
    Notice told;     ///< what it is called; the id is that of the notice that offers to take it back, or 0
    Instant at = 0;  ///< when it began, or its last key
    std::string selected;  ///< what was shown then
    /// Each item before and behind it, without what is known of its way but for what an import has added to.
    /// No number before: it was added; none behind: it was deleted for good, and stands here whole.
    std::vector<postal::Item> before, after;
    std::optional<std::vector<formats::ListView>> views;  ///< before

    // While it goes on:
    bool is_taken_back = false;
    std::vector<std::string> numbers;    ///< to be changed
    std::vector<postal::Item> incoming;  ///< to be imported
    bool is_cut = false;                 ///< the list was full
    std::size_t next = 0;                ///< those before are through

    std::size_t count() const {
        return is_taken_back ? before.size() : std::max(numbers.size(), incoming.size());
    }
};

/// An item that is on the device, and the revision it has there.
struct Kept {
    std::string number;
    std::uint64_t revision = 0;
};

/// The commands, to be searched.
struct Palette {
    std::string text;      ///< in its field
    std::uint32_t at = 0;  ///< of those it finds, the one that Enter runs
    std::string opener;    ///< what had the focus before; may be empty
};

enum class Storage : std::uint8_t { reading, ready, refused, full, failed, newer_version };

/// Items a shared link or a file offers. Never added by itself.
struct Offer {
    std::vector<std::string> fresh;    ///< right numbers that are not followed yet
    std::vector<std::string> present;  ///< already followed
    std::uint32_t faulty = 0;          ///< numbers that cannot be right
    bool cut = false;                  ///< the link held more than the limit
};

/// A file to be imported, before the user has said yes.
struct Import {
    formats::Backup backup;
    formats::MergePreview preview;  ///< update() keeps it
};

/// A file that is being written; those before `next` have been looked at.
struct Exporting {
    std::vector<std::string> numbers;  ///< as they were in the list when it was asked for
    std::size_t next = 0;
    Instant since = 0;
    std::size_t written = 0;
};

/// A number that stands in what was pasted.
struct Found : formats::FoundNumber {
    bool is_listed = false;
    bool is_chosen = false;  ///< to be added
};

/// Of the wasm that judges messages and finds numbers, as far as a page waits for it.
enum class CheckState : std::uint8_t { awaited, slow, ready, unavailable };

/// What was pasted, or the file that was read last, and the numbers in it.
struct Paste {
    std::string text;     ///< of the field
    std::string file;     ///< name of the file the numbers are from; empty: they are from the field
    std::string read;     ///< that file, to look through it again
    std::string refused;  ///< name of a file that could not be read, and why
    FileFault fault = FileFault::none;
    bool is_eager = false;
    std::uint32_t asked = 0;   ///< ticket of the question that is out; 0 = none
    bool has_changed = false;  ///< since that question
    CheckState check = CheckState::awaited;
    bool is_answered = false;  ///< `found` is what was found in a text or a file
    std::vector<Found> found;
};

/// A message being judged. Forgotten when its page is left.
struct Message {
    std::string text;
    std::string claimed;       ///< id of the sender chosen, or empty
    std::string followed;      ///< CheckMessage::items, as it was when the page was opened
    std::uint32_t asked = 0;   ///< ticket of the question that is out; 0 = none
    bool has_changed = false;  ///< since that question
    CheckState check = CheckState::awaited;
    std::optional<formats::MessageAnswer> answer;  ///< of the text as it stood when it was asked
};

inline constexpr std::uint8_t introduction_steps = 3;

/// A document about the selected item, as it was when its page was opened.
struct Document {
    std::uint32_t asked = 0;  ///< ticket of the question that is out; 0 = none
    CheckState check = CheckState::awaited;
    std::string text;  ///< empty, or one that formats::read_document can read
};

struct State {
    Instant now = 0;
    Instant begun_at = 0;  ///< when reading the storage began
    Instant wake_at = 0;   ///< the WakeAt that is out; 0 = none
    LocaleArrived locale;
    Layout layout = Layout::wide;
    bool online = true;
    Page page = Page::watched_items;
    std::string selected;  ///< number of the item shown

    Entry entry;
    PassportView entry_passport;  ///< under the number field
    PassportView item_passport;   ///< on the page of the item
    std::vector<postal::Item> items;
    ListOrder order;                  ///< of items; update() keeps it
    Judgement judgement;              ///< of the item shown; update() keeps it
    std::vector<Kept> kept;           ///< the items that are on the device, by number
    formats::ListQuery query;         ///< what of them the list shows
    std::list<Change> works;          ///< those that go on, one after the other
    std::list<Change> undos;          ///< those that can be taken back, the last one last
    std::optional<Palette> palette;   ///< over the page
    bool choosing = false;            ///< rows are chosen, not opened
    std::vector<std::string> chosen;  ///< numbers, sorted
    std::string new_tag;              ///< in its field
    std::string view_name;            ///< in its field
    std::uint32_t window_first = 0;
    std::uint32_t window_count = 8;

    formats::Config config;
    formats::Settings settings;
    std::optional<std::string> wanted_language;  ///< chosen; its words are on their way
    Instant words_asked_at = 0;
    bool words_missing = false;  ///< those last chosen could not be had
    std::string page_origin;
    bool config_read = false;  ///< config.json has been asked for, whatever came
    Storage storage = Storage::reading;
    std::uint32_t unreadable = 0, damaged = 0;  ///< records, while they are read
    bool persistence_asked = false;
    std::optional<bool> persistent;

    std::vector<Ticket> tickets;      ///< questions on their way
    std::vector<std::string> to_ask;  ///< numbers waiting for their turn
    std::uint32_t last_ticket = 0;
    std::uint8_t introduction = 0;     ///< the first step shown, of introduction_steps
    bool introduction_wanted = false;  ///< shown whatever is in the list
    bool consent_put_off = false;      ///< "Not now": asked again at the next wish to look something up
    bool testing_connection = false;
    Instant test_asked_at = 0;
    std::optional<Connection> connection;

    std::optional<Offer> offer;
    std::optional<Import> import;
    std::optional<Exporting> exporting;
    bool is_file_coming = false;  ///< a large one to be imported: it is read when this has been painted
    bool is_going_on = false;     ///< GoOn is out
    Paste paste;
    Message message;
    Document document;
    std::vector<formats::Sender> senders;   ///< messages are written in the name of; once the check is there
    std::uint32_t ways_back = 0;            ///< as the browser has been told, or has told
    std::uint32_t last_message_ticket = 0;  ///< of CheckMessage, FindNumbers and MakeDocument
    std::vector<Notice> notices;
    std::uint32_t last_notice = 0;
    bool update_waiting = false;
    Instant update_accepted_at = 0;  ///< 0 = not accepted
    bool installable = false;
    bool drawable = true;  ///< false: there is no canvas to go back to
    bool plain_view = false;
};

}  // namespace app

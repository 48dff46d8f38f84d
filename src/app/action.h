// What happened: said by the user, the network, the clock, the storage or another tab. Plain data.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "formats/list_view.h"
#include "postal/item.h"
#include "postal/time.h"

namespace app {

using postal::Instant;

/// The text fields of the program.
enum class FieldId : std::uint8_t {
    tracking_number,
    label,
    posted_on,
    going_to,
    item_label,
    proxy,
    language,
    search,
    list_scope,
    list_group,
    list_country,
    list_stage,
    list_tag,
    list_direction,
    list_sort,
    view_name,
    item_posted_on,
    item_going_to,
    item_note,
    item_order_number,
    item_shop,
    item_direction,
    new_tag,
    pasted_text,
    message_text,
    message_claimed,
    command,
    theme,
    text_size,
};

/// What fills the item column, or the whole page on a phone.
enum class Page : std::uint8_t {
    watched_items,
    item,
    settings,
    paste,
    message,
    list_options,
    privacy,
    counter,   ///< the number large and as bar codes
    enquiry,   ///< what to ask about the item that is selected
    evidence,  ///< what this device has seen of it
};

/// Pages about one item: its own, and those that lead back to it.
constexpr bool is_document(Page page) { return page == Page::enquiry || page == Page::evidence; }
constexpr bool is_about_item(Page page) {
    return page == Page::item || page == Page::counter || is_document(page);
}
/// A page about an item that leads back to the item's own.
constexpr bool leads_to_item(Page page) { return page != Page::item && is_about_item(page); }

// ---- the user -------------------------------------------------------------------------------------------

struct FieldTyped {
    FieldId field;
    std::string text;       ///< UTF-8, the whole value of the field
    std::size_t caret = 0;  ///< bytes
};
struct NumberSubmitted {};  ///< Enter or Add; a faulty number is not added
struct LookUpAnyway {};     ///< adds a number of the right shape although its check digit is wrong
struct DetailsToggled {};   ///< label, posted on, going to: shown or hidden
struct PageOpened {
    Page page;
    std::string number;  ///< of the item, for the pages about one; empty: of the one that is selected
};
struct ListScrolled {
    std::uint32_t first = 0;  ///< row index the visible window begins with
    std::uint32_t count = 0;  ///< rows it has room for
};
struct CheckNow {
    std::string number;  ///< empty: everything that is not over
};
enum class ItemChange : std::uint8_t {
    archive,
    unarchive,
    remove,   ///< to the removed items, for postal::removed_kept
    restore,  ///< from there
    forget,   ///< for good
    mark_delivered,
    reopen,  ///< takes the mark back, or says that an ended item is not over
};
struct ItemsChanged {
    ItemChange change;
    std::string number;  ///< empty: all that are chosen
};
/// Keys of the page as a whole. Those of a single letter come only while nothing is typed into.
enum class Key : std::uint8_t {
    search,
    new_number,
    check_now,
    commands,
    escape,
    up,
    down,
    first,
    last,
    print,  ///< by a button only
    help,   ///< the palette, by a single key
    run,    ///< in the palette: the command that stands out
    undo,   ///< outside of text fields, which take back by themselves
};
struct KeyPressed {
    Key key;
    std::string focused;  ///< key of the Part that has the focus, or empty
    bool meant = false;   ///< by a command, not by a key that may have been pressed by accident
};
/// One of those the palette shows.
struct CommandRun {
    std::uint32_t index = 0;
};
struct RowsToggled {};  ///< compact or comfortable
struct SingleKeysToggled {};
struct ConsentWithdrawn {
    std::string source;
};
/// Takes back a change: items archived, removed, restored, deleted, marked or tagged; items that came, by
/// number, link, text or file, or the samples; what was typed into an item's field; views. An item that came
/// goes for good while it is as it came, else to the removed ones. What is typed into a field without a pause
/// is one change: no notice tells it, as it is seen where it is typed, but it is next in turn, and the
/// palette names it. Settings and consent are not among these, they are one press back; nor is what does not
/// end yet.
struct ChangeUndone {
    std::uint32_t notice = 0;  ///< the one that told it; 0: the last change
};
struct ListQueried {
    formats::ListQuery query;  ///< what the list is to show from now on
};
struct ViewSaved {};  ///< the list as it is queried now, under the name in the field
struct ViewForgotten {
    std::string name;
};
struct ChoosingToggled {};  ///< rows are chosen instead of opened
struct ItemChosen {
    std::string number;  ///< chosen from now on, or no longer
};
struct AllChosen {};  ///< everything the list shows, or nothing when all of it was
struct TagAdded {
    std::string number;  ///< empty: to all that are chosen. The tag stands in the field
};
struct TagRemoved {
    std::string number;
    std::string tag;
};
struct ItemShared {
    std::string number;  ///< empty: all items that are not samples
};
struct ConsentAnswered {
    std::string source;
    bool given = false;
};
struct SamplesAdded {};
struct SamplesRemoved {};
struct ConnectionTestAsked {};
struct ExportAsked {};
struct ImportAsked {};
struct ImportAnswered {
    bool accepted = false;
};
struct SharedItemsAnswered {
    bool accepted = false;
};
struct NoticeDismissed {
    std::uint32_t notice = 0;
};
struct UpdateAccepted {};
struct InstallAsked {};
struct PlainViewToggled {};
struct TextFileWanted {};  ///< a mail, page or table, to look for numbers in it
struct EagerToggled {};    ///< numbers in what was pasted: looked for strictly or eagerly
struct FoundToggled {
    std::uint32_t index = 0;  ///< in Paste::found
};
struct FoundAdded {};  ///< those chosen

/// One of the first steps is shown, from 0; introduction_steps: they are over, and shown no more by
/// themselves.
struct IntroductionShown {
    std::uint8_t step = 0;
};

struct TextCopied {
    std::string text;  ///< a number, or a text to be sent
};
enum class PassportPlace : std::uint8_t { entry, item };
struct PassportToggled {
    PassportPlace place;
};
/// A cell of a number is pressed, has the mouse over it or has got the focus.
struct PassportCellPointed {
    PassportPlace place;
    std::uint8_t cell = 0;  ///< 0..12
};

// ---- the browser ----------------------------------------------------------------------------------------

/// The words of a language: before everything else, after FetchWords, and when another tab has chosen.
struct WordsArrived {
    std::string wanted;  ///< the setting they stand for: BCP 47, empty = the browser's language
    std::string text;    ///< for use_words(); empty when they could not be had
};
/// Names and patterns from the browser's Intl in the language of the words, and the device's clock. Sent at
/// the start, after each WordsArrived and when the page becomes visible.
struct LocaleArrived {
    std::string language;                    ///< BCP 47
    std::vector<std::string> country_names;  ///< in the order of postal::country_codes()
    std::vector<std::string> month_names;    ///< 12, long
    std::vector<std::string> weekday_names;  ///< 7, long, Sunday first
    std::string countries_by_name;    ///< the codes, two letters each, in the order a reader looks for them
    std::string day_pattern;          ///< e.g. "{weekday} {day} {month}"
    std::string date_pattern;         ///< e.g. "{day} {month} {year}"
    std::int16_t offset_minutes = 0;  ///< of this device, east of UTC
    Instant at = 0;
};
struct ViewportChanged {
    float width = 0;  ///< CSS pixels
    float height = 0;
};
struct OnlineChanged {
    bool online = true;
    Instant at = 0;
};
struct BecameVisible {
    Instant at = 0;
};
struct ClockTicked {
    Instant at = 0;
};

/// config.json as served or as last kept; empty when there is none.
struct ConfigArrived {
    std::string body;
    std::string page_origin;
};

/// What the storage held at start, as written; a long list in portions.
struct StorageRead {
    std::vector<std::string> items = {};
    std::string settings = {};  ///< with the last portion
    Instant at = 0;
    bool more = false;  ///< there will be another portion
};
enum class StorageFault : std::uint8_t { refused, full, newer_version, failed };
struct StorageFailed {
    StorageFault fault;
};
/// A transaction has completed: what it held is on the device.
struct Saved {
    std::string number;  ///< empty: the settings
    std::uint64_t revision = 0;
    bool more = false;  ///< another one follows at once: what comes of them comes of the last
};
/// Another tab wrote or removed (empty record) this item.
struct ItemChangedElsewhere {
    std::string number;
    std::string record;
    bool more = false;  ///< another one follows at once, before anything is shown
};
struct PersistenceAnswered {
    bool granted = false;
};

struct AnswerArrived {
    std::uint32_t ticket = 0;
    std::int32_t status = 0;  ///< HTTP
    std::string
        body;  ///< as it came; of a FetchAnswer with a dialect what was read in it (formats/answer_record.h)
    std::string retry_after;  ///< header as it came, empty when absent or hidden
    Instant at = 0;
};
struct FetchFailed {
    std::uint32_t ticket = 0;
    postal::Fault fault;
    Instant at = 0;
};
enum class Connection : std::uint8_t {
    works,
    offline,
    not_reachable,  ///< nothing answers at that address
    not_allowed,    ///< it answers, but refuses this page's origin
    not_a_proxy,    ///< it answers with something else
};
struct ConnectionTested {
    Connection result;
    Instant at = 0;
};

struct FragmentArrived {
    std::string fragment;  ///< without '#'
};
enum class FileFault : std::uint8_t { none, too_large, unreadable, wrong_type };
struct FileArrived {
    std::string text;
    FileFault fault = FileFault::none;
};
/// One was chosen that takes long to read; FileArrived comes when the page has been painted.
struct FileComing {};
/// What is to be seen has been painted: the answer to GoOn.
struct WorkGoesOn {};
struct ImportStopped {};  ///< what is imported already stays
/// A mail, page or table the user has chosen or dropped on the page.
struct TextFileArrived {
    std::string name;
    std::string text;  ///< UTF-8
    FileFault fault = FileFault::none;
};
enum class Handed : std::uint8_t { copied, shared, saved, failed };
struct HandedOver {
    Handed how;
};
/// There is no WebGL2, or it was lost for good: the plain view is the page from now on.
struct DrawingLost {};
/// The browser's Back or Forward: so many ways back are left, see KeepWaysBack.
struct WentBack {
    std::uint32_t left = 0;
};
struct UpdateWaiting {};
struct InstallOffered {};
struct Installed {};

/// The check of messages, which finds numbers too, is there. `senders`: JSON, see formats::read_senders.
struct MessageCheckReady {
    std::string senders;
};
struct MessageCheckSlow {};  ///< it is still on its way, 300 ms after it was asked for
struct MessageChecked {
    std::uint32_t ticket = 0;
    std::string answer;  ///< JSON, see formats::read_message_answer
};
struct MessageCheckUnavailable {
    std::uint32_t ticket = 0;  ///< of CheckMessage, FindNumbers or MakeDocument
};
struct NumbersFound {
    std::uint32_t ticket = 0;
    std::string numbers;  ///< see formats::read_found_numbers
};
struct DocumentMade {
    std::uint32_t ticket = 0;
    std::string document;  ///< see formats::read_document
};

using Action =
    std::variant<FieldTyped, NumberSubmitted, LookUpAnyway, DetailsToggled, PageOpened, ListScrolled,
                 CheckNow, ItemsChanged, ChangeUndone, ItemShared, ConsentAnswered, SamplesAdded,
                 SamplesRemoved, ConnectionTestAsked, ExportAsked, ImportAsked, ImportAnswered,
                 SharedItemsAnswered, NoticeDismissed, UpdateAccepted, InstallAsked, PlainViewToggled,
                 WordsArrived, LocaleArrived, ViewportChanged, OnlineChanged, BecameVisible, ClockTicked,
                 ConfigArrived, StorageRead, StorageFailed, Saved, ItemChangedElsewhere, PersistenceAnswered,
                 AnswerArrived, FetchFailed, ConnectionTested, FragmentArrived, FileArrived, HandedOver,
                 DrawingLost, UpdateWaiting, InstallOffered, Installed, ListQueried, ViewSaved, ViewForgotten,
                 ChoosingToggled, ItemChosen, AllChosen, TagAdded, TagRemoved, TextCopied, PassportToggled,
                 PassportCellPointed, TextFileWanted, EagerToggled, FoundToggled, FoundAdded, TextFileArrived,
                 MessageCheckReady, MessageCheckSlow, MessageChecked, MessageCheckUnavailable, KeyPressed,
                 RowsToggled, SingleKeysToggled, ConsentWithdrawn, NumbersFound, IntroductionShown,
                 DocumentMade, CommandRun, FileComing, WorkGoesOn, ImportStopped, WentBack>;

}  // namespace app

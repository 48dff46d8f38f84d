// What the browser must do. Plain data; web performs it and answers with Actions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "formats/saved_settings.h"
#include "postal/time.h"

namespace app {

/// Items that large work takes before the page answers again: some 30 ms on a computer, so that a phone six
/// times slower keeps within `patience`. So many records go into one transaction: each waits for the device
/// once, so few are quicker; but while one lasts other tabs wait, all of it is held in memory, and it is lost
/// as a whole.
inline constexpr std::size_t portion_items = 250;

/// Writes one record, in this task. What one update asks for goes into one transaction, or into more of
/// `portion_items`: all of it is on the device or nothing. Answered by a Saved for each record, or one
/// StorageFailed for all.
struct SaveItem {
    std::string number;
    std::string record;  ///< JSON
    std::uint64_t revision = 0;
};
struct DeleteItem {
    std::string number;
};
struct SaveSettings {
    std::string record;
};
/// Asks the browser not to wipe the storage. Answered by PersistenceAnswered.
struct RequestPersistence {};

/// GET. Answered by AnswerArrived or FetchFailed, exactly once, unless cancelled.
struct FetchAnswer {
    std::uint32_t ticket = 0;
    std::string url;
    std::string number = {};   ///< asked about
    std::string dialect = {};  ///< of the answer; empty: the one that is read here (upu-gtt)
};
struct CancelFetch {
    std::uint32_t ticket = 0;
};
/// Tries {origin}/v1/status; answered by ConnectionTested.
struct TestConnection {
    std::string proxy;  ///< origin, empty = the page's own
};

/// One pending wake only: a later WakeAt replaces it; 0 clears it. Answered by ClockTicked.
struct WakeAt {
    postal::Instant at = 0;
};

/// Web Share where there is one, else the clipboard. Needs the user's gesture.
struct ShareText {
    std::string title;
    std::string text;
    std::string url;  ///< relative: the page's address is put before it
};
struct SaveFile {
    std::string name;
    std::string type;
    std::string text;
    bool more = false;  ///< the text goes on in the next one
};
/// Opens the file chooser; answered by FileArrived. Needs the user's gesture.
struct ChooseFile {
    std::uint32_t size_limit = 0;  ///< bytes
};
struct ClearFragment {};
/// The browser's Back is to lead back so many times within the page before it leaves it. Each is answered by
/// WentBack.
struct KeepWaysBack {
    std::uint32_t count = 0;
};
struct MoveFocus {
    std::string key;  ///< of a Part; when that is not there, what the page is about
};
struct ShowPlainView {
    bool on = false;
};
/// Answered by one WordsArrived, and by LocaleArrived when the words could be had. Remembers the choice, so
/// that the next start begins with it.
struct FetchWords {
    std::string language;  ///< one of `languages`, or empty = the browser's
};
struct ActivateUpdate {};
struct ShowInstallPrompt {};
/// To the clipboard, answered by HandedOver. Needs the user's gesture.
struct CopyText {
    std::string text;
};
/// Opens the file chooser for mails, pages and tables; answered by TextFileArrived. Needs the user's gesture.
struct ChooseTextFile {};
/// Judges a message on this device (postal::check_message). Answered by MessageCheckReady the first time,
/// then by MessageChecked or MessageCheckUnavailable, unless forgotten before.
struct CheckMessage {
    std::uint32_t ticket = 0;
    std::string text;
    std::string claimed;  ///< a brand's id, or empty
    std::string items;    ///< a line for each item: + (delivered) or -, then its number
};
/// Overwrites what the check has read.
struct ForgetMessage {};
/// Looks for numbers on this device (formats::find_numbers). Answered by NumbersFound or
/// MessageCheckUnavailable, unless another of these comes before.
struct FindNumbers {
    std::uint32_t ticket = 0;
    std::string text;  ///< any bytes; decoded when it is a mail
    bool is_eager = false;
};

enum class DocumentKind : std::uint8_t { enquiry, evidence };
/// Makes a document about an item on this device. Answered by DocumentMade or MessageCheckUnavailable, unless
/// another of these comes before.
struct MakeDocument {
    std::uint32_t ticket = 0;
    std::string
        request;  ///< lines: language of the words in use, names of the item's sources, none; then its record
    DocumentKind kind{};
};
struct PrintPage {};

/// Large work is done in portions: answered by WorkGoesOn when what is shown now has been painted, and the
/// page has had time to answer the user.
struct GoOn {};

/// How everything is to look from now on, beside what the system wants.
struct ShowAppearance {
    formats::ThemeChoice theme = formats::ThemeChoice::system;
    std::uint16_t text_size = 100;  ///< per cent of the browser's
};

using Effect = std::variant<SaveItem, DeleteItem, SaveSettings, RequestPersistence, FetchAnswer, CancelFetch,
                            TestConnection, WakeAt, ShareText, SaveFile, ChooseFile, ClearFragment, MoveFocus,
                            ShowPlainView, FetchWords, ActivateUpdate, ShowInstallPrompt, ChooseTextFile,
                            CheckMessage, ForgetMessage, CopyText, ShowAppearance, FindNumbers, MakeDocument,
                            PrintPage, GoOn, KeepWaysBack>;
using Effects = std::vector<Effect>;

}  // namespace app

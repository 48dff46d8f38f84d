// update() by families: one function for each Action. Internal to src/app.
#pragma once

#include "app/action.h"
#include "app/effect.h"
#include "app/state.h"

namespace app {

// update_entry.cpp: the number field
Effects on(State&, const FieldTyped&);
Effects on(State&, const NumberSubmitted&);
Effects on(State&, const LookUpAnyway&);
Effects on(State&, const DetailsToggled&);

// update_list.cpp: items come, go and are shown
Effects on(State&, const PageOpened&);
Effects on(State&, const ListScrolled&);
Effects on(State&, const SamplesAdded&);
Effects on(State&, const SamplesRemoved&);

// update_items.cpp: what the user decides about items
Effects on(State&, const ItemsChanged&);
Effects on(State&, const TagAdded&);
Effects on(State&, const TagRemoved&);
Effects type_detail(State&, const FieldTyped&);
/// Changes the next one of Change::numbers, or names it as one to be deleted.
void change_next(State&, Effects&, Change&, std::vector<std::string>& leaving);

// update_undo.cpp: the changes that can be taken back
Effects on(State&, const ChangeUndone&);
/// Begins one, which is the last of State::undos. What it changes is noted; remember() ends it.
Change& begin_change(State&, NoticeKind);
/// What the user says of an item, its number and revision alone.
postal::Item details_of(const postal::Item&);
void note(Change&, postal::Item before, const postal::Item& now);
/// A notice tells and offers the last change, in place of the one that did, unless it is seen anyway. Without
/// anything noted it is forgotten.
void remember(State&, bool is_told = true);
/// What is typed into a field: one change until there is a pause.
void remember_typed(State&, postal::Item before, const postal::Item& now, FieldId);
bool offers_undo(const State&, const Notice&);
/// Takes back the next item, or names it as one to be deleted.
void take_back_next(State&, Effects&, Change&, std::vector<std::string>& leaving);
void end_taking_back(State&, const Change&);

// update_query.cpp: what the list shows, views, and choosing several rows
Effects on(State&, const ListQueried&);
Effects on(State&, const ViewSaved&);
Effects on(State&, const ViewForgotten&);
Effects on(State&, const ChoosingToggled&);
Effects on(State&, const ItemChosen&);
Effects on(State&, const AllChosen&);
Effects type_query(State&, const FieldTyped&);

// update_keys.cpp
Effects on(State&, const KeyPressed&);
Effects on(State&, const CommandRun&);
Effects search_commands(State&, std::string_view text);

// update_back.cpp: from what was opened last to what was there before
Effects on(State&, const WentBack&);
/// Puts one thing away: Esc, and each step of the browser's Back. `focused`: key of the Part with the focus.
Effects put_away(State&, std::string_view focused);
/// How often put_away() leads to something else, but for emptying the search.
std::uint32_t count_ways_back(const State&);
Effects close_palette(State&);  ///< the focus goes back to where it was

// update_answers.cpp: asking and being answered
Effects on(State&, const CheckNow&);
Effects on(State&, const ConsentAnswered&);
Effects on(State&, const AnswerArrived&);
Effects on(State&, const FetchFailed&);
Effects on(State&, const OnlineChanged&);
Effects on(State&, const BecameVisible&);
Effects on(State&, const ClockTicked&);

// update_storage.cpp: what the device keeps
Effects on(State&, const StorageRead&);
Effects on(State&, const StorageFailed&);
Effects on(State&, const Saved&);
Effects on(State&, const ItemChangedElsewhere&);
Effects on(State&, const PersistenceAnswered&);

// update_exchange.cpp: shared links, export and import
Effects on(State&, const ItemShared&);
Effects on(State&, const FragmentArrived&);
Effects on(State&, const SharedItemsAnswered&);
Effects on(State&, const ImportAsked&);
Effects on(State&, const FileComing&);
Effects on(State&, const FileArrived&);
Effects on(State&, const HandedOver&);

// update_portions.cpp: large work, with painted frames between
Effects on(State&, const ExportAsked&);
Effects on(State&, const ImportAnswered&);
Effects on(State&, const ImportStopped&);
Effects on(State&, const WorkGoesOn&);
/// Takes one of State::undos to the works: it is done, or taken back, in portions. The first one at once,
/// unless other work goes on, which it then follows; what is about one item does not wait.
Effects begin_work(State&, std::list<Change>::iterator undo);
bool is_importing(const State&);
/// What the file offers is counted against the list as it is now.
void count_import(State&);

// update_page.cpp: the page round the list, and settings
Effects on(State&, const WordsArrived&);
Effects on(State&, const LocaleArrived&);
Effects on(State&, const ViewportChanged&);
Effects on(State&, const ConfigArrived&);
Effects on(State&, const ConnectionTestAsked&);
Effects on(State&, const ConnectionTested&);
Effects on(State&, const NoticeDismissed&);
Effects on(State&, const DrawingLost&);
Effects on(State&, const UpdateWaiting&);
Effects on(State&, const UpdateAccepted&);
Effects on(State&, const InstallOffered&);
Effects on(State&, const InstallAsked&);
Effects on(State&, const Installed&);
Effects on(State&, const PlainViewToggled&);
Effects on(State&, const RowsToggled&);
Effects on(State&, const SingleKeysToggled&);
Effects on(State&, const ConsentWithdrawn&);
Effects choose_theme(State&, std::string_view number);
Effects choose_text_size(State&, std::string_view percent);
Effect show_appearance(const State&);

// update_introduction.cpp: the first steps
Effects on(State&, const IntroductionShown&);
/// Shown by themselves no more.
void end_introduction(State&, Effects&);
/// Asked for, or nothing of the user's own is in the list yet.
bool shows_introduction(const State&);

// update_passport.cpp: a number explained, and copied
Effects on(State&, const TextCopied&);
Effects on(State&, const PassportToggled&);
Effects on(State&, const PassportCellPointed&);

// update_paste.cpp: numbers in a text or a file
Effects on(State&, const TextFileWanted&);
Effects on(State&, const EagerToggled&);
Effects on(State&, const FoundToggled&);
Effects on(State&, const FoundAdded&);
Effects on(State&, const TextFileArrived&);
Effects on(State&, const NumbersFound&);

// update_message.cpp: is this message real?
Effects on(State&, const MessageCheckReady&);
Effects on(State&, const MessageCheckSlow&);
Effects on(State&, const MessageChecked&);
Effects on(State&, const MessageCheckUnavailable&);

// update_document.cpp: what to ask about an item, and what was seen of it
Effects on(State&, const DocumentMade&);

// Shared by the families.
/// What update() does first: what follows from the Action itself.
Effects follow_from(State&, const Action&);
postal::Item* find_item(State&, std::string_view number);
const postal::Item* find_item(const State&, std::string_view number);

/// In the list: neither removed nor in the archive.
bool is_followed(const postal::Item&);
const postal::Item* find_followed(const State&, std::string_view number);

/// Follows a number and asks for it: a new item, or the removed or archived one with its history, noted in
/// the change. False when it is followed already or the list is full.
bool follow(State&, Effects&, postal::Item item, Change&);
/// The same for a number of which nothing else is known.
void follow_number(State&, Effects&, const std::string& number, Change&);

/// The user's field, cut to `limit` bytes at a character.
std::string cut_to(std::string_view text, std::size_t limit);

/// Removed items whose time is over are forgotten.
void forget_what_is_over(State&, Effects&);

/// The place of a number in State::kept, or where it belongs.
std::vector<Kept>::iterator kept_place(State&, std::string_view number);

/// Counts the change and returns the effect that keeps it.
Effect save(postal::Item& item);
/// Keeps a change by the user.
void keep(State&, Effects&, postal::Item&);
/// It has been removed: it is neither asked about nor shown any more.
void leave(State&, Effects&, const std::string& number);

/// What a link offers and is followed by now counts as present; update() does it when items have changed.
void sort_offer(State&);

/// Adds a new item and keeps it; the caller asks for it. The number must not be in the list.
void add_item(State&, Effects&, postal::Item item);

/// Deletes items for good. They go to `gone`: as long as State::undos keeps them it can be taken back.
void forget_items(State&, Effects&, const std::vector<std::string>& numbers, std::vector<postal::Item>& gone);

/// Takes items and all that waits for them out of State.
void take_out(State&, Effects&, std::vector<std::string> numbers, std::vector<postal::Item>& gone);

/// Page::paste has been opened, or its numbers are to be looked for again.
Effects open_paste(State&);
/// The text of the field on Page::paste.
Effects paste(State&, const std::string& text);
/// Looks for the numbers in what was pasted, unless a question is out: then after its answer.
Effects find_numbers(State&);
void miss_numbers(State&, const MessageCheckUnavailable&);
/// The list has changed: what is in it already is not added again.
void mark_listed(State&);

/// Page::message has been opened, or the check is to be tried again.
Effects open_message(State&);
/// The text of the field on Page::message, or whom it says it is from, has changed.
Effects check_message(State&, const std::string& text, const std::string& claimed);
/// Asks about the message as it stands, unless a question is out: then after its answer.
Effects ask_about_message(State&);
void forget_message(State&, Effects&);

/// A page that a document about the selected item is made for.
/// One of them has been opened, or is to be made again.
Effects open_document(State&);
void miss_document(State&, const MessageCheckUnavailable&);

/// Fetches the words of a language this build has, or of the browser's ("").
Effects choose_language(State&, const std::string& language);
bool is_offered_language(std::string_view language);

/// A proxy the deployment no longer names must not be asked any more.
void keep_allowed_proxy(State&);

/// The newest notices_limit stay; one of the same kind about the same item gives way.
Notice& add_notice(State&, NoticeKind, std::string_view number = {});

/// The user goes on: what only confirmed the last step has been read. What can be undone or went wrong stays,
/// but for a single number, which takes its own place in the list.
void clear_confirmations(State&);
inline constexpr std::size_t notices_limit = 3;

/// More rows than anyone watches; keeps memory and storage in bounds.
inline constexpr std::size_t items_limit = 10'000;

/// Of a file that is written, in one portion: 250 long journeys.
inline constexpr std::size_t portion_bytes = 2'000'000;

}  // namespace app

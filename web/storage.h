// The watchlist in IndexedDB: one record per item, one for the settings. "Saved" is said only when the
// transaction has completed. Other tabs are told and heard.
//
// Two tabs, one item. The storage counts the writes of each number and each tab remembers the count it last
// read, wrote or was told. Inside the transaction that writes
//   - the count is the one remembered: written;
//   - another tab has written since: nothing is overwritten; the app gets ItemChangedElsewhere with the
//   stored record,
//     joins the two and saves again (only if the join differs from what it got, or two tabs would never
//     rest);
//   - another tab has removed the item: ItemChangedElsewhere with an empty record, so an old copy never
//   resurrects
//     it. Only a tab that never knew the item may add it anew, and the tab that removed it may bring it back;
//   - removing always wins. A removal leaves a mark, the number and the time, for one day.
// Every transaction is announced to the other tabs, which then read its numbers. A tab that was frozen or had
// lost its connection compares everything when it is seen again.
//
// The numbers alone are mirrored in localStorage (`postwatch.numbers`). A database found empty beside a
// mirror that is not was wiped: the numbers are put back as minimal records {"v":1,"number":…}; labels and
// events are lost.
#pragma once

#include "app/effect.h"

namespace web::storage {

/// Opens, reads everything and puts StorageRead into the inbox, or StorageFailed: `refused` when the browser
/// forbids it or has not opened after 3 s (should it open later after all, StorageRead follows),
/// `newer_version` when a newer version of the program owns the database (also later, when one takes it
/// over).
void start();

/// Each ends in one of Saved, StorageFailed, ItemChangedElsewhere; or in nothing when the app has meanwhile
/// been sent ItemChangedElsewhere for this item, whose join it will save. The transaction begins in this
/// task. Durability is `strict`. Whatever ends a transaction except a full device is tried once more on a
/// fresh connection.
///
/// What one task saves goes into one transaction, up to app::portion_items; what it removes into another. All
/// of a transaction is on the device or nothing: then one StorageFailed stands for all of it. Another tab is
/// told of all of it at once.
void save(const app::SaveItem& effect);
void save(const app::SaveSettings& effect);  ///< the last tab to write wins

/// Ends in nothing, or StorageFailed. Works on a full device.
void remove(const app::DeleteItem& effect);

void request_persistence();

}  // namespace web::storage

// The connection to the database `postwatch`, version 1, and transactions that survive losing it.
//   items     number -> {record, revision, by}          the item, as JSON text
//             number -> {record: '', revision, by, at}  removed at that time
//   settings  'settings' -> JSON text
addToLibrary({
  $StorageConnection: {
    faults: { refused: 0, full: 1, newer: 2, failed: 3 }, // app::StorageFault
    patience: 3000, // ms for opening; a blocked or broken database may never answer
    database: null,
    opening: false,
    overdue: false, // opening has used up its time; it may still succeed
    waiting: [], // what to do once open
    opened: null, // called with the database before anything waiting
    lost: null, // called with whether a newer version of the program took the database

    // At once when the database is open, so that a write begins in the task that caused it.
    whenOpen(work, refused) {
      const { database, overdue, faults, waiting, opening } = StorageConnection;
      if (database) return void work(database);
      if (overdue) return void refused(faults.refused);
      waiting.push({ work, refused });
      if (!opening) StorageConnection.open();
    },
    open() {
      const { faults } = StorageConnection;
      StorageConnection.opening = true;
      const timer = setTimeout(() => {
        StorageConnection.overdue = true;
        StorageConnection.flush(faults.refused);
      }, StorageConnection.patience);
      const end = (fault) => {
        clearTimeout(timer);
        StorageConnection.opening = StorageConnection.overdue = false;
        StorageConnection.flush(fault);
      };
      let request;
      try {
        request = indexedDB.open('postwatch', 1);
      } catch {
        return end(faults.refused);
      }
      request.onupgradeneeded = () => {
        request.result.createObjectStore('items');
        request.result.createObjectStore('settings');
      };
      request.onsuccess = () => {
        StorageConnection.adopt(request.result);
        end();
      };
      request.onerror = (event) => {
        event.preventDefault();
        const known = { VersionError: faults.newer, QuotaExceededError: faults.full };
        end(known[request.error?.name] ?? faults.refused);
      };
    },
    flush(fault) {
      for (const { work, refused } of StorageConnection.waiting.splice(0)) {
        if (StorageConnection.database) work(StorageConnection.database);
        else refused(fault);
      }
    },
    adopt(database) {
      StorageConnection.database = database;
      // Another tab wants the database: a newer version of the program, or somebody deletes it.
      database.onversionchange = ({ newVersion }) => StorageConnection.drop(database, Boolean(newVersion));
      // iOS closes connections in the background; clearing site data closes them everywhere.
      database.onclose = () => StorageConnection.drop(database, false);
      StorageConnection.opened(database);
    },
    drop(database, toNewer) {
      if (StorageConnection.database !== database) return;
      StorageConnection.database = null;
      database.close();
      StorageConnection.lost(toNewer);
    },

    // Calls body(transaction, again). complete() when all of it is on the device; failed(fault) when none of it is.
    // An unexpected end is tried once more on a fresh connection.
    transact(stores, mode, body, complete, failed, again = false) {
      const { faults } = StorageConnection;
      StorageConnection.whenOpen((database) => {
        const ended = (error) => {
          if (error?.name === 'QuotaExceededError') return failed(faults.full);
          if (again) return failed(faults.failed);
          StorageConnection.drop(database, false);
          StorageConnection.transact(stores, mode, body, complete, failed, true);
        };
        let transaction;
        try {
          transaction = database.transaction(stores, mode, { durability: 'strict' });
        } catch (error) {
          return ended(error);
        }
        // Not the success of a request: a full device aborts after that.
        transaction.oncomplete = () => complete();
        transaction.onabort = () => ended(transaction.error);
        body(transaction, again);
      }, failed);
    },
  },
});

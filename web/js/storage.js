// What this tab knows of the items, and their reading from the database; storage_writing.js writes them, storage_tabs.js
// hears of other tabs. The rules are told in storage.h. In a stored item `revision` counts the writes of its key and `by`
// is the tab that wrote.
addToLibrary({
  $StorageState__deps: [
    '$StorageConnection', '$StorageMirror', '$StorageTabs', '$StorageWriting', 'malloc', 'free', '$stringToNewUTF8',
    'postwatch_storage_read', 'postwatch_storage_read_all', 'postwatch_storage_failed',
  ],
  $StorageState: {
    portion: 200, // records; the memory of the program never gives back what it took for all of them at once
    keepRemoved: 86400000, // ms; no tab stays deaf for a day without noticing (see StorageTabs.catchUp)
    tab: 0,
    known: new Map(), // number -> {revision, live, told, calls, save}: what this tab has written, read or told the app
    loading: false,
    loaded: false,
    mirrorIsOld: false,

    knownOf(number) {
      let known = StorageState.known.get(number);
      if (!known) StorageState.known.set(number, known = { revision: 0, live: false, told: 0, calls: 0, save: null });
      return known;
    },

    // ---- to C++

    call(receiver, texts, ...values) {
      const pointers = texts.map((text) => stringToNewUTF8(text));
      if (pointers.every((pointer) => pointer)) receiver(...pointers, ...values);
      else StorageState.fail(StorageConnection.faults.failed);
      pointers.forEach((pointer) => _free(pointer));
    },
    fail(fault) { _postwatch_storage_failed(fault); },

    // ---- reading

    start(together) {
      StorageState.tab = Math.random();
      StorageWriting.together = together;
      StorageConnection.opened = (database) => {
        StorageState.restore(database);
        if (!StorageState.loading) StorageState.load(); // refused at first
      };
      StorageTabs.listen();
      StorageState.load();
    },
    // An empty database although items are followed: browsers do wipe. The numbers at least go back in, before
    // anything else is read or written.
    restore(database) {
      const numbers = StorageState.numbers();
      if (!numbers.length) return;
      try {
        const items = database.transaction('items', 'readwrite').objectStore('items');
        items.count().onsuccess = ({ target }) => {
          if (target.result) return;
          for (const number of numbers) {
            const revision = StorageState.knownOf(number).revision + 1;
            items.put({ record: JSON.stringify({ version: 1, number }), revision, by: StorageState.tab }, number);
          }
        };
      } catch {} // the work that follows meets the same fault and reports it
    },
    // Calls take(numbers, stored records) for each portion, then done(settings).
    readAll(take, done, failed) {
      let settings;
      StorageConnection.transact(['items', 'settings'], 'readonly', (transaction) => {
        const items = transaction.objectStore('items');
        const read = (range) => {
          const numbers = items.getAllKeys(range, StorageState.portion);
          items.getAll(range, StorageState.portion).onsuccess = ({ target }) => {
            const last = numbers.result[StorageState.portion - 1];
            if (last) read(IDBKeyRange.lowerBound(last, true));
            take(numbers.result, target.result);
          };
        };
        read(null);
        settings = transaction.objectStore('settings').get('settings');
      }, () => done(settings.result ?? ''), failed);
    },
    load() {
      StorageState.loading = true;
      StorageState.readAll((numbers, records) => {
        numbers.forEach((number, i) => {
          const known = StorageState.knownOf(number);
          if (records[i].revision < known.revision) return;
          known.revision = records[i].revision;
          known.live = Boolean(records[i].record);
          if (records[i].at < Date.now() - StorageState.keepRemoved) StorageState.forget(number);
        });
        // JSON text holds no NUL byte.
        const bytes = new TextEncoder().encode(records.map(({ record }) => record).filter(Boolean).join('\0'));
        const items = _malloc(bytes.length + 1);
        if (!items) return StorageState.fail(StorageConnection.faults.failed);
        HEAPU8.set(bytes, items);
        _postwatch_storage_read(items, bytes.length);
        _free(items);
      }, (settings) => {
        StorageState.loaded = StorageState.mirrorIsOld = true;
        StorageState.keepMirror();
        StorageState.call(_postwatch_storage_read_all, [settings]);
        if (StorageTabs.missed) StorageTabs.catchUp();
      }, (fault) => {
        StorageState.loading = false;
        StorageState.fail(fault);
      });
    },
    // The mark of an old removal goes; the number of a removed item is not kept for ever.
    forget(number) {
      StorageWriting.write('items', (items) => {
        items.get(number).onsuccess = ({ target }) => { if (target.result?.at) items.delete(number); };
      }, () => {}, () => {});
    },

    // ---- the mirror

    setLive(known, live) {
      if (known.live !== live) StorageState.mirrorIsOld = true;
      known.live = live;
    },
    numbers() {
      const numbers = [...StorageState.known].filter(([, { live }]) => live).map(([number]) => number);
      return StorageState.loaded ? numbers : [...new Set([...numbers, ...StorageMirror.read()])];
    },
    keepMirror() {
      if (!StorageState.mirrorIsOld || !StorageState.loaded || StorageWriting.writing) return;
      StorageState.mirrorIsOld = false;
      StorageMirror.write(StorageState.numbers());
    },
  },

  storage_start__deps: ['$StorageState'],
  storage_start: (together) => StorageState.start(together),
  storage_request_persistence__deps: ['postwatch_storage_persistence'],
  storage_request_persistence: () => {
    const answer = (granted) => _postwatch_storage_persistence(granted);
    if (navigator.storage?.persist) navigator.storage.persist().then(answer, () => answer(false));
    else answer(false);
  },
});

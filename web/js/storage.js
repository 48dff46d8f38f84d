// Items and settings in the database, and the other tabs; the rules are told in storage.h. In a stored item
// `revision` counts the writes of its key and `by` is the tab that wrote.
addToLibrary({
  $StorageState__deps: [
    '$StorageConnection', '$StorageMirror', 'malloc', 'free', '$stringToNewUTF8', 'postwatch_storage_read', 'postwatch_storage_read_all',
    'postwatch_storage_failed', 'postwatch_storage_saved', 'postwatch_storage_changed',
    'postwatch_storage_persistence',
  ],
  $StorageState: {
    portion: 200, // records; the memory of the program never gives back what it took for all of them at once
    keepRemoved: 86400000, // ms; no tab stays deaf for a day without noticing (see `catchUp`)
    tab: 0,
    known: new Map(), // number -> {revision, live, told, calls, save}: what this tab has written, read or told the app
    loading: false,
    loaded: false,
    missed: false, // another tab may have written without our hearing
    channel: null,
    writing: 0,
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
    // The app hears what another tab has written.
    tell(number, stored) {
      const known = StorageState.knownOf(number);
      known.revision = stored.revision;
      known.told++;
      StorageState.setLive(known, Boolean(stored.record));
      StorageState.call(_postwatch_storage_changed, [number, stored.record]);
      StorageState.keepMirror();
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

    // ---- writing

    write(name, body, complete, failed = StorageState.fail) {
      StorageState.writing++;
      const settle = (then) => (value) => {
        StorageState.writing--;
        then(value);
        StorageState.keepMirror();
      };
      StorageConnection.transact(name, 'readwrite', (transaction, again) => body(transaction.objectStore(name), again),
        settle(complete), settle(failed));
    },
    // What is typed is saved letter by letter: a save that has not been put yet takes the newest record along, or a
    // slow device would fall behind, and closing the page would lose what waits.
    saveItem(number, record, revision) {
      const known = StorageState.knownOf(number);
      const newest = { record, revision, told: known.told, call: ++known.calls };
      if (known.save) return void Object.assign(known.save, newest);
      const save = known.save = newest;
      const begun = () => { if (known.save === save) known.save = null; };
      let written;
      StorageState.write('items', (items, again) => {
        written = 0;
        items.get(number).onsuccess = ({ target }) => {
          begun();
          const stored = target.result ?? { record: '', revision: 0 };
          const isNews = stored.revision > known.revision && stored.by !== StorageState.tab;
          const isAdding = !known.revision && !stored.record;
          if (isNews && !isAdding) return StorageState.tell(number, stored);
          // Made before the app heard of another tab's record: it will join the two and save again.
          if (save.told !== known.told) return;
          // A second try must not overtake what this tab has asked for since.
          if (again && save.call !== known.calls) return;
          written = Math.max(stored.revision + 1, save.revision);
          items.put({ record: save.record, revision: written, by: StorageState.tab }, number);
          items.transaction.commit?.(); // goes through even if the page is closed now
        };
      }, () => {
        if (!written) return;
        StorageState.committed(number, known, written, true);
        StorageState.call(_postwatch_storage_saved, [number], save.revision);
      }, (fault) => {
        begun();
        StorageState.fail(fault);
      });
    },
    removeItem(number) {
      const known = StorageState.knownOf(number);
      const call = ++known.calls;
      known.save = null; // what is saved after the removal must not go into a save before it
      let written;
      const done = () => { if (written) StorageState.committed(number, known, written, false); };
      const remove = (mark) => (items, again) => {
        written = 0;
        items.get(number).onsuccess = ({ target }) => {
          if (again && call !== known.calls) return;
          written = Math.max(target.result?.revision ?? 0, known.revision) + 1;
          if (mark) items.put({ record: '', revision: written, by: StorageState.tab, at: Date.now() }, number);
          else items.delete(number);
        };
      };
      // On a full device even a mark may not fit; a removal makes room.
      StorageState.write('items', remove(true), done, (fault) => {
        if (fault === StorageConnection.faults.full) StorageState.write('items', remove(false), done);
        else StorageState.fail(fault);
      });
    },
    committed(number, known, revision, live) {
      known.revision = Math.max(known.revision, revision);
      StorageState.setLive(known, live);
      StorageState.channel?.postMessage({ number, revision });
    },
    saveSettings(record) {
      StorageState.write('settings', (settings) => settings.put(record, 'settings'),
        () => StorageState.call(_postwatch_storage_saved, [''], 0));
    },

    // ---- reading

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
        if (StorageState.missed) StorageState.catchUp();
      }, (fault) => {
        StorageState.loading = false;
        StorageState.fail(fault);
      });
    },
    // The mark of an old removal goes; the number of a removed item is not kept for ever.
    forget(number) {
      StorageState.write('items', (items) => {
        items.get(number).onsuccess = ({ target }) => { if (target.result?.at) items.delete(number); };
      }, () => {}, () => {});
    },
    hear({ number, revision }) {
      if (!StorageState.loaded) return void (StorageState.missed = true);
      const known = StorageState.knownOf(number);
      if (revision <= known.revision) return;
      let read;
      StorageConnection.transact('items', 'readonly', (transaction) => {
        read = transaction.objectStore('items').get(number);
      }, () => {
        const stored = read.result ?? { record: '', revision };
        if (stored.revision > known.revision && stored.by !== StorageState.tab) StorageState.tell(number, stored);
      }, () => { StorageState.missed = true; });
    },
    // After a time in which other tabs could not be heard.
    catchUp() {
      if (!StorageState.loaded) return;
      StorageState.missed = false;
      const kept = new Set();
      StorageState.readAll((numbers, records) => {
        numbers.forEach((number, i) => {
          kept.add(number);
          const isNews = records[i].revision > StorageState.knownOf(number).revision;
          if (isNews && records[i].by !== StorageState.tab) StorageState.tell(number, records[i]);
        });
      }, () => {
        for (const [number, { live, revision }] of StorageState.known) {
          // Removed so long ago that the mark is gone. Nothing left at all is no removal: the storage was wiped.
          if (kept.size && live && !kept.has(number)) StorageState.tell(number, { record: '', revision: revision + 1 });
        }
      }, () => { StorageState.missed = true; });
    },
    listen() {
      StorageState.tab = Math.random();
      StorageConnection.opened = (database) => {
        StorageState.restore(database);
        if (!StorageState.loading) StorageState.load(); // refused at first
      };
      StorageConnection.lost = (toNewer) => {
        StorageState.missed = true;
        if (toNewer) StorageState.fail(StorageConnection.faults.newer);
      };
      if (globalThis.BroadcastChannel) {
        StorageState.channel = new BroadcastChannel('postwatch');
        StorageState.channel.onmessage = ({ data }) => StorageState.hear(data);
      }
      document.addEventListener('resume', StorageState.catchUp);
      addEventListener('pageshow', ({ persisted }) => { if (persisted) StorageState.catchUp(); });
      document.addEventListener('visibilitychange', () => {
        if (!document.hidden && (StorageState.missed || !StorageState.channel)) StorageState.catchUp();
      });
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
      if (!StorageState.mirrorIsOld || !StorageState.loaded || StorageState.writing) return;
      StorageState.mirrorIsOld = false;
      StorageMirror.write(StorageState.numbers());
    },
  },

  storage_start__deps: ['$StorageState'],
  storage_start: () => { StorageState.listen(); StorageState.load(); },
  storage_save_item__deps: ['$StorageState', '$UTF8ToString'],
  storage_save_item: (number, record, revision) => {
    StorageState.saveItem(UTF8ToString(number), UTF8ToString(record), revision);
  },
  storage_remove_item__deps: ['$StorageState', '$UTF8ToString'],
  storage_remove_item: (number) => StorageState.removeItem(UTF8ToString(number)),
  storage_save_settings__deps: ['$StorageState', '$UTF8ToString'],
  storage_save_settings: (record) => StorageState.saveSettings(UTF8ToString(record)),
  storage_request_persistence__deps: ['$StorageState'],
  storage_request_persistence: () => {
    const answer = (granted) => _postwatch_storage_persistence(granted);
    if (navigator.storage?.persist) navigator.storage.persist().then(answer, () => answer(false));
    else answer(false);
  },
});

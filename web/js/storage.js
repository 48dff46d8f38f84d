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
    // Records in one transaction. Each waits for the device once, so few are quicker; but while one lasts other tabs
    // wait, all of it is held in memory, and it is lost as a whole. As app::portion_items.
    together: 250,
    keepRemoved: 86400000, // ms; no tab stays deaf for a day without noticing (see `catchUp`)
    tab: 0,
    known: new Map(), // number -> {revision, live, told, calls, save}: what this tab has written, read or told the app
    loading: false,
    loaded: false,
    missed: false, // another tab may have written without our hearing
    channel: null,
    writing: 0,
    joint: null, // the transaction that takes in what this task asks for besides
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
    // What one task asks for goes into one transaction, which begins in that task. `kind`: put(items, change, stored,
    // again), completed(changes), failed(fault, changes).
    writeItem(kind, change) {
      const { joint } = StorageState;
      if (joint?.kind !== kind || joint.changes.length === StorageState.together) return StorageState.beginJoint(kind, change);
      joint.changes.push(change);
      if (joint.items) StorageState.put(joint, joint.items, change, false);
    },
    beginJoint(kind, change) {
      const changes = [change];
      const joint = StorageState.joint = { kind, changes, items: null };
      const close = () => { if (StorageState.joint === joint) StorageState.joint = null; };
      queueMicrotask(close);
      StorageState.write('items', (items, again) => {
        joint.items = items;
        for (const change of changes) StorageState.put(joint, items, change, again);
      }, () => kind.completed(changes), (fault) => {
        close(); // a refusal comes at once
        kind.failed(fault, changes);
      });
    },
    put({ kind, changes }, items, change, again) {
      items.get(change.number).onsuccess = ({ target }) => {
        kind.put(items, change, target.result ?? { record: '', revision: 0 }, again);
        if (change === changes.at(-1)) items.transaction.commit?.(); // goes through even if the page is closed now
      };
    },
    // All of them at once: another tab reads them in one transaction too.
    committed(changes, live) {
      const news = changes.filter(({ written }) => written).map(({ number, known, written }) => {
        known.revision = Math.max(known.revision, written);
        StorageState.setLive(known, live);
        return { number, revision: written };
      });
      if (news.length) StorageState.channel?.postMessage(news);
    },

    // What is typed is saved letter by letter: a save that has not been put yet takes the newest record along, or a
    // slow device would fall behind, and closing the page would lose what waits.
    saveItem(number, record, revision) {
      const known = StorageState.knownOf(number);
      const newest = { record, revision, told: known.told, call: ++known.calls };
      if (known.save) return void Object.assign(known.save, newest);
      known.save = { number, known, ...newest };
      StorageState.writeItem(StorageState.saves, known.save);
    },
    begun(save) { if (save.known.save === save) save.known.save = null; },
    saves: {
      put(items, save, stored, again) {
        const { number, known } = save;
        save.written = 0;
        StorageState.begun(save);
        const isNews = stored.revision > known.revision && stored.by !== StorageState.tab;
        const isAdding = !known.revision && !stored.record;
        if (isNews && !isAdding) return StorageState.tell(number, stored);
        // Made before the app heard of another tab's record: it will join the two and save again.
        if (save.told !== known.told) return;
        // A second try must not overtake what this tab has asked for since.
        if (again && save.call !== known.calls) return;
        save.written = Math.max(stored.revision + 1, save.revision);
        items.put({ record: save.record, revision: save.written, by: StorageState.tab }, number);
      },
      completed(saves) {
        StorageState.committed(saves, true);
        for (const { number, written, revision } of saves) {
          if (written) StorageState.call(_postwatch_storage_saved, [number], revision);
        }
      },
      failed(fault, saves) {
        saves.forEach(StorageState.begun);
        StorageState.fail(fault);
      },
    },
    removeItem(number) {
      const known = StorageState.knownOf(number);
      known.save = null; // what is saved after the removal must not go into a save before it
      StorageState.writeItem(StorageState.removals, { number, known, call: ++known.calls, mark: true });
    },
    removals: {
      put(items, removal, stored, again) {
        const { number, known } = removal;
        removal.written = 0;
        if (again && removal.call !== known.calls) return;
        const revision = removal.written = Math.max(stored.revision, known.revision) + 1;
        if (removal.mark) items.put({ record: '', revision, by: StorageState.tab, at: Date.now() }, number);
        else items.delete(number);
      },
      completed(removals) { StorageState.committed(removals, false); },
      // On a full device even a mark may not fit; a removal makes room.
      failed(fault, removals) {
        if (fault !== StorageConnection.faults.full || !removals[0].mark) return StorageState.fail(fault);
        for (const removal of removals) StorageState.writeItem(StorageState.removals, { ...removal, mark: false });
      },
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
    // `news`: [{number, revision}], what another tab has written in one transaction; of an older build one of them.
    hear(news) {
      if (!StorageState.loaded) return void (StorageState.missed = true);
      const isNew = ({ number, revision }) => revision > StorageState.knownOf(number).revision;
      const fresh = [].concat(news).filter(isNew);
      if (!fresh.length) return;
      let reads;
      StorageConnection.transact('items', 'readonly', (transaction) => {
        reads = fresh.map(({ number }) => transaction.objectStore('items').get(number));
      }, () => {
        fresh.forEach(({ number, revision }, i) => {
          const stored = reads[i].result ?? { record: '', revision };
          if (isNew({ number, revision: stored.revision }) && stored.by !== StorageState.tab) StorageState.tell(number, stored);
        });
        StorageState.keepMirror();
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
        StorageState.keepMirror();
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

// Items and settings into the database: what one task asks for goes into few transactions, which begin in that task.
addToLibrary({
  $StorageWriting__deps: ['$StorageConnection', '$StorageState', '$StorageTabs', 'postwatch_storage_saved'],
  $StorageWriting: {
    together: 0, // records in one transaction at most; the program says it at the start
    writing: 0, // transactions that are under way
    joint: null, // the transaction that takes in what this task asks for besides

    write(name, body, complete, failed = StorageState.fail) {
      StorageWriting.writing++;
      const settle = (then) => (value) => {
        StorageWriting.writing--;
        then(value);
        StorageState.keepMirror();
      };
      StorageConnection.transact(name, 'readwrite', (transaction, again) => body(transaction.objectStore(name), again),
        settle(complete), settle(failed));
    },
    // Into the transaction that this task has begun for its `kind`, as long as there is room. A kind is
    // { put(items, change, stored, again), completed(changes), failed(fault, changes) }.
    writeItem(kind, change) {
      const { joint } = StorageWriting;
      if (joint?.kind !== kind || joint.changes.length === StorageWriting.together) return StorageWriting.beginJoint(kind, change);
      joint.changes.push(change);
      if (joint.items) StorageWriting.put(joint, joint.items, change, false);
    },
    beginJoint(kind, change) {
      const changes = [change];
      const joint = StorageWriting.joint = { kind, changes, items: null };
      const close = () => { if (StorageWriting.joint === joint) StorageWriting.joint = null; };
      queueMicrotask(close);
      StorageWriting.write('items', (items, again) => {
        joint.items = items;
        for (const change of changes) StorageWriting.put(joint, items, change, again);
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
      if (news.length) StorageTabs.channel?.postMessage(news);
    },

    // What is typed is saved letter by letter: a save that has not been put yet takes the newest record along, or a
    // slow device would fall behind, and closing the page would lose what waits.
    saveItem(number, record, revision) {
      const known = StorageState.knownOf(number);
      const newest = { record, revision, told: known.told, call: ++known.calls };
      if (known.save) return void Object.assign(known.save, newest);
      known.save = { number, known, ...newest };
      StorageWriting.writeItem(StorageWriting.saves, known.save);
    },
    begun(save) { if (save.known.save === save) save.known.save = null; },
    saves: {
      put(items, save, stored, again) {
        const { number, known } = save;
        save.written = 0;
        StorageWriting.begun(save);
        const isNews = stored.revision > known.revision && stored.by !== StorageState.tab;
        const isAdding = !known.revision && !stored.record;
        if (isNews && !isAdding) return StorageTabs.tell(number, stored);
        // Made before the app heard of another tab's record: it will join the two and save again.
        if (save.told !== known.told) return;
        // A second try must not overtake what this tab has asked for since.
        if (again && save.call !== known.calls) return;
        save.written = Math.max(stored.revision + 1, save.revision);
        items.put({ record: save.record, revision: save.written, by: StorageState.tab }, number);
      },
      completed(saves) {
        StorageWriting.committed(saves, true);
        for (const { number, written, revision } of saves) {
          if (written) StorageState.call(_postwatch_storage_saved, [number], revision);
        }
      },
      failed(fault, saves) {
        saves.forEach(StorageWriting.begun);
        StorageState.fail(fault);
      },
    },
    removeItem(number) {
      const known = StorageState.knownOf(number);
      known.save = null; // what is saved after the removal must not go into a save before it
      StorageWriting.writeItem(StorageWriting.removals, { number, known, call: ++known.calls, mark: true });
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
      completed(removals) { StorageWriting.committed(removals, false); },
      // On a full device even a mark may not fit; a removal makes room.
      failed(fault, removals) {
        if (fault !== StorageConnection.faults.full || !removals[0].mark) return StorageState.fail(fault);
        for (const removal of removals) StorageWriting.writeItem(StorageWriting.removals, { ...removal, mark: false });
      },
    },
    saveSettings(record) {
      StorageWriting.write('settings', (settings) => settings.put(record, 'settings'),
        () => StorageState.call(_postwatch_storage_saved, [''], 0));
    },
  },

  storage_save_item__deps: ['$StorageWriting', '$UTF8ToString'],
  storage_save_item: (number, record, revision) => {
    StorageWriting.saveItem(UTF8ToString(number), UTF8ToString(record), revision);
  },
  storage_remove_item__deps: ['$StorageWriting', '$UTF8ToString'],
  storage_remove_item: (number) => StorageWriting.removeItem(UTF8ToString(number)),
  storage_save_settings__deps: ['$StorageWriting', '$UTF8ToString'],
  storage_save_settings: (record) => StorageWriting.saveSettings(UTF8ToString(record)),
});

// Other tabs of this origin: what they write is told to the app, and they hear what this one writes.
addToLibrary({
  $StorageTabs__deps: ['$StorageConnection', '$StorageState', 'postwatch_storage_changed'],
  $StorageTabs: {
    channel: null,
    missed: false, // another tab may have written without our hearing

    // The app hears what another tab has written.
    tell(number, stored) {
      const known = StorageState.knownOf(number);
      known.revision = stored.revision;
      known.told++;
      StorageState.setLive(known, Boolean(stored.record));
      StorageState.call(_postwatch_storage_changed, [number, stored.record]);
    },
    // `news`: [{number, revision}], what another tab has written in one transaction; of an older build one of them.
    hear(news) {
      if (!StorageState.loaded) return void (StorageTabs.missed = true);
      const isNew = ({ number, revision }) => revision > StorageState.knownOf(number).revision;
      const fresh = [].concat(news).filter(isNew);
      if (!fresh.length) return;
      let reads;
      StorageConnection.transact('items', 'readonly', (transaction) => {
        reads = fresh.map(({ number }) => transaction.objectStore('items').get(number));
      }, () => {
        fresh.forEach(({ number, revision }, i) => {
          const stored = reads[i].result ?? { record: '', revision };
          if (isNew({ number, revision: stored.revision }) && stored.by !== StorageState.tab) StorageTabs.tell(number, stored);
        });
        StorageState.keepMirror();
      }, () => { StorageTabs.missed = true; });
    },
    // After a time in which other tabs could not be heard.
    catchUp() {
      if (!StorageState.loaded) return;
      StorageTabs.missed = false;
      const kept = new Set();
      StorageState.readAll((numbers, records) => {
        numbers.forEach((number, i) => {
          kept.add(number);
          const isNews = records[i].revision > StorageState.knownOf(number).revision;
          if (isNews && records[i].by !== StorageState.tab) StorageTabs.tell(number, records[i]);
        });
      }, () => {
        for (const [number, { live, revision }] of StorageState.known) {
          // Removed so long ago that the mark is gone. Nothing left at all is no removal: the storage was wiped.
          if (kept.size && live && !kept.has(number)) StorageTabs.tell(number, { record: '', revision: revision + 1 });
        }
        StorageState.keepMirror();
      }, () => { StorageTabs.missed = true; });
    },
    listen() {
      StorageConnection.lost = (toNewer) => {
        StorageTabs.missed = true;
        if (toNewer) StorageState.fail(StorageConnection.faults.newer);
      };
      if (globalThis.BroadcastChannel) {
        StorageTabs.channel = new BroadcastChannel('postwatch');
        StorageTabs.channel.onmessage = ({ data }) => StorageTabs.hear(data);
      }
      document.addEventListener('resume', StorageTabs.catchUp);
      addEventListener('pageshow', ({ persisted }) => { if (persisted) StorageTabs.catchUp(); });
      document.addEventListener('visibilitychange', () => {
        if (!document.hidden && (StorageTabs.missed || !StorageTabs.channel)) StorageTabs.catchUp();
      });
    },
  },
});

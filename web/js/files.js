// Files out and in: a download, and the file chooser.

addToLibrary({
  $Files__deps: ['$Page'],
  $Files: {
    faults: { none: 0, tooLarge: 1, unreadable: 2 },  // app::FileFault
    chooser: null,  // kept: some browsers drop a chooser nobody holds

    save(name, type, text) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = name;
      link.click();
      // The download has its own hold on the data once it has begun; no browser says when.
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      _postwatch_page_handed_over(Page.handed.saved);
    },

    choose(limit) {
      const chooser = Files.chooser = document.createElement('input');
      chooser.type = 'file';
      chooser.accept = '.json,application/json';
      chooser.addEventListener('change', () => Files.read(chooser.files[0], limit));
      chooser.click();
    },

    async read(file, limit) {
      Files.chooser = null;
      if (!file) return;
      let text = '';
      let fault = file.size > limit ? Files.faults.tooLarge : Files.faults.none;
      try {
        if (!fault) text = await file.text();
      } catch {
        fault = Files.faults.unreadable;
      }
      Page.say(_postwatch_files_chosen, text, fault);
    },
  },

  files_save__deps: ['$Files', '$UTF8ToString'],
  files_save: (name, type, text) => Files.save(UTF8ToString(name), UTF8ToString(type), UTF8ToString(text)),

  files_choose__deps: ['$Files'],
  files_choose: (limit) => Files.choose(limit),
});

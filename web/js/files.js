// Files out and in: a download, the file chooser, and what is dropped on the page.

addToLibrary({
  $Files__deps: ['$Page'],
  $Files: {
    faults: { none: 0, tooLarge: 1, unreadable: 2, wrongType: 3 },  // app::FileFault
    textTypes: ['.eml', '.html', '.htm', '.txt', '.csv'],
    textLimit: 0,     // bytes
    longSize: 2000000,  // bytes; reading less is over before a wait is felt, on a slow phone too
    parts: [],  // of a file that is being written
    chooser: null,  // kept: some browsers drop a chooser nobody holds

    save(name, type, text, more) {
      Files.parts.push(text);
      if (more) return;
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(Files.parts.splice(0), { type }));
      link.download = name;
      link.click();
      // The download has its own hold on the data once it has begun; no browser says when.
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      _postwatch_page_handed_over(Page.handed.saved);
    },

    /// A file dropped beside the field would take the page away; text that is dropped into it is the browser's.
    start(limit) {
      Files.textLimit = limit;
      const isOfFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files');
      addEventListener('dragover', (event) => {
        if (!isOfFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      });
      addEventListener('drop', (event) => {
        if (!isOfFiles(event)) return;
        event.preventDefault();
        Files.takeText(event.dataTransfer.files[0]);
      });
    },

    choose(accept, take) {
      const chooser = Files.chooser = document.createElement('input');
      chooser.type = 'file';
      chooser.accept = accept;
      chooser.addEventListener('change', () => {
        Files.chooser = null;
        take(chooser.files[0]);
      });
      chooser.click();
    },

    /// [text, fault]
    async read(file, limit) {
      if (file.size > limit) return ['', Files.faults.tooLarge];
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const mark = bytes[0] << 8 | bytes[1];  // of UTF-16, as spreadsheets write it
        return [new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8').decode(bytes), Files.faults.none];
      } catch {
        return ['', Files.faults.unreadable];
      }
    },

    async takeBackup(file, limit) {
      if (!file) return;
      if (file.size > Files.longSize && file.size <= limit) {
        _postwatch_files_coming();
        await Page.painted();
      }
      Page.say(_postwatch_files_chosen, ...await Files.read(file, limit));
    },

    async takeText(file) {
      if (!file) return;
      const isText = Files.textTypes.some((type) => file.name.toLowerCase().endsWith(type));
      const [text, fault] = isText ? await Files.read(file, Files.textLimit) : ['', Files.faults.wrongType];
      // NUL would end the text on its way.
      Page.say(_postwatch_files_text, file.name, text.replaceAll('\0', ''), fault);
    },
  },

  files_start__deps: ['$Files'],
  files_start: (limit) => Files.start(limit),

  files_save__deps: ['$Files', '$UTF8ToString'],
  files_save: (name, type, text, more) => Files.save(UTF8ToString(name), UTF8ToString(type), UTF8ToString(text), more),

  files_choose__deps: ['$Files'],
  files_choose: (limit) => Files.choose('.json,application/json', (file) => Files.takeBackup(file, limit)),

  files_choose_text__deps: ['$Files'],
  files_choose_text: () => Files.choose(Files.textTypes.join(), Files.takeText),
});

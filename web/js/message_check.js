// The check of messages, which finds numbers in texts and makes documents too: a wasm of its own beside the program,
// which the page finds and keeps (shell/page/message_check.js). One instance, thrown away with all it has read when the message is to be
// forgotten.

addToLibrary({
  $MessageCheck__deps: ['$Page'],
  $MessageCheck: {
    patience: 300,  // ms; a wait that is longer is said
    exports: null,
    starting: null,  // one start for all kinds of question
    latest: { check: 0, find: 0, make: 0 },  // tickets; older ones are not answered any more

    /// `answer`: asks the exports, which are there by then, and says what comes.
    async ask(kind, ticket, texts, answer) {
      const { latest } = MessageCheck;
      latest[kind] = ticket;
      const slow = setTimeout(() => { if (ticket === latest[kind]) _postwatch_message_check_slow(); }, MessageCheck.patience);
      try {
        while (!MessageCheck.exports) await (MessageCheck.starting ??= MessageCheck.start().finally(() => { MessageCheck.starting = null; }));
        if (ticket === latest[kind]) await answer();
      } catch (cause) {
        console.warn('The check of messages is not available.', cause);
        MessageCheck.exports = null;
        if (ticket === latest[kind]) _postwatch_message_check_unavailable(ticket);
      }
      clearTimeout(slow);
      for (const text of texts) text.fill(0);
    },

    /// Copies; `places`: begin and size of each.
    textsAt: (places) => places.flatMap((begin, i) => (i % 2 ? [] : [HEAPU8.slice(begin, begin + places[i + 1])])),

    async start() {
      const code = await window.postwatch.messageCheck();
      const { exports } = await WebAssembly.instantiate(code, { env: { emscripten_notify_memory_growth() {} } });
      exports._initialize();
      Page.say(_postwatch_message_check_ready, MessageCheck.read(exports, exports.message_senders()));
      MessageCheck.exports = exports;
    },

    /// What `name` of the exports answers about texts, which stand one behind the other.
    call(name, texts, ...more) {
      const { exports } = MessageCheck;
      let at = exports.message_input(texts.reduce((size, text) => size + text.length, 1)) >>> 0;
      if (!at) throw new RangeError('no memory for the text');
      for (const text of texts) {
        new Uint8Array(exports.memory.buffer).set(text, at);
        at += text.length;
      }
      return MessageCheck.read(exports, exports[name](...texts.map(({ length }) => length), ...more));
    },

    /// A result: where it begins, and its size in bytes.
    read({ memory }, result) {
      const [begin, size] = new Uint32Array(memory.buffer, result >>> 0, 2);
      return new TextDecoder().decode(new Uint8Array(memory.buffer, begin, size));
    },

    forget() {
      MessageCheck.latest.check = 0;
      if (MessageCheck.exports) new Uint8Array(MessageCheck.exports.memory.buffer).fill(0);
      MessageCheck.exports = null;
    },
  },

  message_check_ask__deps: ['$MessageCheck'],
  message_check_ask(ticket, ...places) {
    const texts = MessageCheck.textsAt(places);
    MessageCheck.ask('check', ticket, texts, () => Page.say(_postwatch_message_checked, MessageCheck.call('message_check', texts), ticket));
  },

  message_check_find__deps: ['$MessageCheck'],
  message_check_find(ticket, begin, size, isEager) {
    const texts = MessageCheck.textsAt([begin, size]);
    MessageCheck.ask('find', ticket, texts, () => Page.say(_postwatch_numbers_found, MessageCheck.call('message_find_numbers', texts, isEager), ticket));
  },

  message_check_make__deps: ['$MessageCheck', '$Words', '$Locale'],
  message_check_make(ticket, kind, ...place) {
    const [request] = MessageCheck.textsAt(place);
    MessageCheck.ask('make', ticket, [request], async () => {
      const [language] = new TextDecoder().decode(request).split('\n', 1);
      const words = /^(en|zh-Hans)$/.test(language) ? '' : await window.postwatch.enquiryWords(language);
      const texts = [words, ...[Words.locale, 'en-GB', 'zh-Hans'].map(Locale.of)].map((text) => new TextEncoder().encode(text));
      const answer = MessageCheck.call('message_document', [request, ...texts], kind, Date.now(), -new Date().getTimezoneOffset());
      Page.say(_postwatch_document_made, answer, ticket);
    });
  },

  message_check_forget__deps: ['$MessageCheck'],
  message_check_forget: () => MessageCheck.forget(),
});

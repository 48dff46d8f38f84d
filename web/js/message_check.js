// The check of messages, which finds numbers in texts and makes documents too: a wasm of its own beside the program,
// which the page finds and keeps (shell/page/message_check.js). One instance, thrown away with all it has read when the
// message is to be forgotten.

addToLibrary({
  $MessageCheck__deps: ['$Page'],
  $MessageCheck: {
    patience: 300,  // ms; a wait that is longer is said
    exports: null,
    starting: null,  // one start for all kinds of question
    latest: {},  // ticket of each kind; older ones are not answered any more

    /// Asks `name` of the exports, which are there by then, about texts, and says what it answers.
    async ask(name, hear, ticket, texts, ...more) {
      const { latest } = MessageCheck;
      latest[name] = ticket;
      const slow = setTimeout(() => { if (ticket === latest[name]) _postwatch_message_check_slow(); }, MessageCheck.patience);
      try {
        await MessageCheck.ready();
        if (ticket === latest[name]) Page.say(hear, MessageCheck.call(name, texts, ...more), ticket);
      } catch (cause) {
        console.warn('The check of messages is not available.', cause);
        MessageCheck.exports = null;
        if (ticket === latest[name]) _postwatch_message_check_unavailable(ticket);
      }
      clearTimeout(slow);
      for (const text of texts) text.fill(0);
    },

    async ready() {
      while (!MessageCheck.exports) {
        await (MessageCheck.starting ??= MessageCheck.start().finally(() => { MessageCheck.starting = null; }));
      }
    },

    /// Copies; `places`: begin and size of each.
    textsAt: (...places) => places.flatMap((begin, i) => (i % 2 ? [] : [HEAPU8.slice(begin, begin + places[i + 1])])),

    async start() {
      const code = await window.postwatch.messageCheck();
      const { exports } = await WebAssembly.instantiate(code, { env: { emscripten_notify_memory_growth() {} } });
      exports._initialize();
      Page.say(_postwatch_message_check_ready, MessageCheck.read(exports, exports.message_senders()));
      MessageCheck.exports = exports;
    },

    /// `texts`: dialect, number and body. '' when there is nothing to read it with.
    async readAnswer(ticket, status, texts) {
      let record = '';
      try {
        await MessageCheck.ready();
        record = MessageCheck.call('answer_read', texts, status);
      } catch (cause) {
        console.warn('The reader of this source is not available.', cause);
        MessageCheck.exports = null;
      }
      Page.say(_postwatch_answer_read, record, ticket);
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
      MessageCheck.latest.message_check = 0;
      if (MessageCheck.exports) new Uint8Array(MessageCheck.exports.memory.buffer).fill(0);
      MessageCheck.exports = null;
    },
  },

  message_check_ask__deps: ['$MessageCheck'],
  message_check_ask: (ticket, ...places) => {
    MessageCheck.ask('message_check', _postwatch_message_checked, ticket, MessageCheck.textsAt(...places));
  },

  message_check_find__deps: ['$MessageCheck'],
  message_check_find: (ticket, begin, size, isEager) => {
    MessageCheck.ask('message_find_numbers', _postwatch_numbers_found, ticket, MessageCheck.textsAt(begin, size), isEager);
  },

  message_check_make__deps: ['$MessageCheck', '$Words', '$Locale'],
  message_check_make: (ticket, kind, ...place) => {
    const locales = [Words.locale, 'en-GB', 'zh-Hans'].map((locale) => new TextEncoder().encode(Locale.of(locale)));
    MessageCheck.ask('message_document', _postwatch_document_made, ticket, [...MessageCheck.textsAt(...place), ...locales],
      kind, Date.now(), -new Date().getTimezoneOffset());
  },

  answer_read__deps: ['$MessageCheck', '$UTF8ToString'],
  answer_read(ticket, status, ...texts) {
    MessageCheck.readAnswer(ticket, status, texts.map((text) => new TextEncoder().encode(UTF8ToString(text))));
  },

  message_check_forget__deps: ['$MessageCheck'],
  message_check_forget: () => MessageCheck.forget(),
});

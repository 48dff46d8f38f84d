// The check of messages, which finds numbers in texts too: a wasm of its own beside the program, which the page finds
// and keeps (shell/page/message_check.js). One instance, thrown away with all it has read when the message is to be
// forgotten.

addToLibrary({
  $MessageCheck__deps: ['$Page'],
  $MessageCheck: {
    patience: 300,  // ms; a wait that is longer is said
    exports: null,
    starting: null,  // one start for both kinds of question
    latest: { check: 0, find: 0 },  // tickets; older ones are not answered any more

    /// `answer`: asks the exports, which are there by then, and says what comes.
    async ask(kind, ticket, texts, answer) {
      const { latest } = MessageCheck;
      latest[kind] = ticket;
      const slow = setTimeout(() => { if (ticket === latest[kind]) _postwatch_message_check_slow(); }, MessageCheck.patience);
      try {
        await MessageCheck.ready();
        if (ticket === latest[kind]) answer();
      } catch (cause) {
        console.warn('The check of messages is not available.', cause);
        MessageCheck.exports = null;
        if (ticket === latest[kind]) _postwatch_message_check_unavailable(ticket);
      }
      clearTimeout(slow);
      for (const text of texts) text.fill(0);
    },

    async ready() {
      while (!MessageCheck.exports) {
        await (MessageCheck.starting ??= MessageCheck.start().finally(() => { MessageCheck.starting = null; }));
      }
    },

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
      MessageCheck.latest.check = 0;
      if (MessageCheck.exports) new Uint8Array(MessageCheck.exports.memory.buffer).fill(0);
      MessageCheck.exports = null;
    },
  },

  message_check_ask__deps: ['$MessageCheck'],
  message_check_ask(ticket, ...places) {
    const texts = [];
    for (let i = 0; i < places.length; i += 2) texts.push(HEAPU8.slice(places[i], places[i] + places[i + 1]));
    MessageCheck.ask('check', ticket, texts, () => Page.say(_postwatch_message_checked, MessageCheck.call('message_check', texts), ticket));
  },

  message_check_find__deps: ['$MessageCheck'],
  message_check_find(ticket, begin, size, isEager) {
    const texts = [HEAPU8.slice(begin, begin + size)];
    MessageCheck.ask('find', ticket, texts, () => Page.say(_postwatch_numbers_found, MessageCheck.call('message_find_numbers', texts, isEager), ticket));
  },

  answer_read__deps: ['$MessageCheck', '$UTF8ToString'],
  answer_read(ticket, status, ...texts) {
    MessageCheck.readAnswer(ticket, status, texts.map((text) => new TextEncoder().encode(UTF8ToString(text))));
  },

  message_check_forget__deps: ['$MessageCheck'],
  message_check_forget: () => MessageCheck.forget(),
});

// The check of messages: a wasm of its own beside the program, which the page finds and keeps
// (shell/page/message_check.js). One instance, thrown away with all it has read when the message is to be forgotten.

addToLibrary({
  $MessageCheck__deps: ['$Page'],
  $MessageCheck: {
    patience: 300,  // ms; a wait that is longer is said
    exports: null,
    latest: 0,      // ticket; older ones are not answered any more

    async ask(ticket, texts) {
      MessageCheck.latest = ticket;
      const slow = setTimeout(() => { if (ticket === MessageCheck.latest) _postwatch_message_check_slow(); }, MessageCheck.patience);
      try {
        MessageCheck.exports ??= await MessageCheck.start();
        if (ticket === MessageCheck.latest) Page.say(_postwatch_message_checked, MessageCheck.judge(texts), ticket);
      } catch (cause) {
        console.warn('The check of messages is not available.', cause);
        MessageCheck.exports = null;
        if (ticket === MessageCheck.latest) _postwatch_message_check_unavailable(ticket);
      }
      clearTimeout(slow);
      for (const text of texts) text.fill(0);
      if (MessageCheck.latest === 0) MessageCheck.forget();
    },

    async start() {
      const code = await window.postwatch.messageCheck();
      const { exports } = await WebAssembly.instantiate(code, { env: { emscripten_notify_memory_growth() {} } });
      exports._initialize();
      Page.say(_postwatch_message_check_ready, MessageCheck.read(exports, exports.message_senders()));
      return exports;
    },

    judge(texts) {
      const { exports } = MessageCheck;
      let at = exports.message_input(texts.reduce((size, text) => size + text.length, 1)) >>> 0;
      if (!at) throw new RangeError('no memory for the message');
      for (const text of texts) {
        new Uint8Array(exports.memory.buffer).set(text, at);
        at += text.length;
      }
      return MessageCheck.read(exports, exports.message_check(...texts.map(({ length }) => length)));
    },

    /// A result: where it begins, and its size in bytes.
    read({ memory }, result) {
      const [begin, size] = new Uint32Array(memory.buffer, result >>> 0, 2);
      return new TextDecoder().decode(new Uint8Array(memory.buffer, begin, size));
    },

    forget() {
      MessageCheck.latest = 0;
      if (MessageCheck.exports) new Uint8Array(MessageCheck.exports.memory.buffer).fill(0);
      MessageCheck.exports = null;
    },
  },

  message_check_ask__deps: ['$MessageCheck'],
  message_check_ask(ticket, ...places) {
    const texts = [];
    for (let i = 0; i < places.length; i += 2) texts.push(HEAPU8.slice(places[i], places[i] + places[i + 1]));
    MessageCheck.ask(ticket, texts);
  },

  message_check_forget__deps: ['$MessageCheck'],
  message_check_forget: () => MessageCheck.forget(),
});

// What the Emscripten Fetch API (XMLHttpRequest) cannot say: whether an address is one, whether the device is online,
// and whether anything answers where the browser does not let us read. The last needs mode 'no-cors'.
addToLibrary({
  // Other than these would make XMLHttpRequest throw through wasm frames, or send a name and password.
  fetch_is_address__deps: ['$UTF8ToString'],
  fetch_is_address: (text) => {
    try {
      const { protocol, username, password } = new URL(UTF8ToString(text), location.href);
      return /^https?:$/.test(protocol) && !username && !password;
    } catch {
      return false;
    }
  },
  fetch_is_online: () => navigator.onLine,
  // The answer itself stays unreadable; that there is one is all we learn.
  fetch_probe__deps: ['$UTF8ToString', 'postwatch_fetch_probed'],
  fetch_probe: (address, deadline, test) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), deadline);
    fetch(UTF8ToString(address), {
      mode: 'no-cors', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', signal: stop.signal,
    }).then(() => true, () => false).then((answered) => {
      clearTimeout(timer);
      stop.abort(); // the body, which may never end
      _postwatch_fetch_probed(test, answered);
    });
  },
});

// The page round the canvas: size, network state, visibility, clock, config.json, address fragment, sharing, update
// and installation.

addToLibrary({
  $Page__deps: ['$stringToNewUTF8', 'free', '$Locale', '$Appearance'],
  $Page: {
    handed: { copied: 0, shared: 1, saved: 2, failed: 3 },  // app::Handed
    configKey: 'postwatch.config',
    configLimit: 65536,     // characters; a real one has less than a thousand
    configPatience: 5000,   // ms; then the copy kept from the last visit counts
    misses: false,          // the site's own config.json could not be had: asked for again
    fragmentLimit: 65536,   // characters; 500 numbers have 7,000
    longestTimer: 2 ** 31 - 1,
    timer: 0,
    size: '',

    /// Calls back into the program with texts (strings) and numbers.
    say(callback, ...values) {
      const texts = [];
      callback(...values.map((value) => {
        if (typeof value !== 'string') return value;
        texts.push(stringToNewUTF8(value.toWellFormed?.() ?? value));
        return texts.at(-1);
      }));
      texts.forEach((text) => _free(text));
    },

    start() {
      const hear = (target, types, listener) => types.forEach((type) => target.addEventListener(type, listener));
      hear(window, ['resize'], Page.measure);
      if (window.visualViewport) hear(visualViewport, ['resize'], Page.measure);
      hear(window, ['online', 'offline'], Page.sayOnline);
      hear(document, ['visibilitychange'], () => { if (!document.hidden) Page.becomeVisible(); });
      hear(window, ['pageshow'], (event) => { if (event.persisted) Page.becomeVisible(); });
      hear(window, ['hashchange'], Page.readFragment);
      hear(window, ['postwatch-update-waiting'], () => _postwatch_page_update_waiting());
      hear(window, ['postwatch-install-offered'], () => _postwatch_page_install_offered());
      hear(window, ['postwatch-installed'], () => _postwatch_page_installed());
      hear(window, ['postwatch-undrawable'], () => _postwatch_page_undrawable());
      Page.measure();
      Page.sayOnline();
      Page.readFragment();
      Page.readConfig();
      // These may have happened while the program was still loading.
      if (window.postwatch?.updateWaiting) _postwatch_page_update_waiting();
      if (window.postwatch?.installPrompt) _postwatch_page_install_offered();
    },

    /// The part of the window a phone's keyboard leaves free; pinch zoom does not make it smaller.
    measure() {
      const width = document.documentElement.clientWidth || innerWidth;
      const height = window.visualViewport ? visualViewport.height * visualViewport.scale : innerHeight;
      if (Page.size === `${width} ${height}`) return;
      Page.size = `${width} ${height}`;
      _postwatch_page_resized(width, height);
    },

    sayOnline() {
      _postwatch_page_online(navigator.onLine);
      Page.readMissingConfig();
    },

    becomeVisible() {
      Locale.read();
      Appearance.read();
      _postwatch_page_visible();
      Page.readMissingConfig();
    },

    readFragment() {
      const fragment = location.hash.slice(1, Page.fragmentLimit);
      if (fragment) Page.say(_postwatch_page_fragment, fragment);
    },

    /// A slow answer still counts when it comes; until then the copy kept from the last visit.
    async readConfig() {
      Page.misses = false;
      const say = (body) => Page.say(_postwatch_page_configured, body, location.origin);
      const kept = Page.keptConfig();
      const late = kept && setTimeout(say, Page.configPatience, kept);
      const body = await Page.fetchConfig();
      clearTimeout(late);
      Page.misses = !body;
      try {
        if (body) localStorage.setItem(Page.configKey, body);
      } catch {
        // Storage refused: then without a kept copy.
      }
      say(body || kept);
    },

    readMissingConfig() {
      if (Page.misses && navigator.onLine) Page.readConfig();
    },

    keptConfig() {
      try {
        return localStorage.getItem(Page.configKey) ?? '';
      } catch {
        return '';
      }
    },

    /// '' when there is none, or something else answers in its place.
    async fetchConfig() {
      try {
        const answer = await fetch('./config.json', { cache: 'no-cache' });
        const body = answer.ok ? await answer.text() : '';
        return body.length <= Page.configLimit && JSON.parse(body) ? body : '';
      } catch {
        return '';
      }
    },

    /// What is shown now has been painted, or nobody looks.
    painted: () => new Promise((done) => {
      if (document.hidden) return void done();
      requestAnimationFrame(() => setTimeout(done));
      document.addEventListener('visibilitychange', done, { once: true });
    }),

    wakeAt(at) {
      clearTimeout(Page.timer);
      if (!at) return;
      const wait = Math.min(Math.max(0, at - Date.now()), Page.longestTimer);
      Page.timer = setTimeout(() => {
        if (Date.now() < at) Page.wakeAt(at);
        else _postwatch_page_clock_ticked();
      }, wait);
    },

    async share(title, text, url) {
      const full = url && new URL(url, location.origin + location.pathname).href;
      if (navigator.share && matchMedia('(pointer: coarse)').matches) {
        try {
          await navigator.share({ title, text, ...(full && { url: full }) });
          return _postwatch_page_handed_over(Page.handed.shared);
        } catch (fault) {
          if (fault.name === 'AbortError') return;  // the user thought better of it
        }
      }
      await Page.copy([text, full].filter(Boolean).join('\n'));
    },

    async copy(text) {
      const copied = await navigator.clipboard.writeText(text).then(() => true, () => Page.copyBySelection(text));
      _postwatch_page_handed_over(copied ? Page.handed.copied : Page.handed.failed);
    },

    copyBySelection(text) {
      const before = document.activeElement;
      const area = document.createElement('textarea');
      const give = (event) => {
        event.clipboardData.setData('text/plain', text);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      area.value = text;
      area.readOnly = true;
      area.style.position = 'fixed';
      area.style.opacity = '0';
      document.body.append(area);
      area.select();
      addEventListener('copy', give, true);
      const copied = document.execCommand('copy');
      removeEventListener('copy', give, true);
      area.remove();
      before?.focus({ preventScroll: true });
      return copied;
    },
  },

  page_start__deps: ['$Page'],
  page_start: () => Page.start(),

  page_wake_at__deps: ['$Page'],
  page_wake_at: (at) => Page.wakeAt(at),

  page_share__deps: ['$Page', '$UTF8ToString'],
  page_share(title, text, url) {
    Page.share(UTF8ToString(title), UTF8ToString(text), UTF8ToString(url));
  },

  page_copy__deps: ['$Page', '$UTF8ToString'],
  page_copy: (text) => Page.copy(UTF8ToString(text)),

  page_print: () => setTimeout(print), // not inside the frame: the page makes itself ready for it first

  page_go_on__deps: ['$Page'],
  page_go_on: () => Page.painted().then(() => _postwatch_page_goes_on()),

  page_clear_fragment: () => history.replaceState(history.state, '', location.pathname + location.search),

  page_activate_update: () => window.postwatch?.activateUpdate?.(),

  page_show_install_prompt: () => window.postwatch?.installPrompt?.prompt(),

  page_set_title__deps: ['$UTF8ToString'],
  page_set_title(title, language) {
    document.title = UTF8ToString(title);
    document.documentElement.lang = UTF8ToString(language);
  },
});

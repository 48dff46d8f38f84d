// Between the program and the page, which finds and keeps the words (shell/page/words.js).

addToLibrary({
  $Words__deps: ['$Page', '$Locale'],
  $Words: {
    locale: 'en',  // BCP 47, for Intl

    start() {
      Words.give(window.postwatch.words);
      addEventListener('storage', ({ key, newValue }) => {
        if (key === window.postwatch.languageKey) Words.fetch(newValue ?? '');
      });
    },

    give({ wanted, locale, text }) {
      if (text) Words.locale = locale;
      Page.say(_postwatch_words_arrived, wanted, text);
    },

    async fetch(wanted) {
      const words = await window.postwatch.fetchWords(wanted);
      Words.give(words);
      if (words.text) Locale.read();
    },
  },

  words_start__deps: ['$Words'],
  words_start: () => Words.start(),

  words_fetch__deps: ['$Words', '$UTF8ToString'],
  words_fetch: (language) => Words.fetch(UTF8ToString(language)),
});

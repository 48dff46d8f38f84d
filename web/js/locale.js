// The names and patterns of the language of the words, from the browser's Intl.

addToLibrary({
  $Locale__deps: ['$Page', '$Words'],
  $Locale: {
    codes: [],
    names: new Map(),  // language -> its part of the message: asking for 249 names takes time
    // The program puts in plain digits of the Gregorian calendar.
    digits: { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' },

    start(codes) {
      Locale.codes = codes.match(/../g) ?? [];
      Locale.read();
    },

    read() {
      Page.say(_postwatch_locale_read, Locale.of(Words.locale), -new Date().getTimezoneOffset());
    },

    of(locale) {
      const language = Locale.known(locale);
      if (!Locale.names.has(language)) Locale.names.set(language, Locale.describe(language));
      return Locale.names.get(language);
    },

    /// The browser may be set to a language its own Intl does not take, or have fewer than the page.
    known(language) {
      try {
        return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en';
      } catch {
        return 'en';
      }
    },

    describe(language) {
      const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', ...Locale.digits });
      const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', ...Locale.digits });
      const part = (format, type, at) => format.formatToParts(at).find((piece) => piece.type === type)?.value ?? '';
      // 2023 begins on a Sunday.
      const weekdays = [1, 2, 3, 4, 5, 6, 7].map((number) => part(day, 'weekday', Date.UTC(2023, 0, number)));
      // Within a date: many languages bend the month's name there.
      const months = Array.from({ length: 12 }, (_, month) => part(date, 'month', Date.UTC(2023, month, 1)));
      const countries = new Intl.DisplayNames(language, { type: 'region' });
      const names = Locale.codes.map((code) => countries.of(code));
      const { compare } = new Intl.Collator(language);
      const byName = names.map((_, index) => index).sort((a, b) => compare(names[a], names[b]));
      return [language, Locale.pattern(day), Locale.pattern(date), ...months, ...weekdays, ...names,
        byName.map((index) => Locale.codes[index]).join('')].join('\x1f');
    },

    /// "{weekday} {day} {month}"
    pattern: (format) => format.formatToParts(0)
      .map(({ type, value }) => (['weekday', 'day', 'month', 'year'].includes(type) ? `{${type}}` : value)).join(''),
  },

  locale_start__deps: ['$Locale', '$UTF8ToString'],
  locale_start: (codes) => Locale.start(UTF8ToString(codes)),
});

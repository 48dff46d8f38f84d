// How the system wants things to look: theme, contrast, forced colours, motion, pointer, size of text.

addToLibrary({
  $Appearance__deps: ['$Page'],
  $Appearance: {
    themes: { light: 0, dark: 1, contrastLight: 2, contrastDark: 3, forced: 4 },  // view::Theme
    // In the order of view::Appearance::ForcedColours.
    systemColours: ['Canvas', 'CanvasText', 'LinkText', 'ButtonFace', 'ButtonText', 'Highlight', 'HighlightText', 'GrayText'],
    queries: {
      dark: '(prefers-color-scheme: dark)',
      contrast: '(prefers-contrast: more)',
      forced: '(forced-colors: active)',
      still: '(prefers-reduced-motion: reduce)',
      coarse: '(pointer: coarse)',
    },
    told: '',
    choice: { theme: 0, size: 1 },  // formats::ThemeChoice; 1 = as the browser
    rules: null,  // media rules that ask for theme or contrast, with what they said at first

    start() {
      for (const query of Object.values(Appearance.queries)) matchMedia(query).addEventListener('change', Appearance.read);
      Appearance.read();
    },

    read() {
      const is = Object.fromEntries(Object.entries(Appearance.queries).map(([name, query]) => [name, matchMedia(query).matches]));
      const { themes, choice } = Appearance;
      const [light, dark, contrast] = [1, 2, 3];
      if (choice.theme === light || choice.theme === dark) is.dark = choice.theme === dark;
      if (choice.theme) is.contrast = choice.theme === contrast;
      Appearance.dress(is);
      let theme = is.dark ? themes.dark : themes.light;
      if (is.contrast) theme = is.dark ? themes.contrastDark : themes.contrastLight;
      if (is.forced) theme = themes.forced;
      const { colours, textScale } = Appearance.probe();
      const values = [theme, colours, is.still, is.coarse, Math.min(2, textScale * choice.size)];
      if (values.join() === Appearance.told) return;
      Appearance.told = values.join();
      Page.say(_postwatch_appearance_changed, ...values);
    },

    choose(theme, percent) {
      Appearance.choice = { theme, size: percent / 100 };
      Appearance.read();
    },

    /// The DOM follows the choice too: what the style sheets ask the system is answered in its place.
    dress({ dark, contrast }) {
      const { choice } = Appearance;
      if (!choice.theme && choice.size === 1 && !Appearance.rules) return;
      Appearance.rules ??= [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => /prefers-(color-scheme|contrast)/.test(rule.media?.mediaText ?? ''))
        .map((rule) => ({ rule, asked: rule.media.mediaText }));
      const answer = (yes) => (yes ? '(min-width: 0)' : '(max-width: 0)');
      for (const { rule, asked } of Appearance.rules) {
        rule.media.mediaText = choice.theme ? asked.replace(/\(prefers-color-scheme: dark\)/, answer(dark))
          .replace(/\(prefers-contrast: more\)/, answer(contrast)) : asked;
      }
      const { style } = document.documentElement;
      style.colorScheme = choice.theme ? (dark ? 'dark' : 'light') : '';
      style.setProperty('--zoom', choice.size);
    },

    /// The browser's own colours and text size, as an element has them.
    probe() {
      const probe = document.createElement('span');
      probe.style.fontSize = 'medium';
      probe.style.forcedColorAdjust = 'none';
      document.body.append(probe);
      const style = getComputedStyle(probe);
      const colours = Appearance.systemColours.map((name) => {
        probe.style.color = name;
        const channels = style.color.match(/[\d.]+/g).slice(0, 3);
        return channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('');
      }).join('');
      const textScale = Math.min(2, Math.max(1, parseFloat(style.fontSize) / 16));
      probe.remove();
      return { colours, textScale };
    },
  },

  appearance_choose__deps: ['$Appearance'],
  appearance_choose: (theme, percent) => Appearance.choose(theme, percent),

  appearance_start__deps: ['$Appearance'],
  appearance_start: () => Appearance.start(),
});

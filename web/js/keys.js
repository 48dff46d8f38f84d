// Keys of the page as a whole: what they mean decides the program, here is only when they are not typing.

addToLibrary({
  $Keys: {
    // app::Key
    single: { '/': 0, n: 1, r: 2, '?': 10 },
    commands: 3,
    escape: 4,
    steps: { ArrowUp: 5, ArrowDown: 6, Home: 7, End: 8 },
    run: 11,
    undo: 12,

    start: () => window.addEventListener('keydown', Keys.pressed, true),

    pressed(event) {
      if (event.isComposing || event.defaultPrevented || event.repeat && !(event.key in Keys.steps)) return;
      const key = Keys.keyOf(event);
      if (key === undefined) return;
      if (key !== Keys.escape) event.preventDefault();
      _postwatch_mirror_key(key);
    },

    keyOf(event) {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const focused = document.activeElement;
      if (ctrlKey || metaKey || altKey) {
        if (altKey || shiftKey) return undefined;
        if (/^z$/i.test(key) && !focused.matches('input, textarea')) return Keys.undo;
        return /^k$/i.test(key) ? Keys.commands : undefined;
      }
      if (key === 'Escape') return Keys.escape;
      if (document.getElementById('part-command')) {
        return focused.tagName === 'BUTTON' ? undefined : Keys.steps[key] ?? (key === 'Enter' ? Keys.run : undefined);
      }
      if (focused?.id === 'part-search' && key === 'ArrowDown') return Keys.steps.ArrowDown;
      if (focused?.matches('input, select, textarea')) return undefined;
      if (focused?.id.startsWith('part-row/')) return Keys.steps[key] ?? Keys.single[key];
      return Keys.single[key];
    },
  },
});

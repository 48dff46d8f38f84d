// The text fields: real inputs of the mirror, laid over the drawn ones. They own the text; the program is told what
// was typed and may answer with the same text grouped, which is put in without harming caret, undo or an
// unfinished composition.
//
// A field's node has besides: label (laid over the drawing as a node is), told (the text the program knows), composing, undoing, rewriting.

addToLibrary({
  $TextInput__deps: ['$MirrorNodes', '$stringToNewUTF8', 'free'],
  $TextInput: {
    // In the order of app::FieldKind.
    text: 0, numberText: 1, date: 2, choice: 3, longText: 4, chooser: 5,

    longList: 80, // twice as many strings as choices
    tags: { 3: 'select', 4: 'textarea' },  // all others are inputs
    isTyped: ({ kind }) => kind <= TextInput.numberText || kind >= TextInput.longText,

    create(node, kind) {
      const { element } = MirrorNodes;
      node.el.className = 'field';
      const label = element('label', node.el, 'laid');
      node.label = { target: label, drawn: {} };
      const input = node.control = element(TextInput.tags[kind] ?? 'input', node.el);
      node.body = label;
      Object.assign(node, { kind, told: '', composing: false, undoing: false, rewriting: false, choices: '' });
      input.autocomplete = 'off';
      if (kind === TextInput.date) input.type = 'date';
      if (TextInput.isTyped(node)) TextInput.createText(node, input);
      if (kind === TextInput.choice) {
        for (const type of ['pointerdown', 'focus']) input.addEventListener(type, () => TextInput.patchChoices(node, true));
      }
      input.addEventListener('input', (event) => TextInput.typed(node, event));
      input.addEventListener('keydown', (event) => {
        // What was typed just before decides which button Enter presses.
        if (event.key === 'Enter' && !event.isComposing) _postwatch_mirror_settle();
      });
    },

    createText(node, input) {
      const isNumber = node.kind === TextInput.numberText;
      const { set } = MirrorNodes;
      if (node.kind !== TextInput.longText) input.type = 'text';
      input.spellcheck = false;  // may send the text away
      set(input, 'autocorrect', 'off');
      set(input, 'autocapitalize', isNumber ? 'characters' : 'sentences');
      set(input, 'enterkeyhint', node.kind === TextInput.longText ? 'enter' : 'go');
      if (isNumber) {
        set(input, 'inputmode', 'text');
        set(input, 'translate', 'no');
      }
      input.addEventListener('compositionstart', () => { node.composing = true; });
      input.addEventListener('compositionend', () => {
        node.composing = false;
        TextInput.tell(node);
      });
    },

    /// An unfinished composition is not text yet. But phone keyboards compose every Latin word until it ends,
    /// and a number is to be checked as it is typed: there it is told, and still not rewritten.
    typed(node, event) {
      if (node.rewriting) return;
      node.undoing = !!event.inputType?.startsWith('history');
      if (node.composing && !matchMedia('(pointer: coarse)').matches) return;
      TextInput.tell(node);
    },

    tell(node) {
      const { value } = node.control;
      if (value === node.told) return;
      node.told = value;
      // NUL would end the text on its way.
      const text = stringToNewUTF8((value.toWellFormed?.() ?? value).replaceAll('\0', ' '));
      const caret = TextInput.isTyped(node) ? node.control.selectionStart : value.length;
      _postwatch_mirror_typed(node.index, text, caret);
      _free(text);
    },

    patch(node, part) {
      const { set, idOf } = MirrorNodes;
      const input = node.control;
      const [, value, caret, placeholder, limit, describedBy, ...choices] = part.field;
      const label = part.text || part.name;
      if (node.body.textContent !== label) node.body.textContent = label;
      if (node.body.htmlFor !== idOf(node.key)) node.body.htmlFor = idOf(node.key);
      set(input, 'aria-label', part.name !== label && part.name);
      set(input, 'aria-invalid', part.has('i'));
      const isChooser = node.kind === TextInput.chooser;
      set(input, isChooser ? 'aria-activedescendant' : 'aria-describedby', describedBy && idOf(describedBy));
      if (isChooser) {
        set(input, 'role', 'combobox');
        set(input, 'aria-controls', idOf(describedBy).replace(/\/[^/]*$/, ''));
      }
      if (TextInput.isTyped(node)) {
        set(input, 'placeholder', placeholder);
        if (input.maxLength !== +limit) input.maxLength = +limit;
        if (input.readOnly !== part.has('d')) input.readOnly = part.has('d');
      }
      if (node.kind === TextInput.choice) {
        node.offered = choices;
        node.wanted = value;
        TextInput.patchChoices(node, document.activeElement === input);
      }
      TextInput.put(node, value, +caret);
    },

    /// Of a long list only the chosen one, until somebody wants to see them.
    patchChoices(node, all) {
      const { offered, wanted } = node;
      const chosen = offered.findIndex((choice, at) => at % 2 === 0 && choice === wanted);
      const choices = all || offered.length < TextInput.longList || chosen < 0 ? offered : offered.slice(chosen, chosen + 2);
      const joined = choices.join('\n');
      if (node.choices === joined) return;
      node.choices = joined;
      const options = [];
      for (let at = 0; at + 1 < choices.length; at += 2) {
        const option = new Option(choices[at + 1], choices[at]);
        if (node.part.has('l')) MirrorNodes.set(option, 'lang', choices[at]);
        options.push(option);
      }
      node.control.replaceChildren(...options);
      node.control.value = wanted;
      node.told = node.control.value;
    },

    /// The program's text into the field, unless there is newer text in it that the program has not heard of.
    put(node, value, caret) {
      const input = node.control;
      if (input.value === value || node.composing || input.value !== node.told) return;
      // Undo took the grouping away: putting it back would undo the undoing, for ever.
      if (node.undoing && node.kind === TextInput.numberText && value) return;
      node.rewriting = true;
      if (document.activeElement === input && TextInput.isTyped(node)) TextInput.edit(input, value, caret);
      else input.value = value;
      node.rewriting = false;
      node.told = input.value;
    },

    /// The smallest edit, made the way the user would make it, so that it can be undone like typing.
    edit(input, value, caret) {
      const old = input.value;
      const shorter = Math.min(old.length, value.length);
      let head = 0, tail = 0;
      while (head < shorter && old[head] === value[head]) ++head;
      while (tail < shorter - head && old.at(-1 - tail) === value.at(-1 - tail)) ++tail;
      const fresh = value.slice(head, value.length - tail);
      input.setSelectionRange(head, old.length - tail);
      document.execCommand(fresh ? 'insertText' : 'delete', false, fresh);
      if (input.value !== value) input.setRangeText(value, 0, input.value.length, 'end');
      input.setSelectionRange(caret, caret);
    },
  },
});

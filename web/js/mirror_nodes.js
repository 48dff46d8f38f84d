// The elements of the mirror: which one a Part becomes, what of it changes, and where it lies over the drawing.

addToLibrary({
  $MirrorNodes__deps: ['$Mirror', '$TextInput'],
  $MirrorNodes: {
    // In the order of app::Role.
    tags: ['div', 'header', 'main', 'section', 'form', 'ul', 'li', 'h', 'p', 'span', 'button', 'a', 'div', 'div',
      'progress', null, 'button', 'div', 'table', 'tr', 'td', 'th', 'section', 'ul', 'li'],
    list: 5, heading: 7, paragraph: 8, inline: 9, button: 10, link: 11, field: 12, live: 13, progress: 14, checkbox: 16,
    image: 17, option: 24,
    inLine: [9, 10, 11, 16],
    // Of their own; a list: Safari takes the role from one without bullets.
    ariaRoles: { 5: 'list', 16: 'checkbox', 22: 'dialog', 23: 'listbox', 24: 'option' },
    status: null,  // the one live region; a new one would not be listened to

    /// Two shapes are two elements. `said`: a paragraph may not have an aria-label, so what is said stands beside
    /// what is seen.
    shapeOf({ role, level, field, name, text }) {
      const is = MirrorNodes;
      const isSaid = (role === is.paragraph || role === is.inline) && name && name !== text;
      return [role, role === is.heading ? level : '', role === is.field ? field[0] : '', isSaid ? 'said' : ''].join();
    },

    element(tag, inside, className) {
      const element = document.createElement(tag);
      if (className) element.className = className;
      inside?.append(element);
      return element;
    },

    create({ key, role, level, field }, shape) {
      const is = MirrorNodes;
      let tag = is.tags[role];
      if (role === is.heading) tag += Math.min(Math.max(level, 1), 6);
      const el = role === is.live ? is.status ??= is.liveRegion() : is.element(tag);
      const node = {
        key, role, shape, el, body: el, control: el,
        target: null, text: null, said: null, record: '', drawn: {}, children: [],
      };
      is.set(el, 'role', is.ariaRoles[role] ?? el.role);
      is.set(el, 'aria-modal', is.ariaRoles[role] === 'dialog');
      if (tag === 'form') el.noValidate = true;
      if (role === is.checkbox) el.type = 'button';
      if (shape.includes('said')) {
        node.text = is.element('span', el).appendChild(new Text());
        node.text.parentNode.setAttribute('aria-hidden', 'true');
        node.said = is.element('span', el, 'said').appendChild(new Text());
      }
      if (role === is.field) TextInput.create(node, +field[0]);
      node.control.id = is.idOf(key);
      Mirror.ofElement.set(node.el, node);
      Mirror.ofElement.set(node.control, node);
      return node;
    },

    liveRegion() {
      const region = MirrorNodes.element('div');
      region.setAttribute('role', 'status');
      region.setAttribute('aria-live', 'polite');
      region.setAttribute('aria-atomic', 'false');
      return region;
    },

    isPlain: () => document.body.classList.contains('plain-view'),

    idOf: (key) => 'part-' + key.replace(/\s/g, '_'),

    set(element, attribute, value) {
      if (value === null || value === false || value === '') element.removeAttribute(attribute);
      else if (element.getAttribute(attribute) !== String(value)) element.setAttribute(attribute, value);
    },

    patch(node, part, record) {
      const { control } = node;
      const { set } = MirrorNodes;
      node.record = record;
      node.presses = part.has('p');
      if (node.role === MirrorNodes.field) TextInput.patch(node, part);
      else MirrorNodes.patchText(node, part);
      set(control, 'aria-disabled', part.has('d'));
      if (node.role === MirrorNodes.checkbox) set(control, 'aria-checked', String(part.has('s')));
      else if (node.role === MirrorNodes.option) set(control, 'aria-selected', String(part.has('s')));
      else set(control, 'aria-current', part.has('s'));
      set(control, 'aria-expanded', part.has('e') ? 'true' : part.has('c') ? 'false' : null);
      set(control, 'aria-busy', part.has('b'));
      set(node.el, 'inert', part.has('n'));
      set(node.el, 'lang', part.language);
      set(node.el, 'aria-setsize', part.setSize > 0 && part.setSize);
      set(node.el, 'aria-posinset', part.setSize > 0 && part.setPosition);
      if (node.role === MirrorNodes.link) MirrorNodes.patchLink(control, part.href);
    },

    /// `modules` of a bar code, as postal/bar_code.h: black where they are 1. Over the drawing it is transparent.
    patchModules(element, modules) {
      if (element.modules === modules) return;
      element.modules = modules;
      const rows = modules.trim().split('\n');
      const make = (tag, attributes) => {
        const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
        Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
        return made;
      };
      const svg = make('svg', {
        viewBox: `0 0 ${rows[0].length} ${rows.length}`, fill: 'currentColor', 'shape-rendering': 'crispEdges',
        ...(rows.length === 1 && { preserveAspectRatio: 'none' }),
      });
      const runs = rows.flatMap((row, y) => [...row.matchAll(/1+/g)].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`));
      svg.append(make('path', { d: runs.join('') }));
      element.replaceChildren(svg);
    },

    patchText(node, { text: given, name }) {
      const isImage = node.role === MirrorNodes.image;
      if (isImage && given) MirrorNodes.patchModules(node.body, given);
      const text = isImage ? '' : given;
      const shown = text || ([MirrorNodes.button, MirrorNodes.checkbox].includes(node.role) ? name : '');
      if (shown && !node.text) {
        node.text = new Text();
        node.body.prepend(node.text);
      }
      if (node.text && node.text.data !== shown) node.text.data = shown;
      if (node.said) {
        if (node.said.data !== name) node.said.data = name;
        return;
      }
      MirrorNodes.set(node.control, 'aria-label', name !== shown && name);
      // Without a role a div may not have a name.
      if (node.body.tagName === 'DIV' && node.body !== MirrorNodes.status) {
        MirrorNodes.set(node.body, 'role', name && name !== shown && (node.role === MirrorNodes.image ? 'img' : 'group'));
      }
    },

    patchLink(link, href) {
      const isWeb = /^https?:/.test(href);
      const { set } = MirrorNodes;
      set(link, 'href', /^(https?|tel|mailto):/.test(href) && href);
      set(link, 'target', isWeb && '_blank');
      set(link, 'rel', isWeb && 'noopener noreferrer');
      set(link, 'referrerpolicy', isWeb && 'no-referrer');
    },

    /// Decides what of the node lies over the drawing: what holds text or can be used; containers have no place.
    aim(node) {
      const { button, link, field, progress, checkbox, image, option } = MirrorNodes;
      const lies = [button, link, field, progress, checkbox, image, option].includes(node.role)
        || (node.text?.data && !node.children.length);
      const target = lies ? node.control : null;
      node.origin = node.parent?.target ? node.parent : node.parent?.origin;
      if (target === node.target) return;
      node.target?.classList.remove('laid');
      target?.classList.add('laid');
      node.target = target;
      node.drawn = {};
    },

    /// Of what lies over the drawing: `node`, or the label of a field.
    draw({ drawn, target }, property, value) {
      if (drawn[property] === value) return;
      drawn[property] = value;
      target.style.setProperty(property, value);
    },

    /// `boxes`: 14 numbers for each drawn Part, as web/mirror.cpp writes them.
    place(boxes) {
      const placed = new Set();
      for (let at = 0; at < boxes.length; at += 14) {
        const node = Mirror.nodes[boxes[at]];
        if (!node?.target) continue;
        const laid = boxes[at + 13] & 4 ? node.label : node;
        placed.add(laid);
        MirrorNodes.lay(laid, boxes.subarray(at + 1, at + 14));
      }
      for (const node of Mirror.nodes) {
        for (const laid of [node, node.label]) {
          if (laid?.target && !placed.has(laid)) MirrorNodes.draw(laid, '--clip', 'inset(50%)');
        }
      }
    },

    lay(node, [x, y, width, height, clipX, clipY, clipWidth, clipHeight, fontSize, lineHeight, textX, textY, face]) {
      const px = (number) => Math.round(number * 100) / 100 + 'px';
      const draw = (property, value) => MirrorNodes.draw(node, property, value);
      const [fromX, fromY] = node.origin?.corner ?? [0, 0];
      node.corner = [x, y];
      draw('--x', px(x - fromX));
      draw('--y', px(y - fromY));
      draw('--width', px(width));
      draw('--height', px(height));
      draw('--size', px(fontSize || lineHeight || 16));
      draw('--line', px(lineHeight || height));
      draw('--wrap', height < 1.5 * lineHeight + 2 * textY ? 'nowrap' : 'normal');
      draw('--indent', px(textX));
      draw('--lift', px(textY));
      const cut = [clipY - y, x + width - clipX - clipWidth, y + height - clipY - clipHeight, clipX - x]
        .map((number) => Math.max(0, number));
      const isOut = cut[0] + cut[2] >= height || cut[1] + cut[3] >= width;
      draw('--clip', isOut ? 'inset(50%)' : cut.some((number) => number > 0.01) ? `inset(${cut.map(px).join(' ')})` : 'none');
      node.target.classList.toggle('mono', (face & 1) > 0);
      node.target.classList.toggle('strong', (face & 2) > 0);
    },
  },

  mirror_place__deps: ['$MirrorNodes'],
  mirror_place: (boxes, count) => MirrorNodes.place(HEAPF32.subarray(boxes >> 2, (boxes >> 2) + count)),
});

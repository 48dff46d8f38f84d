// The Screen as real DOM. One node per Part, kept by its key: created, changed, moved and removed only where the
// Screen differs from the one before, and never so that the focused element is taken out of the document.
//
// A node: key, record and part (its line of the Screen, as it came and taken apart), shape (what makes it another
// element), el (its outermost element), control (what is focused and pressed), body (what holds its children),
// target (what is laid over the drawing; null for containers), text (its Text node), blank (what parts it from a piece
// before it, where it stands in a line), parent, origin (the node its place counts from).

addToLibrary({
  $Mirror__deps: ['$MirrorNodes'],
  $Mirror: {
    focusable: 'a[href], button, input, select, textarea',
    root: null,
    nodes: [],
    byKey: new Map(),
    isPointed: false,  // the last thing the user did was with mouse or finger
    ofElement: new WeakMap(),

    start() {
      const root = Mirror.root = document.getElementById('mirror');
      root.addEventListener('click', (event) => {
        let node = Mirror.nodeAround(event.target); // maybe a piece of a button's name
        while (node && !node.presses) node = node.parent;
        if (node) _postwatch_mirror_press(node.index);
      });
      // Of the page as the browser lays it; beside the drawn one the drawing is hit.
      document.addEventListener('click', ({ target }) => {
        if (root.querySelector('[role=dialog]')?.contains(target) === false && MirrorNodes.isPlain()) _postwatch_mirror_key(Keys.escape);
      }, true);
      // A browser goes on drawing the ring when the focus is moved from a text field; who points knows where it is.
      for (const type of ['pointerdown', 'keydown']) {
        addEventListener(type, () => { Mirror.isPointed = type === 'pointerdown'; }, true);
      }
      root.addEventListener('submit', (event) => event.preventDefault());
      for (const type of ['focusin', 'focusout']) root.addEventListener(type, () => _postwatch_mirror_focus_moved());
      addEventListener('beforeprint', () => _postwatch_mirror_printing(true));
      addEventListener('afterprint', () => _postwatch_mirror_printing(false));
    },

    nodeAround(element) {
      for (; element && element !== Mirror.root; element = element.parentElement) {
        const node = Mirror.ofElement.get(element);
        if (node) return node;
      }
      return null;
    },

    read(record) {
      const [depth, role, flags, level, key, text, name, href, setSize, setPosition, language, ...field] = record.split('\x1f');
      const has = (flag) => flags.includes(flag);
      return { depth: +depth, role: +role, has, level, key, text, name, href, setSize, setPosition, language, field };
    },

    show(records) {
      const { byKey } = Mirror;
      const nodes = [], path = [], kept = new Set();
      for (const [at, record] of records.split('\x1e').entries()) {
        const before = Mirror.nodes[at];
        const part = before?.record === record ? before.part : Mirror.read(record);
        while (kept.has(part.key)) part.key += '+';
        kept.add(part.key);
        const parent = path[part.depth - 1];
        const shape = MirrorNodes.shapeOf(part);
        let node = byKey.get(part.key);
        if (node?.shape !== shape) {
          node = MirrorNodes.create(part, shape);
          byKey.set(part.key, node);
        }
        node.index = at;
        node.part = part;
        node.children = [];
        node.parent = parent;
        parent?.children.push(node);
        path[part.depth] = node;
        nodes.push(node);
        if (node.record !== record) MirrorNodes.patch(node, part, record);
      }
      Mirror.settle(nodes, kept);
    },

    /// Puts the nodes in their places, without moving or dropping the focus where that can be helped.
    settle(nodes, kept) {
      const { byKey, root } = Mirror;
      const active = root.contains(document.activeElement) ? document.activeElement : null;
      const holder = active && Mirror.nodeAround(active);
      const dialog = active?.closest('[role=dialog]');
      const heir = holder && (kept.has(holder.key) ? holder.key : Mirror.heirOf(holder, kept));
      for (const node of Mirror.nodes) {
        if (byKey.get(node.key) === node && kept.has(node.key)) continue;
        if (node.el !== MirrorNodes.status) node.el.remove();
        node.blank?.remove();
        if (!kept.has(node.key)) byKey.delete(node.key);
      }
      Mirror.nodes = nodes;
      Mirror.arrange(root, root.firstChild, nodes.slice(0, 1).map(({ el }) => el), active);
      for (const node of nodes) {
        MirrorNodes.aim(node);
        const children = Mirror.parted(node);
        Mirror.arrange(node.body, node.text ? node.text.nextSibling : node.body.firstChild, children, active);
        if (node.body.tagName === 'FORM') Mirror.chooseDefaultButton(node.body);
      }
      if (MirrorNodes.isPlain()) root.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
      // Where the focus goes when a dialog is closed says the program.
      if (!holder || document.activeElement === active || dialog?.isConnected === false) return;
      Mirror.focusElement(byKey.get(heir)?.control ?? Mirror.mainHeading());
    },

    /// The children with a blank between two that stand in one line: what is copied, found or read aloud is no
    /// single word then. The pieces of a word have none.
    parted({ part, children }) {
      return children.flatMap((child, at) => {
        if (at && !part.has('w') && MirrorNodes.inLine.includes(child.role)) return [child.blank ??= new Text(' '), child.el];
        child.blank?.remove();
        return child.el;
      });
    },

    /// The focused element stays where it is; what stands before it wrongly goes behind it.
    arrange(body, at, children, active) {
      for (const el of children) {
        if (el !== at && el.parentNode === body && el.contains(active)) {
          while (at !== el) {
            const following = at.nextSibling;
            body.append(at);
            at = following;
          }
        }
        if (el === at) at = at.nextSibling;
        else body.insertBefore(el, at);
      }
    },

    /// Enter in a field presses the form's first button, if it is enabled: that is what a browser does with the
    /// first button of type submit. A later button is never meant by Enter.
    chooseDefaultButton(form) {
      const [first, ...others] = form.querySelectorAll('button:not([role])');
      const type = (button, wanted) => { if (button.type !== wanted) button.type = wanted; };
      if (first) type(first, first.ariaDisabled ? 'button' : 'submit');
      for (const button of others) type(button, 'button');
    },

    focused() {
      return Mirror.nodeAround(document.activeElement)?.index ?? -1;
    },

    mainHeading() {
      return Mirror.root.querySelector('main :is(h1, h2, h3)') ?? Mirror.root.querySelector('h1, h2, h3');
    },

    /// Who gets the focus of a node that goes: the next control in the smallest part of the page that stays and
    /// has one, else the one before, else nobody. Asked while the document is still as it was.
    heirOf(holder, kept) {
      const stays = (element) => {
        for (; element && element !== Mirror.root; element = element.parentElement) {
          const node = Mirror.ofElement.get(element);
          if (node && !kept.has(node.key)) return false;
        }
        return true;
      };
      for (let around = holder.el.parentElement; Mirror.root.contains(around); around = around.parentElement) {
        if (!stays(around)) continue;
        const controls = [...around.querySelectorAll(Mirror.focusable)].filter(stays);
        const isAfter = (element) => holder.el.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
        const heir = controls.find(isAfter) ?? controls.at(-1);
        if (heir) return Mirror.nodeAround(heir).key;
        if (around.tagName === 'MAIN') break;
      }
      return null;
    },

    focusElement(element) {
      if (!element) return;
      if (!element.matches(Mirror.focusable)) element.tabIndex = -1;
      // Where the page is the drawing, view scrolls the focused Part into view.
      element.focus({ preventScroll: !MirrorNodes.isPlain() });
    },
  },

  mirror_start__deps: ['$Mirror', '$Keys'],
  mirror_start: () => {
    Mirror.start();
    Keys.start();
  },

  mirror_show__deps: ['$Mirror', '$UTF8ToString'],
  mirror_show: (records, size) => Mirror.show(UTF8ToString(records, size)),

  mirror_focused__deps: ['$Mirror'],
  mirror_focused: () => Mirror.focused(),

  mirror_focus_is_visible__deps: ['$Mirror'],
  mirror_focus_is_visible: () => !Mirror.isPointed && !!document.activeElement?.matches(':focus-visible'),

  mirror_focus__deps: ['$Mirror'],
  mirror_focus(index) {
    const { el, control } = Mirror.nodes[index];
    Mirror.focusElement(control.matches(Mirror.focusable) ? control : el.querySelector('h1, h2, h3') ?? el);
  },

  mirror_set_plain_view(on) {
    document.body.classList.toggle('plain-view', !!on);
  },
});

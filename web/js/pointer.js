// Mouse, pen, finger, wheel and the keys that scroll. What they mean is decided in web/pointer.cpp and web/touch.cpp.
addToLibrary({
  $PointerState: {
    canvas: null,
    finger: null, // pointerId
    fingerOnCanvas: 0,
    longPress: 0, // timer
    isTouch: false, // the pointer used last
    x: -1, // of a mouse over the canvas
    y: -1,
    touchEvents: { down: 0, move: 1, up: 2, held: 3, cancel: 4 }, // as in web/pointer.cpp
    lineHeight: 40, // px for one line of a wheel: three of them are a notch, about 100 px elsewhere
    arrowStep: 40, // px
    page: 0.9, // of the visible height
  },

  // In plain view the browser scrolls and presses by itself. Fields and links lie above the canvas.
  $pointer_is_ours__deps: ['$PointerState'],
  $pointer_is_ours: (event) => {
    const { target } = event;
    if (document.body.classList.contains('plain-view')) return false;
    return target === PointerState.canvas || !!document.getElementById('mirror')?.contains(target);
  },

  // From the top left of the canvas, which on phones is not always that of the page.
  $pointer_place__deps: ['$PointerState'],
  $pointer_place: (event) => {
    const box = PointerState.canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  },

  $pointer_touched__deps: ['$PointerState', '$pointer_place', '$pointer_is_ours'],
  $pointer_touched: (event) => {
    const state = PointerState;
    const { down, move, up, held, cancel } = state.touchEvents;
    const tell = (what) =>
      _postwatch_pointer_touched(what, state.fingerOnCanvas, ...pointer_place(event), event.timeStamp);
    if (event.type === 'pointerdown') {
      if (state.finger !== null) { // a second finger: the page is pinched
        clearTimeout(state.longPress);
        tell(cancel);
        state.finger = null;
      } else if (event.isPrimary && pointer_is_ours(event)) {
        state.finger = event.pointerId;
        state.fingerOnCanvas = +(event.target === state.canvas);
        tell(down);
        state.longPress = setTimeout(() => tell(held), 500);
      }
    } else if (event.pointerId === state.finger) {
      if (event.type === 'pointermove') return tell(move);
      clearTimeout(state.longPress);
      state.finger = null;
      tell(event.type === 'pointerup' ? up : cancel);
    }
  },

  $pointer_listen__deps: ['$PointerState', '$pointer_place', '$pointer_touched'],
  $pointer_listen: () => {
    const state = PointerState;
    const isPen = (event) => +(event.pointerType === 'pen');
    const listen = (type, act) => document.addEventListener(type, (event) => {
      state.isTouch = event.pointerType === 'touch';
      if (state.isTouch) pointer_touched(event);
      else if (event.target === state.canvas) act?.(event, ...pointer_place(event));
    });
    listen('pointermove', (event, x, y) => {
      [state.x, state.y] = [x, y];
      _postwatch_pointer_moved(isPen(event), x, y);
    });
    // The first button of several only tells pointerdown; the others are not of use here.
    listen('pointerdown', (event, x, y) => {
      state.canvas.setPointerCapture(event.pointerId);
      _postwatch_pointer_pressed(isPen(event), event.button, x, y);
    });
    listen('pointerup', (event, x, y) => _postwatch_pointer_released(isPen(event), event.button, x, y));
    listen('pointercancel', () => _postwatch_pointer_let_go());
    state.canvas.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'touch') return;
      state.x = state.y = -1;
      _postwatch_pointer_left();
    });
    window.addEventListener('blur', () => _postwatch_pointer_let_go());
    // Pressing the drawing does not take the focus from a field: on a phone the keyboard would close and the
    // layout move away under the finger. Where nothing is drawn, pointer_leave_field does it.
    state.canvas.addEventListener('mousedown', (event) => event.preventDefault());
    // A tap is done with pointerup. The click that browsers send after it would press what has come there since.
    state.canvas.addEventListener('touchend', (event) => event.cancelable && event.preventDefault());
    state.canvas.addEventListener('contextmenu', (event) => {
      if (state.isTouch) event.preventDefault();
      else _postwatch_pointer_let_go(); // the menu swallows the release
    });
  },

  // Ctrl with the wheel, and pinching a trackpad, zoom the page.
  // A long text field, as far as its text goes.
  $pointer_scrolls_itself: (element, by) => element.tagName === 'TEXTAREA'
    && (by < 0 ? element.scrollTop > 0 : element.scrollTop + element.clientHeight < element.scrollHeight - 1),

  $pointer_listen_to_wheel__deps: ['$PointerState', '$pointer_place', '$pointer_is_ours', '$pointer_scrolls_itself'],
  $pointer_listen_to_wheel: () => {
    document.addEventListener('wheel', (event) => {
      if (event.ctrlKey || event.shiftKey || !event.deltaY || !pointer_is_ours(event)) return;
      if (pointer_scrolls_itself(event.target, event.deltaY)) return;
      const { canvas, lineHeight, page } = PointerState;
      const unit = [1, lineHeight, canvas.clientHeight * page][event.deltaMode];
      if (_postwatch_pointer_scrolled(...pointer_place(event), event.deltaY * unit)) event.preventDefault();
    }, { passive: false });
  },

  // Where no field has the focus: at the focused control, else under the mouse, else in the middle.
  $pointer_listen_to_keys__deps: ['$PointerState'],
  $pointer_listen_to_keys: () => {
    window.addEventListener('keydown', (event) => {
      const { canvas, arrowStep, page, x, y } = PointerState;
      const focused = document.activeElement;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (focused?.matches('input, select, textarea') || document.body.classList.contains('plain-view')) return;
      const onControl = focused && focused !== document.body && focused !== canvas;
      if (event.key === ' ' && onControl) return; // presses it
      const height = canvas.clientHeight * page;
      const pixels = {
        ArrowDown: arrowStep, ArrowUp: -arrowStep, PageDown: height, PageUp: -height, Home: -1e7, End: 1e7,
        ' ': event.shiftKey ? -height : height,
      }[event.key];
      if (!pixels) return;
      let at = x < 0 ? [canvas.clientWidth / 2, canvas.clientHeight / 2] : [x, y];
      if (onControl) {
        const box = focused.getBoundingClientRect();
        const origin = canvas.getBoundingClientRect();
        at = [box.left + box.width / 2 - origin.left, box.top + box.height / 2 - origin.top];
      }
      if (_postwatch_pointer_scrolled(...at, pixels)) event.preventDefault();
    });
  },

  pointer_start__deps: ['$PointerState', '$pointer_listen', '$pointer_listen_to_wheel', '$pointer_listen_to_keys'],
  pointer_start: () => {
    PointerState.canvas = document.getElementById('canvas');
    pointer_listen();
    pointer_listen_to_wheel();
    pointer_listen_to_keys();
  },

  pointer_reduces_motion: () => +matchMedia('(prefers-reduced-motion: reduce)').matches,

  pointer_leave_field: () => {
    const focused = document.activeElement;
    if (focused?.matches('input, select, textarea')) focused.blur();
  },
});

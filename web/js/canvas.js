// The canvas element: its size in device pixels, when a frame runs, and whether there is anything to draw on.
addToLibrary({
  $CanvasState: {
    element: null,
    pendingFrame: 0, // of requestAnimationFrame
    pendingTask: false, // in a hidden tab animation frames stop, what arrives there still has to be handled
    channel: null,
    cursors: ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'wait',
      'progress', 'not-allowed'],
    cursor: '',
    hasFirstFrame: false,
  },

  // For good, until the page is loaded anew: the DOM is the page.
  $canvas_give_up: (reason) => {
    document.body.classList.add('plain-view');
    window.dispatchEvent(new CustomEvent('postwatch-undrawable', { detail: reason }));
  },

  canvas_tell_unreadable__deps: ['$canvas_give_up'],
  canvas_tell_unreadable: () => canvas_give_up('canvas read-back falsified'),

  $canvas_run__deps: ['$CanvasState'],
  $canvas_run: () => {
    CanvasState.pendingFrame = 0;
    CanvasState.pendingTask = false;
    _postwatch_canvas_frame();
    if (CanvasState.hasFirstFrame) return;
    CanvasState.hasFirstFrame = true;
    document.body.classList.add('app-running');
    window.dispatchEvent(new Event('postwatch-first-frame'));
  },

  canvas_request__deps: ['$CanvasState', '$canvas_run'],
  canvas_request: () => {
    const state = CanvasState;
    if (document.hidden) {
      if (!state.pendingTask) state.channel.port1.postMessage(0);
      state.pendingTask = true;
    } else if (!state.pendingFrame) {
      state.pendingFrame = requestAnimationFrame(canvas_run);
    }
  },

  canvas_is_hidden: () => +document.hidden,

  // Stories wait for window.postwatch.frames and window.postwatch.isIdle(): no frame is asked for.
  canvas_count_frame: () => { window.postwatch.frames++; },

  canvas_set_cursor__deps: ['$CanvasState'],
  canvas_set_cursor: (shape) => {
    const cursor = CanvasState.cursors[shape] ?? 'none';
    if (cursor !== CanvasState.cursor) CanvasState.element.style.cursor = CanvasState.cursor = cursor;
  },

  // CSS lays the canvas out, in whole device pixels only where the browser tells them. Setting the size empties
  // the canvas, so the frame runs in the same task.
  $canvas_resize__deps: ['$CanvasState'],
  $canvas_resize: (width, height) => {
    const canvas = CanvasState.element;
    const ratio = devicePixelRatio;
    if (!width || !height) return; // not shown: plain view
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    _postwatch_canvas_resized(width, height, ratio);
  },

  $canvas_watch_size__deps: ['$CanvasState', '$canvas_resize'],
  $canvas_watch_size: () => {
    const canvas = CanvasState.element;
    const tellsDevicePixels = 'devicePixelContentBoxSize' in (window.ResizeObserverEntry?.prototype ?? {});
    // `told`: what the observer says of device pixels. Under a pretended ratio (developer tools, tests) it is of
    // CSS pixels, so it only counts where it settles a rounding.
    const measure = (told) => {
      const box = canvas.getBoundingClientRect();
      const [width, height] = [box.width * devicePixelRatio, box.height * devicePixelRatio];
      const settles = told && Math.abs(told.inlineSize - width) < 1 && Math.abs(told.blockSize - height) < 1;
      if (settles) canvas_resize(told.inlineSize, told.blockSize);
      else canvas_resize(Math.round(width), Math.round(height));
    };
    const observer = new ResizeObserver(([entry]) => measure(entry.devicePixelContentBoxSize?.[0]));
    observer.observe(canvas, { box: tellsDevicePixels ? 'device-pixel-content-box' : 'content-box' });
    // Browser zoom can change the ratio and leave the size in device pixels as it was.
    const watchRatio = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      measure();
      watchRatio();
    }, { once: true });
    watchRatio();
    measure();
  },

  // A phone's keyboard covers the page; where the browser does not make the page smaller by itself, canvas and
  // mirror keep to what is visible. Pinch zoom changes the same figures and must not.
  $canvas_watch_keyboard__deps: ['$CanvasState'],
  $canvas_watch_keyboard: () => {
    const visible = window.visualViewport;
    if (!visible) return;
    const fit = () => {
      const isDrawn = !document.body.classList.contains('plain-view');
      const isCovered = isDrawn && visible.scale < 1.01 && innerHeight - visible.height > 1;
      for (const element of [CanvasState.element, document.getElementById('mirror')]) {
        if (!element) continue;
        element.style.top = isCovered ? `${visible.offsetTop}px` : '';
        element.style.height = isCovered ? `${visible.height}px` : '';
      }
    };
    visible.addEventListener('resize', fit);
    visible.addEventListener('scroll', fit);
  },

  // What a listener of the DOM put into the inbox is done inside its event: focus, clipboard, file chooser and
  // sharing need the user's activation.
  $canvas_run_in_events__deps: ['$CanvasState'],
  $canvas_run_in_events: () => {
    for (const type of ['click', 'keydown', 'copy', 'cut']) {
      window.addEventListener(type, () => { if (CanvasState.pendingFrame) _postwatch_canvas_frame_now(); });
    }
  },

  canvas_start__deps: ['$CanvasState', '$canvas_run', '$canvas_watch_size', '$canvas_watch_keyboard',
    '$canvas_run_in_events', 'canvas_request'],
  canvas_start: () => {
    const state = CanvasState;
    const isIdle = () => !state.pendingFrame && !state.pendingTask;
    Object.assign((window.postwatch ??= {}), { frames: 0, isIdle });
    state.element = document.getElementById('canvas');
    state.channel = new MessageChannel();
    state.channel.port2.onmessage = () => { if (state.pendingTask) canvas_run(); };
    document.addEventListener('visibilitychange', () => {
      if (document.hidden && state.pendingFrame) {
        cancelAnimationFrame(state.pendingFrame);
        state.pendingFrame = 0;
        _canvas_request();
      }
      if (!document.hidden) _postwatch_canvas_wake();
    });
    canvas_watch_size();
    canvas_watch_keyboard();
    canvas_run_in_events();
  },
});

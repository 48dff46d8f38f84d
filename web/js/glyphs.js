// Glyphs out of a Canvas2D: measured, drawn, read back.
addToLibrary({
  $GlyphsState: {
    context: null,
    // The same stacks as in shell/page/mirror.css: the real <input> lies over the drawing.
    sans: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    mono: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace',
    ink: '#fff',
    text: '',
    left: 0, // of the glyph measured last, device pixels from its pen position
    top: 0,
    width: 0,
    height: 0,
    // A browser that protects against fingerprinting changes what is read back by a few units.
    noise: 12, // of 255
    tinge: 40, // of 255: a channel that differs from the ink by more than this is colour
  },

  // face: 0 regular, 1 strong, 2 mono, 3 mono strong. size: device pixels.
  $glyphs_set_font__deps: ['$GlyphsState'],
  $glyphs_set_font: (face, size) => {
    const { context, sans, mono } = GlyphsState;
    const font = `${face & 1 ? 600 : 400} ${size}px ${face & 2 ? mono : sans}`;
    if (context.wanted === font) return context;
    context.wanted = font;
    context.lang = document.documentElement.lang; // decides between Chinese and Japanese forms; before the font
    context.font = font;
    context.textRendering = 'geometricPrecision'; // advances do not depend on hinting
    context.textBaseline = 'alphabetic';
    context.textAlign = 'left';
    return context;
  },

  // Draws in the polarity of the theme, because systems make dark text on light bolder or thinner than the reverse;
  // only the coverage is kept. Says whether read-back gives what was drawn.
  glyphs_start__deps: ['$GlyphsState'],
  glyphs_start: () => {
    const state = GlyphsState;
    state.context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const { context, noise } = state;
    if (!context) return 0;
    state.ink = matchMedia('(prefers-color-scheme: dark)').matches ? '#fff' : '#000';
    context.canvas.width = 256;
    context.canvas.height = 64;
    context.wanted = '';
    context.fillStyle = state.ink;
    context.fillRect(0, 0, 8, 8);
    const { data } = context.getImageData(0, 0, 16, 8);
    for (let i = 3; i < data.length; i += 4) {
      const isInk = (i >> 2) % 16 < 8;
      if (Math.abs(data[i] - (isInk ? 255 : 0)) > noise) return 0;
    }
    return 1;
  },

  // Ascent and descent as CSS takes them for line boxes: whole device pixels.
  glyphs_line__deps: ['$glyphs_set_font'],
  glyphs_line: (face, size, out) => {
    const metrics = glyphs_set_font(face, size).measureText('x');
    HEAPF32[out >> 2] = Math.round(metrics.fontBoundingBoxAscent);
    HEAPF32[(out >> 2) + 1] = Math.round(metrics.fontBoundingBoxDescent);
  },

  // out: advance, left, top, width, height; device pixels from the pen position, y down. Width 0: no ink.
  glyphs_measure__deps: ['$GlyphsState', '$glyphs_set_font'],
  glyphs_measure: (face, size, text, length, isRun, out) => {
    const state = GlyphsState;
    const context = glyphs_set_font(face, size);
    state.text = UTF8ToString(text, length);
    context.fontKerning = isRun ? 'auto' : 'none';
    const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
    context.direction = isRun && rightToLeft.test(state.text) ? 'rtl' : 'ltr';
    const metrics = context.measureText(state.text);
    // One pixel more on each side: smoothed edges reach over the outline.
    state.left = Math.floor(-metrics.actualBoundingBoxLeft) - 1;
    state.top = Math.floor(-metrics.actualBoundingBoxAscent) - 1;
    const right = Math.ceil(metrics.actualBoundingBoxRight) + 1;
    const bottom = Math.ceil(metrics.actualBoundingBoxDescent) + 1;
    const hasInk = right - state.left > 2 && bottom - state.top > 2;
    state.width = hasInk ? right - state.left : 0;
    state.height = hasInk ? bottom - state.top : 0;
    HEAPF32.set([metrics.width, state.left, state.top, state.width, state.height], out >> 2);
  },

  // The glyph measured last as RGBA, straight alpha. White where the text has no colour of its own; 1 when it has.
  glyphs_draw__deps: ['$GlyphsState'],
  glyphs_draw: (pixels) => {
    const { context, ink, left, top, width, height, text, noise, tinge } = GlyphsState;
    const { canvas } = context;
    if (canvas.width < width || canvas.height < height) {
      const { lang, font, fontKerning, direction } = context;
      canvas.width = Math.max(canvas.width, width); // empties the context's settings too
      canvas.height = Math.max(canvas.height, height);
      Object.assign(context, { lang, font, fontKerning, direction, fillStyle: ink });
      Object.assign(context, { textRendering: 'geometricPrecision', textAlign: 'left' });
    }
    context.clearRect(0, 0, width, height);
    context.fillText(text, -left, -top);
    const { data } = context.getImageData(0, 0, width, height);
    const level = ink === '#fff' ? 255 : 0;
    const off = (at) => Math.abs(data[at] - level);
    let isColoured = false;
    for (let i = 0; i < data.length; i += 4) {
      const alpha = data[i + 3];
      data[i + 3] = alpha <= noise ? 0 : alpha >= 255 - noise ? 255 : alpha;
      if (alpha > 64 && !isColoured) isColoured = Math.max(off(i), off(i + 1), off(i + 2)) > tinge;
    }
    if (!isColoured) for (let i = 0; i < data.length; i += 4) data[i] = data[i + 1] = data[i + 2] = 255;
    HEAPU8.set(data, pixels);
    return +isColoured;
  },
});

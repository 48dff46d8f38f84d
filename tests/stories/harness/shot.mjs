// A screenshot as pixels, and where the DOM says that something is drawn in it. Device pixel ratio 1: a pixel of the
// picture is a CSS pixel.

/**
 * What lies over the drawing and is to be seen: [{ name, kind, box, line, size, isStrong, isDisabled, isCut, value }].
 *   kind   text, button, field, checkbox, image or link
 *   box    its rectangle, cut by what scrolls; isCut when some of it is not shown
 *   line   where its text would stand, null without text
 */
export const laidOver = (user) => user.mirror.locator('.laid').evaluateAll((all) => all.flatMap((element) => {
  const style = getComputedStyle(element);
  const clip = style.clipPath;
  if (clip.includes('50%') || style.visibility === 'hidden') return []; // hidden: behind a dialog
  const whole = element.getBoundingClientRect();
  const [top = 0, right = top, bottom = top, left = right] = [...clip.matchAll(/([\d.]+)px/g)].map(([, number]) => +number);
  const box = {
    left: Math.max(0, whole.left + left), top: Math.max(0, whole.top + top),
    right: Math.min(innerWidth, whole.right - right), bottom: Math.min(innerHeight, whole.bottom - bottom),
  };
  if (box.right - box.left < 1 || box.bottom - box.top < 1) return [];
  const isCut = box.bottom - box.top < whole.height - 0.5 || box.right - box.left < whole.width - 0.5;
  const seen = element.querySelector(':scope > [aria-hidden]') ?? element;
  const node = [...seen.childNodes].find((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
  const range = document.createRange();
  if (node) range.selectNodeContents(node);
  const { left: x, top: y, right: toX, bottom: toY } = range.getBoundingClientRect();
  const kind = { checkbox: 'checkbox', img: 'image' }[element.getAttribute('role')]
    ?? { BUTTON: 'button', A: 'link', INPUT: 'field', SELECT: 'field', TEXTAREA: 'field', PROGRESS: 'image' }[element.tagName] ?? 'text';
  return [{
    kind, box, isCut, line: node ? { left: x, top: y, right: toX, bottom: toY } : null,
    name: node?.data || element.ariaLabel || element.value || element.id, value: element.value ?? '',
    hasPieces: element.querySelector('.laid') !== null, size: parseFloat(style.fontSize), isStrong: +style.fontWeight >= 600,
    isDisabled: element.closest('[aria-disabled="true"]') !== null,
  }];
}));

/** WCAG 2.2, relative luminance: what a channel of 255 gives. */
const LIGHT = Float64Array.from({ length: 256 }, (_, channel) => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** Of a colour as Shot.at gives it. */
export const luminance = (colour) =>
  0.2126 * LIGHT[colour & 255] + 0.7152 * LIGHT[colour >> 8 & 255] + 0.0722 * LIGHT[colour >> 16 & 255];

export function contrast(one, other) {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Adds to `counts` how often each colour is there from one pixel to another; only where `marks`, if given, is `wanted`. */
export function tally(counts, pixels, from, to, marks, wanted = 0) {
  let [colour, run] = [-1, 0]; // most pixels are as the one before
  const note = () => { if (run) counts.set(colour, (counts.get(colour) ?? 0) + run); };
  for (let i = from; i < to; i += 1) {
    if (marks && marks[i] !== wanted) continue;
    if (pixels[i] !== colour) {
      note();
      [colour, run] = [pixels[i], 0];
    }
    run += 1;
  }
  note();
  return counts;
}

/** Pixels, each one number: red in the lowest byte, then green, then blue. */
export class Shot {
  constructor({ data, width, height }) {
    const rgba = new Uint32Array(data.buffer, data.byteOffset, width * height);
    Object.assign(this, { width, height, pixels: rgba.map((pixel) => pixel & 0xffffff) });
  }

  at(x, y) { return this.pixels[y * this.width + x]; }

  /** The whole pixels of a rectangle that are in the picture. */
  inside({ left, top, right, bottom }) {
    return {
      left: Math.max(0, Math.round(left)), top: Math.max(0, Math.round(top)),
      right: Math.min(this.width, Math.round(right)), bottom: Math.min(this.height, Math.round(bottom)),
    };
  }

  /** [colour, how often] of a rectangle, the commonest first; without what `leftOut` marks. */
  colours(rect, leftOut) {
    const { left, top, right, bottom } = this.inside(rect);
    const counts = new Map();
    for (let y = top; y < bottom; y += 1) tally(counts, this.pixels, y * this.width + left, y * this.width + right, leftOut);
    return [...counts].sort((a, b) => b[1] - a[1]);
  }
}

export const grown = ({ left, top, right, bottom }, by) => ({ left: left - by, top: top - by, right: right + by, bottom: bottom + by });

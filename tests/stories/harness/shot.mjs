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

/** WCAG 2.2, relative luminance, of a colour as Shot.at gives it. */
export function luminance(colour) {
  const [red, green, blue] = [0, 8, 16].map((shift) => {
    const value = (colour >> shift & 255) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
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
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
        if (leftOut?.[y * this.width + x]) continue;
        const colour = this.at(x, y);
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
    }
    return [...counts].sort((a, b) => b[1] - a[1]);
  }
}

export const grown = ({ left, top, right, bottom }, by) => ({ left: left - by, top: top - by, right: right + by, bottom: bottom + by });

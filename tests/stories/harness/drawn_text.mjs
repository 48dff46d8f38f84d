// Where the DOM says that something is drawn, and what the screenshot shows there.

/**
 * What lies over the drawing and is to be seen: { name, kind, box, line, size, isStrong, isDisabled, … }.
 *   kind   text, button, field, checkbox, image or link
 *   box    its rectangle, cut by what scrolls; isCut when some of it is not shown
 *   line   where its text would stand, null without text
 *   saysMore   what is heard is more than what is drawn there
 */
export const laidOver = (user) => user.mirror.locator('.laid').evaluateAll((all) => all.flatMap((element) => {
  const style = getComputedStyle(element);
  const clip = style.clipPath;
  if (clip.includes('50%')) return [];
  const whole = element.getBoundingClientRect();
  const [top = 0, right = top, bottom = top, left = right] = [...clip.matchAll(/([\d.]+)px/g)].map(([, number]) => +number);
  const box = {
    left: Math.max(0, whole.left + left), top: Math.max(0, whole.top + top),
    right: Math.min(innerWidth, whole.right - right), bottom: Math.min(innerHeight, whole.bottom - bottom),
  };
  if (box.right - box.left < 1 || box.bottom - box.top < 1) return [];
  const isCut = box.bottom - box.top < whole.height - 0.5 || box.right - box.left < whole.width - 0.5;
  const node = [...element.childNodes, ...element.querySelector('[aria-hidden]')?.childNodes ?? []]
    .find((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
  const range = document.createRange();
  if (node) range.selectNodeContents(node);
  const { left: x, top: y, right: toX, bottom: toY } = range.getBoundingClientRect();
  const role = element.getAttribute('role');
  const kind = { checkbox: 'checkbox', img: 'image' }[role]
    ?? { BUTTON: 'button', A: 'link', INPUT: 'field', SELECT: 'field', TEXTAREA: 'field', PROGRESS: 'image' }[element.tagName] ?? 'text';
  const around = element.closest('[aria-disabled="true"]');
  return [{
    kind, box, isCut, line: node ? { left: x, top: y, right: toX, bottom: toY } : null,
    name: node?.data || element.ariaLabel || element.value || element.id,
    value: element.value ?? '', hasPieces: element.children.length > 0,
    saysMore: element.querySelector('.said') !== null, size: parseFloat(style.fontSize), isStrong: +style.fontWeight >= 600,
    isDisabled: around !== null,
  }];
}));

/** WCAG 2.2, relative luminance, of 0xRRGGBB. */
export function luminance(colour) {
  const [red, green, blue] = [16, 8, 0].map((shift) => {
    const value = (colour >> shift & 255) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

/** A screenshot by CSS pixels; `ratio`: device pixels of one. */
export class Shot {
  constructor({ data, width, height }, ratio) { Object.assign(this, { data, width, height, ratio }); }

  at(x, y) {
    const i = 4 * (y * this.width + x);
    return this.data[i] << 16 | this.data[i + 1] << 8 | this.data[i + 2];
  }

  /** Whole device pixels inside a rectangle of CSS pixels, made smaller by `by`. */
  inside({ left, top, right, bottom }, by = 0) {
    return {
      left: Math.max(0, Math.ceil((left + by) * this.ratio)), top: Math.max(0, Math.ceil((top + by) * this.ratio)),
      right: Math.min(this.width, Math.floor((right - by) * this.ratio)), bottom: Math.min(this.height, Math.floor((bottom - by) * this.ratio)),
    };
  }

  /** Colours of a rectangle with how often they come, the commonest first. */
  colours(rect) {
    const counts = new Map();
    for (let y = rect.top; y < rect.bottom; y += 1) {
      for (let x = rect.left; x < rect.right; x += 1) {
        const colour = this.at(x, y);
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
    }
    return [...counts].sort((a, b) => b[1] - a[1]);
  }
}

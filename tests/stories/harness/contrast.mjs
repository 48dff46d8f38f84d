// The contrast of what is seen, measured in the screenshot: each text against what is behind it, and the parts one has
// to tell apart. What cannot be used is excepted, as in WCAG 2.2, 1.4.3 and 1.4.11.
import { contrast, grown } from './shot.mjs';

const TEXT = 4.5, LARGE_TEXT = 3, PART = 3;
/** Of 8 bits a channel, and of letters whose strokes are thinner than a pixel: the darkest pixel is not their full colour. */
const THIN_STROKES = 0.85;
const LEAST_INK = 3; // pixels; fewer are chance

const isLarge = ({ size, isStrong }) => size >= 24 || (isStrong && size >= 18.66);

/** The contrast of the strongest ink in a rectangle against its commonest colour; 1 where there is none. */
export function contrastIn(shot, rect) {
  const colours = shot.colours(rect);
  if (!colours.length) return 1;
  const ground = colours[0][0];
  const found = colours.map(([colour, count]) => [contrast(colour, ground), count]).sort((a, b) => b[0] - a[0]);
  let pixels = 0;
  for (const [ratio, count] of found) {
    pixels += count;
    if (pixels >= LEAST_INK) return ratio;
  }
  return 1;
}

/** Its letters: where the DOM's text stands, and of a button the line in its middle, without the edges. */
function rectOfText({ kind, box, line, size }) {
  if (kind === 'text' || kind === 'link') {
    return { left: Math.max(box.left, line.left), top: Math.max(box.top, line.top), right: Math.min(box.right, line.right), bottom: Math.min(box.bottom, line.bottom) };
  }
  const middle = (box.top + box.bottom) / 2;
  return { left: box.left + 2, top: Math.max(box.top, middle - size * 0.6), right: box.right - 2, bottom: Math.min(box.bottom, middle + size * 0.6) };
}

/** The frame of a field: the side that stands out most from what is beside it; one side may be another's, as the number field's. */
function frameContrast(shot, { left, top, right, bottom }) {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return Math.max(...[
    { left: x - 8, right: x + 8, top: top - 3, bottom: top + 3 }, { left: x - 8, right: x + 8, top: bottom - 3, bottom: bottom + 3 },
    { left: left - 3, right: left + 3, top: y - 2, bottom: y + 2 }, { left: right - 3, right: right + 3, top: y - 2, bottom: y + 2 },
  ].map((side) => contrastIn(shot, side)));
}

/** What has to stand out of one thing: [what, measured, least]. */
function needs(shot, one) {
  const text = isLarge(one) ? LARGE_TEXT : TEXT;
  if (one.kind === 'field') {
    const frame = ['frame of', frameContrast(shot, one.box), PART];
    const value = { ...one.box, left: one.box.left + 6, right: one.box.right - 30, top: one.box.top + 6, bottom: one.box.bottom - 6 };
    return one.value ? [frame, ['value of', contrastIn(shot, value), text * THIN_STROKES]] : [frame];
  }
  if (one.kind === 'image') return [];
  if (one.line && !one.hasPieces && one.kind !== 'checkbox') return [['text', contrastIn(shot, rectOfText(one)), text * THIN_STROKES]];
  if (one.kind === 'button' && !one.line) return [['icon', contrastIn(shot, grown(one.box, -4)), PART]];
  return one.kind === 'checkbox' ? [['box', contrastIn(shot, grown(one.box, -1)), PART]] : [];
}

/** { measured, faults: [sentence] } of everything that lies over the drawing. */
export function contrasts(shot, laid) {
  const wanted = laid.filter(({ isDisabled, isCut }) => !isDisabled && !isCut)
    .flatMap((one) => needs(shot, one).map((need) => [one.name.slice(0, 50), ...need]));
  const faults = wanted.filter(([, , ratio, least]) => ratio < least)
    .map(([name, what, ratio, least]) => `${what} "${name}": ${ratio.toFixed(2)} of ${least.toFixed(2)}`);
  return { measured: wanted.length, faults };
}

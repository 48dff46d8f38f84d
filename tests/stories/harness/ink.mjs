// The DOM and the drawing agree: where the DOM says that something stands there is its ink, all of it, and where it says
// nothing there is none, but for lines, areas and small decorations.
import { contrast, grown } from './shot.mjs';

const INK = 2.5; // contrast from which a pixel is ink; lines and soft colours have less
const SLACK = 2; // pixels: round letters reach beyond their line
const BRIDGE = 6; // letters nearer than this to each other are one word
const DECORATION = 34; // the mark of the brand, dots and rings are no larger
const THIN = 3;
const RUN = 26; // straight ink of this length is a line or the edge of an area: no stroke of a letter is as long
const TILE = 16;

const covers = (mask, { width, height }, { left, top, right, bottom }) => {
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y += 1) {
    mask.fill(1, y * width + Math.max(0, Math.floor(left)), y * width + Math.min(width, Math.ceil(right)));
  }
};

/** The commonest colour in and round a tile, outside `covered`. */
const groundOf = (shot, covered, left, top) =>
  shot.colours(grown({ left, top, right: left + TILE, bottom: top + TILE }, TILE), covered)[0][0];

/** Which pixels outside `covered` are ink: they stand out from what is round them. */
function inkOutside(shot, covered) {
  const { width, height } = shot;
  const ink = new Uint8Array(width * height);
  for (let top = 0; top < height; top += TILE) {
    for (let left = 0; left < width; left += TILE) {
      const tile = { left, top, right: left + TILE, bottom: top + TILE };
      if (shot.colours(tile).length > 1) inkOfTile(ink, shot, covered, shot.inside(tile));
    }
  }
  return ink;
}

function inkOfTile(ink, shot, covered, { left, top, right, bottom }) {
  let ground = null;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = y * shot.width + x;
      if (covered[at]) continue;
      ground ??= groundOf(shot, covered, left, top);
      if (contrast(shot.pixels[at], ground) >= INK) ink[at] = 1;
    }
  }
}

/** Lines and areas go, across and upright. */
function eraseRuns(ink, { width, height }) {
  const straight = [];
  const find = (begin, step, length) => {
    for (let from = 0, i = 0; i <= length; i += 1) {
      if (i < length && ink[begin + i * step]) continue;
      if (i - from >= RUN) straight.push([begin + from * step, begin + i * step, step]);
      from = i + 1;
    }
  };
  for (let y = 0; y < height; y += 1) find(y * width, 1, width);
  for (let x = 0; x < width; x += 1) find(x, width, height);
  for (const [from, to, step] of straight) for (let at = from; at < to; at += step) ink[at] = 0;
}

/** The box of what is joined to the ink at `start`, which is taken away, and how much ink it is. */
function takePiece(ink, { width, height }, start) {
  const box = { left: width, top: height, right: 0, bottom: 0, ink: 0 };
  const open = [start];
  ink[start] = 0;
  while (open.length) {
    const at = open.pop();
    const [x, y] = [at % width, Math.floor(at / width)];
    Object.assign(box, { left: Math.min(box.left, x), top: Math.min(box.top, y), right: Math.max(box.right, x + 1), bottom: Math.max(box.bottom, y + 1), ink: box.ink + 1 });
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -BRIDGE; dx <= BRIDGE; dx += 1) {
        const next = at + dy * width + dx;
        if (x + dx < 0 || x + dx >= width || !ink[next]) continue;
        ink[next] = 0;
        open.push(next);
      }
    }
  }
  return box;
}

function pieces(ink, shot) {
  const found = [];
  for (let start = ink.indexOf(1); start >= 0; start = ink.indexOf(1, start)) found.push(takePiece(ink, shot, start));
  return found;
}

const isDecoration = ({ left, top, right, bottom, ink }) => {
  const [width, height] = [right - left, bottom - top];
  if (ink <= width + height) return true; // a round corner
  return Math.min(width, height) <= THIN || (width <= DECORATION && height <= DECORATION && width <= height * 1.5);
};

/** Where the letters of a text would stand by the DOM, or the picture of a control. A text of several lines is one rectangle. */
const inkRectOf = ({ kind, box, line }) => (line && (kind === 'text' || kind === 'link')
  ? { left: Math.max(box.left, line.left), top: Math.max(box.top, line.top), right: Math.min(box.right, line.right), bottom: Math.min(box.bottom, line.bottom) }
  : box);

/** Something stands out inside. */
function holdsInk(shot, rect) {
  const [[ground], ...others] = shot.colours(rect);
  return others.some(([colour]) => contrast(colour, ground) >= INK);
}

const words = (box) => `${[box.left, box.top].map(Math.round)} to ${[box.right, box.bottom].map(Math.round)}`;

/** Where all of `laid` is. */
const placeOf = (laid) => ({
  left: Math.min(...laid.map(({ box }) => box.left)), top: Math.min(...laid.map(({ box }) => box.top)),
  right: Math.max(...laid.map(({ box }) => box.right)), bottom: Math.max(...laid.map(({ box }) => box.bottom)),
});

/** What lies round a rectangle. */
const round = ({ left, top, right, bottom }, { width, height }) => [
  { left: 0, top: 0, right: width, bottom: top }, { left: 0, top: bottom, right: width, bottom: height },
  { left: 0, top, right: left, bottom }, { left: right, top, right: width, bottom },
];

/**
 * { covered, faults: [sentence] } of a screenshot in the light theme and what lies over it. `isDialog`: behind it is a page
 * that is drawn, but hidden in the DOM.
 */
export function agreement(shot, laid, isDialog = false) {
  const mask = new Uint8Array(shot.width * shot.height);
  for (const one of laid) if (!one.hasPieces) covers(mask, shot, grown(one.box, SLACK));
  if (isDialog) for (const band of round(placeOf(laid), shot)) covers(mask, shot, band);
  const ink = inkOutside(shot, mask);
  eraseRuns(ink, shot);
  const faults = pieces(ink, shot).filter((box) => !isDecoration(box)).map((box) => `ink without DOM at ${words(box)}`);
  const seen = laid.filter(({ kind, isCut, isDisabled, hasPieces }) => kind !== 'field' && !isCut && !isDisabled && !hasPieces);
  for (const one of seen) {
    if (!holdsInk(shot, inkRectOf(one))) faults.push(`DOM without ink: "${one.name.slice(0, 60)}" at ${words(one.box)}`);
  }
  return { covered: seen.length, faults };
}

// The DOM and the drawing agree: where the DOM says that something stands there is its ink, all of it, and where it says
// nothing there is none, but for lines, areas and small decorations.
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { Shot, contrast, laidOver } from './harness/drawn_text.mjs';
import { DEVICES, walks } from './harness/screens.mjs';
import { story } from './harness/story.mjs';

const INK = 2.5; // contrast from which a pixel is ink; lines and soft colours have less
const SLACK = 2; // CSS pixels, here device pixels too
const BRIDGE = 6; // letters nearer than this to each other are one word
const DECORATION = 34; // the mark of the brand, dots and rings are no larger
const THIN = 3;
const RUN = 26; // straight ink of this length is a line or the edge of an area: no stroke of a letter is as long
const LABEL = 26, BESIDE = 44; // a field's label stands above it; what a sentence says besides, below its first words

const grown = ({ left, top, right, bottom }, by) => ({ left: left - by, top: top - by, right: right + by, bottom: bottom + by });

/** Which pixels are ink: they stand out from the commonest colour of the tile round them. */
function inkOf(shot) {
  const ink = new Uint8Array(shot.width * shot.height);
  const tile = 16;
  for (let top = 0; top < shot.height; top += tile) {
    for (let left = 0; left < shot.width; left += tile) {
      const [[ground]] = shot.colours({
        left: Math.max(0, left - 3 * tile), top: Math.max(0, top - 3 * tile),
        right: Math.min(shot.width, left + 4 * tile), bottom: Math.min(shot.height, top + 4 * tile),
      });
      const known = new Map();
      for (let y = top; y < Math.min(top + tile, shot.height); y += 1) {
        for (let x = left; x < Math.min(left + tile, shot.width); x += 1) {
          const colour = shot.at(x, y);
          if (!known.has(colour)) known.set(colour, contrast(colour, ground) >= INK);
          if (known.get(colour)) ink[y * shot.width + x] = 1;
        }
      }
    }
  }
  return ink;
}

function erase(ink, shot, { left, top, right, bottom }) {
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(shot.height, bottom); y += 1) {
    ink.fill(0, y * shot.width + Math.max(0, Math.floor(left)), y * shot.width + Math.min(shot.width, Math.ceil(right)));
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

/** Boxes of what is left, with letters joined to words. */
function pieces(ink, { width, height }) {
  const seen = new Uint8Array(ink.length);
  const found = [];
  for (let start = 0; start < ink.length; start += 1) {
    if (!ink[start] || seen[start]) continue;
    const box = { left: width, top: height, right: 0, bottom: 0 };
    const open = [start];
    seen[start] = 1;
    while (open.length) {
      const at = open.pop();
      const [x, y] = [at % width, Math.floor(at / width)];
      Object.assign(box, { left: Math.min(box.left, x), top: Math.min(box.top, y), right: Math.max(box.right, x + 1), bottom: Math.max(box.bottom, y + 1) });
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -BRIDGE; dx <= BRIDGE; dx += 1) {
          const next = at + dy * width + dx;
          if (x + dx < 0 || x + dx >= width || !ink[next] || seen[next]) continue;
          seen[next] = 1;
          open.push(next);
        }
      }
    }
    found.push(box);
  }
  return found;
}

const isDecoration = ({ left, top, right, bottom }) => {
  const [width, height] = [right - left, bottom - top];
  return Math.min(width, height) <= THIN || (width <= DECORATION && height <= DECORATION && width <= height * 1.5);
};

/** What of the picture an element of the DOM stands for. */
function coverOf({ box, kind, saysMore }) {
  const cover = grown(box, kind === 'field' ? 2 * SLACK : SLACK);
  if (kind === 'field') cover.top -= LABEL;
  if (saysMore) cover.bottom += BESIDE;
  return cover;
}

function uncovered(ink, shot, laid) {
  const rest = ink.slice();
  eraseRuns(rest, shot);
  for (const one of laid) erase(rest, shot, coverOf(one));
  // The label of a field that is below the edge has no rectangle of its own.
  return pieces(rest, shot).filter((box) => !isDecoration(box) && box.top < shot.height - LABEL);
}

/** Nothing is drawn inside: neither the letters of a text nor the picture of a control. */
function isEmpty(ink, shot, box) {
  for (let y = Math.round(box.top); y < Math.min(shot.height, box.bottom); y += 1) {
    for (let x = Math.round(box.left); x < Math.min(shot.width, box.right); x += 1) if (ink[y * shot.width + x]) return false;
  }
  return true;
}

const words = ({ left, top, right, bottom }) => `${left},${top} to ${right},${bottom}`;

for (const device of Object.keys(DEVICES)) {
  for (const language of ['en', 'zh-Hans']) {
    story(`the DOM covers the ink and nothing but ink: ${device} wide, ${language}`, async (world) => {
      const faults = [];
      let covered = 0;
      await walks(world, { device, language, deviceScaleFactor: 1 }, async (user, screen) => {
        if (screen.isPlain) return;
        const shot = new Shot(PNG.sync.read(await user.page.screenshot()), 1);
        const laid = await laidOver(user);
        const ink = inkOf(shot);
        for (const box of uncovered(ink, shot, laid)) faults.push(`${screen.name}: ink without DOM at ${words(box)}`);
        for (const one of laid) {
          if (one.isCut || one.isDisabled || one.kind === 'field') continue;
          covered += 1;
          if (isEmpty(ink, shot, one.box)) faults.push(`${screen.name}: DOM without ink: "${one.name.slice(0, 60)}" at ${words(one.box)}`);
        }
      });
      assert.deepEqual(faults, []);
      assert.ok(covered > 300, `${covered} were looked at`);
    });
  }
}

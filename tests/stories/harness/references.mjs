// Pictures kept beside the stories, with which a screen is compared. They are small: few colours, one byte a pixel.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { areas, coloursOf, far, exactColours, smallPng } from './small_png.mjs';

const FOLDER = new URL('../references/', import.meta.url).pathname;
/** Then the pictures are written instead of compared. */
const isUpdate = process.env.POSTWATCH_UPDATE_REFERENCES === '1';

/** What pixelmatch takes as the same colour: a little more than what the palette of a kept picture can make. */
const THRESHOLD = 0.15;
/** In an area or a line a colour is the same or another: the greatest difference of one channel. */
const SAME = 4;
/** Pixels of a million that may differ: another edge of a glyph, not another place of one. */
const TOLERATED = 50;
/** In place of what is another in each run. */
const MASK = 0xff888888;

/** Pixels of areas and lines that have another colour in `shown` than in `kept`. */
function recoloured(kept, shown) {
  const [before, now] = [coloursOf(kept), coloursOf(shown)];
  const [was, is] = [areas(kept, before), areas(shown, now)];
  const exact = exactColours(shown, now); // others may not have been kept as they are
  let count = 0;
  for (let i = 0; i < before.length; i += 1) {
    if (before[i] !== now[i] && was[i] && is[i] && far(before[i], now[i]) > SAME && exact.has(now[i])) count += 1;
  }
  return count;
}

/** How many pixels of a million differ, and the picture that shows where. */
export function differing(kept, shown) {
  if (kept.width !== shown.width || kept.height !== shown.height) return { share: 1_000_000, picture: shown };
  const { width, height } = kept;
  const picture = new PNG({ width, height });
  const count = recoloured(kept, shown)
    + pixelmatch(kept.data, shown.data, picture.data, width, height, { threshold: THRESHOLD, includeAA: true });
  return { share: count / (width * height) * 1_000_000, picture };
}

/** The picture moved down by `rows`; the first rows stay. */
export function movedDown({ data, width, height }, rows) {
  const moved = Buffer.from(data);
  moved.set(data.subarray(0, (height - rows) * width * 4), rows * width * 4);
  return { data: moved, width, height };
}

/** The picture with a soft chip in its lower left corner, where the page is empty: small, and of nearly its colour. */
export function withSoftChip({ data, width, height }) {
  const marked = Buffer.from(data);
  const begin = 4 * ((height - 3) * width + 2);
  const soft = data.subarray(begin, begin + 3).map((channel) => (channel < 128 ? channel + 6 : channel - 6));
  for (let row = height - 20; row < height - 2; row += 1) {
    for (let x = 1; x < 17; x += 1) marked.set(soft, 4 * (row * width + x));
  }
  return { data: marked, width, height };
}

/** The picture as it is once it has been kept. */
export const asKept = (picture) => PNG.sync.read(smallPng(picture));

/** A part of a picture (all of it without `clip`), with what lies in `masked` painted over. */
export function cutOut(picture, { x = 0, y = 0, width = picture.width, height = picture.height } = {}, masked = []) {
  const cut = new PNG({ width, height });
  PNG.bitblt(picture, cut, x, y, width, height, 0, 0);
  const pixels = new Uint32Array(cut.data.buffer, cut.data.byteOffset, width * height);
  for (const box of masked) {
    const [left, right] = [box.x - x, box.x - x + box.width].map((at) => Math.min(width, Math.max(0, Math.round(at))));
    for (let row = Math.max(0, Math.round(box.y - y)); row < Math.min(height, box.y - y + box.height); row += 1) {
      pixels.fill(MASK, row * width + left, row * width + right);
    }
  }
  return cut;
}

export const isTolerated = (share) => share <= TOLERATED;

/** The kept pictures of one language on one device, and what a walk finds about them. */
export class References {
  #faults = [];
  #seen = new Set();

  /** `kind`: language and device. `work`: where a picture that differs is written. */
  constructor(kind, work) {
    Object.assign(this, { kind, work });
    mkdirSync(FOLDER, { recursive: true });
    this.kept = new Set(readdirSync(FOLDER).filter((file) => file.includes(`.${kind}.`)));
  }

  read(file) { return PNG.sync.read(readFileSync(join(FOLDER, file))); }

  compare(screen, theme, shown) {
    const file = `${screen}.${this.kind}.${theme}.png`;
    this.#seen.add(file);
    const { share, picture } = this.kept.has(file) ? differing(this.read(file), shown) : { share: Infinity };
    if (isTolerated(share)) return;
    if (isUpdate) {
      writeFileSync(join(FOLDER, file), smallPng(shown));
    } else if (!picture) {
      this.#faults.push(`${file} is not there; POSTWATCH_UPDATE_REFERENCES=1 writes it`);
    } else {
      const where = join(this.work, file);
      writeFileSync(where.replace('.png', '.differs.png'), PNG.sync.write(picture));
      writeFileSync(where, PNG.sync.write(shown));
      this.#faults.push(`${Math.round(share)} of a million pixels differ: ${where}`);
    }
  }

  /** After all screens. A reference that nothing shows any more is a fault too, or goes. */
  faults() {
    for (const file of this.kept) {
      if (this.#seen.has(file)) continue;
      if (isUpdate) rmSync(join(FOLDER, file));
      else this.#faults.push(`nothing shows ${file}`);
    }
    return this.#faults;
  }
}

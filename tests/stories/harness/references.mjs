// Pictures kept beside the stories, with which a screen is compared. They are small: few colours, one byte a pixel.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const FOLDER = new URL('../references/', import.meta.url).pathname;
const isUpdate = process.env.POSTWATCH_UPDATE_REFERENCES === '1';

/** A kept colour differs from the real one by no more than this, in each channel of 255; areas and lines are exact. */
const NEAR = 36;
/** What pixelmatch takes as the same colour: a little more than what `NEAR` can make. */
const THRESHOLD = 0.15;
/** In an area or a line: so many equal pixels in a row. There a colour is the same or another. */
const RUN = 8, SAME = 4;
/** Pixels of a million that may differ: another edge of a glyph, not another place of one. */
const TOLERATED = 50;

const far = (a, b) =>
  Math.max(Math.abs((a >> 16) - (b >> 16)), Math.abs((a >> 8 & 255) - (b >> 8 & 255)), Math.abs((a & 255) - (b & 255)));

const coloursOf = ({ data, width, height }) =>
  Uint32Array.from({ length: width * height }, (_, i) => data[4 * i] << 16 | data[4 * i + 1] << 8 | data[4 * i + 2]);

function countsOf(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return counts;
}

/** The place of the nearest in `palette`, which is in ascending order, and how near it is. */
function nearest(palette, colour) {
  let [place, least] = [0, Infinity];
  for (let i = 0; i < palette.length && least > 0; i += 1) {
    const distance = far(colour, palette[i]);
    if (distance < least) [place, least] = [i, distance];
  }
  return { place, least };
}

/** Each colour as the place of the nearest in `palette`. */
function placesIn(palette, colours) {
  const places = new Map();
  for (const colour of new Set(colours)) places.set(colour, nearest(palette, colour).place);
  return Uint8Array.from(colours, (colour) => places.get(colour));
}

/** At most 256 colours that stand for all, ascending: the frequent ones exactly. */
function paletteOf(colours) {
  const palette = [];
  for (const [colour, count] of [...countsOf(colours)].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const isArea = count > colours.length / 1000;
    if (palette.length < 256 && nearest(palette, colour).least > (isArea ? 0 : NEAR)) palette.push(colour);
  }
  return palette.sort((a, b) => a - b);
}

/** Which pixels belong to an area or a line, across or upright. */
function areas(colours, width, height) {
  const is = new Uint8Array(colours.length);
  const mark = (begin, step, length) => {
    for (let from = 0, i = 1; i <= length; i += 1) {
      if (i < length && colours[begin + i * step] === colours[begin + from * step]) continue;
      if (i - from >= RUN) for (let k = from; k < i; k += 1) is[begin + k * step] = 1;
      from = i;
    }
  };
  for (let y = 0; y < height; y += 1) mark(y * width, 1, width);
  for (let x = 0; x < width; x += 1) mark(x, width, height);
  return is;
}

/** In areas and lines of `kept` that are so in `shown` too: pixels of another colour. */
function recoloured(kept, shown) {
  const before = coloursOf(kept);
  const palette = [...new Set(before)].sort((a, b) => a - b);
  const now = Uint32Array.from(placesIn(palette, coloursOf(shown)), (place) => palette[place]); // as it would be kept
  const [was, is] = [areas(before, kept.width, kept.height), areas(now, kept.width, kept.height)];
  let count = 0;
  for (let i = 0; i < before.length; i += 1) if (was[i] && is[i] && far(before[i], now[i]) > SAME) count += 1;
  return count;
}

function chunk(type, body) {
  const bytes = Buffer.alloc(body.length + 12);
  bytes.writeUInt32BE(body.length);
  bytes.write(type, 4, 'latin1');
  body.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, body.length + 8)), body.length + 8);
  return bytes;
}

/** The bytes of a PNG with a palette. */
function smallPng(picture) {
  const { width, height } = picture;
  const colours = coloursOf(picture);
  const palette = paletteOf(colours);
  const pixels = placesIn(palette, colours);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits, palette
  const rows = Buffer.alloc((width + 1) * height); // each begins with its filter: none
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, colour >> 8 & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
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

  compare(screen, theme, png) {
    const file = `${screen}.${this.kind}.${theme}.png`;
    const shown = PNG.sync.read(png);
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
      writeFileSync(where, png);
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

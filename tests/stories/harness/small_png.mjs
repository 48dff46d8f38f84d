// Screenshots kept small: PNG with a palette of few colours, one byte a pixel.
import { crc32, deflateSync } from 'node:zlib';
import { tally } from './shot.mjs';

/** A kept colour differs from the real one by no more than this, in each channel of 255. */
const NEAR = 36;
/** Exact are colours of more than this share of the picture, and flat ones: so many pixels in rows of so many, as the
 * background of a chip has them and no stroke of a letter. */
const FREQUENT = 1 / 1000, FLAT = 64, FLAT_RUN = 16;
/** An area or a line: so many equal pixels in a row. */
const RUN = 8;

/** The greatest difference of two colours in one channel. */
export const far = (a, b) =>
  Math.max(Math.abs((a >> 16) - (b >> 16)), Math.abs((a >> 8 & 255) - (b >> 8 & 255)), Math.abs((a & 255) - (b & 255)));

export function coloursOf({ data, width, height }) {
  const colours = new Uint32Array(width * height);
  for (let i = 0, at = 0; i < colours.length; i += 1, at += 4) colours[i] = data[at] << 16 | data[at + 1] << 8 | data[at + 2];
  return colours;
}

/** Which pixels belong to an area or a line, across or upright. */
export function areas({ width, height }, colours, run = RUN) {
  const is = new Uint8Array(colours.length);
  const mark = (begin, step, length) => {
    const end = begin + length * step;
    for (let from = begin, at = begin + step; at <= end; at += step) {
      if (at < end && colours[at] === colours[from]) continue;
      if (at - from >= run * step) for (let k = from; k < at; k += step) is[k] = 1;
      from = at;
    }
  };
  for (let y = 0; y < height; y += 1) mark(y * width, 1, width);
  for (let x = 0; x < width; x += 1) mark(x, width, height);
  return is;
}

const countsOf = (colours, where) => tally(new Map(), colours, 0, colours.length, where, 1);

/** The colours that a kept picture has as they are. */
export function exactColours(picture, colours) {
  const flat = [...countsOf(colours, areas(picture, colours, FLAT_RUN))].filter(([, count]) => count >= FLAT);
  const frequent = [...countsOf(colours)].filter(([, count]) => count > colours.length * FREQUENT);
  return new Set([...flat, ...frequent].map(([colour]) => colour));
}

/** The place of the nearest in `palette`, and how near it is. */
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

/** At most 256 colours that stand for all, ascending: the exact ones, and of the others the frequent ones. */
function paletteOf(picture, colours) {
  const palette = [...exactColours(picture, colours)];
  if (palette.length > 256) throw new Error(`a picture of ${palette.length} flat colours cannot be kept`);
  for (const [colour] of [...countsOf(colours)].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    if (palette.length < 256 && nearest(palette, colour).least > NEAR) palette.push(colour);
  }
  return palette.sort((a, b) => a - b);
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
export function smallPng(picture) {
  const { width, height } = picture;
  const colours = coloursOf(picture);
  const palette = paletteOf(picture, colours);
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


// Screenshots kept small: PNG with a palette of few colours, one byte a pixel.
import { crc32, deflateSync } from 'node:zlib';

/** A kept colour differs from the real one by no more than this, in each channel of 255; areas and lines are exact. */
const NEAR = 36;

/** The greatest difference of two colours in one channel. */
export const far = (a, b) =>
  Math.max(Math.abs((a >> 16) - (b >> 16)), Math.abs((a >> 8 & 255) - (b >> 8 & 255)), Math.abs((a & 255) - (b & 255)));

export const coloursOf = ({ data, width, height }) =>
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
export function placesIn(palette, colours) {
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


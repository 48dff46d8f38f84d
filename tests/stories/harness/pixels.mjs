// Screenshots as pixels. Chromium writes them as PNG with 8 bits a channel, without interlacing.
import { inflateSync } from 'node:zlib';

function unfilter(raw, width, height, channels) {
  const stride = width * channels;
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    const row = y * stride;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? out[row + x - channels] : 0;
      const up = y > 0 ? out[row + x - stride] : 0;
      const corner = x >= channels && y > 0 ? out[row + x - stride - channels] : 0;
      let guess = [0, left, up, (left + up) >> 1][filter] ?? 0;
      if (filter === 4) {
        const p = left + up - corner;
        const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
        guess = a <= b && a <= c ? left : b <= c ? up : corner;
      }
      out[row + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return out;
}

/** { width, height, at(x, y) -> [r, g, b] } of a PNG. */
export function pixelsOf(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[png[25]];
  if (png[24] !== 8 || !channels || png[28] !== 0) throw new Error('not the kind of PNG Chromium writes');
  const parts = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width, height, channels);
  const at = (x, y) => [...bytes.subarray((y * width + x) * channels, (y * width + x) * channels + 3)];
  return { width, height, at };
}

/** The greatest difference of two colours in one channel. */
export const difference = (a, b) => Math.max(...a.map((value, i) => Math.abs(value - b[i])));

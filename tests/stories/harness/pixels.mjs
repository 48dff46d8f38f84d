// Screenshots as pixels, for a few of them here and there; for whole screens see shot.mjs.
import { PNG } from 'pngjs';

/** { width, height, at(x, y) -> [r, g, b] } of a PNG. */
export function pixelsOf(png) {
  const { width, height, data } = PNG.sync.read(png);
  const at = (x, y) => [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)];
  return { width, height, at };
}

/** The greatest difference of two colours in one channel. */
export const difference = (a, b) => Math.max(...a.map((value, i) => Math.abs(value - b[i])));

// The contrast of what is seen, measured in the screenshot: each text against what is behind it, and the parts one has
// to tell apart. What cannot be used is excepted, as in WCAG 2.2, 1.4.3 and 1.4.11.
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { Shot, contrast, laidOver } from './harness/drawn_text.mjs';
import { DEVICES, THEMES, dressesAs, walks } from './harness/screens.mjs';
import { story } from './harness/story.mjs';

const RATIO = 2; // so that the strokes of small letters have pixels of their full colour
const TEXT = 4.5, LARGE_TEXT = 3, PART = 3;
const ROUNDING = 0.05; // eight bits a channel
const LEAST_INK = 4; // device pixels of the full colour; fewer are chance

const isLarge = ({ size, isStrong }) => size >= 24 || (isStrong && size >= 18.66);

/** Where its letters are: of a button the height of a line in its middle, else where the DOM's text stands. */
function rectOfText({ kind, box, line, size }) {
  if (kind === 'text' || kind === 'link') {
    return { left: Math.max(box.left, line.left - 1), top: Math.max(box.top, line.top), right: Math.min(box.right, line.right + 1), bottom: Math.min(box.bottom, line.bottom) };
  }
  const middle = (box.top + box.bottom) / 2;
  return { left: box.left + 7, top: Math.max(box.top, middle - size * 0.6), right: box.right - 7, bottom: Math.min(box.bottom, middle + size * 0.6) };
}

/** The contrast of the strongest ink in a rectangle against its commonest colour. */
function contrastIn(shot, rect) {
  const colours = shot.colours(rect);
  if (!colours.length) return 0;
  const ground = colours[0][0];
  const found = colours.map(([colour, count]) => [contrast(colour, ground), count]).sort((a, b) => b[0] - a[0]);
  let pixels = 0;
  for (const [ratio, count] of found) {
    pixels += count;
    if (pixels >= LEAST_INK) return ratio;
  }
  return 1;
}

/** The frame of a field against what is outside it. The number field shares its frame with a button. */
function frameContrast(shot, { left, top, right, bottom }) {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const sides = [
    { left: x - 8, right: x + 8, top: top - 3, bottom: top + 3 }, { left: x - 8, right: x + 8, top: bottom - 3, bottom: bottom + 3 },
    { left: left - 3, right: left + 3, top: y - 2, bottom: y + 2 }, { left: right - 3, right: right + 3, top: y - 2, bottom: y + 2 },
  ].map((side) => contrastIn(shot, shot.inside(side))).sort((one, other) => one - other);
  return sides.at(-1);
}

function faultsOf(shot, laid) {
  const faults = [];
  let measured = 0;
  for (const one of laid) {
    if (one.isDisabled || one.isCut) continue;
    const need = (ratio, least, what) => {
      measured += 1;
      if (ratio < least - ROUNDING) faults.push(`${what} "${one.name.slice(0, 50)}": ${ratio.toFixed(2)} of ${least}`);
    };
    if (one.line && one.kind !== 'image' && one.kind !== 'checkbox' && !one.hasPieces) {
      need(contrastIn(shot, shot.inside(rectOfText(one))), isLarge(one) ? LARGE_TEXT : TEXT, 'text');
    } else if (one.kind === 'field') {
      if (one.value) need(contrastIn(shot, shot.inside({ ...one.box, right: one.box.right - 30 }, 6)), isLarge(one) ? LARGE_TEXT : TEXT, 'value of');
      need(frameContrast(shot, one.box), PART, 'frame of');
    } else if (one.kind === 'button' || one.kind === 'checkbox') {
      need(contrastIn(shot, shot.inside(one.box, 4)), PART, one.kind === 'button' ? 'icon' : 'box');
    }
  }
  return { faults, measured };
}

for (const device of Object.keys(DEVICES)) {
  story(`everything that is read or pressed stands out on every screen: ${device} wide`, async (world) => {
    let measured = 0;
    const faults = new Set();
    await walks(world, { device, deviceScaleFactor: RATIO }, async (user, screen) => {
      if (screen.isPlain) return; // axe measures the colours of a page
      for (const theme of THEMES) {
        await dressesAs(user, theme);
        const shot = new Shot(PNG.sync.read(await user.page.screenshot()), RATIO);
        const found = faultsOf(shot, await laidOver(user));
        measured += found.measured;
        for (const fault of found.faults) faults.add(`${screen.name}, ${theme}: ${fault}`);
      }
      await dressesAs(user, 'light');
    });
    assert.deepEqual([...faults], []);
    assert.ok(measured > 1_000, `${measured} were measured`);
  });
}

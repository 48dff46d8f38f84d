// Every screen on one device, in three themes and two languages: it looks as its kept picture, what is read or pressed
// stands out, and the DOM says what is drawn and nothing else. The list of what axe finds is empty.
import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { contrasts } from './contrast.mjs';
import { agreement } from './ink.mjs';
import { References, asKept, cutOut, differing, isTolerated, movedDown, withSoftChip } from './references.mjs';
import { FIXED, THEMES, dressesAs, keptPart, pictureOf, walks } from './screens.mjs';
import { Shot, laidOver } from './shot.mjs';
import { makeFolder, story } from './story.mjs';

const isLike = (kept, shown) => isTolerated(differing(kept, shown).share);

/** A kept picture that lets another one pass proves nothing. */
function noticesLittle(picture) {
  assert.ok(!isLike(picture, movedDown(picture, 1)), 'a picture one row lower is another one');
  const chip = withSoftChip(picture);
  assert.ok(isLike(asKept(chip), chip), 'a picture is as it was kept');
  assert.ok(!isLike(asKept(chip), picture), 'a chip that has lost its background is another one');
}

const boxesOf = async (locator) =>
  (locator ? (await Promise.all((await locator.all()).map((one) => one.boundingBox()))).filter(Boolean) : []);

/** In one theme: { faults, measured, covered }, how many things had their contrast measured and were looked for. */
async function looksAt(user, screen, theme, picture) {
  const [shot, laid] = [new Shot(picture), await laidOver(user)];
  const seen = contrasts(shot, laid);
  const told = theme === 'light' ? agreement(shot, laid, screen.isDialog) : { covered: 0, faults: [] };
  const found = theme === 'light' ? await violations(user) : [];
  return { faults: [...seen.faults, ...told.faults, ...found], measured: seen.measured, covered: told.covered };
}

async function looksRight(world, device, language) {
  const references = new References(`${language}.${device}`, process.env.POSTWATCH_WORK ?? makeFolder(world.t));
  const faults = [];
  const themes = [...THEMES]; // each screen begins in the one in which that before it ended
  let [measured, covered] = [0, 0];
  await walks(world, { device, language, deviceScaleFactor: 1 }, async (user, screen) => {
    const masked = await boxesOf(screen.changing?.(user));
    for (const theme of themes) {
      if (theme !== themes[0]) await dressesAs(user, theme);
      const picture = await pictureOf(user, screen);
      const kept = cutOut(picture, keptPart(screen, device), masked);
      references.compare(screen.name, theme, kept);
      if (screen.name === 'list') noticesLittle(kept);
      if (screen.isPlain) continue; // axe measures the colours of a page
      const seen = await looksAt(user, screen, theme, picture);
      measured += seen.measured;
      covered += seen.covered;
      faults.push(...seen.faults.map((fault) => `${screen.name}, ${theme}: ${fault}`));
    }
    themes.reverse();
  });
  assert.deepEqual([...faults, ...references.faults()], []);
  assert.ok(measured > 1_500, `the contrast of ${measured} things was measured`);
  assert.ok(covered > 500, `${covered} things were looked at`);
}

/** The stories about one device: a file for each, so that two of them can be told at once. */
export function looksOn(device) {
  for (const language of ['en', 'zh-Hans']) {
    story(`every screen looks as it should: ${device} wide, ${language}`, FIXED, (world) => looksRight(world, device, language));
  }
}

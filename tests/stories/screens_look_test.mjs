// Every screen, wide and on a phone, in three themes and two languages: it looks as its kept picture, what is read or
// pressed stands out, and the DOM says what is drawn and nothing else. The list of what axe finds is empty.
// POSTWATCH_UPDATE_REFERENCES=1 writes the pictures instead; look at them before they are kept.
import assert from 'node:assert/strict';
import { violations } from './harness/axe.mjs';
import { contrasts } from './harness/contrast.mjs';
import { agreement } from './harness/ink.mjs';
import { References, cutOut, differing, isTolerated, movedDown } from './harness/references.mjs';
import { DEVICES, FIXED, THEMES, dressesAs, keptPart, pictureOf, walks } from './harness/screens.mjs';
import { Shot, laidOver } from './harness/shot.mjs';
import { makeFolder, story } from './harness/story.mjs';

/** A kept picture that lets another one pass proves nothing. */
function noticesOneRow(picture) {
  assert.ok(!isTolerated(differing(picture, movedDown(picture, 1)).share), 'a picture one row lower is another one');
}

const boxesOf = async (locator) =>
  (locator ? (await Promise.all((await locator.all()).map((one) => one.boundingBox()))).filter(Boolean) : []);

for (const device of Object.keys(DEVICES)) {
  for (const language of ['en', 'zh-Hans']) {
    story(`every screen looks as it should: ${device} wide, ${language}`, FIXED, async (world) => {
      const references = new References(`${language}.${device}`, process.env.POSTWATCH_WORK ?? makeFolder(world.t));
      const faults = [];
      let [measured, covered] = [0, 0];
      await walks(world, { device, language, deviceScaleFactor: 1 }, async (user, screen) => {
        const masked = await boxesOf(screen.changing?.(user));
        for (const theme of THEMES) {
          await dressesAs(user, theme);
          const picture = await pictureOf(user, screen);
          const kept = cutOut(picture, keptPart(screen, device), masked);
          references.compare(screen.name, theme, kept);
          if (screen.name === 'list') noticesOneRow(kept);
          if (screen.isPlain) continue; // axe measures the colours of a page
          const [shot, laid] = [new Shot(picture), await laidOver(user)];
          const seen = contrasts(shot, laid);
          measured += seen.measured;
          const told = theme === 'light' ? agreement(shot, laid, screen.isDialog) : { covered: 0, faults: [] };
          covered += told.covered;
          faults.push(...[...seen.faults, ...told.faults].map((fault) => `${screen.name}, ${theme}: ${fault}`));
        }
        await dressesAs(user, 'light');
        if (!screen.isPlain) faults.push(...(await violations(user)).map((fault) => `${screen.name}: ${fault}`));
      });
      assert.deepEqual([...faults, ...references.faults()], []);
      assert.ok(measured > 1_500, `the contrast of ${measured} things was measured`);
      assert.ok(covered > 500, `${covered} things were looked at`);
    });
  }
}

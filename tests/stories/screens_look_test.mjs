// Every screen looks as it did: in three themes, two languages, wide and on a phone, compared with a kept picture.
// POSTWATCH_UPDATE_REFERENCES=1 writes the pictures instead; look at them before they are kept.
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { References, differing, isTolerated, movedDown } from './harness/references.mjs';
import { DEVICES, FIXED, THEMES, dressesAs, isKeptAs, keptPart, walks } from './harness/screens.mjs';
import { makeFolder, story } from './harness/story.mjs';

for (const device of Object.keys(DEVICES)) {
  for (const language of ['en', 'zh-Hans']) {
    story(`every screen looks as its reference: ${device} wide, ${language}`, FIXED, async (world) => {
      const references = new References(`${language}.${device}`, process.env.POSTWATCH_WORK ?? makeFolder(world.t));
      await walks(world, { device, language, deviceScaleFactor: 1 }, async (user, screen) => {
        const themes = THEMES.filter((theme) => isKeptAs(screen, theme, language));
        for (const theme of themes) {
          await dressesAs(user, theme);
          const png = await user.page.screenshot({
            clip: keptPart(screen, device), mask: [screen.changing?.(user)].filter(Boolean), maskColor: '#888',
          });
          references.compare(screen.name, theme, png);
          if (screen.name !== 'list') continue;
          const shown = PNG.sync.read(png);
          assert.ok(!isTolerated(differing(shown, movedDown(shown, 1)).share), 'a picture one row lower is another one');
        }
        if (themes.length > 1) await dressesAs(user, 'light');
      });
      assert.deepEqual(references.faults(), []);
    });
  }
}

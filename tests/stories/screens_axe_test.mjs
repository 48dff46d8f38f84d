// axe-core finds nothing wrong on any screen, drawn or plain, in any colours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DEVICES, THEMES, dressesAs, walks } from './harness/screens.mjs';
import { story } from './harness/story.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong: "rule: element". */
const violations = (user, only) => user.page.evaluate(async (runOnly) => {
  const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'], runOnly });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}, only);

for (const device of Object.keys(DEVICES)) {
  for (const view of device === '390' ? ['drawn', 'plain'] : ['drawn']) { // the plain view is one page on both
    story(`axe finds nothing wrong on any screen: ${device} wide, ${view}`, async (world) => {
      let checked = 0;
      await walks(world, { device, isPlain: view === 'plain' }, async (user, screen) => {
        if (!await user.page.evaluate(() => window.axe)) await user.page.evaluate(axe);
        assert.deepEqual(await violations(user, ALL), [], `${screen.name}, light`);
        // In other colours everything else is as it was.
        for (const theme of [...THEMES.slice(1), 'forced']) {
          await dressesAs(user, theme);
          assert.deepEqual(await violations(user, ['color-contrast']), [], `${screen.name}, ${theme}`);
        }
        await dressesAs(user, 'light');
        checked += 1;
      });
      assert.ok(checked > 20);
    });
  }
}

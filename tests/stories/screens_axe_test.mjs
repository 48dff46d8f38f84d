// axe-core finds nothing wrong on any screen of the plain view, in any colours. Of the drawn one: harness/looks.mjs.
import assert from 'node:assert/strict';
import { violations } from './harness/axe.mjs';
import { THEMES, dressesAs, walks } from './harness/screens.mjs';
import { story } from './harness/story.mjs';

story('axe finds nothing wrong on any screen of the plain view', async (world) => {
  let checked = 0;
  await walks(world, { device: '390', isPlain: true }, async (user, screen) => {
    assert.deepEqual(await violations(user), [], `${screen.name}, light`);
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

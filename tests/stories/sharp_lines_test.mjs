// A line of one pixel is as many whole device pixels as fit into it, without a grey one beside, at every ratio.
import assert from 'node:assert/strict';
import { pixelsOf } from './harness/pixels.mjs';
import { story, words } from './harness/story.mjs';

const RATIOS = [1, 1.25, 1.5, 2, 3];

/** Lengths of runs of one colour along a row or column, with the colour. */
function runs(colours) {
  const found = [];
  for (const colour of colours) {
    if (found.at(-1)?.colour === String(colour)) found.at(-1).length += 1;
    else found.push({ colour: String(colour), length: 1 });
  }
  return found;
}

story('the line between list and item, and the border of a card', async ({ open }) => {
  for (const ratio of RATIOS) {
    const user = await open({ deviceScaleFactor: ratio, colorScheme: 'light' });
    await user.presses(words.settings_button);
    const card = await user.mirror.getByText(words.settings_source_title, { exact: true }).boundingBox();
    await user.idle();
    const picture = pixelsOf(await user.page.screenshot());
    assert.deepEqual([picture.width, picture.height], [1280 * ratio, 800 * ratio]);
    const thin = Math.max(1, Math.floor(ratio));

    // Across the line at x = 420, low in the page where nothing else is.
    const y = Math.round(700 * ratio);
    const across = runs(Array.from({ length: Math.round(40 * ratio) }, (_, i) => picture.at(Math.round(400 * ratio) + i, y)));
    assert.equal(across.length, 3, `ratio ${ratio}: ${JSON.stringify(across)}`);
    assert.equal(across[1].length, thin, `ratio ${ratio}: ${JSON.stringify(across)}`);

    // Down through the upper border of the first card of the settings, right of its title.
    const x = Math.round((card.x + 300) * ratio);
    const from = Math.round((card.y - 30) * ratio);
    const down = runs(Array.from({ length: Math.round(35 * ratio) }, (_, i) => picture.at(x, from + i)));
    assert.equal(down.length, 3, `ratio ${ratio}: ${JSON.stringify(down)}`);
    assert.equal(down[1].length, thin, `ratio ${ratio}: ${JSON.stringify(down)}`);
    await user.context.close();
  }
});

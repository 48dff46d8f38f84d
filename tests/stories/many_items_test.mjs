// As many items as anyone may have stay light: what the page and the program's memory hold is limited.
import assert from 'node:assert/strict';
import { memoryOf, seed, watchMemory } from './harness/many_items.mjs';
import { PHONE, WIDE, story, until, words } from './harness/story.mjs';

const ITEMS = 10_000;
const EVENTS = 20;
const ELEMENTS_LIMIT = 400; // of the mirror; the static page round it has some tens, whatever the list holds
const MEMORY_LIMIT = 64 * 2 ** 20;

for (const [where, options] of [['beside an item', { viewport: WIDE }], ['on a phone', PHONE]]) {
  story(`${ITEMS} items of ${EVENTS} scans, ${where}: at most ${ELEMENTS_LIMIT} elements and 64 MB`, async ({ open, served }) => {
    const user = await open({
      ...options,
      prepare: async (context) => {
        await seed(context, served.origin, ITEMS, EVENTS);
        await watchMemory(context);
      },
    });
    await user.find('list', words.list_name).waitFor({ state: 'attached' });
    await user.idle();
    const holds = async (when) => {
      const elements = await user.mirror.evaluate((mirror) => mirror.querySelectorAll('*').length);
      const memory = await memoryOf(user.page);
      console.log(`# ${when}: ${elements} elements, ${(memory / 2 ** 20).toFixed(1)} MB`);
      assert.ok(elements > 50 && elements <= ELEMENTS_LIMIT, `${when}: ${elements} elements`);
      assert.ok(memory <= MEMORY_LIMIT, `${when}: ${memory} bytes`);
    };
    const [row] = await user.list();
    assert.ok(row[0], 'the list is read');
    assert.equal(await user.find('list', words.list_name).getByRole('listitem').last().getAttribute('aria-setsize'), String(ITEMS));
    await holds('read');
    await user.find('textbox', words.search_label).focus();
    await user.page.keyboard.type('camera 12');
    await until(async () => (await user.titles())[0]?.startsWith('Camera'), 'cameras are found');
    await holds('searched');
    await user.clears(words.search_label);
    const list = await user.find('list', words.list_name).evaluate((found) => found.getBoundingClientRect().toJSON());
    await user.page.mouse.move(200, Math.min(list.y + 300, 600));
    for (let i = 0; i < 5; i += 1) await user.page.mouse.wheel(0, 20_000);
    await user.settles();
    await holds('scrolled');
  });
}

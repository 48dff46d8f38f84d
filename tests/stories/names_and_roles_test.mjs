// The page as assistive technology meets it: names, roles, text where its ink is.
import assert from 'node:assert/strict';
import { controlsOf, learnsNames } from './harness/controls.mjs';
import { difference, pixelsOf } from './harness/pixels.mjs';
import { PHONE, grouped, numberOf, story, words } from './harness/story.mjs';

const NUMBER = numberOf('held-by-customs');

story('what the page is made of has its name and role', async ({ open }) => {
  const user = await open();
  const is = async (role, name) => assert.equal(await user.find(role, name).count(), 1, `one ${role} "${name}"`);
  await is('textbox', words.number_label);
  await is('button', words.add_button);
  await is('button', words.samples_button);
  assert.equal(await user.page.getByRole('main').count(), 1);
  assert.equal(await user.find('status').count(), 1, 'one live region');
  await user.adds(NUMBER);
  await user.agrees();
  await user.mirror.getByText(words.stage_customs_hold).first().waitFor({ state: 'attached' });
  await is('list', words.list_name);
  await is('region', words.item_region);
  for (const name of [words.check_now_button, words.share_button, words.remove_button, words.settings_button]) await is('button', name);
  // Each button and field of the whole page has a name.
  await learnsNames(user);
  const nameless = await controlsOf(user).evaluateAll((all) => all
    .filter((control) => !window.nameOf(control)).map((control) => control.outerHTML));
  assert.deepEqual(nameless, []);
  assert.match(await user.page.title(), /Postwatch/);
  // The live region is the same element from beginning to end, or nobody listens to it.
  await user.page.evaluate(() => { document.querySelector('#mirror [role=status]').dataset.same = 'yes'; });
  await user.presses(words.settings_button);
  await user.presses(words.settings_button);
  await user.presses(user.row(grouped(NUMBER)));
  assert.equal(await user.find('status').getAttribute('data-same'), 'yes');
});

/** Single lines that lie over the drawing: what they say, their box and where their text would stand. */
const linesOver = (user) => user.mirror.locator('.laid').evaluateAll((all) => all.flatMap((element) => {
  const node = [...element.childNodes].find((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
  if (!node || getComputedStyle(element).clipPath !== 'none') return [];
  const box = element.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(node);
  const rects = [...range.getClientRects()];
  if (new Set(rects.map(({ top }) => Math.round(top))).size !== 1) return [];
  const plain = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const isButton = element.tagName === 'BUTTON';
  return [{ text: node.data, isButton, box: plain(box), line: plain(range.getBoundingClientRect()) }];
}).filter(({ box }) => box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth));

/** The colour most of a rectangle has. */
function commonest(picture, left, top, right, bottom) {
  const counts = new Map();
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < Math.min(right, picture.width); x += 1) {
      const colour = picture.at(x, y).join();
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0].split(',').map(Number);
}

story('each text of the DOM lies over its ink', async ({ open }) => {
  for (const [device, context] of [['wide', { deviceScaleFactor: 1 }], ['phone', { ...PHONE, deviceScaleFactor: 1 }]]) {
    const user = await open({ ...context, colorScheme: 'light' });
    user.hand = device === 'phone' ? 'finger' : 'mouse';
    await user.adds(NUMBER);
    await user.agrees();
    await user.mirror.getByText(words.stage_customs_hold).first().waitFor({ state: 'attached' });
    await user.presses(user.row(grouped(NUMBER)));
    await user.page.mouse.move(1, 1);
    await user.idle();
    const picture = pixelsOf(await user.page.screenshot());
    const lines = await linesOver(user);
    assert.ok(lines.length > 8, `${lines.length} lines`);
    for (const { text, isButton, box, line } of lines) {
      // Where the text would stand and a little beside it: in a box there may be an icon or a border as well.
      const slack = Math.max(4, (line.right - line.left) * 0.03);
      const [left, right] = [Math.max(box.left, line.left - slack - 4), Math.min(box.right, line.right + slack + 4)].map(Math.round);
      const [top, bottom] = [box.top + 2, box.bottom - 2].map(Math.round);
      const ground = commonest(picture, left, top, right, bottom);
      let [first, last] = [Infinity, -Infinity];
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < Math.min(right, picture.width); x += 1) {
          if (difference(picture.at(x, y), ground) < 60) continue;
          first = Math.min(first, x);
          last = Math.max(last, x);
        }
      }
      assert.ok(last > first, `${device}: nothing is drawn where "${text}" stands`);
      if (isButton) continue; // its text is in the middle of what is drawn, and the name may be shorter
      assert.ok(Math.abs(first - line.left) <= slack, `${device}: "${text}" begins at ${first}, its text at ${line.left}`);
      assert.ok(Math.abs(last + 1 - line.right) <= slack, `${device}: "${text}" ends at ${last}, its text at ${line.right}`);
    }
    await user.context.close();
  }
});

// The whole journey without a mouse: Tab, Shift+Tab, Enter, blank.
import assert from 'node:assert/strict';
import { focused } from './harness/controls.mjs';
import { difference, pixelsOf } from './harness/pixels.mjs';
import { grouped, numberOf, say, story, words } from './harness/story.mjs';

const NUMBER = numberOf('silent');

const press = async (user, key) => {
  await user.page.keyboard.press(key);
  await user.idle();
  return focused(user);
};

/** Tab until `name` has the focus. */
async function tabTo(user, name, key = 'Tab') {
  for (let steps = 0; steps < 60; steps += 1) {
    const now = await press(user, key);
    assert.ok(!now.isLost || steps > 0, `the focus is lost on the way to ${name}`);
    if (now.name.startsWith(name)) return now;
  }
  throw new Error(`Tab does not reach ${name}`);
}

/** There is a ring: pixels just round the control differ from those of the page without the focus. */
async function ringIsSeen(user, box) {
  const clip = { x: Math.max(0, box.x - 6), y: Math.max(0, box.y - 6), width: box.width + 12, height: box.height + 12 };
  const withFocus = pixelsOf(await user.page.screenshot({ clip }));
  const before = await user.page.evaluateHandle(() => document.activeElement);
  await user.page.evaluate(() => document.activeElement.blur());
  await user.idle();
  const without = pixelsOf(await user.page.screenshot({ clip }));
  await before.evaluate((element) => element.focus({ preventScroll: true, focusVisible: true }));
  await user.idle();
  let changed = 0;
  for (let x = 0; x < withFocus.width; x += 1) {
    const differs = [0, 1, 2, 3, 4, 5].some((y) => difference(withFocus.at(x, y), without.at(x, y)) > 60);
    if (differs) changed += 1;
  }
  return changed > withFocus.width / 2;
}

story('added, agreed, looked at, named, shared, removed and undone with keys alone', async ({ open, source }) => {
  const user = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await tabTo(user, words.number_label);
  await user.page.keyboard.type(NUMBER);
  await user.page.keyboard.press('Enter');
  await user.seesRows([grouped(NUMBER)]);
  assert.equal((await focused(user)).name, words.number_label, 'the focus stays in the field');

  await tabTo(user, words.consent_yes_button);
  await user.page.keyboard.press('Enter');
  await user.sees(words.stage_departed_origin);
  await user.idle();
  assert.equal((await focused(user)).isLost, false, 'the question went, the focus did not');
  assert.equal(source.counts().total, 1);

  await tabTo(user, words.share_button);
  await user.page.keyboard.press('Space');
  await user.hears(words.notice_copied);
  await tabTo(user, words.item_label_label);
  await user.page.keyboard.type('Tea');
  await user.seesRows(['Tea']);
  await tabTo(user, words.remove_button, 'Shift+Tab');
  await user.page.keyboard.press('Enter');
  await user.sees(words.empty_title);
  await user.idle();
  assert.equal((await focused(user)).isLost, false, 'the item went, the focus did not');
  await user.find('button', words.undo_button).waitFor({ state: 'attached' });
  await tabTo(user, words.undo_button);
  await user.page.keyboard.press('Enter');
  await user.seesRows(['Tea']);
  await user.idle();
  assert.equal((await focused(user)).isLost, false, 'the notice went, the focus did not');
});

story('what has the focus is seen, in the order of the page, and comes into view', async ({ open }) => {
  const user = await open({ viewport: { width: 1280, height: 640 } });
  await user.adds(NUMBER);
  await user.presses(words.consent_no_button);
  await user.page.evaluate(() => document.activeElement.blur());
  const visited = [];
  for (let steps = 0; steps < 60; steps += 1) {
    const now = await press(user, 'Tab');
    if (now.isLost) break; // round, into the browser's own bars
    const { x, y, width, height } = now.box;
    assert.ok(y >= 0 && y + height <= 640 && x >= 0 && x + width <= 1280, `${now.name} is in view`);
    if (visited.some(({ name, tag, column }) => name === now.name && tag === now.tag && column === x)) break;
    visited.push({ name: now.name, tag: now.tag, column: x, box: now.box });
    if (now.tag === 'BUTTON' || now.tag === 'A') assert.ok(await ringIsSeen(user, now.box), `the ring round ${now.name}`);
  }
  const names = visited.map(({ name }) => name);
  for (const name of [words.settings_button, words.number_label, words.check_now_button, words.share_button,
    words.remove_button, words.item_label_label]) assert.ok(names.includes(name), `${name} is reached: ${names}`);
  // Left column before right column, and in each from above to below, left to right in a line.
  const isRight = ({ box }) => box.x >= 420;
  const order = visited.map((entry) => isRight(entry));
  assert.deepEqual(order, [...order].sort((a, b) => a - b), 'the list comes before the item');

  // Backwards it is the same way.
  const back = [];
  for (let i = 0; i < visited.length - 1; i += 1) back.push((await press(user, 'Shift+Tab')).name);
  assert.ok(back.length > 3);
});

story('keys that belong to the browser stay the browser’s', async ({ open }) => {
  const user = await open();
  const taken = await user.page.evaluate(() => {
    const isTaken = (key, ctrlKey) => {
      const event = new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true });
      return !document.body.dispatchEvent(event);
    };
    return [...[...'fltrp+-0'].filter((key) => isTaken(key, true)), ...['F5', 'F11', 'F12', 'Tab'].filter((key) => isTaken(key, false))];
  });
  assert.deepEqual(taken, []);
  const wheelIsTaken = await user.page.evaluate(() => !document.getElementById('canvas').dispatchEvent(
    new WheelEvent('wheel', { deltaY: 100, ctrlKey: true, bubbles: true, cancelable: true, clientX: 700, clientY: 300 })));
  assert.equal(wheelIsTaken, false, 'Ctrl with the wheel zooms');
});

story('a wrong number is told to who cannot see it', async ({ open }) => {
  const user = await open();
  await tabTo(user, words.number_label);
  await user.page.keyboard.type('EL123456789CN');
  await user.hears(say('finding_check_digit', { expected: 5, found: 9 }));
  const field = user.find('textbox', words.number_label);
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  const hint = await field.getAttribute('aria-describedby');
  assert.ok(hint && await user.page.locator(`[id="${hint}"]`).count(), 'the field is described');
});

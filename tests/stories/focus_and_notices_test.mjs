// Notices stand in the flow of the page: with as many as there may be, what has the focus is never covered by them.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PHONE, WIDE, grouped, makeFolder, numberOf, story, words } from './harness/story.mjs';

const NUMBERS = ['delivered', 'silent', 'held-by-customs'].map(numberOf);
const STEPS = 90; // more than any of these pages has

/** What has the focus, how much of it is on the screen, and what of the page lies on its middle. */
const focus = (user) => user.page.evaluate(async () => {
  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
  do await frame(); while (!window.postwatch.isIdle());
  const at = document.activeElement;
  const { x, y, width, height } = at.getBoundingClientRect();
  const edges = [...getComputedStyle(at).clipPath.matchAll(/(-?[\d.]+)(px|%)/g)].map(([, number, unit]) => (unit === '%' ? height : +number));
  const [top = 0, , bottom = top] = edges;
  const others = [...document.querySelectorAll('#mirror [role=status] *, #mirror button, #mirror input, #mirror select, #mirror textarea, #mirror a')]
    .filter((other) => other !== at && !other.contains(at) && !at.contains(other) && getComputedStyle(other).clipPath !== 'inset(50%)');
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const over = others.find((other) => {
    const box = other.getBoundingClientRect();
    return other.classList.contains('laid') && box.left < middleX && middleX < box.right && box.top < middleY && middleY < box.bottom;
  });
  return {
    id: at.id, isLost: at === document.body, left: x, right: x + width,
    shown: Math.min(height - bottom, innerHeight - y) - Math.max(top, -y), height, over: over?.textContent ?? null,
  };
});

async function walks(user, where) {
  await user.page.evaluate(() => document.activeElement.blur());
  const seen = new Set();
  for (let i = 0; i < STEPS; i += 1) {
    await user.page.keyboard.press('Tab');
    const now = await focus(user);
    if (now.isLost) break;
    seen.add(now.id);
    // A field of many lines may be higher than the room there is; of all else everything is seen.
    assert.ok(now.shown >= Math.min(now.height, 48) - 1, `${where}: ${now.id} is hidden: ${JSON.stringify(now)}`);
    assert.equal(now.over, null, `${where}: something lies over ${now.id}`);
  }
  assert.ok(seen.size > 8, `${where}: ${[...seen]}`);
}

/** A notice that stays wherever one goes, and another one. */
async function twoThatStay(user, folder) {
  const file = join(folder, 'broken.json');
  writeFileSync(file, 'no backup');
  await user.presses(words.settings_button, 'keyboard');
  await user.choosesFile(words.import_button, file, 'keyboard');
  await user.find('button', words.dismiss_button).first().waitFor({ state: 'attached' });
}

for (const [device, options] of [['1280', { viewport: WIDE }], ['390', PHONE]]) {
  for (const size of ['100 %', '200 %']) {
    story(`three notices, ${device} wide, text at ${size}`, async ({ t, open }) => {
      const user = await open({ ...options, permissions: ['clipboard-read', 'clipboard-write'] });
      const isPhone = device === '390';
      const presses = (name) => user.presses(name, 'keyboard');
      const back = async () => { if (isPhone) await presses(words.back_button); };
      const three = async () => {
        await user.settles();
        assert.equal(await user.find('button', words.dismiss_button).count(), 3, 'three notices');
      };
      await user.adds(NUMBERS[0]);
      await presses(words.consent_yes_button);
      await user.adds(NUMBERS[1]);
      await user.idle();
      await twoThatStay(user, makeFolder(t));
      await user.chooses(words.text_size_label, size);
      await back();
      await presses(user.row(grouped(NUMBERS[1])));
      await presses(words.mark_delivered_button);
      await presses(words.share_button);
      await three();
      await walks(user, 'item');
      await back();
      await presses(words.settings_button);
      await presses(words.export_button);
      await three();
      await walks(user, 'settings');
      await back();
      await user.find('textbox', words.number_label).focus();
      await user.page.keyboard.type(NUMBERS[2]);
      await user.page.keyboard.press('Enter'); // the last change alone offers to be taken back
      await user.settles();
      await user.page.keyboard.press('Control+k');
      await user.page.keyboard.type(words.share_all_button);
      await user.page.keyboard.press('Enter');
      await three();
      await walks(user, 'list');
    });
  }
}

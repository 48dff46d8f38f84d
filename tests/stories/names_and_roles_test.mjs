// The page as assistive technology meets it: names, roles, no violation of axe's rules, text where its ink is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { difference, pixelsOf } from './harness/pixels.mjs';
import { PHONE, grouped, numberOf, story, until, words } from './harness/story.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const NUMBER = numberOf('held-by-customs');

/** What axe finds wrong: "rule: element". */
async function violations(user) {
  await user.page.evaluate(axe);
  return user.page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

const isPlain = (user) => user.page.evaluate(() => document.body.classList.contains('plain-view'));

async function togglesPlainView(user) {
  const before = await isPlain(user);
  await user.presses(before ? words.plain_view_off_button : words.plain_view_on_button, 'keyboard');
  await until(async () => await isPlain(user) !== before, 'the view has changed');
}

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
  const nameless = await user.mirror.locator('button, a, input, select, textarea').evaluateAll((all) => all
    .filter(({ id, ariaLabel, textContent }) =>
      !(textContent.trim() || ariaLabel || document.querySelector(`label[for="${id}"]`)?.textContent))
    .map((element) => element.outerHTML));
  assert.deepEqual(nameless, []);
  assert.match(await user.page.title(), /Postwatch/);
  // The live region is the same element from beginning to end, or nobody listens to it.
  await user.page.evaluate(() => { document.querySelector('#mirror [role=status]').dataset.same = 'yes'; });
  await user.presses(words.settings_button);
  await user.presses(words.settings_button);
  await user.presses(user.row(grouped(NUMBER)));
  assert.equal(await user.find('status').getAttribute('data-same'), 'yes');
});

const LOOKS = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, 'forced colours': { forcedColors: 'active' } };

story('axe finds nothing wrong on any screen, drawn or plain, in any colours', async ({ open }) => {
  for (const [device, context] of [['wide', {}], ['phone', PHONE]]) {
    const user = await open(context);
    user.hand = device === 'phone' ? 'finger' : 'mouse';
    const check = async (screen) => {
      for (const [look, colours] of Object.entries(LOOKS)) {
        await user.page.emulateMedia({ colorScheme: null, forcedColors: null, ...colours });
        await user.idle();
        assert.deepEqual(await violations(user), [], `${screen}, ${device}, ${look}`);
      }
      await user.page.emulateMedia({ colorScheme: null, forcedColors: null });
    };
    const opens = async (button, sentence) => {
      await user.presses(button);
      await user.sees(sentence);
    };
    const throughNew = async (kind) => {
      const back = () => (device === 'phone' ? user.presses(words.back_button) : null);
      await opens(words.paste_button, words.paste_text);
      await user.clears(words.paste_label);
      await user.types(words.paste_label, `${numberOf('silent')} UPS 1Z5R89390357567127 EL123456789CN`);
      await user.sees(words.paste_found_title);
      await check(`${kind}: paste`);
      await back();
      await opens(words.message_button, words.message_text);
      await user.types(words.message_label, 'USPS: pay at https://usps.com.redelivery-pay.top/us');
      await user.sees(words.message_lookalike);
      await check(`${kind}: message`);
      await back();
    };
    const throughAll = async (kind) => {
      await check(`${kind}: settings`);
      await user.presses(device === 'phone' ? words.back_button : words.settings_button);
      await check(`${kind}: list`);
      await throughNew(kind);
      if (device !== 'phone') await user.presses(words.message_button);
      await user.presses(user.row(grouped(NUMBER)));
      await user.sees(words.journey_title);
      await user.presses(words.passport_button);
      await check(`${kind}: item`);
      await user.presses(words.passport_button);
      for (const [page, title] of [['enquiry', words.enquiry_title], ['evidence', words.evidence_title]]) {
        await user.presses(title);
        await user.mirror.locator('[id="part-document/1"]').waitFor({ state: 'attached' });
        await check(`${kind}: ${page}`);
        await user.presses(grouped(NUMBER));
      }
      if (device === 'phone') await user.presses(words.back_button);
      await user.presses(words.settings_button);
    };
    await check('empty');
    await user.types(words.number_label, 'EL123456789CN');
    await check('wrong number');
    await user.presses(words.passport_button);
    await check('a number explained');
    await user.presses(words.passport_button);
    await user.clears(words.number_label);
    await user.adds(NUMBER);
    await check('question');
    await user.agrees();
    await user.mirror.getByText(words.stage_customs_hold).first().waitFor({ state: 'attached' });
    await user.presses(words.settings_button);
    await throughAll('drawn');
    await togglesPlainView(user);
    await throughAll('plain');
    await user.context.close();
  }
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

// With fingers on a phone: 390 by 844.
import assert from 'node:assert/strict';
import { tooSmall } from './harness/controls.mjs';
import { PHONE, grouped, numberOf, story, words } from './harness/story.mjs';

const NUMBER = numberOf('delivered');

async function onPhone(open, options) {
  const user = await open({ ...PHONE, ...options });
  user.hand = 'finger';
  return user;
}

/** A finger that draws from one place to another and is lifted; between, `look` is called. */
async function draws(user, from, to, look = () => {}) {
  const session = await user.context.newCDPSession(user.page);
  const send = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await send('touchStart', [from]);
  const steps = 12;
  for (let i = 1; i <= steps; i += 1) {
    await send('touchMove', [{ x: from.x + (to.x - from.x) * (i / steps), y: from.y + (to.y - from.y) * (i / steps) }]);
  }
  const seen = await look();
  await send('touchEnd', []);
  return seen;
}

const topOf = (control) => control.evaluate((element) => element.getBoundingClientRect().top);

story('add, agree, look, and back, with taps', async ({ open, source }) => {
  const user = await onPhone(open);
  await user.adds(NUMBER);
  await user.agrees();
  await user.row(grouped(NUMBER)).filter({ hasText: words.stage_delivered }).waitFor({ state: 'attached' });
  await user.presses(user.row(grouped(NUMBER)));
  await user.find('region', words.item_region).waitFor({ state: 'attached' });
  await user.sees(words.journey_title);
  assert.equal(await user.find('list', words.list_name).count(), 0, 'the item is a page of its own');
  await user.presses(words.back_button);
  await user.seesRows([grouped(NUMBER)]);
  await user.presses(words.settings_button);
  await user.sees(words.settings_privacy_title);
  await user.presses(words.back_button);
  await user.seesRows([grouped(NUMBER)]);
  assert.equal(source.counts().total, 1);
});

story('the list follows the finger and presses nothing', async ({ open }) => {
  const user = await onPhone(open);
  const numbers = Array.from({ length: 20 }, (_, i) => `RR${String(91_000_000 + i)}`).map((head) => {
    const rest = 11 - [...head.slice(2)].reduce((sum, digit, i) => sum + digit * [8, 6, 4, 2, 3, 5, 9, 7][i], 0) % 11;
    return `${head}${{ 10: 0, 11: 5 }[rest] ?? rest}CN`;
  });
  await user.page.evaluate((all) => { location.hash = `n=${all}`; }, numbers.join());
  await user.presses(words.offer_accept_button);
  await user.presses(words.consent_no_button);
  const row = user.find('list', words.list_name).getByRole('button').nth(4);
  await user.reaches(row);
  const before = await topOf(row);
  const place = { x: 195, y: 700 };
  const by = 150;
  // The first pixels tell a tap from a drawing finger; from there on it is one to one.
  const moved = await draws(user, place, { x: 195, y: 700 - by }, async () => {
    await user.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    return before - await topOf(row);
  });
  assert.ok(moved >= by - 16 && moved <= by + 1, `the row moved ${moved} of ${by} pixels`);
  await user.idle();
  assert.equal(await user.find('list', words.list_name).count(), 1, 'no row was pressed');
  assert.ok(before - await topOf(row) >= moved - 1, 'and goes on or stays');
});

story('a finger that rests on a row and is lifted elsewhere presses nothing', async ({ open }) => {
  const user = await onPhone(open);
  await user.adds(NUMBER);
  await user.presses(words.consent_no_button);
  const { x, y } = await user.reaches(user.row(grouped(NUMBER)));
  await draws(user, { x, y }, { x: x + 120, y });
  await user.idle();
  assert.equal(await user.find('list', words.list_name).count(), 1);
});

story('what is to be pressed is large enough, and nothing is wider than the phone', async ({ open }) => {
  const user = await onPhone(open);
  const checkTargets = async (where) => {
    await user.idle();
    assert.deepEqual(await tooSmall(user, 44), [], where);
    assert.ok(await user.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where} is not too wide`);
  };
  await checkTargets('the empty list');
  await user.types(words.number_label, 'EL123456789CN');
  await checkTargets('a wrong number');
  await user.clears(words.number_label);
  await user.adds(NUMBER);
  await checkTargets('the question');
  await user.agrees();
  await user.row(grouped(NUMBER)).filter({ hasText: words.stage_delivered }).waitFor({ state: 'attached' });
  await user.presses(user.row(grouped(NUMBER)));
  await checkTargets('an item');
  await user.presses(words.back_button);
  await user.presses(words.settings_button);
  await checkTargets('the settings');
});

story('the field of a phone: letters in capitals, no correction, large enough not to zoom', async ({ open }) => {
  const user = await onPhone(open);
  const field = await user.find('textbox', words.number_label).evaluate((input) => ({
    capitals: input.autocapitalize, complete: input.autocomplete, spell: input.spellcheck,
    size: parseFloat(getComputedStyle(input).fontSize),
  }));
  assert.deepEqual({ ...field, size: field.size >= 16 }, { capitals: 'characters', complete: 'off', size: true, spell: false });
});

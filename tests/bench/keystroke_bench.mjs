// What one keystroke costs with 1,000 items of 20 events each: update, present, mirror and drawing, on the page's one
// thread. Goal: 3 ms. Nothing is asserted: machines are noisy; docs/figures.md keeps the figures.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { numberWith } from '../stories/harness/numbers.mjs';
import { makeFolder, say, story, words } from '../stories/harness/story.mjs';
import { median, percentile } from './figures.mjs';
import { stopwatch } from './stopwatch.mjs';

const ITEMS = 1000;
const EVENTS = 20;
const ROUNDS = 6;
const TYPED = 'EE473124829CN';

function item(index, now) {
  const serial = String(30_000_000 + index * 7919).slice(0, 8);
  const events = Array.from({ length: EVENTS }, (_, i) => ({
    code: i === 0 ? 'EMA' : 'EMJ', words: 'Arrival at transit office of exchange', place: 'SHANGHAI',
    wall: Math.floor(now / 1000) - (EVENTS - i) * 43_200 - index * 60, stage: i === 0 ? 'accepted' : 'transit_exchange_arrival',
    first_seen: now, last_seen: now,
  }));
  return {
    version: 1, number: numberWith('EE', serial, 'CN'), label: `Item ${index}`, added_at: now, changed_at: now, revision: 1,
    sources: [{ source: 'upu-gtt', outcome: 'events', asked_at: now, answered_at: now, events }],
  };
}

function backup() {
  const now = Date.now();
  const items = Array.from({ length: ITEMS }, (_, index) => item(index, now));
  return JSON.stringify({ app: 'Postwatch', version: 1, made_at: now, count: items.length, settings: { version: 1 }, items });
}

story(`a keystroke among ${ITEMS} items`, async ({ t, open }) => {
  const file = join(makeFolder(t), 'many.json');
  writeFileSync(file, backup());
  const user = await open({ prepare: (context) => context.addInitScript(stopwatch) });
  await user.presses(words.settings_button);
  await user.choosesFile(words.import_button, file);
  await user.presses(words.import_accept_button);
  await user.hears(say('notice_imported', { count: ITEMS }));
  await user.idle();
  const costs = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await user.clears(words.number_label);
    for (const character of TYPED) {
      await user.idle();
      await user.page.evaluate(() => { window.spent = 0; });
      await user.page.keyboard.type(character);
      await user.idle();
      costs.push(await user.page.evaluate(() => window.spent));
    }
  }
  console.log(`keystroke with ${ITEMS} items: median ${median(costs).toFixed(2)} ms, 90th percentile ${percentile(costs, 0.9).toFixed(2)} ms (${costs.length} keystrokes; goal 3 ms)`);
});

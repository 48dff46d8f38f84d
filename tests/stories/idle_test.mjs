// Who only looks costs nothing: no animation frame, no timer, no drawing in ten seconds.
import assert from 'node:assert/strict';
import { setTimeout as pass } from 'node:timers/promises';
import { PHONE, WIDE, grouped, numberOf, story, words } from './harness/story.mjs';
import { countsWork, workOf } from './harness/work.mjs';

const IDLE_MS = 10_000; // the figure promised; here the passing of time itself is what is tested

const LAST_WORD_MS = 1_000; // a question's wait is said after 300 ms, and looked at then even if it is over

/** At the full hour ages are written anew: who would see that waits until it is over. */
function untilHourHasTurned() {
  const HOUR = 3_600_000, left = HOUR - (Date.now() % HOUR);
  return left < LAST_WORD_MS + 2 * IDLE_MS ? left + LAST_WORD_MS : 0;
}

const PLACES = {
  'the list': async () => {},
  'an item': (user) => user.presses(user.row(grouped(numberOf('silent')))),
  'the settings': (user) => user.presses(words.settings_button),
  'a field with the focus': (user) => user.clicks(user.find('textbox', words.number_label)),
};

for (const [device, context, by] of [['wide', { viewport: WIDE }, 'mouse'], ['phone', PHONE, 'finger']]) {
  story(`nothing happens while idle: ${device}`, async ({ open }) => {
    // All places at once, each in a tab of its own user, so that ten seconds pass once.
    const users = [];
    for (const [place, go] of Object.entries(PLACES)) {
      const user = await open({ ...context, prepare: countsWork });
      user.hand = by;
      await user.adds(numberOf('silent'));
      await user.agrees();
      await user.mirror.getByText(words.stage_departed_origin).first().waitFor({ state: 'attached' });
      await user.workerStands();
      await go(user);
      await user.idle();
      users.push([place, user]);
    }
    await pass(LAST_WORD_MS + untilHourHasTurned());
    const before = [];
    for (const [, user] of users) {
      const work = await workOf(user);
      assert.ok(work.frames > 0 && work.draws > 0, 'the counters count');
      before.push(work);
    }
    await pass(IDLE_MS);
    for (const [i, [place, user]] of users.entries()) {
      const after = await workOf(user);
      assert.deepEqual(after, before[i], place);
    }
  });
}

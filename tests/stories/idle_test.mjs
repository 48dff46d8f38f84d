// Who only looks costs nothing: no animation frame, no timer, no drawing in ten seconds.
import assert from 'node:assert/strict';
import { setTimeout as pass } from 'node:timers/promises';
import { PHONE, WIDE, grouped, numberOf, story, words } from './harness/story.mjs';

const IDLE_MS = 10_000; // the figure promised; here the passing of time itself is what is tested

/** Counts from before the page loads: asked-for frames, fired timers, draw calls. */
const countAll = (context) => context.addInitScript(() => {
  const counts = window.work = { frames: 0, timers: 0, draws: 0 };
  const count = (owner, name, kind, wrap) => {
    const real = owner[name];
    owner[name] = function counted(...values) {
      if (wrap) {
        const call = values[0];
        values[0] = (...more) => {
          counts[kind] += 1;
          return call(...more);
        };
      } else {
        counts[kind] += 1;
      }
      return real.apply(this, values);
    };
  };
  count(window, 'requestAnimationFrame', 'frames');
  count(window, 'requestIdleCallback', 'timers', true);
  count(window, 'setTimeout', 'timers', true);
  count(window, 'setInterval', 'timers', true);
  for (const name of ['drawElements', 'drawArrays', 'clear', 'bufferData', 'texSubImage2D']) {
    count(WebGL2RenderingContext.prototype, name, 'draws');
  }
});

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
      const user = await open({ ...context, prepare: countAll });
      user.hand = by;
      await user.adds(numberOf('silent'));
      await user.agrees();
      await user.mirror.getByText(words.stage_departed_origin).first().waitFor({ state: 'attached' });
      await user.workerStands();
      await go(user);
      await user.idle();
      users.push([place, user]);
    }
    const before = [];
    for (const [, user] of users) {
      const work = await user.page.evaluate(() => ({ ...window.work, drawn: window.postwatch.frames }));
      assert.ok(work.frames > 0 && work.draws > 0, 'the counters count');
      before.push(work);
    }
    await pass(IDLE_MS);
    for (const [i, [place, user]] of users.entries()) {
      const after = await user.page.evaluate(() => ({ ...window.work, drawn: window.postwatch.frames }));
      assert.deepEqual(after, before[i], place);
    }
  });
}

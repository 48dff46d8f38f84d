// On every screen: who only looks costs nothing. For how long that is promised stands in idle_test.mjs; here it is each
// screen for a short while, which is enough for whatever draws again and again.
import assert from 'node:assert/strict';
import { setTimeout as pass } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { DEVICES, walks } from './harness/screens.mjs';
import { story } from './harness/story.mjs';
import { countsWork, workOf } from './harness/work.mjs';

const LOOKS = 3;
const WATCHED_MS = 1_500; // a caret would blink, an animation draw, a timer of a second fire

for (const device of Object.keys(DEVICES)) {
  story(`nothing happens on any screen while nobody does anything: ${device} wide`, async (world) => {
    let watched = 0;
    // With the real clock: a clock that is stood still draws frames of its own.
    await walks(world, { device, prepare: countsWork, hasRealClock: true }, async (user, screen) => {
      // What a wait of 300 ms has still to say may fall into the first look, but not into all of them.
      for (let looks = 1; ; looks += 1) {
        const before = await workOf(user);
        assert.ok(before.frames > 0 && before.draws > 0, 'the counters count');
        await pass(WATCHED_MS);
        if (looks < LOOKS && !isDeepStrictEqual(await workOf(user), before)) continue;
        assert.deepEqual(await workOf(user), before, screen.name);
        break;
      }
      watched += 1;
    });
    assert.ok(watched > 20);
  });
}

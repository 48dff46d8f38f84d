// On every screen: who only looks costs nothing, and who goes over it with the keyboard sees where the focus is. That
// nothing happens for long stands in idle_test.mjs; here nothing draws, and nothing is set to happen soon.
import assert from 'node:assert/strict';
import { setTimeout as pass } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { tooSmall } from './harness/controls.mjs';
import { walkOfFocus } from './harness/focus_walk.mjs';
import { DEVICES, walks } from './harness/screens.mjs';
import { story } from './harness/story.mjs';
import { countsWork, timersWithin, workOf } from './harness/work.mjs';

const LOOKS = 3;
const SOON_MS = 1_500; // no timer may be set to fire by then: neither a caret's nor a second's
const WATCHED_MS = 100; // whatever draws again and again does so meanwhile
const LEAST = { 390: 44, 1280: 24 }; // a finger; WCAG 2.2, 2.5.8
const LIST_WIDTH = 420; // beside other pages it is walked over once

async function nothingHappens(user, name) {
  const look = async () => ({ ...await workOf(user), soon: await timersWithin(user, SOON_MS) });
  // What a wait of 300 ms has still to say may be due at the first look, but not at all of them.
  for (let looks = 1; ; looks += 1) {
    const before = { ...await look(), soon: 0 };
    assert.ok(before.frames > 0 && before.draws > 0, 'the counters count');
    await pass(WATCHED_MS);
    const now = await look();
    if (isDeepStrictEqual(now, before)) return;
    assert.ok(looks < LOOKS, `${name}: ${JSON.stringify(now)} after ${JSON.stringify(before)}`);
    await pass(SOON_MS);
  }
}

/** Returns how many controls had the focus. */
async function focusIsSeen(user, screen, device) {
  assert.deepEqual(await tooSmall(user, LEAST[device]), [], `${screen.name}: too small`);
  if (screen.isPlain || screen.name.endsWith('-below')) return 0; // the browser scrolls a page
  const before = await user.page.evaluateHandle(() => document.activeElement);
  const { steps, faults } = await walkOfFocus(user, screen.isBesideList && device === '1280' ? LIST_WIDTH : 0);
  assert.deepEqual(faults, [], screen.name);
  await before.evaluate((element) => element.focus?.({ preventScroll: true }));
  await user.settles();
  return steps;
}

for (const device of Object.keys(DEVICES)) {
  story(`on every screen nothing happens by itself, and the focus is seen: ${device} wide`, async (world) => {
    let [watched, steps] = [0, 0];
    // With the real clock: a clock that is stood still draws frames of its own.
    await walks(world, { device, prepare: countsWork, hasRealClock: true, deviceScaleFactor: 1 }, async (user, screen) => {
      await nothingHappens(user, screen.name);
      steps += await focusIsSeen(user, screen, device);
      watched += 1;
    });
    assert.ok(watched > 20);
    assert.ok(steps > 200, `${steps} controls had the focus`);
  });
}

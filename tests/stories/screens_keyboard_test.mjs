// With the keyboard over every screen: what has the focus is in view and on top, and what can be pressed is large enough.
import assert from 'node:assert/strict';
import { DEVICES, walks } from './harness/screens.mjs';
import { story } from './harness/story.mjs';

const LEAST = { 390: 44, 1280: 24 }; // a finger; WCAG 2.2, 2.5.8

/**
 * The focus goes from control to control as Tab leads it (that Tab does is in keyboard_only_test.mjs), in one column on a
 * wide screen. Returns how many there were and what is wrong with where each one is.
 */
const walkOfFocus = (user, fromX) => user.page.evaluate(async (from) => {
  const rests = async () => {
    do {
      await new Promise((resume) => { requestAnimationFrame(resume); });
    } while (!window.postwatch.isIdle());
  };
  const faultsOf = (at) => {
    const { left, top, right, bottom } = at.getBoundingClientRect();
    const faults = [];
    const name = at.getAttribute('aria-label') || document.querySelector(`label[for="${at.id}"]`)?.textContent || at.textContent;
    if (!name.trim()) faults.push('has no name');
    if (document.activeElement !== at) return ['does not take the focus'];
    if (!at.matches(':focus-visible')) faults.push('has no ring');
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) faults.push(`is out of view: ${[left, top, right, bottom].map(Math.round)}`);
    if (getComputedStyle(at).clipPath !== 'none') faults.push('is cut');
    // Over the drawing only fields and links take the mouse: whatever else lies there would have to.
    for (const [x, y] of [[left + 3, top + 3], [(left + right) / 2, (top + bottom) / 2], [right - 3, bottom - 3]]) {
      const over = document.elementFromPoint(x, y);
      if (over?.id !== 'canvas' && !at.contains(over)) faults.push(`lies under ${over?.outerHTML.slice(0, 80)}`);
    }
    return faults.map((fault) => `"${name.trim().slice(0, 60)}" ${fault}`);
  };
  const faults = [];
  let steps = 0;
  for (const control of document.querySelectorAll('#mirror :is(button, a[href], input, select, textarea)')) {
    if (control.getBoundingClientRect().left < from) continue;
    document.activeElement.blur(); // what a finger has given the focus has no ring
    control.focus({ preventScroll: true, focusVisible: true });
    await rests();
    if (!control.isConnected) continue; // a row that was scrolled away
    faults.push(...faultsOf(control));
    steps += 1;
  }
  return { steps, faults };
}, fromX);

/** Controls that are to be seen and too small. */
const tooSmall = (user, least) => user.mirror.locator('button, a[href], input, select, textarea').evaluateAll((all, size) => all
  .filter((element) => !getComputedStyle(element).clipPath.includes('50%'))
  .map((element) => ({ name: element.ariaLabel || element.textContent || element.id, box: element.getBoundingClientRect() }))
  .filter(({ box }) => box.width < size - 0.5 || box.height < size - 0.5)
  .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`), least);

for (const device of Object.keys(DEVICES)) {
  story(`the focus is seen on every screen, and targets are large enough: ${device} wide`, async (world) => {
    let steps = 0;
    await walks(world, { device, deviceScaleFactor: 1 }, async (user, screen) => {
      assert.deepEqual(await tooSmall(user, LEAST[device]), [], `${screen.name}: too small`);
      if (screen.isPlain || screen.name.endsWith('-below')) return; // the browser scrolls a page; Tab scrolls by itself
      const before = await user.page.evaluateHandle(() => document.activeElement);
      const found = await walkOfFocus(user, screen.isBesideList && device === '1280' ? 420 : 0); // the list is walked elsewhere
      assert.deepEqual(found.faults, [], screen.name);
      steps += found.steps;
      await before.evaluate((element) => element.focus?.({ preventScroll: true }));
      await user.settles();
    });
    assert.ok(steps > 200, `${steps} steps`);
  });
}

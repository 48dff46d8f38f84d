// The focus on its way over a screen: whatever has it is in view and on top. That Tab leads it is in keyboard_only_test.mjs.
import { controlsOf, learnsNames } from './controls.mjs';

/**
 * The focus goes from control to control, from `fromX` to the right, and each time the drawing comes to rest. Returns how
 * many there were and what is wrong with where one is.
 */
export const walkOfFocus = (user, fromX) => learnsNames(user).then(() => controlsOf(user).evaluateAll(async (controls, from) => {
  const rests = async () => {
    do {
      await new Promise((resume) => { requestAnimationFrame(resume); });
    } while (!window.postwatch.isIdle());
  };
  const faultsOf = (at) => {
    if (document.activeElement !== at) return ['does not take the focus'];
    const { left, top, right, bottom } = at.getBoundingClientRect();
    const faults = [];
    if (!at.matches(':focus-visible')) faults.push('has no ring');
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) faults.push(`is out of view: ${[left, top, right, bottom].map(Math.round)}`);
    if (getComputedStyle(at).clipPath !== 'none') faults.push('is cut');
    // Over the drawing only fields and links take the mouse: whatever else lies there would have to.
    for (const [x, y] of [[left + 3, top + 3], [(left + right) / 2, (top + bottom) / 2], [right - 3, bottom - 3]]) {
      const over = document.elementFromPoint(x, y);
      if (over?.id !== 'canvas' && !at.contains(over)) faults.push(`lies under ${over?.outerHTML.slice(0, 80)}`);
    }
    return faults;
  };
  const faults = [];
  let steps = 0;
  document.activeElement.blur(); // what a finger has given the focus has no ring, nor what it leads to
  for (const control of controls) {
    if (control.getBoundingClientRect().left < from || control.closest('[inert]')) continue;
    control.focus({ preventScroll: true, focusVisible: true });
    await rests();
    if (!control.isConnected) continue; // a row that was scrolled away
    faults.push(...faultsOf(control).map((fault) => `"${window.nameOf(control).slice(0, 60)}" ${fault}`));
    steps += 1;
  }
  return { steps, faults };
}, fromX));

// The focus on its way over a screen: whatever has it is in view and on top. That Tab leads it is in keyboard_only_test.mjs.

/**
 * The focus goes from control to control, from `fromX` to the right, and each time the drawing comes to rest. Returns how
 * many there were and what is wrong with where one is.
 */
export const walkOfFocus = (user, fromX) => user.page.evaluate(async (from) => {
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
  const nameOf = (at) => (at.ariaLabel || document.querySelector(`label[for="${at.id}"]`)?.textContent || at.textContent).trim();
  const faults = [];
  let steps = 0;
  for (const control of document.querySelectorAll('#mirror :is(button, a[href], input, select, textarea)')) {
    if (control.getBoundingClientRect().left < from || control.closest('[inert]')) continue;
    document.activeElement.blur(); // what a finger has given the focus has no ring
    control.focus({ preventScroll: true, focusVisible: true });
    await rests();
    if (!control.isConnected) continue; // a row that was scrolled away
    faults.push(...faultsOf(control).map((fault) => `"${nameOf(control).slice(0, 60)}" ${fault}`));
    steps += 1;
  }
  return { steps, faults };
}, fromX);

/** Controls that are to be seen and smaller than `least` either way, in CSS pixels. */
export const tooSmall = (user, least) => user.mirror.locator('button, a[href], input, select, textarea').evaluateAll((all, size) => all
  .filter((element) => !getComputedStyle(element).clipPath.includes('50%'))
  .map((element) => ({ name: element.ariaLabel || element.textContent || element.id, box: element.getBoundingClientRect() }))
  .filter(({ box }) => box.width < size - 0.5 || box.height < size - 0.5)
  .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`), least);

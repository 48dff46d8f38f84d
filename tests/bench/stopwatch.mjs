// Time the page's own code takes on its one thread: `context.addInitScript(stopwatch)` before the page is opened.
//   window.spent    milliseconds in listeners of input and wheel, and in animation frames
//   window.framesRun   animation frames
export const stopwatch = () => {
  window.spent = 0;
  window.framesRun = 0;
  const timed = (act) => function measured(...given) {
    const begin = performance.now();
    try { return act.apply(this, given); } finally { window.spent += performance.now() - begin; }
  };
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (act) => request((...given) => {
    window.framesRun += 1;
    return timed(act)(...given);
  });
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function add(type, act, options) {
    const isInput = (type === 'input' || type === 'wheel') && typeof act === 'function';
    return listen.call(this, type, isInput ? timed(act) : act, options);
  };
};

/** What `act` makes the page spend until it is idle again: { spent, frames }. */
export async function measured(user, act) {
  await user.settles();
  await user.page.evaluate(() => { window.spent = 0; window.framesRun = 0; });
  await act();
  await user.settles();
  // Waiting for it asks for frames too, which do nothing.
  return user.page.evaluate(() => ({ spent: window.spent, frames: window.framesRun }));
}

// Time the page's own code takes on its one thread.

/** `context.addInitScript(stopwatch)` before the page is opened: window.spent is milliseconds by the clock in listeners of
 * input and wheel, and in animation frames. */
export const stopwatch = () => {
  window.spent = 0;
  const timed = (act) => function measured(...given) {
    const begin = performance.now();
    try { return act.apply(this, given); } finally { window.spent += performance.now() - begin; }
  };
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (act) => request(timed(act));
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function add(type, act, options) {
    const isInput = (type === 'input' || type === 'wheel') && typeof act === 'function';
    return listen.call(this, type, isInput ? timed(act) : act, options);
  };
};

/** Measures what acts make a page spend until it is idle again: { spent, cpu } in milliseconds. `cpu` is time of the
 * processor in scripts and wasm, so that other programs count less; asking for it is taken off. */
export async function meterOf(user) {
  const session = await user.context.newCDPSession(user.page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const scripts = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
  };
  const idle = () => user.page.evaluate(async () => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    for (let still = 0; still < 2; still = window.postwatch.isIdle() ? still + 1 : 0) await frame();
  });
  const once = async (act) => {
    await idle();
    const before = await scripts();
    await user.page.evaluate(() => { window.spent = 0; });
    await act();
    await idle();
    return { cpu: await scripts() - before, spent: await user.page.evaluate(() => window.spent) };
  };
  const asking = [];
  for (let i = 0; i < 15; i += 1) asking.push((await once(() => {})).cpu);
  const least = asking.sort((a, b) => a - b)[7];
  return async (act) => {
    const { cpu, spent } = await once(act);
    return { cpu: Math.max(0, cpu - least), spent };
  };
}

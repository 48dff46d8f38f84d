// What a page does while nobody does anything, counted from before it loads, and what it has set itself to do.

/** Counts asked-for frames, fired timers and draw calls, and keeps when each timer that has not fired yet will. */
export const countsWork = (context) => context.addInitScript(() => {
  const counts = window.work = { frames: 0, timers: 0, draws: 0 };
  window.dueTimers = []; // maps: timer -> when, by performance.now()
  const timer = (begin, end, dueAt) => {
    const due = new Map();
    window.dueTimers.push(due);
    const [realBegin, realEnd] = [window[begin], window[end]];
    window[begin] = (call, ...more) => {
      const id = realBegin.call(window, (...values) => {
        counts.timers += 1;
        if (begin === 'setInterval') due.set(id, dueAt(more[0]));
        else due.delete(id);
        return call(...values);
      }, ...more);
      due.set(id, dueAt(more[0]));
      return id;
    };
    window[end] = (id) => {
      due.delete(id);
      realEnd.call(window, id);
    };
  };
  const after = (ms = 0) => performance.now() + ms;
  timer('setTimeout', 'clearTimeout', after);
  timer('setInterval', 'clearInterval', after);
  timer('requestIdleCallback', 'cancelIdleCallback', () => after());
  const count = (owner, name, kind) => {
    const real = owner[name];
    owner[name] = function counted(...values) {
      counts[kind] += 1;
      return real.apply(this, values);
    };
  };
  count(window, 'requestAnimationFrame', 'frames');
  for (const name of ['drawElements', 'drawArrays', 'clear', 'bufferData', 'texSubImage2D']) {
    count(WebGL2RenderingContext.prototype, name, 'draws');
  }
});

export const workOf = (user) => user.page.evaluate(() => ({ ...window.work, drawn: window.postwatch.frames }));

/** How many timers will fire within so many milliseconds. */
export const timersWithin = (user, ms) => user.page.evaluate((most) =>
  window.dueTimers.flatMap((due) => [...due.values()]).filter((at) => at < performance.now() + most).length, ms);

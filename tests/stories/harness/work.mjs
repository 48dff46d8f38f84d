// What a page does while nobody does anything, counted from before it loads.

/** Counts asked-for frames, fired timers and draw calls. */
export const countsWork = (context) => context.addInitScript(() => {
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

export const workOf = (user) => user.page.evaluate(() => ({ ...window.work, drawn: window.postwatch.frames }));

// What cannot be drawn can still be read and used; a program that has stopped writes nothing more.
import assert from 'node:assert/strict';
import { difference, pixelsOf } from './harness/pixels.mjs';
import { grouped, numberOf, say, story, until, words } from './harness/story.mjs';

const NUMBER = numberOf('silent');

const keepLoser = (context) => context.addInitScript(() => {
  const real = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function getContext(kind, ...more) {
    const made = real.call(this, kind, ...more);
    if (kind === 'webgl2' && made) window.loser = made.getExtension('WEBGL_lose_context');
    return made;
  };
});
const withoutWebGL = (context) => context.addInitScript(() => {
  const real = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function getContext(kind, ...more) {
    return kind.startsWith('webgl') ? null : real.call(this, kind, ...more);
  };
});

const isPlain = (user) => user.page.evaluate(() => document.body.classList.contains('plain-view'));
const written = (user) => user.page.evaluate(() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('postwatch');
  opening.onerror = reject;
  opening.onsuccess = () => {
    const database = opening.result;
    const reading = database.transaction(['items', 'settings']);
    const items = reading.objectStore('items').getAll();
    const settings = reading.objectStore('settings').getAll();
    reading.oncomplete = () => {
      database.close();
      resolve(JSON.stringify([items.result, settings.result]));
    };
  };
}));

story('a lost context comes back and everything is drawn again', async ({ open }) => {
  const user = await open({ prepare: keepLoser, tolerates: [/CONTEXT_LOST_WEBGL|WebGL/] });
  await user.adds(NUMBER, { label: 'Grüße 茶 مرحبا' });
  await user.presses(words.consent_no_button);
  const picture = async () => {
    await user.clears(words.number_label);
    await user.page.evaluate(() => document.activeElement.blur());
    await user.page.mouse.move(640, 790);
    await user.idle();
    return pixelsOf(await user.page.screenshot());
  };
  await user.types(words.number_label, 'EE1');
  const before = await picture();
  const lost = user.page.evaluate(() => new Promise((resolve) => {
    document.getElementById('canvas').addEventListener('webglcontextlost', () => resolve(), { once: true });
  }));
  await user.page.evaluate(() => window.loser.loseContext());
  await lost;
  // What happens meanwhile is not lost.
  await user.find('textbox', words.number_label).focus();
  await user.page.keyboard.type('EE1');
  const restored = user.page.evaluate(() => new Promise((resolve) => {
    document.getElementById('canvas').addEventListener('webglcontextrestored', () => resolve(), { once: true });
  }));
  await user.page.evaluate(() => window.loser.restoreContext());
  await restored;
  await user.sees(say('verdict_incomplete', { count: 10 }));
  const after = await picture();
  assert.equal(await isPlain(user), false);
  let different = 0;
  for (let y = 0; y < before.height; y += 1) {
    for (let x = 0; x < before.width; x += 1) if (difference(before.at(x, y), after.at(x, y)) > 40) different += 1;
  }
  assert.ok(different < 200, `${different} pixels are not as before`);
  await user.presses(words.settings_button);
  await user.sees(words.settings_title);
});

story('a context that does not come back: the plain view is the page, and works', async ({ open }) => {
  const hurry = async (context) => {
    await keepLoser(context);
    await context.addInitScript(() => { // the same patience, passing faster
      const real = window.setTimeout;
      window.setTimeout = (call, wait, ...more) => real(call, wait === 5_000 ? 100 : wait, ...more);
    });
  };
  const user = await open({ prepare: hurry, tolerates: [/CONTEXT_LOST_WEBGL|WebGL/] });
  await user.adds(NUMBER);
  await user.page.evaluate(() => window.loser.loseContext());
  await until(() => isPlain(user), 'the plain view shows');
  await user.page.getByRole('alert').filter({ hasText: 'plain view' }).waitFor();
  await user.presses(words.consent_yes_button);
  await user.mirror.getByText(words.stage_departed_origin).first().waitFor();
});

story('without WebGL from the start the plain view does everything', async ({ open }) => {
  const user = await open({ prepare: withoutWebGL });
  assert.equal(await isPlain(user), true);
  await user.page.getByRole('alert').filter({ hasText: 'WebGL' }).waitFor();
  await user.types(words.number_label, 'EL123456789CN');
  await user.mirror.getByText(say('finding_check_digit', { expected: 5, found: 9 })).first().waitFor();
  await user.clears(words.number_label);
  await user.adds(NUMBER, { label: 'Tea' });
  await user.agrees();
  await user.mirror.getByText(words.stage_departed_origin).first().waitFor(); // really visible here
  await user.presses(words.settings_button);
  await user.sees(words.settings_title);
  assert.equal(await user.find('button', words.plain_view_off_button).count(), 0, 'there is no drawn view to go to');
  await user.reloads();
  await user.seesRows(['Tea']);
  await user.presses(user.row('Tea'));
  await user.presses(words.remove_button);
  await user.presses(words.undo_button);
  await user.seesRows(['Tea']);
});

story('the plain view is chosen and left again', async ({ open }) => {
  for (const hand of ['keyboard', 'mouse']) {
    const user = await open();
    await user.adds(NUMBER);
    await user.presses(words.settings_button, hand);
    await user.presses(words.plain_view_on_button, hand);
    await until(() => isPlain(user), 'it is the plain view');
    // On the words of a row, not beside them.
    if (hand === 'mouse') await user.row(grouped(NUMBER)).getByText(grouped(NUMBER)).click();
    else await user.presses(user.row(grouped(NUMBER)), hand);
    await user.find('region', words.item_region).getByText(words.channels_title).first().waitFor();
    await user.presses(words.settings_button, hand);
    await user.presses(words.plain_view_off_button, hand);
    await until(async () => !await isPlain(user), 'it is drawn');
    await user.presses(words.settings_button, hand);
    await user.context.close();
  }
});

story('the program traps: the page stays to be read, and nothing is written', async ({ open }) => {
  const trap = (context) => context.addInitScript(() => {
    // From when it is armed, the next thing the program asks of the page throws into it, as a trap would.
    const real = WebGL2RenderingContext.prototype.bufferData;
    WebGL2RenderingContext.prototype.bufferData = function bufferData(...values) {
      if (window.armed) throw new WebAssembly.RuntimeError('unreachable');
      return real.apply(this, values);
    };
  });
  const user = await open({ prepare: trap, tolerates: [/unreachable|RuntimeError|has stopped/] });
  await user.adds(NUMBER, { label: 'Tea' });
  await user.presses(words.consent_no_button);
  await user.idle();
  const before = await written(user);
  await user.page.evaluate(() => { window.armed = true; });
  await user.page.keyboard.press('Tab'); // the ring moves: what looks the same is not drawn again
  await user.page.locator('body.app-died.plain-view').waitFor();
  await user.page.getByRole('alert').filter({ hasText: 'stopped' }).waitFor();
  await user.mirror.getByText('Tea', { exact: true }).first().waitFor();

  // Everything that can still be tried.
  const frames = await user.page.evaluate(() => window.postwatch.frames);
  await user.page.evaluate(() => {
    for (const input of document.querySelectorAll('#mirror input')) {
      input.disabled = false;
      input.value = 'changed';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    for (const button of document.querySelectorAll('#mirror button')) {
      button.disabled = false;
      button.click();
    }
    window.dispatchEvent(new Event('resize'));
    window.dispatchEvent(new Event('offline'));
    document.dispatchEvent(new Event('visibilitychange'));
    new BroadcastChannel('postwatch').postMessage([{ number: 'EE900000019CN', revision: 99 }]);
  });
  await user.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
  assert.equal(await user.page.evaluate(() => window.postwatch.frames), frames);
  assert.equal(await written(user), before, 'nothing is written after a trap');
  await user.page.getByRole('button', { name: 'Reload' }).click();
  await user.appRuns();
  await user.seesRows(['Tea']);
});

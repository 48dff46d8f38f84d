// A new build waits until the user says yes, and then all tabs change together.
import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildOf, deployAnotherBuild, looksForUpdates } from './harness/another_build.mjs';
import { copyOfSite, grouped, numberOf, story, until, words } from './harness/story.mjs';

story('a new version waits for the yes, then both tabs use it', { site: copyOfSite }, async ({ open, site }) => {
  const one = await open();
  await one.adds(numberOf('silent'));
  await one.workerStands();
  const other = await one.opensAnotherTab();

  deployAnotherBuild(site);
  await one.page.bringToFront();
  await looksForUpdates(one);
  await one.sees(words.update_text);
  await other.sees(words.update_text);
  assert.equal(await buildOf(one), 'first');

  // A reload is no yes.
  await one.reloads();
  assert.equal(await buildOf(one), 'first');
  await one.sees(words.update_text);

  await one.presses(words.update_button);
  for (const user of [one, other]) {
    await until(async () => {
      try {
        return await buildOf(user) === 'second';
      } catch {
        return false; // just reloading
      }
    }, 'the tab runs the second build');
    await user.page.bringToFront();
    await user.appRuns();
    await user.seesRows([grouped(numberOf('silent'))]);
    assert.equal(await user.seesNow(words.update_text), false);
  }
});

story('half a new version is no new version', { site: copyOfSite }, async ({ open, site }) => {
  // The browser names the file that was not there.
  const user = await open({ tolerates: [/status of 404/, /bad-precaching-response/] });
  await user.workerStands();
  deployAnotherBuild(site);
  const start = readdirSync(site).filter((name) => name.startsWith('start.'));
  for (const name of start) rmSync(join(site, name));
  await user.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise((resolve) => {
      registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true });
    });
    await registration.update().catch(() => {});
    const worker = await found;
    while (worker.state !== 'redundant') {
      await new Promise((resolve) => { worker.addEventListener('statechange', resolve, { once: true }); });
    }
  });
  await user.reloads();
  assert.equal(await buildOf(user), 'first');
  assert.equal(await user.seesNow(words.update_text), false);
});

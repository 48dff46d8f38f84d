// A new build waits until the user says yes, and then all tabs change together.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { copyOfSite, grouped, numberOf, story, until, words } from './harness/story.mjs';

/** Writes a file and the compressed twins it had. */
function rewrite(path, text) {
  writeFileSync(path, text);
  if (existsSync(`${path}.br`)) writeFileSync(`${path}.br`, brotliCompressSync(text));
  if (existsSync(`${path}.gz`)) writeFileSync(`${path}.gz`, gzipSync(text));
}

/** Another build of the same page: start.js says so, and with it every name and hash on the way up changes. */
function deployAnotherBuild(site) {
  const path = (name) => join(site, name);
  const start = readdirSync(site).find((name) => /^start\.[0-9a-f]{10}\.js$/.test(name));
  const text = `${readFileSync(path(start), 'utf8')};document.documentElement.dataset.build = "second";`;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  const renamed = `start.${hash}.js`;
  for (const twin of ['', '.br', '.gz']) renameSync(path(start + twin), path(renamed + twin));
  rewrite(path(renamed), text);
  const page = readFileSync(path('index.html'), 'utf8').replaceAll(start, renamed);
  rewrite(path('index.html'), page);
  const integrity = (content) => `sha256-${createHash('sha256').update(content).digest('base64')}`;
  const worker = readFileSync(path('sw.js'), 'utf8')
    .replace(new RegExp(`\\{url:"${start}",revision:null,integrity:"[^"]+"\\}`),
      `{url:"${renamed}",revision:null,integrity:"${integrity(text)}"}`)
    .replace(/\{url:"\.\/",revision:"[^"]+",integrity:"[^"]+"\}/, `{url:"./",revision:"second",integrity:"${integrity(page)}"}`);
  assert.ok(worker.includes(renamed) && worker.includes('"second"'), 'the worker lists the new build');
  rewrite(path('sw.js'), worker);
}

const buildOf = (user) => user.page.evaluate(() => document.documentElement.dataset.build ?? 'first');
const looksForUpdates = (user) => user.page.evaluate(async () => { await (await navigator.serviceWorker.ready).update(); });

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

// From navigation to the first drawn frame: cold (empty profile) and warm offline (by the service worker), beside an
// empty page from the same server in the same run. Goal for the warm start: twice the empty page. Nothing is asserted.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browser } from '../stories/harness/browser.mjs';
import { copyOfSite, story } from '../stories/harness/story.mjs';
import { median } from './figures.mjs';

const ROUNDS = 7;

function siteWithAnEmptyPage(t) {
  const site = copyOfSite(t);
  writeFileSync(join(site, 'empty.html'), '<!doctype html><title>Empty</title><link rel="stylesheet" href="empty.css"><p>Empty');
  writeFileSync(join(site, 'empty.css'), 'p { color: green }');
  return site;
}

/** Milliseconds from the start of the navigation to the first frame after everything has been told. */
const firstFrame = () => new Promise((resolve) => {
  const done = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
  const isApp = document.getElementById('canvas');
  if (!isApp || document.body.classList.contains('app-running')) done();
  else window.addEventListener('postwatch-first-frame', done, { once: true });
});

async function measure(page, address) {
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.body && document.readyState !== 'loading');
  return page.evaluate(firstFrame);
}

story('starting', { site: siteWithAnEmptyPage }, async ({ served }) => {
  const figures = { empty: [], cold: [], warm: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await (await browser()).newContext();
    const page = await context.newPage();
    figures.empty.push(await measure(page, `${served.origin}/empty.html`));
    figures.cold.push(await measure(page, `${served.origin}/`));
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    figures.warm.push(await measure(page, `${served.origin}/`));
    await context.close();
  }
  for (const [name, values] of Object.entries(figures)) {
    console.log(`${name}: median ${median(values).toFixed(0)} ms, ${(median(values) / median(figures.empty)).toFixed(1)} x the empty page`);
  }
});

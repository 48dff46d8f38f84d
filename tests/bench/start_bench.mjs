// From navigation to the first drawn frame and to a field that answers what is typed into it: cold (empty profile) and
// warm offline (by the service worker). Beside an empty page and a small list in React, built here with Vite
// (react_list), from the same server in the same run. Goal for the warm start: twice the empty page. Nothing is
// asserted.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { browser } from '../stories/harness/browser.mjs';
import { copyOfSite, makeFolder, story } from '../stories/harness/story.mjs';
import { median } from './figures.mjs';

const ROUNDS = 7;

/** What is there when each has started, and what answers an "e" typed into its field. */
const PAGES = {
  empty: { path: '/empty.html', started: 'p' },
  react: { path: '/react/', started: '#root main', field: '#root input', answer: () => document.querySelector('#root input').value === 'E' },
  app: { path: '/', started: 'body.app-running', field: '#part-number', answer: () => /12/.test(document.getElementById('part-hint').textContent) },
};

function buildReactList(t, into) {
  const folder = makeFolder(t);
  cpSync(new URL('react_list', import.meta.url), folder, { recursive: true });
  const run = (program, ...words) => execFileSync(program, words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  run('npm', 'ci');
  run(process.execPath, 'node_modules/vite/bin/vite.js', 'build', '--base', './', '--outDir', into, '--logLevel', 'error');
  // As the program's own files: small ones ready beside them.
  for (const name of readdirSync(into, { recursive: true })) {
    if (!/\.(js|css|html)$/.test(name)) continue;
    const bytes = readFileSync(join(into, name));
    writeFileSync(join(into, `${name}.br`), brotliCompressSync(bytes));
    writeFileSync(join(into, `${name}.gz`), gzipSync(bytes));
  }
}

function siteWithPeers(t) {
  const site = copyOfSite(t);
  writeFileSync(join(site, 'empty.html'), '<!doctype html><title>Empty</title><link rel="stylesheet" href="empty.css"><p>Empty');
  writeFileSync(join(site, 'empty.css'), 'p { color: green }');
  buildReactList(t, join(site, 'react'));
  return site;
}

/** Before the page loads: watches until it has started, types, and writes down when things had been drawn. */
function watch({ started, field }, hasAnswered) {
  const times = window.startTimes = {};
  const afterFrame = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
  const until = (condition, then) => (condition() ? then() : requestAnimationFrame(() => until(condition, then)));
  const begin = () => {
    afterFrame(() => { times.frame = performance.now(); });
    if (!field) return;
    document.querySelector(field).focus();
    document.execCommand('insertText', false, 'e');
    until(hasAnswered, () => { times.usable = performance.now(); });
  };
  const observer = new MutationObserver(() => {
    if (!document.querySelector(started)) return;
    observer.disconnect();
    begin();
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
}

async function measure(page, address, { field }) {
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction((wanted) => window.startTimes?.frame && (!wanted || window.startTimes.usable), field);
  return page.evaluate(() => window.startTimes);
}

async function visit(origin, name, told) {
  const { path, answer, ...what } = PAGES[name];
  const context = await (await browser()).newContext();
  await context.addInitScript(`(${watch})(${JSON.stringify(what)}, ${answer})`);
  const page = await context.newPage();
  told(`${name}, cold`, await measure(page, origin + path, what));
  if (answer) {
    await page.evaluate(() => navigator.serviceWorker.ready);
    await measure(page, origin + path, what); // fills what is filled by a second visit
    await context.setOffline(true);
    told(`${name}, warm offline`, await measure(page, origin + path, what));
  }
  await context.close();
}

story('starting', { site: siteWithPeers }, async ({ served }) => {
  const figures = new Map();
  const note = (name, value) => { if (value) figures.set(name, [...figures.get(name) ?? [], value]); };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of Object.keys(PAGES)) {
      await visit(served.origin, name, (visited, { frame, usable }) => {
        note(`${visited}: first frame`, frame);
        note(`${visited}: usable field`, usable);
      });
    }
  }
  const empty = median(figures.get('empty, cold: first frame'));
  for (const [name, values] of figures) {
    console.log(`${name}: median ${median(values).toFixed(0)} ms, ${(median(values) / empty).toFixed(1)} x the empty page`);
  }
});

// What every story stands on: the real nginx on a free port with the built site, a stand-in for the source it asks,
// and people with a browser.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SAMPLES, startSampleSource } from '../../../shell/serve/sample_source.mjs';
import { serve } from '../../../shell/serve/serve.mjs';
import { browser } from './browser.mjs';
import { User } from './user.mjs';
import { words } from './words.mjs';

export { until } from './browser.mjs';
export { grouped } from './numbers.mjs';
export { like, pageWordsIn, say, words, wordsIn } from './words.mjs';

export const SITE = process.env.POSTWATCH_SITE;
export const SOURCE_NAME = 'UPU Global Track & Trace';

/** Sample number of a scenario, and the ordinary number of the same serial for which the stand-in plays it too. */
export const sampleOf = (scenario) => SAMPLES.find((sample) => sample.scenario === scenario).number;
export const numberOf = (scenario) => sampleOf(scenario).replace(/XX$/, 'CN');
/** The label the app gives a sample. */
export const labelOf = ({ scenario }) => words[`sample_label_${scenario.replaceAll('-', '_')}`];

const ORDINARY = Object.fromEntries(SAMPLES.map(({ scenario }) => [numberOf(scenario), scenario]));

/** No story takes so long; one that hangs fails. */
const LONGEST_MS = 240_000;

export const WIDE = { width: 1280, height: 800 };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** A folder removed after the story. */
export function makeFolder(t) {
  const above = process.env.POSTWATCH_WORK ?? tmpdir();
  mkdirSync(above, { recursive: true });
  const folder = mkdtempSync(join(above, 's-'));
  t.after(() => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // A browser that is ended after this still writes there. Thrown here, it would never be ended.
    }
  });
  return folder;
}

/** A copy of the built site, to be changed. */
export function copyOfSite(t) {
  const copy = join(makeFolder(t), 'site');
  cpSync(SITE, copy, { recursive: true });
  return copy;
}

/** Answers to what `address` matches wait, on a page or in a context, until the function that is returned is called. */
export async function holds(place, address) {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await place.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** So that User.waits can put the page's clock forward. */
function letTimePass(context) {
  return context.addInitScript(() => {
    const real = Date.now;
    let ahead = 0;
    Date.now = () => real() + ahead;
    window.passTime = (ms) => { ahead += ms; };
  });
}

/**
 * A story: told with { t, source, served, open }.
 *   source   stands in for the UPU: what was asked is counted there
 *   served   the running nginx
 *   open     a person opens the page: open({ path, prepare(context), clock, language, tolerates, …context options }) -> User
 *            with `starts: false` nobody waits for the app
 * Options: `site`, `sources` ({ number: scenario } the stand-in knows besides), `slowMs`, and what serve() takes.
 */
export function story(title, options, tell = options) {
  const { sources, slowMs = 300, site = SITE, ...serving } = tell === options ? {} : options;
  test(title, { timeout: LONGEST_MS }, async (t) => {
    const source = await startSampleSource({ alsoKnown: { ...ORDINARY, ...sources }, slowMs });
    t.after(() => source.close());
    const folder = typeof site === 'function' ? site(t) : site;
    const served = await serve({
      work: makeFolder(t), tools: process.env.POSTWATCH_TOOLS, site: folder, upstream: source.origin,
      sampleOptions: { slowMs }, sourceSettings: { 'upu-gtt': { rate: '100r/s', burst: 100 } }, ...serving,
    });
    t.after(() => served.stop());
    const users = [];
    const open = async ({ path = '/', prepare, clock, language = 'en', tolerates = [], starts = true, ...context } = {}) => {
      const made = await (await browser()).newContext({ viewport: WIDE, locale: 'en-GB', timezoneId: 'Europe/Paris', ...context });
      t.after(() => made.close());
      const user = new User(made, served.origin, { tolerates, language });
      users.push(user);
      if (clock) await letTimePass(made);
      await prepare?.(made);
      await (starts ? user.opens(path) : user.goesTo(path));
      return user;
    };
    await tell({ t, source, served, open, site: folder });
    for (const user of users) assert.deepEqual(user.complaints, [], 'the browser complained');
  });
}

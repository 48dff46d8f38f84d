// Each way an answer can fail has its own plain sentence, and takes nothing away.
import assert from 'node:assert/strict';
import { rmSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { grouped, like, numberOf, say, story, until, words } from './harness/story.mjs';

const SENTENCES = {
  'server-error': words.fault_upstream_down,
  'maintenance': words.fault_not_json,
  'truncated': words.fault_broken_json,
  'deep': words.fault_broken_json,
  'large': words.fault_too_large,
  'endless': words.fault_too_large,
  'refused': words.fault_refused,
};

/** What Chromium itself writes about answers that are no success. */
const STATUS = [/Failed to load resource: the server responded with a status of (403|429|500|502|504)/];
const UNREACHED = [/Failed to load resource: net::ERR_/];

const clock = (at) => new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });

/** nginx keeps answers; without them it has to ask the source again. */
function emptyCache(served) {
  const cache = join(served.settings.work, 'cache');
  for (const entry of readdirSync(cache)) rmSync(join(cache, entry), { recursive: true });
}

/** Bytes of each answer under /v1/ that reached the browser. */
async function countBytes(user) {
  const session = await user.context.newCDPSession(user.page);
  const addresses = new Map();
  const bytes = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const number = /\/v1\/.+\/(\w+)$/.exec(addresses.get(requestId) ?? '')?.[1];
    bytes.set(number, (bytes.get(number) ?? 0) + dataLength);
  });
  await session.send('Network.enable');
  return bytes;
}

story('every fault of a source is told in its own words', async ({ open }) => {
  const user = await open({ tolerates: STATUS });
  const bytes = await countBytes(user);
  const numbers = Object.keys(SENTENCES).map(numberOf);
  await user.page.evaluate((all) => { location.hash = `n=${all}`; }, numbers.join());
  await user.presses(words.offer_accept_button);
  await user.agrees();
  for (const [scenario, sentence] of Object.entries(SENTENCES)) {
    await user.presses(user.row(grouped(numberOf(scenario))));
    await user.sees(words.fault_title);
    await user.sees(sentence);
  }
  const megabyte = 1_000_000;
  assert.ok((bytes.get(numberOf('large')) ?? 0) < 1.5 * megabyte, 'the 5 MB are stopped early');
  const endless = bytes.get(numberOf('endless'));
  assert.ok(endless > megabyte && endless < 2 * megabyte, `of the endless body ${endless} bytes came`);
});

story('too many requests: the time from which it may be asked again', async ({ open }) => {
  const user = await open({ tolerates: STATUS });
  const before = Date.now();
  await user.adds(numberOf('too-many-requests'));
  await user.agrees();
  await user.sees(words.fault_title);
  const told = await user.mirror.getByText(like('fault_too_many_requests')).textContent();
  const possible = [before, Date.now()].map((at) => say('fault_too_many_requests', { time: clock(at + 120_000) }));
  assert.ok(possible.includes(told), told);
});

story('no records yet is an answer, not a fault', async ({ open }) => {
  const user = await open();
  await user.adds(numberOf('no-records'));
  await user.agrees();
  await user.sees(words.standing_no_records);
  await user.sees(words.advise_new_number);
  assert.equal(await user.seesNow(words.fault_title), false);
  assert.equal((await user.list())[0][1], words.chip_no_records);
});

story('while a slow source is asked, that is said; its answer still comes', { slowMs: 1_500 }, async ({ open }) => {
  const user = await open();
  await user.adds(numberOf('slow'));
  await user.agrees();
  await user.sees(words.chip_asking);
  await user.sees(words.stage_arrived_destination);
  assert.equal(await user.seesNow(words.fault_title), false);
});

story('removing an item cancels its question', { slowMs: 60_000 }, async ({ open, source }) => {
  const user = await open();
  const ended = [];
  user.context.on('requestfailed', (request) => ended.push(request.url()));
  await user.adds(numberOf('slow'));
  await user.presses(words.consent_yes_button, 'keyboard');
  await until(() => source.requests.length === 1, 'the source is asked');
  await user.find('button', words.remove_button).focus();
  await user.page.keyboard.press('Enter');
  await until(() => ended.length === 1, 'the request is cancelled');
  assert.match(ended[0], new RegExp(numberOf('slow')));
  await user.sees(words.empty_title);
});

story('a source that never answers is given up', { slowMs: 120_000 }, async ({ open }) => {
  // The same 20 seconds of patience, passing faster.
  const hurry = (context) => context.addInitScript(() => {
    const real = window.setTimeout;
    window.setTimeout = (call, wait, ...more) => real(call, wait === 20_000 ? 1_000 : wait, ...more);
  });
  const user = await open({ prepare: hurry });
  await user.adds(numberOf('slow'));
  await user.agrees();
  await user.sees(words.fault_timed_out);
});

story('what was known survives every fault', async ({ open, source, served }) => {
  const user = await open({ clock: true, tolerates: [...STATUS, ...UNREACHED] });
  const number = numberOf('silent');
  await user.adds(number);
  await user.agrees();
  await user.sees(words.stage_departed_origin);
  const survives = async (sentence) => {
    await user.idle(); // the fault before stays until the answer is there, or the wait has become long
    await user.sees(sentence);
    await user.sees(words.old_events_stay);
    const events = user.mirror.getByRole('listitem').filter({ hasText: 'Posting/Collection' });
    assert.equal(await events.count(), 1);
    assert.equal((await user.list())[0][1], words.stage_departed_origin);
  };
  for (const [scenario, sentence] of Object.entries(SENTENCES)) {
    source.teach(number, scenario);
    emptyCache(served);
    await user.waits(2);
    await user.presses(words.check_now_button);
    await survives(sentence);
  }
  await served.stop();
  await user.waits(2);
  await user.presses(words.check_now_button);
  await survives(words.fault_not_reachable);
  await user.context.setOffline(true);
  await user.sees(words.offline_banner);
  await user.waits(2);
  await user.presses(words.check_now_button);
  await survives(words.fault_offline);
});

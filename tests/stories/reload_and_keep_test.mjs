// The list is on the device as soon as it is on the screen: closing, reloading and killing the browser lose nothing.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { persistentBrowser } from './harness/browser.mjs';
import { WIDE, grouped, makeFolder, numberOf, story, until, words } from './harness/story.mjs';
import { User } from './harness/user.mjs';

const NUMBERS = ['delivered', 'silent', 'no-records'].map(numberOf);

/** The processes of the browser that uses this profile. */
function processesOf(profile) {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile);
    } catch {
      return false; // ended meanwhile
    }
  });
}

async function start(t, profile, origin) {
  const context = await persistentBrowser(profile, { viewport: WIDE, locale: 'en-GB' });
  t.after(() => context.close().catch(() => {}));
  const user = new User(context, origin);
  await user.opens();
  return user;
}

story('the browser is closed and opened again', async ({ t, served, source }) => {
  const profile = makeFolder(t);
  const before = await start(t, profile, served.origin);
  await before.adds(NUMBERS[0], { label: 'Tea from Hangzhou' });
  await before.agrees();
  await before.sees(words.stage_delivered);
  await before.adds(NUMBERS[1]);
  await before.sees(words.stage_departed_origin);
  await before.context.close();

  const after = await start(t, profile, served.origin);
  await after.seesRows(['Tea from Hangzhou', grouped(NUMBERS[1])]);
  await after.presses(after.row('Tea from Hangzhou'));
  assert.equal(await after.value(words.item_label_label), 'Tea from Hangzhou');
  await after.find('list', words.strip_name).waitFor({ state: 'attached' });
  assert.equal(source.counts().total, 2, 'a fresh answer is not asked for again');

  // The yes was kept too.
  await after.adds(NUMBERS[2]);
  await after.sees(words.standing_no_records);
  assert.equal(await after.seesNow(words.consent_title), false);
  assert.deepEqual([...before.complaints, ...after.complaints], []);
});

story('the plug is pulled right after adding', async ({ t, served }) => {
  const profile = makeFolder(t);
  const before = await start(t, profile, served.origin);
  for (const number of NUMBERS) await before.adds(number);
  const gone = new Promise((resolve) => { before.context.on('close', resolve); });
  for (const pid of processesOf(profile)) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch { /* its parent took it along */ }
  }
  await gone;
  await until(() => processesOf(profile).length === 0, 'the killed browser is gone');

  const after = await start(t, profile, served.origin);
  await after.seesRows(NUMBERS.map(grouped));
});

/** The label of the only item as it stands on the device. */
const keptLabel = (user) => user.page.evaluate(() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('postwatch');
  opening.onerror = reject;
  opening.onsuccess = () => {
    const reading = opening.result.transaction('items').objectStore('items').getAll();
    reading.onsuccess = () => {
      opening.result.close();
      resolve(reading.result[0] && JSON.parse(reading.result[0].record).label);
    };
  };
}));

story('what is typed as a label is kept without a button', async ({ open }) => {
  const user = await open();
  await user.adds(NUMBERS[0]);
  await user.types(words.item_label_label, 'Für Zoë 茶');
  await user.seesRows(['Für Zoë 茶']);
  await until(async () => await keptLabel(user) === 'Für Zoë 茶', 'the label is on the device');
  await user.reloads();
  await user.seesRows(['Für Zoë 茶']);
  assert.equal(await user.value(words.item_label_label), 'Für Zoë 茶');
});

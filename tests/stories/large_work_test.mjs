// What takes long says that it goes on, and does not take the page away: a long list is imported, exported, and written
// in few transactions.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupOf, countTransactions } from './harness/many_items.mjs';
import { PHONE, WIDE, makeFolder, story, until, words as english, wordsIn } from './harness/story.mjs';

const ITEMS = 4_000;
const EVENTS = 8;
const SEVERAL = 600; // items, for more than one transaction
const MANY = 100; // items in a transaction
const WRONG = 'EL123456789CN';

function fileOf(t, count = ITEMS, events = EVENTS) {
  const path = join(makeFolder(t), 'long.json');
  writeFileSync(path, backupOf(count, events));
  return path;
}

/**
 * window.story: what was to be seen of long work, in its order, each once: 'reading', 'importing', 'exporting' by the
 * sentences `words`, 'question', 'answered' when the page has judged a number that was typed, 'searched' when it shows
 * what a search has found, each with '+painted' when a frame was painted behind it, and what went on beside an answer.
 */
const watchWork = (context, words) => context.addInitScript((sentences) => {
  const told = window.story = [];
  const tell = (what) => { if (!told.includes(what)) told.push(what); };
  const look = () => {
    const shown = document.getElementById('part-going')?.textContent ?? '';
    const going = Object.keys(sentences).find((name) => shown.includes(sentences[name]));
    if (going && !told.includes(going)) setTimeout(() => tell(`${going}+painted`)); // the frame ends before it
    if (going) tell(going);
    if (document.getElementById('part-import')) tell('question');
    if (going && document.getElementById('part-shown')) tell(`searched while ${going}`);
    if (document.getElementById('part-entry/repairs')) tell(going ? `answered while ${going}` : 'answered');
  };
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(look).observe(document.getElementById('mirror'), { childList: true, subtree: true, characterData: true });
  });
}, { reading: words.file_reading, importing: words.import_going, exporting: words.export_going, changing: words.change_going });

const watched = (words) => async (context) => {
  await watchWork(context, words);
  await countTransactions(context);
};

async function chooses(user, path) {
  await user.choosesFile(user.words.import_button, path);
  await user.find('button', user.words.import_accept_button).waitFor({ state: 'attached' });
}

const rows = (user) => user.find('list', user.words.list_name).getByRole('listitem').last().getAttribute('aria-setsize').then(Number);
const goesOn = (user) => user.page.locator('[id="part-going"]').waitFor({ state: 'attached' });

const PLACES = [
  ['beside the list', 'en', { viewport: WIDE }],
  ['on a phone, in Chinese', 'zh-Hans', { ...PHONE, locale: 'zh-CN' }],
];
for (const [where, language, context] of PLACES) {
  story(`a long list is imported ${where}: the page says that it goes on, answers meanwhile, and has it after a reload`, async ({ t, open }) => {
    const { words, say } = wordsIn(language);
    const user = await open({ ...context, language, prepare: watched(words) });
    const isPhone = context !== PLACES[0][2];
    if (isPhone) user.hand = 'finger';
    await user.presses(words.settings_button);
    const path = fileOf(t);
    await user.page.evaluate((text) => { // the quickest disk there is
      const bytes = new TextEncoder().encode(text).buffer;
      Blob.prototype.arrayBuffer = () => Promise.resolve(bytes);
    }, readFileSync(path, 'utf8'));
    await chooses(user, path);
    assert.deepEqual(await user.page.evaluate(() => window.story), ['reading', 'reading+painted', 'question'],
      'it is said, and painted, before the page reads');
    await user.clicks(user.find('button', words.import_accept_button));
    await goesOn(user);
    if (isPhone) {
      await user.find('button', words.back_button).evaluate((button) => button.click());
      await user.find('textbox', words.number_label).waitFor({ state: 'attached' });
    }
    await user.find('textbox', words.number_label).focus();
    await user.page.keyboard.insertText(WRONG);
    await user.hears(say('notice_imported', { count: ITEMS }));
    assert.ok((await user.page.evaluate(() => window.story)).includes('answered while importing'), 'what is typed is judged meanwhile');
    assert.equal(await user.find('button', words.import_stop_button).count(), 0, 'it is over');
    assert.equal(await rows(user), ITEMS);
    await user.isKept();
    assert.equal(await user.page.evaluate(() => window.keptItems), ITEMS);
    const [full, ...others] = await user.page.evaluate(() => window.transactions);
    assert.ok(full >= MANY && full <= ITEMS / 4, `${full} items in a transaction: few of them, and none with all`);
    assert.deepEqual(others.slice(0, -1).filter((size) => size !== full), [], 'every portion is one transaction');
    await user.reloads();
    await until(async () => await rows(user) === ITEMS, 'all of it is there again');
  });
}

story('after a long import a removal is taken back as ever, and all of it is exported', async ({ t, open }) => {
  const user = await open({ prepare: watched(english) });
  const { words, say } = user;
  await user.presses(words.settings_button);
  await chooses(user, fileOf(t));
  await user.presses(words.import_accept_button);
  await user.hears(say('notice_imported', { count: ITEMS }));
  const [title] = await user.titles();
  await user.presses(user.row(title));
  await user.presses(words.remove_button);
  await until(async () => await rows(user) === ITEMS - 1, 'it has gone');
  await user.presses(words.undo_button);
  await until(async () => await rows(user) === ITEMS, 'it is back');

  await user.presses(words.settings_button);
  const download = user.page.waitForEvent('download');
  await user.presses(words.export_button);
  const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  assert.equal(file.items.length, ITEMS);
  assert.equal(file.count, ITEMS);
  assert.equal(new Set(file.items.map(({ number }) => number)).size, ITEMS);
  assert.ok((await user.page.evaluate(() => window.story)).includes('exporting+painted'), 'it is said that it is being written');
});

story('thousands of chosen items are archived and taken back: the page says so, answers meanwhile, and has it after a reload', async ({ t, open }) => {
  const user = await open({ prepare: watched(english) });
  const { words, say, like } = user;
  await user.presses(words.settings_button);
  await chooses(user, fileOf(t, ITEMS, 2));
  await user.presses(words.import_accept_button);
  await user.hears(say('notice_imported', { count: ITEMS }));
  await user.presses(words.choose_button);
  await user.presses(words.choose_all_button);
  const archive = user.find('region', words.list_region).getByRole('button', { name: words.archive_button, exact: true });
  for (const [press, search, sentence] of [
    [archive, 'Tea 8', say('notice_archived', { what: say('count_items', { count: ITEMS }) })],
    [user.find('button', words.undo_button), 'Lens 1', like('notice_taken_back')],
  ]) {
    await user.page.evaluate(() => { window.story.length = 0; });
    await user.clicks(press);
    await goesOn(user);
    await user.find('textbox', words.search_label).focus();
    await user.page.keyboard.insertText(search);
    await user.find('status').getByText(sentence).waitFor({ state: 'attached' });
    const told = await user.page.evaluate(() => window.story);
    assert.ok(told.includes('changing+painted'), 'it is said that it goes on');
    assert.ok(told.includes('searched while changing'), 'what is typed is searched for meanwhile');
    await user.clears(words.search_label);
  }
  await until(async () => await rows(user) === ITEMS, 'all of it is back');
  await user.isKept();
  await user.reloads();
  await until(async () => await rows(user) === ITEMS, 'all of it is there again');
});

story('the page is left while a long list is imported: what was there is there, and the file brings the rest', async ({ t, open }) => {
  const user = await open({ prepare: watched(english) });
  const { words } = user;
  const path = fileOf(t);
  await user.presses(words.settings_button);
  await chooses(user, path);
  await user.clicks(user.find('button', words.import_accept_button));
  const full = await until(() => user.page.evaluate(() => window.keptItems && window.transactions[0]), 'some of it is on the device');
  await user.reloads();
  await user.find('list', words.list_name).waitFor({ state: 'attached' });
  await user.idle();
  const before = await rows(user);
  assert.ok(before > 0 && before <= ITEMS && before % full === 0, `whole transactions: ${before}`);
  await user.presses(words.settings_button);
  await chooses(user, path);
  await user.sees(user.like('import_text', { count: ITEMS, fresh: ITEMS - before, changed: 0, same: before }));
  await user.presses(words.import_accept_button);
  await until(async () => await rows(user) === ITEMS, 'all of it is there');
});

story('an import that is stopped keeps what came', async ({ t, open }) => {
  const user = await open({ prepare: watched(english) });
  const { words } = user;
  await user.presses(words.settings_button);
  await chooses(user, fileOf(t));
  await user.clicks(user.find('button', words.import_accept_button));
  await user.find('button', words.import_stop_button).evaluate((button) => button.click());
  await user.idle();
  const there = await rows(user);
  assert.ok(there > 0 && there < ITEMS, String(there));
  await user.hears(user.say('notice_imported', { count: there }));
});

story('what one tab imports the other tab shows', async ({ t, open }) => {
  const one = await open();
  const other = await one.opensAnotherTab();
  await one.page.bringToFront();
  await one.presses(one.words.settings_button);
  await chooses(one, fileOf(t, 1_000, 2));
  await one.presses(one.words.import_accept_button);
  await other.page.bringToFront();
  await other.find('list', one.words.list_name).waitFor({ state: 'attached' });
  await until(async () => await rows(other) === 1_000, 'the other tab has all');
});

story('a device that is full keeps nothing of an import, says so, and takes all of it once there is room', async ({ t, open }) => {
  const user = await open({ prepare: watched(english) });
  const { words } = user;
  const session = await user.context.newCDPSession(user.page);
  const setQuota = (size) => session.send('Storage.overrideQuotaForOrigin', { origin: user.origin, ...size });
  await setQuota({ quotaSize: 1 });
  await user.presses(words.settings_button);
  await chooses(user, fileOf(t, SEVERAL, 2));
  await user.presses(words.import_accept_button);
  await user.sees(words.storage_full);
  await until(async () => await rows(user) === SEVERAL, 'it works in memory');
  await user.idle();
  assert.equal(await user.page.evaluate(() => window.keptItems), 0, 'nothing of it is on the device');
  await setQuota({});
  await user.presses(user.row((await user.titles())[0]));
  await user.types(words.item_label_label, 'Tea');
  await user.noLongerSees(words.storage_full);
  await user.reloads();
  await until(async () => await rows(user) === SEVERAL, 'all of it is there again');
});

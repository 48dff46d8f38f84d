// What somebody with 10,000 items of 20 events waits for: a file is read, imported, on the device, exported; all of them
// are archived, and that is taken back; and a long text is looked through for numbers. For each the time until it is there
// and the longest single task of the page, in which it answers nobody. Times are not asserted; docs/figures.md keeps them.
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupOf, countTransactions, memoryOf, watchMemory } from '../stories/harness/many_items.mjs';
import { numberWith } from '../stories/harness/numbers.mjs';
import { like, makeFolder, say, story, until, words } from '../stories/harness/story.mjs';

const ITEMS = 10_000;
const EVENTS = 20;
const TEXT_SIZE = 10_000_000; // bytes, the most that is read

/** window.tasks: milliseconds of each task that took longer than 50. */
const watchTasks = (context) => context.addInitScript(() => {
  window.tasks = [];
  new PerformanceObserver((seen) => {
    for (const { duration } of seen.getEntries()) window.tasks.push(duration);
  }).observe({ type: 'longtask' });
});

async function measures(user, what, act, ends) {
  await user.idle();
  await user.page.evaluate(() => { window.tasks.length = 0; });
  const begin = performance.now();
  await act();
  await ends();
  const wall = performance.now() - begin;
  await new Promise((resume) => { setTimeout(resume, 300); }); // until the observer has told
  const tasks = await user.page.evaluate(() => window.tasks);
  console.log(`${what}: ${wall.toFixed(0)} ms; longest task ${Math.max(0, ...tasks).toFixed(0)} ms, ${tasks.length} above 50 ms, `
    + `together ${tasks.reduce((sum, one) => sum + one, 0).toFixed(0)}; memory ${(await memoryOf(user.page) / 2 ** 20).toFixed(0)} MB`);
}

const rows = (user) => user.find('list', words.list_name).getByRole('listitem').last().getAttribute('aria-setsize');

/** To the clipboard; the focus stays. Chromium's own insertText takes 20 s for as much. */
const copies = (user, text) => user.page.evaluate((copied) => {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  document.body.append(area);
  area.value = copied;
  area.select();
  document.execCommand('copy');
  area.remove();
  before.focus();
}, text);

/** Mails with a number now and then. */
function longText() {
  const lines = [];
  for (let size = 0, i = 0; size < TEXT_SIZE - 200; i += 1) {
    lines.push(i % 100 ? 'Thank you for your order 4711 of 12.03.2026; we shall write again when it leaves.' : `Sent as ${numberWith('RR', String(10_000_000 + i), 'CN')} today.`);
    size += lines.at(-1).length + 1;
  }
  return lines.join('\n');
}

story(`waits of somebody with ${ITEMS} items`, async ({ t, open }) => {
  const user = await open({ prepare: async (context) => {
    await watchTasks(context);
    await watchMemory(context);
    await countTransactions(context);
  } });
  const folder = makeFolder(t);
  const file = join(folder, 'backup.json');
  writeFileSync(file, backupOf(ITEMS, EVENTS));
  console.log(`the file: ${statSync(file).size} B`);
  await user.presses(words.settings_button);
  const choose = async (path) => {
    const chooser = user.page.waitForEvent('filechooser');
    await user.presses(words.import_button);
    return () => chooser.then((one) => one.setFiles(path));
  };
  const question = like('import_text', { count: ITEMS });
  const shown = () => user.mirror.getByText(question).waitFor({ state: 'attached', timeout: 120_000 });
  const kept = () => until(() => user.page.evaluate((wanted) => window.keptItems >= wanted, ITEMS), 'all is on the device', 200_000);
  await measures(user, 'file chosen, until the question', await choose(file), shown);
  const begin = performance.now();
  await measures(user, 'Import pressed, until the list', () => user.presses(words.import_accept_button), async () => {
    await user.find('list', words.list_name).waitFor({ state: 'attached', timeout: 120_000 });
    await until(async () => await rows(user) === String(ITEMS), 'all of it is in the list');
  });
  await kept();
  console.log(`until all is on the device: ${(performance.now() - begin).toFixed(0)} ms; ${await user.page.evaluate(() => window.transactions.length)} transactions`);
  const download = user.page.waitForEvent('download', { timeout: 120_000 });
  await measures(user, 'Export pressed, until the download', () => user.presses(words.export_button), async () => { await (await download).path(); });
  await measures(user, 'the same file once more, until the question', await choose(file), shown);
  await user.presses(words.import_decline_button);
  await user.presses(words.choose_button);
  await user.presses(words.choose_all_button);
  const archive = user.find('region', words.list_region).getByRole('button', { name: words.archive_button, exact: true });
  const told = (sentence) => user.find('status').getByText(sentence).waitFor({ state: 'attached', timeout: 120_000 });
  await measures(user, 'all of it archived', () => user.clicks(archive),
    () => told(say('notice_archived', { what: say('count_items', { count: ITEMS }) })));
  await measures(user, 'and taken back', () => user.clicks(user.find('button', words.undo_button)),
    () => told(like('notice_taken_back')));
  await user.presses(words.choose_done_button);
  await user.reloads();
  await measures(user, 'opened again, until the list', () => user.page.reload(), async () => {
    await user.find('list', words.list_name).waitFor({ state: 'attached', timeout: 120_000 });
    await until(async () => await rows(user) === String(ITEMS), 'all of it is in the list');
  });
});

story('waits of somebody with a long text', async ({ t, open }) => {
  const user = await open({ prepare: async (context) => {
    await watchTasks(context);
    await watchMemory(context);
  } });
  const text = join(makeFolder(t), 'long.txt');
  writeFileSync(text, longText());
  await user.presses(words.paste_button);
  const chooser = user.page.waitForEvent('filechooser');
  await user.presses(words.paste_file_button);
  const chosen = await chooser;
  await measures(user, 'a text of 10 MB chosen, until its numbers', () => chosen.setFiles(text),
    () => user.find('heading', words.paste_found_title).waitFor({ state: 'attached', timeout: 120_000 }));
  const add = user.find('button', /^Add \d/);
  const [count] = (await add.last().textContent()).match(/\d+/);
  await measures(user, `its ${count} numbers added, until they are in the list`, () => user.presses(add.last()),
    () => user.hears(say('notice_items_added', { count: 0 }).replace('0', count)));
  await user.presses(words.paste_button);
  const pasted = longText().slice(0, 262_144);
  await user.clicks(user.find('textbox', words.paste_label));
  await copies(user, pasted);
  await measures(user, 'as much pasted as the field takes, until its numbers', () => user.page.keyboard.press('Control+V'),
    () => user.idle());
});

// Everything as one file, and back.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { like, makeFolder, numberOf, say, story, words } from './harness/story.mjs';

async function exported(user) {
  const download = user.page.waitForEvent('download');
  await user.presses(words.export_button);
  const file = await download;
  assert.match(file.suggestedFilename(), /^postwatch-\d{4}-\d\d-\d\d\.json$/);
  return { path: await file.path(), name: file.suggestedFilename() };
}

const imports = (user, path, hand) => user.choosesFile(words.import_button, path, hand);

const wipe = (user) => user.page.evaluate(async () => {
  localStorage.clear();
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('postwatch');
    request.onsuccess = resolve;
    request.onerror = reject;
  });
});

story('exported, wiped, imported: the same list', async ({ t, open, source }) => {
  const user = await open();
  await user.adds(numberOf('silent'), { label: 'Tea' });
  await user.agrees();
  await user.sees(words.stage_departed_origin);
  await user.adds(numberOf('no-records'), { label: 'Letter' });
  await user.sees(words.standing_no_records);
  const before = await user.list();
  await user.presses(words.settings_button);
  const { path } = await exported(user);
  await user.hears(words.notice_file_saved);
  const kept = JSON.parse(readFileSync(path, 'utf8'));
  assert.equal(kept.items.length, 2);
  const copy = join(makeFolder(t), 'export.json');
  writeFileSync(copy, readFileSync(path));

  await wipe(user);
  await user.reloads();
  await user.sees(words.empty_title);
  await user.presses(words.settings_button);
  await imports(user, copy);
  await user.sees(like('import_text', { count: 2, fresh: 2, changed: 0, same: 0 }));
  assert.equal(await user.find('list', words.list_name).count(), 0, 'nothing is imported before the yes');
  await user.presses(words.import_accept_button);
  await user.hears(say('notice_imported', { count: 2 }));
  await user.seesRows(['Tea', 'Letter']);
  assert.deepEqual((await user.list()).map(([title, chip]) => [title, chip]).sort(), before.map(([title, chip]) => [title, chip]).sort());
  await user.reloads();
  await user.seesRows(['Tea', 'Letter']);
  await user.presses(user.row('Tea'));
  await user.sees(words.stage_departed_origin);
  assert.equal(source.counts().total, 2, 'fresh answers came with the file');

  // Once more: nothing new, and said so.
  await user.presses(words.settings_button);
  await imports(user, copy, 'keyboard');
  await user.sees(like('import_text', { count: 2, fresh: 0, changed: 0, same: 2 }));
  await user.presses(words.import_decline_button);
  await user.seesRows(['Tea', 'Letter']);
});

story('a file from another device is merged into the list', async ({ t, open }) => {
  const [one, other] = [await open(), await open()];
  const folder = makeFolder(t);
  await other.adds(numberOf('silent'), { label: 'Tea' });
  await other.adds(numberOf('delivered'), { label: 'Camera' });
  await other.presses(words.settings_button);
  const file = join(folder, 'other.json');
  writeFileSync(file, readFileSync((await exported(other)).path));

  await one.adds(numberOf('delivered'));
  await one.agrees();
  await one.find('list', words.strip_name).waitFor({ state: 'attached' });
  await one.presses(words.settings_button);
  await imports(one, file);
  await one.mirror.getByText(like('import_text', { count: 2, fresh: 1 })).waitFor({ state: 'attached' });
  await one.presses(words.import_accept_button);
  await one.row('Tea').waitFor({ state: 'attached' });
  assert.equal((await one.list()).length, 2);
  assert.ok((await one.list()).flat().includes(words.stage_delivered), 'what was known here stays');
});

story('a file that cannot be used is told why, and changes nothing', async ({ t, open }) => {
  const user = await open();
  await user.adds(numberOf('silent'), { label: 'Tea' });
  await user.presses(words.settings_button);
  const whole = readFileSync((await exported(user)).path, 'utf8');
  const folder = makeFolder(t);
  const newer = JSON.stringify({ ...JSON.parse(whole), version: 99 });
  for (const [content, why] of [
    [whole.slice(0, whole.length - 40), words.import_damaged],
    [newer, words.import_newer],
    ['{"hello": 1}', words.import_not_a_backup],
    ['GIF89a', words.import_not_a_backup],
  ]) {
    const file = join(folder, 'file.json');
    writeFileSync(file, content);
    await imports(user, file);
    await user.hears(say('notice_import_failed', { what: why }));
    await user.seesRows(['Tea']);
  }
});

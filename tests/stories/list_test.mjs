// Keeping order in the list: search, views, choosing several, archive, removed items, notes; wide and on a phone.
import assert from 'node:assert/strict';
import { focused } from './harness/controls.mjs';
import { LENS, TEACUP, withSamples } from './harness/samples.mjs';
import { PHONE, story, words } from './harness/story.mjs';

const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

for (const [where, options] of [['on a wide screen', {}], ['on a phone', PHONE]]) {
  story(`${where}, items are searched for, and what hides the others is said`, async ({ open }) => {
    const user = await withSamples(open, options);
    const all = await user.titles();
    await user.types(words.search_label, 'curitiba');
    await user.seesRows([LENS]);
    await user.sees(filled(words.shown_of, { shown: 1, all: all.length, where: words.scope_current }));
    await user.presses(words.show_all_button);
    await user.seesRows(all);
  });

  story(`${where}, several items are chosen and archived, taken back, and archived for good`, async ({ open }) => {
    const user = await withSamples(open, options);
    const all = await user.titles();
    const archiveBoth = async () => {
      await user.presses(words.choose_button);
      for (const title of [LENS, TEACUP]) await user.clicks(user.find('checkbox', new RegExp(title)));
      await user.presses(user.find('region', words.list_region).getByRole('button', { name: words.archive_button, exact: true }));
    };
    await archiveBoth();
    await user.presses(words.undo_button);
    await user.presses(words.choose_done_button);
    await user.seesRows(all);
    await archiveBoth();
    await user.presses(words.choose_done_button);
    const left = all.filter((title) => ![LENS, TEACUP].includes(title));
    await user.seesRows(left);
    await user.isKept();
    await user.reloads();
    await user.seesRows(left);
  });
}

story('a removed item lies under Removed and comes back with its history', async ({ open }) => {
  const user = await withSamples(open);
  await user.presses(user.row(TEACUP));
  await user.presses(words.remove_button);
  await user.isKept();
  await user.reloads();
  await user.presses(words.list_options_button);
  await user.chooses(words.filter_scope, { label: words.scope_removed });
  await user.seesRows([TEACUP]);
  await user.presses(user.row(TEACUP));
  await user.sees(words.stage_delivered);
  await user.presses(words.restore_button);
  await user.presses(words.show_all_button);
  await user.row(TEACUP).waitFor({ state: 'attached' });
});

story('a note and a tag stay with the item and are found by the search', async ({ open }) => {
  const user = await withSamples(open);
  await user.presses(user.row(LENS));
  await user.types(words.note_label, 'For the birthday');
  await user.types(words.tag_label, 'gift');
  await user.presses(words.tag_add_button);
  await user.find('button', filled(words.tag_remove_button, { tag: 'gift' })).waitFor({ state: 'attached' });
  await user.isKept();
  await user.reloads();
  for (const typed of ['birthday', 'gift']) {
    await user.types(words.search_label, typed);
    await user.seesRows([LENS]);
    await user.clears(words.search_label);
  }
});

story('with the keyboard alone: slash searches, arrows walk the list, Ctrl K opens a command, Esc goes back', async ({ open }) => {
  const user = await withSamples(open);
  await user.page.locator('body').press('Escape');
  await user.page.evaluate(() => document.activeElement.blur());
  await user.page.keyboard.press('/');
  await user.settles();
  assert.equal((await focused(user)).id, 'part-search');
  await user.page.keyboard.press('ArrowDown');
  await user.settles();
  const first = (await focused(user)).name;
  assert.ok(first.includes((await user.titles())[0]), first);
  await user.page.keyboard.press('ArrowDown');
  await user.settles();
  assert.ok((await focused(user)).name.includes((await user.titles())[1]));
  await user.page.keyboard.press('Control+k');
  await user.settles();
  await user.page.keyboard.type(words.theme_dark);
  await user.page.keyboard.press('Enter');
  await user.settles();
  assert.equal(await user.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
  assert.equal(await user.page.evaluate(() => getComputedStyle(document.body).color), 'rgb(236, 239, 241)');
  assert.equal(await user.find('dialog', words.commands_title).count(), 0);
  assert.ok((await focused(user)).name.includes((await user.titles())[1]), 'the focus is back at the row');
});

story('colours and text size are kept for the next visit', async ({ open }) => {
  const user = await withSamples(open);
  await user.presses(words.settings_button);
  await user.chooses(words.theme_label, { label: words.theme_dark });
  await user.chooses(words.text_size_label, { label: '150 %' });
  await user.isKept();
  await user.reloads();
  await user.page.waitForFunction(() => getComputedStyle(document.documentElement).colorScheme === 'dark');
  const size = () => user.row(LENS).locator('span').first().evaluate((piece) => parseFloat(getComputedStyle(piece).fontSize));
  await user.settles();
  assert.ok(await size() > 20, `${await size()}`);
});

// What can be taken back: an import, a number, a note, a tag. With keys alone, and with a finger on a phone.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupOf } from './harness/many_items.mjs';
import { PHONE, grouped, labelOf, makeFolder, numberOf, story, until, wordsIn } from './harness/story.mjs';

const LENS = labelOf({ scenario: 'held-by-customs' });

const rows = (user) => user.find('list', user.words.list_name).getByRole('listitem').count();

async function imports(user, t, count) {
  const path = join(makeFolder(t), 'list.json');
  writeFileSync(path, backupOf(count, 2));
  await user.presses(user.words.settings_button);
  const chooser = user.page.waitForEvent('filechooser');
  await user.presses(user.words.import_button);
  await (await chooser).setFiles(path);
  await user.presses(user.words.import_accept_button);
  await user.hears(user.say('notice_imported', { count }));
}

/** As somebody does who has nothing in a field. */
async function pressesUndoKey(user, key = 'Control+z') {
  await user.page.evaluate(() => document.activeElement.blur());
  await user.page.keyboard.press(key);
  await user.settles();
}

async function palette(user, typed) {
  await user.page.keyboard.press('Control+k');
  await user.settles();
  await user.page.keyboard.type(typed);
  await user.settles();
}

story('with keys alone, an added number is taken back, and what it had asked is no longer waited for', async ({ open }) => {
  const user = await open();
  user.hand = 'keyboard';
  const number = numberOf('silent');
  await user.adds(number);
  await user.agrees();
  await pressesUndoKey(user);
  await user.row(grouped(number)).waitFor({ state: 'detached' });
  await user.hears(user.say('notice_taken_back', { what: user.say('notice_item_added', { title: grouped(number) }) }));
  await user.idle();
  await user.isKept();
  await user.reloads();
  assert.equal(await rows(user), 0);
});

story('with keys alone, a note is one step back; a text field takes back its own typing', async ({ open }) => {
  const user = await open();
  const { words } = user;
  await user.presses(words.samples_button);
  await user.presses(user.row(LENS));
  await user.types(words.note_label, 'For Ann');
  await user.page.keyboard.press('Control+z');
  await user.settles();
  assert.notEqual(await user.value(words.note_label), 'For Ann', 'the browser has taken back its own');
  await user.clears(words.note_label);
  await user.types(words.note_label, 'For Ben');
  await user.types(words.tag_label, 'gift');
  await user.presses(words.tag_add_button, 'keyboard');
  await user.find('button', user.say('tag_remove_button', { tag: 'gift' })).waitFor({ state: 'attached' });
  await pressesUndoKey(user, 'Meta+z');
  await user.find('button', user.say('tag_remove_button', { tag: 'gift' })).waitFor({ state: 'detached' });
  const title = `${words.undo_button}: ${words.note_label}: ${LENS}`;
  await palette(user, words.undo_button);
  const option = user.find('option', new RegExp(title));
  assert.equal(await option.textContent(), `${title} Ctrl/⌘ Z`);
  await user.page.keyboard.press('Enter');
  await until(async () => await user.value(words.note_label) === '', 'the note is what it was');
  await user.hears(user.say('notice_taken_back', { what: `${words.note_label}: ${LENS}` }));
});

for (const language of ['en', 'zh-Hans']) {
  const context = language === 'en' ? {} : { ...PHONE, locale: 'zh-CN' };
  story(`${language === 'en' ? 'with the mouse' : 'with a finger on a phone, in Chinese'}, an import is taken back, and nothing of it is there after a reload`, async ({ t, open }) => {
    const user = await open({ ...context, language });
    if (context.hasTouch) user.hand = 'finger';
    const { words, say } = wordsIn(language);
    await imports(user, t, 3);
    await user.presses(words.undo_button);
    await user.hears(say('notice_taken_back', { what: say('notice_imported', { count: 3 }) }));
    await user.isKept();
    await user.reloads();
    assert.equal(await rows(user), 0);
  });
}

story('on a phone, with a finger: a number added is taken back by the button, and so is one that was brought back', async ({ open }) => {
  const user = await open(PHONE);
  user.hand = 'finger';
  const { words } = user;
  const number = numberOf('silent');
  await user.adds(number);
  await user.presses(words.undo_button);
  await user.row(grouped(number)).waitFor({ state: 'detached' });
  await user.adds(number);
  await user.presses(user.row(grouped(number)));
  await user.presses(words.remove_button);
  await user.adds(number);
  await user.presses(words.undo_button);
  await user.row(grouped(number)).waitFor({ state: 'detached' });
  await user.isKept();
  await user.reloads();
  assert.equal(await rows(user), 0);
});

// The palette of commands over the page: with the keyboard alone, with fingers on a phone, in the plain view, and for
// who hears it.
import assert from 'node:assert/strict';
import { violations } from './harness/axe.mjs';
import { PHONE, numberOf, say, story, words, wordsIn } from './harness/story.mjs';

const dialog = (user) => user.find('dialog', user.words.commands_title);
const options = (user) => dialog(user).getByRole('option');
const focusedId = (user) => user.page.evaluate(() => document.activeElement.id);

/** What a screen reader says is chosen: the option that the field names. */
const standingOut = (user) => user.page.evaluate(() => {
  const field = document.activeElement;
  const option = document.getElementById(field.getAttribute('aria-activedescendant'));
  const isOne = option.getAttribute('aria-selected') === 'true' && document.querySelectorAll('[aria-selected=true]').length === 1;
  const isListed = document.getElementById(field.getAttribute('aria-controls')).contains(option);
  return field.getAttribute('role') === 'combobox' && isOne && isListed ? option.textContent : null;
});

async function press(user, key) {
  await user.page.keyboard.press(key);
  await user.settles();
}

async function isClosed(user, focused) {
  await user.settles();
  assert.equal(await dialog(user).count(), 0);
  assert.equal(await user.mirror.locator('[inert]').count(), 0);
  assert.equal(await focusedId(user), focused);
}

story('with the keyboard alone: opened anywhere, searched, walked through, run and closed', async ({ open }) => {
  const user = await open();
  await user.adds(numberOf('silent'));
  await user.presses(words.settings_button, 'keyboard');
  await press(user, '?');
  assert.equal(await focusedId(user), 'part-command');
  assert.equal(await user.mirror.locator('main').evaluate((main) => main.matches('[inert]')), true);
  assert.equal(await standingOut(user), `${words.command_new} n`);
  assert.ok(await user.seesNow(words.keys_text));

  // The arrows stop at both ends, and what stands out is to be seen.
  await press(user, 'ArrowUp');
  assert.equal(await standingOut(user), `${words.command_new} n`);
  const count = await options(user).count();
  assert.ok(count > 20, `${count} commands`);
  await press(user, 'End');
  assert.equal(await standingOut(user), await options(user).last().textContent());
  assert.equal(await options(user).last().evaluate((option) => getComputedStyle(option).clipPath), 'none');
  await press(user, 'ArrowDown');
  assert.equal(await standingOut(user), await options(user).last().textContent());
  await press(user, 'Home');
  await press(user, 'ArrowDown');
  assert.equal(await standingOut(user), await options(user).nth(1).textContent());

  // Tab does not lead behind it.
  for (let i = 0; i < 4; i += 1) {
    await press(user, 'Tab');
    assert.ok(['part-command', 'part-palette/close', ''].includes(await focusedId(user)), await focusedId(user));
  }
  await user.find('combobox', words.commands_title).focus();
  await user.page.keyboard.type(`${words.theme_contrast.split(' ').reverse().join(' ')}`);
  await user.settles();
  assert.equal(await standingOut(user), say('command_theme', { what: words.theme_contrast }));
  await press(user, 'Enter');
  await isClosed(user, 'part-settings');
  await user.page.keyboard.press('Control+k');
  await press(user, 'Escape');
  await isClosed(user, 'part-settings');

  // Enter opens another page: the focus is there.
  await user.page.keyboard.press('Control+k');
  await user.page.keyboard.type('silent evidence'.slice(7));
  await press(user, 'Enter');
  await user.sees(words.evidence_title);
  assert.equal(await dialog(user).count(), 0);
  assert.equal(await user.page.evaluate(() => document.activeElement === document.body), false);

  // Nothing found is said, and Enter does nothing.
  await user.page.keyboard.press('Control+k');
  await user.page.keyboard.type('zzzz');
  await user.settles();
  assert.equal(await standingOut(user), words.command_none);
  await press(user, 'Enter');
  assert.equal(await dialog(user).count(), 1);
});

story('keys are only keys while single keys are on', async ({ open }) => {
  const user = await open();
  await user.presses(words.settings_button, 'keyboard');
  await user.presses(user.find('checkbox', words.single_keys_label), 'keyboard');
  await press(user, '?');
  assert.equal(await dialog(user).count(), 0);
  await press(user, 'Control+k');
  assert.ok(await user.seesNow(words.keys_off_text));
  assert.equal(await options(user).first().textContent(), words.command_new);
});

story('with fingers on a phone: from the settings, pressed, closed beside its words and by its button', async ({ open }) => {
  const user = await open(PHONE);
  user.hand = 'finger';
  await user.presses(words.settings_button);
  await user.presses(words.commands_title);
  assert.equal(await focusedId(user), 'part-command');
  await user.presses(words.offer_close_button);
  await isClosed(user, 'part-open-commands');
  await user.presses(words.commands_title);
  const option = options(user).getByText(words.paste_button, { exact: true });
  await user.clicks(option);
  await user.settles();
  assert.equal(await dialog(user).count(), 0);
  await user.sees(words.paste_label);
});

story('in Chinese, by words in any order, blanks or none', async ({ open }) => {
  const user = await open({ language: 'zh-Hans', locale: 'zh-CN' });
  const zh = wordsIn('zh-Hans').words;
  await user.page.keyboard.press('Control+k');
  for (const typed of [zh.theme_dark, `${zh.theme_dark}　${zh.theme_label}`, [...zh.theme_dark].reverse().join('')]) {
    await user.find('combobox', zh.commands_title).focus();
    await user.page.keyboard.press('Control+a');
    await user.page.keyboard.insertText(typed);
    await user.settles();
    assert.ok((await standingOut(user)).includes(zh.theme_dark), typed);
  }
});

for (const [where, options_] of [['wide', {}], ['on a phone', PHONE]]) {
  story(`axe finds nothing wrong with the open palette, and its names are what is drawn: ${where}`, async ({ open }) => {
    const user = await open(options_);
    await user.presses(words.samples_button, 'keyboard');
    for (const isPlain of [false, true]) {
      if (isPlain) await user.presses(words.settings_button, 'keyboard');
      if (isPlain) await user.presses(words.plain_view_on_button, 'keyboard');
      await press(user, 'Control+k');
      assert.deepEqual(await violations(user), []);
      const lies = await options(user).evaluateAll((all) => all.map((option) => option.classList.contains('laid')));
      assert.ok(lies.every(Boolean), 'each option has its place');
      await press(user, 'Escape');
    }
  });
}

story('in the plain view it stands over the page, and a click beside it closes it', async ({ open }) => {
  const user = await open();
  await user.presses(words.settings_button, 'keyboard');
  await user.presses(words.plain_view_on_button, 'keyboard');
  await user.presses(words.commands_title);
  await dialog(user).waitFor();
  const box = await dialog(user).boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 800, JSON.stringify(box));
  await press(user, 'End');
  const last = await options(user).last().boundingBox();
  assert.ok(last.y + last.height <= box.y + box.height + 1, 'what stands out is scrolled to');
  await user.page.mouse.click(20, 400);
  await isClosed(user, 'part-open-commands');
  await user.presses(words.commands_title);
  await options(user).getByText(words.paste_button, { exact: true }).click();
  await user.sees(words.paste_label);
  assert.equal(await dialog(user).count(), 0);
});

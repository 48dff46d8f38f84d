// The browser's own Back: through what was opened, and only then away from the page.
import assert from 'node:assert/strict';
import { PHONE, grouped, numberOf, story, words } from './harness/story.mjs';

const NUMBER = numberOf('delivered');

/** The browser has gone there, and the page has followed. */
async function goesBack(user) {
  await user.page.goBack();
  await user.settles();
}

story('on a phone Back leads from page to page as the arrow at the top does, then away', async ({ open }) => {
  const user = await open(PHONE);
  user.hand = 'finger';
  await user.page.goto('about:blank');
  await user.opens();
  await user.adds(NUMBER);
  await user.agrees();
  await user.presses(user.row(grouped(NUMBER)));
  await user.presses(words.counter_button);
  await user.sees(words.counter_text);

  await goesBack(user);
  await user.sees(words.advice_title);
  await goesBack(user);
  await user.row(grouped(NUMBER)).waitFor({ state: 'attached' });
  assert.equal(await user.page.evaluate(() => document.activeElement.id), `part-row/${NUMBER}`);

  // What was put away by hand is no step any more.
  await user.presses(user.row(grouped(NUMBER)));
  await user.presses(words.back_button);
  await user.presses(words.settings_button);
  await user.presses(words.commands_title);
  await goesBack(user);
  assert.equal(await user.find('dialog', words.commands_title).count(), 0);
  await user.sees(words.settings_view_title);
  await goesBack(user);
  await user.row(grouped(NUMBER)).waitFor({ state: 'attached' });
  await user.page.goBack();
  assert.equal(user.page.url(), 'about:blank');
});

story('wide, Back closes what stands beside the list, and Forward opens nothing by itself', async ({ open }) => {
  const user = await open();
  await user.adds(NUMBER);
  await user.agrees();
  await user.presses(words.settings_button, 'keyboard');
  await user.sees(words.settings_view_title);
  await goesBack(user);
  await user.sees(words.advice_title);
  await user.page.goForward();
  await user.settles();
  await user.sees(words.advice_title);
  assert.equal(await user.page.evaluate(() => history.state?.waysBack ?? 0), 0);
});

story('loaded anew on a page of its own, the list is there and Back leads away', async ({ open }) => {
  const user = await open(PHONE);
  user.hand = 'finger';
  await user.page.goto('about:blank');
  await user.opens();
  await user.presses(words.settings_button);
  await user.reloads();
  await user.find('textbox', words.number_label).waitFor({ state: 'attached' });
  await user.page.waitForFunction(() => !history.state?.waysBack);
  await user.page.goBack();
  assert.equal(user.page.url(), 'about:blank');
});

// The first run: three calm steps, never in the way, once.
import assert from 'node:assert/strict';
import { focused } from './harness/controls.mjs';
import { PHONE, grouped, labelOf, numberOf, say, story, words } from './harness/story.mjs';

const step = (number) => say('introduction_step', { step: number });
const TEACUP = labelOf({ scenario: 'delivered' });

for (const [where, options, hand] of [['wide', {}, 'mouse'], ['on a phone', PHONE, 'finger']]) {
  story(`${where}: step by step to the end, and not again`, async ({ open }) => {
    const user = await open(options);
    user.hand = hand;
    await user.sees(step(1));
    await user.presses(words.introduction_next_button);
    await user.sees(step(2));
    await user.hears(`${step(2)}: ${words.first_step_ask}`);
    await user.sees(words.welcome_ask);
    await user.presses(words.introduction_back_button);
    await user.sees(words.welcome_number);
    await user.presses(words.introduction_next_button);
    await user.presses(words.introduction_next_button);
    await user.sees(words.welcome_keep);
    await user.presses(words.choose_done_button);
    await user.noLongerSees(step(3));
    await user.sees(words.empty_text);
    await user.isKept();
    await user.reloads();
    await user.sees(words.empty_title);
    assert.equal(await user.seesNow(step(1)), false);
    // Shown again by who wants it.
    await user.presses(words.settings_button);
    await user.presses(words.introduction_again_button);
    await user.sees(step(1));
    await user.presses(words.introduction_skip_button);
    await user.noLongerSees(step(1));
  });

  story(`${where}: the field above stays usable, and a number of one's own ends the steps`, async ({ open }) => {
    const user = await open(options);
    user.hand = hand;
    await user.presses(words.introduction_next_button);
    await user.adds(numberOf('silent'));
    await user.seesRows([grouped(numberOf('silent'))]);
    assert.equal(await user.seesNow(step(2)), false);
    await user.isKept();
    await user.reloads();
    await user.seesRows([grouped(numberOf('silent'))]);
    assert.equal(await user.seesNow(step(1)), false);
  });

  story(`${where}: samples come and go with one press each, and can be taken back`, async ({ open }) => {
    const user = await open(options);
    user.hand = hand;
    await user.presses(words.samples_button);
    await user.row(TEACUP).filter({ hasText: words.stage_delivered }).waitFor({ state: 'attached' });
    await user.presses(words.remove_samples_button);
    await user.hears(words.notice_samples_removed);
    await user.sees(words.empty_title);
    await user.presses(words.undo_button);
    await user.row(TEACUP).filter({ hasText: words.stage_delivered }).waitFor({ state: 'attached' });
    await user.presses(words.introduction_skip_button);
    await user.presses(words.remove_samples_button); // beside the list
    await user.hears(words.notice_samples_removed);
    await user.isKept();
    await user.reloads();
    await user.sees(words.empty_text);
  });
}

story('with keys alone, and the focus is never lost', async ({ open }) => {
  const user = await open();
  await user.find('button', words.introduction_next_button).focus();
  await user.page.keyboard.press('Enter');
  await user.sees(step(2));
  assert.equal((await focused(user)).name, words.introduction_next_button);
  await user.page.keyboard.press('Enter');
  await user.sees(step(3));
  assert.equal((await focused(user)).name, words.choose_done_button);
  await user.page.keyboard.press('Enter');
  await user.noLongerSees(step(3));
  await user.settles();
  assert.equal((await focused(user)).id, 'part-number');
});

story('in Chinese, and with what the page asks of nobody', async ({ open, source, served }) => {
  const user = await open({ locale: 'zh-CN', language: 'zh-Hans' });
  await user.sees(user.say('introduction_step', { step: 1 }));
  await user.presses(user.words.introduction_next_button);
  await user.sees(user.words.welcome_ask);
  assert.equal(source.counts().total + served.sampleSource.counts().total, 0, 'nothing has left the device');
});

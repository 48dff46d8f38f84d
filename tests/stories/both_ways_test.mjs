// Each control pressed by keyboard on its element, by mouse and by finger at the centre of its rectangle, where the
// drawing is hit: the same comes of it.
import assert from 'node:assert/strict';
import { PHONE, grouped, like, numberOf, say, story, words } from './harness/story.mjs';

const NUMBER = numberOf('delivered');
const HANDS = { keyboard: {}, mouse: {}, finger: PHONE };

/** One journey over all controls of list, item and settings; returns what was seen on the way. */
async function journey(user) {
  const seen = [];
  const note = async (what) => {
    await user.idle();
    const asked = user.requests.filter(({ url }) => url.includes('/v1/upu-gtt/')).length;
    seen.push(`${what}: ${(await user.titles()).sort()} (${asked} asked)`);
  };
  const toItem = async (title) => {
    await user.presses(user.row(title));
    await user.sees(words.channels_title);
  };
  const toList = async () => {
    if (await user.find('button', words.back_button).count()) await user.presses(words.back_button);
    await user.find('textbox', words.number_label).waitFor({ state: 'attached' });
  };

  await user.types(words.number_label, NUMBER);
  await user.presses(words.details_open_button);
  await user.sees(words.label_label);
  await user.presses(words.details_close_button);
  await user.find('textbox', words.label_label).waitFor({ state: 'detached' });
  await user.presses(words.add_button);
  await user.seesRows([grouped(NUMBER)]);
  await note('added');
  await user.presses(words.consent_no_button);
  await user.noLongerSees(words.consent_title);
  await note('put off');
  await toItem(grouped(NUMBER));
  await user.presses(words.check_now_button);
  await toList();
  await user.presses(words.consent_yes_button);
  await user.row(grouped(NUMBER)).filter({ hasText: words.stage_delivered }).waitFor({ state: 'attached' });
  await note('answered');
  await toItem(grouped(NUMBER));
  await user.presses(words.share_button);
  await user.hears(words.notice_copied);
  await user.presses(words.remove_button);
  await user.sees(words.empty_title);
  await note('removed');
  await user.presses(words.undo_button);
  await user.seesRows([grouped(NUMBER)]);
  await note('undone');

  await user.types(words.number_label, 'EL123456789CN');
  await user.hears(say('finding_check_digit', { expected: 5, found: 9 }));
  await user.presses(words.look_up_anyway_button);
  await user.seesRows([NUMBER, 'EL123456789CN'].map(grouped));
  await user.idle();
  await note('looked up anyway');

  await user.presses(words.settings_button);
  await user.presses(words.test_button);
  await user.sees(words.connection_works);
  await user.presses(words.plain_view_on_button);
  await user.page.locator('body.plain-view').waitFor();
  await user.presses(words.plain_view_off_button);
  await user.page.locator('body:not(.plain-view)').waitFor();
  await user.presses(words.samples_button);
  await toList();
  if (await user.find('region', words.settings_title).count()) await user.presses(words.settings_button);
  await user.mirror.getByText(like('stage_customs_hold')).first().waitFor({ state: 'attached' });
  await user.presses(words.remove_samples_button);
  await toList();
  await user.seesRows([NUMBER, 'EL123456789CN'].map(grouped));
  await note('samples came and went');
  return seen;
}

story('by keyboard, by mouse and by finger the same', async ({ open }) => {
  const outcomes = [];
  for (const [hand, context] of Object.entries(HANDS)) {
    // A phone would open the system's sharing sheet, which is not there.
    const noSheet = (made) => made.addInitScript(() => { Object.defineProperty(navigator, 'share', { value: undefined }); });
    const permissions = ['clipboard-read', 'clipboard-write'];
    const user = await open({ ...context, prepare: noSheet, permissions, tolerates: [/status of 404/] });
    user.hand = hand;
    outcomes.push(await journey(user));
    await user.context.close();
  }
  assert.deepEqual(outcomes[1], outcomes[0], 'mouse as keyboard');
  assert.deepEqual(outcomes[2], outcomes[0], 'finger as keyboard');
});

// Typing a number, what is said about it, and the question before the first question.
import assert from 'node:assert/strict';
import { SOURCE_NAME, grouped, like, numberOf, say, story, words } from './harness/story.mjs';

const NUMBER = numberOf('delivered');

const WAYS = {
  'Enter in the field': (user) => user.page.keyboard.press('Enter'),
  'Add by keyboard': (user) => user.presses(words.add_button, 'keyboard'),
  'Add by mouse': (user) => user.presses(words.add_button, 'mouse'),
};

for (const [way, submit] of Object.entries(WAYS)) {
  story(`a right number is added with ${way}, and nothing is asked before the yes`, async ({ open, source }) => {
    const user = await open();
    await user.types(words.number_label, NUMBER.toLowerCase());
    assert.equal(await user.value(words.number_label), grouped(NUMBER));
    await user.hears(say('verdict_valid', { service: words.service_ems, country: 'China' }));
    await submit(user);

    await user.hears(say('notice_item_added', { title: grouped(NUMBER) }));
    await user.seesRows([grouped(NUMBER)]);
    assert.equal(await user.value(words.number_label), '');
    await user.sees(like('consent_one', { number: grouped(NUMBER), name: SOURCE_NAME }));
    await user.idle();
    assert.equal(source.requests.length, 0, 'asked before the yes');
    assert.equal(user.requests.filter(({ url }) => url.includes('/v1/')).length, 0);

    await user.agrees();
    await user.find('list', words.strip_name).waitFor({ state: 'attached' });
    assert.match((await user.list())[0][1], new RegExp(words.stage_delivered));
    assert.deepEqual(source.counts(), { total: 1, numbers: { [NUMBER]: 1 } });
  });
}

story('"not now" asks nothing, and the next wish puts the question again', async ({ open, source }) => {
  const user = await open();
  await user.adds(NUMBER);
  await user.presses(words.consent_no_button);
  await user.noLongerSees(words.consent_title);
  await user.idle();
  assert.equal(source.requests.length, 0);
  await user.sees(words.standing_not_asked);

  await user.presses(words.check_now_button);
  await user.sees(words.consent_title);
  assert.equal(source.requests.length, 0);
  await user.agrees();
  await user.sees(words.journey_title);
  await user.sees(words.stage_delivered);
  assert.equal(source.requests.length, 1);
});

story('the yes is given once, for all items and visits', async ({ open, source }) => {
  const user = await open();
  await user.adds(NUMBER);
  await user.agrees();
  await user.sees(words.stage_delivered);
  await user.adds(numberOf('silent'));
  await user.sees(words.stage_departed_origin);
  await user.reloads();
  await user.adds(numberOf('no-records'));
  await user.sees(words.standing_no_records);
  assert.equal(await user.seesNow(words.consent_title), false);
  assert.equal(source.counts().total, 3, 'each number once');
});

story('a wrong check digit is answered, nothing is corrected, and it can be looked up anyway', async ({ open, source }) => {
  const wrong = 'EL123456789CN';
  const user = await open({ tolerates: [/status of 404/] }); // what a source says of a number nobody knows
  await user.types(words.number_label, wrong);
  await user.hears(say('finding_check_digit', { expected: 5, found: 9 }));
  await user.hears(words.advice_copy);
  assert.equal(await user.find('textbox', words.number_label).getAttribute('aria-invalid'), 'true');
  await user.page.keyboard.press('Enter');
  await user.idle();
  assert.equal(await user.value(words.number_label), grouped(wrong), 'nothing is silently corrected');
  assert.equal(await user.seesNow(words.empty_title), true, 'Enter does not add it');

  await user.presses(words.look_up_anyway_button);
  await user.seesRows([grouped(wrong)]);
  await user.agrees();
  await user.sees(words.standing_no_records);
  assert.deepEqual(source.counts().numbers, { [wrong]: 1 });
});

story('what is wrong is named at each keystroke', async ({ open }) => {
  const user = await open();
  const saysAfter = async (text, sentence) => {
    await user.clears(words.number_label);
    await user.types(words.number_label, text);
    await user.sees(sentence);
  };
  await user.sees(words.verdict_empty);
  await saysAfter('EE1234567', say('verdict_incomplete', { count: 4 }));
  await saysAfter('EE123456785C', say('verdict_incomplete', { count: 1 }));
  await saysAfter('EE12345678SCN', say('finding_letter_in_digits_maybe', { position: 11, found: 'S', expected: 5 }));
  await saysAfter('EE123456785QX', say('finding_country_unknown', { found: 'QX' }));
  await saysAfter('EE123456785CN', say('verdict_valid', { service: words.service_ems, country: 'China' }));
});

story('label, date and destination go with the number', async ({ open }) => {
  const user = await open();
  const number = numberOf('no-records');
  // By the day of where the user is.
  const posted = await user.page.evaluate(() => new Date(Date.now() - 5 * 86_400_000).toLocaleDateString('sv-SE'));
  await user.types(words.number_label, number);
  await user.presses(words.details_open_button);
  await user.types(words.label_label, 'Letter to Lyon');
  await user.find('textbox', words.posted_on_label).or(user.mirror.getByLabel(words.posted_on_label, { exact: true }))
    .first().fill(posted);
  await user.chooses(words.going_to_label, 'France');
  await user.find('textbox', words.label_label).focus();
  await user.page.keyboard.press('Enter');

  await user.seesRows(['Letter to Lyon']);
  assert.match((await user.list())[0][2], /CN → FR/);
  await user.sees(like('channels_destination', { country: 'France' }));
  await user.agrees();
  await user.sees(say('advise_first_scan_late', { count: 5 }));
});

story('a number that is in the list already is shown, not added twice', async ({ open }) => {
  const user = await open();
  await user.adds(NUMBER);
  await user.types(words.number_label, NUMBER);
  await user.hears(words.verdict_present);
  await user.page.keyboard.press('Enter');
  await user.idle();
  await user.seesRows([grouped(NUMBER)]);
});

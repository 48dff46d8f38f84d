// Preparing an enquiry: rules, counters and the text to copy, made on the device by the second wasm.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PHONE, grouped, numberOf, story, until, words, wordsIn } from './harness/story.mjs';

const UNREACHED = [/net::ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED)/];
const NUMBER = numberOf('held-by-customs');
const sentencesIn = (language) =>
  JSON.parse(readFileSync(new URL(`../../src/app/words/enquiry/${language}.json`, import.meta.url), 'utf8'));
const english = sentencesIn('en');
const chinese = sentencesIn('zh-Hans');
const copy = (what, by = english) => by.copy_text.replace('{what}', what);

const isMaker = ({ url }) => /\/message-check\.\w+\.wasm$/.test(url);
const keptFiles = (user) => user.page.evaluate(async () => (await (await caches.open('postwatch-check')).keys()).length);

/** What the page put on the clipboard. */
const copied = (user) => user.page.evaluate(() => navigator.clipboard.readText());

async function follows(user) {
  await user.adds(NUMBER);
  await user.agrees();
  await user.idle();
  if (user.hand === 'finger') await user.presses(user.row(grouped(NUMBER)));
  await user.mirror.getByText(words.stage_customs_hold).first().waitFor({ state: 'attached' });
}

async function prepares(user) {
  await user.presses(user.words.enquiry_title);
  await user.sees(english.whom_title);
}

const allowed = { permissions: ['clipboard-read', 'clipboard-write'] };

for (const [device, context, hand] of [['wide', {}, 'mouse'], ['phone', PHONE, 'finger'], ['keyboard only', {}, 'keyboard']]) {
  story(`an enquiry is prepared and its text copied, ${device}`, async ({ open, served }) => {
    const user = await open({ ...context, ...allowed });
    user.hand = hand;
    assert.equal(user.requests.filter(isMaker).length, 0, 'nobody fetches it before it is wanted');
    await follows(user);
    await prepares(user);
    await user.hears(english.ask_held_customs);
    await user.sees(english.deadlines_title);
    const counters = await user.mirror.getByText(/^\d+ days? (left|over)$/).count();
    assert.ok(counters >= 1, `${counters} counters`);
    await user.mirror.getByText(english.standing_older_page, { exact: false }).first().waitFor({ state: 'attached' });
    assert.equal(await languageOf(user, english.letter_as_addressee), 'en');
    assert.equal(await languageOf(user, chinese.letter_as_addressee), 'zh-Hans');
    await user.presses(copy(english.text_language));
    await user.hears(words.notice_copied);
    const text = await copied(user);
    for (const piece of [NUMBER, 'To: the post of', english.letter_as_addressee, english.question_held_customs, english.letter_people]) {
      assert.ok(text.includes(piece), `${piece} in ${text}`);
    }
    assert.doesNotMatch(text, /[{}]|https?:/);
    await user.presses(copy(chinese.text_language));
    await until(async () => (await copied(user)).includes(chinese.letter_as_addressee), 'the Chinese text is copied');
    const inChinese = await copied(user);
    assert.match(inChinese, /日期：\d{4}年\d{1,2}月\d{1,2}日/);
    assert.ok(inChinese.includes(words.stage_customs_hold) === false && inChinese.includes(wordsIn('zh-Hans').words.stage_customs_hold));
    // Fetched once, from its own server, and nothing of the item with it.
    assert.equal(user.requests.filter(isMaker).length, 1);
    assert.ok(user.requests.every(({ url, method }) => method === 'GET' && new URL(url).origin === served.origin));
    await user.presses(user.words.back_to_item_button);
    await user.sees(words.journey_title);
  });
}

/** In which language a sentence is read aloud: that of the nearest element that says one. */
const languageOf = (user, sentence) => user.mirror.getByText(sentence, { exact: true }).first()
  .evaluate((element) => element.closest('[lang]').lang);

story('in Chinese the page speaks Chinese, and the English text stands beside', async ({ open }) => {
  const user = await open({ ...allowed, locale: 'zh-CN', language: 'zh-Hans' });
  await user.adds(NUMBER);
  await user.agrees();
  await user.idle();
  await user.presses(user.words.enquiry_title);
  await user.sees(chinese.whom_title);
  await user.hears(chinese.ask_held_customs);
  assert.equal(await user.seesNow(english.whom_title), false);
  await user.presses(copy(english.text_language, chinese));
  await until(async () => (await copied(user)).includes(english.letter_as_addressee), 'the English text is copied');
  assert.match(await copied(user), /Date: \d{1,2} [A-Z][a-z]+ \d{4}\n/);
  assert.equal(await languageOf(user, english.letter_as_addressee), 'en');
  assert.equal(await languageOf(user, chinese.letter_as_addressee), 'zh-Hans');
  assert.equal(await languageOf(user, copy(english.text_language, chinese)), 'zh-Hans');
});

story('it works offline after the second start, though it was never opened', async ({ open, served }) => {
  const user = await open({ tolerates: UNREACHED });
  await follows(user);
  await user.workerStands();
  assert.equal(await keptFiles(user), 0);
  await user.reloads();
  await until(async () => await keptFiles(user) === 1, 'the second start keeps it');

  await served.stop();
  await user.context.setOffline(true);
  await user.reloads();
  await user.presses(user.row(grouped(NUMBER)));
  await prepares(user);
  await user.sees(english.texts_title);
});

story('where it cannot be had the page says so, and tries again', async ({ open }) => {
  const user = await open({ tolerates: [...UNREACHED, /message-check/] });
  await follows(user);
  await user.context.route(/message-check/, (route) => route.abort());
  await user.presses(words.enquiry_title);
  await user.hears(words.message_unavailable);
  await user.context.unroute(/message-check/);
  await user.presses(words.message_retry_button);
  await user.sees(english.whom_title);
});

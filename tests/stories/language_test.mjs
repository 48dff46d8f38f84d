// Words in another language: the browser's own from the first frame, or one chosen in the settings and kept.
import assert from 'node:assert/strict';
import { buildOf, deployAnotherBuild, looksForUpdates } from './harness/another_build.mjs';
import { difference, pixelsOf } from './harness/pixels.mjs';
import { PHONE, copyOfSite, numberOf, pageWordsIn, story, until, words, wordsIn } from './harness/story.mjs';

const chinese = wordsIn('zh-Hans');
const UNREACHED = [/net::ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED|FAILED)/];

const languagesFetched = (user) =>
  user.requests.map(({ url }) => url.match(/\/words\.([\w-]+)\.\w+\.txt$/)?.[1]).filter(Boolean);
const languageOfPage = (user) => user.page.evaluate(() => document.documentElement.lang);
const namesOf = async (user, field) => {
  await user.find('combobox', field).focus(); // a long list of them is there for who looks at it
  return user.find('combobox', field).locator('option').allTextContents();
};

const languagesOfNames = (user) =>
  user.find('combobox', words.language_label).locator('option').evaluateAll((all) => all.map(({ lang }) => lang));

/** Every text the DOM painting ever held. */
function recordTexts(context) {
  return context.addInitScript(() => {
    window.textsSeen = [];
    const look = () => {
      const text = document.getElementById('mirror')?.textContent;
      if (text && text !== window.textsSeen.at(-1)) window.textsSeen.push(text);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

async function choosesLanguage(user, name, field = user.words.language_label) {
  const select = user.find('combobox', field);
  await user.reaches(select);
  await select.focus();
  await select.selectOption(name); // the list itself is the browser's
}

/** On a phone a page covers it. */
async function backToList(user) {
  if (user.hand === 'finger') await user.presses(user.words.back_button);
}

async function screenshot(user) {
  await user.idle();
  return pixelsOf(await user.page.screenshot());
}

function changedShare(before, after) {
  let changed = 0, looked = 0;
  for (let y = 0; y < before.height; y += 2) {
    for (let x = 0; x < before.width; x += 2) {
      looked += 1;
      changed += difference(before.at(x, y), after.at(x, y)) > 40 ? 1 : 0;
    }
  }
  return changed / looked;
}

story('a Chinese browser gets Chinese at once, and nothing of another language', async ({ open }) => {
  const user = await open({ locale: 'zh-CN', language: 'zh-Hans', prepare: recordTexts });
  await user.sees(chinese.words.empty_title);
  assert.equal(await languageOfPage(user), 'zh-Hans');
  assert.equal(await user.page.title(), chinese.words.document_title);
  assert.deepEqual(languagesFetched(user), ['zh-Hans']);
  const seen = await user.page.evaluate(() => window.textsSeen);
  assert.ok(seen.length > 0);
  for (const text of seen) assert.ok(!text.includes(words.number_label) && !text.includes(words.empty_title), text);

  await user.adds(numberOf('silent'), { label: '茶叶' });
  await user.agrees();
  await user.sees(chinese.words.stage_departed_origin);
  const journey = await user.mirror.textContent();
  assert.match(journey, /\d+月\d+日星期./, 'days as Chinese writes them');
  assert.match(journey, /中国/, 'countries in Chinese');
});

story('other wishes: Hong Kong reads Chinese, France English with English names', async ({ open }) => {
  const hongKong = await open({ locale: 'zh-HK', language: 'zh-Hans' });
  await hongKong.sees(chinese.words.empty_title);
  const french = await open({ locale: 'fr-FR' });
  await french.sees(words.empty_title);
  assert.equal(await languageOfPage(french), 'en');
  await french.types(words.number_label, numberOf('silent'));
  await french.presses(words.details_open_button);
  assert.ok((await namesOf(french, words.going_to_label)).includes('Germany'));
});

for (const [hand, context] of [['mouse', {}], ['keyboard', {}], ['finger', PHONE]]) {
  story(`a language chosen in the settings changes drawing and DOM, and is kept over reload and offline, by ${hand}`, async ({ open, served }) => {
    const user = await open({ ...context, tolerates: UNREACHED });
    user.hand = hand;
    await user.adds(numberOf('silent'), { label: 'Tea' });
    await user.agrees();
    await user.sees(words.stage_departed_origin);
    await user.presses(words.settings_button);
    assert.deepEqual(await namesOf(user, words.language_label), [words.language_browser, 'English', '简体中文']);
    assert.deepEqual(await languagesOfNames(user), ['', 'en', 'zh-Hans'], 'each name is read in its own language');
    assert.deepEqual(languagesFetched(user), ['en']);
    const before = await screenshot(user);

    await choosesLanguage(user, '简体中文');
    user.reads('zh-Hans');
    await user.sees(chinese.words.settings_privacy_title);
    assert.equal(await languageOfPage(user), 'zh-Hans');
    assert.deepEqual(languagesFetched(user), ['en', 'zh-Hans']);
    assert.equal(await user.find('combobox', chinese.words.language_label).inputValue(), 'zh-Hans');
    const after = await screenshot(user);
    assert.ok(changedShare(before, after) > 0.01, 'the drawing has changed too');
    await backToList(user);
    await user.sees(chinese.words.stage_departed_origin);

    await user.workerStands();
    await user.reloads();
    await user.sees(chinese.words.stage_departed_origin);
    await served.stop();
    await user.context.setOffline(true);
    await user.reloads();
    await user.sees(chinese.words.stage_departed_origin);
    await user.sees(chinese.words.offline_banner);
    assert.equal(await languageOfPage(user), 'zh-Hans');

    // English was used here before, so it is still there.
    await user.presses(chinese.words.settings_button);
    await choosesLanguage(user, 'English');
    user.reads('en');
    await backToList(user);
    await user.sees(words.offline_banner);
    assert.deepEqual(new Set(languagesFetched(user)), new Set(['en', 'zh-Hans']));
    assert.equal(languagesFetched(user).length, 2, 'each was fetched once');
  });
}

story('words that cannot be had are said to be missing, and the old ones stay', async ({ open }) => {
  const user = await open({ tolerates: UNREACHED });
  await user.presses(words.settings_button);
  await user.context.route(/\/words\.zh-Hans\./, (route) => route.abort());
  await choosesLanguage(user, '简体中文');
  await user.sees(words.language_missing);
  assert.equal(await languageOfPage(user), 'en');
  assert.equal(await user.find('combobox', words.language_label).inputValue(), '');

  await user.context.unroute(/\/words\.zh-Hans\./);
  await choosesLanguage(user, '简体中文');
  await user.sees(chinese.words.settings_title);
});

story('without the words of its language the page begins in English; without any the static page stays', async ({ open }) => {
  const tolerates = UNREACHED;
  const refuse = (pattern) => (context) => context.route(pattern, (route) => route.abort());
  const user = await open({ locale: 'zh-CN', tolerates, prepare: refuse(/\/words\.zh-Hans\./) });
  await user.sees(words.empty_title);
  assert.equal(await languageOfPage(user), 'en');
  await user.context.unroute(/\/words\.zh-Hans\./);
  user.reads('zh-Hans');
  await user.reloads();
  await user.sees(chinese.words.empty_title);

  await user.page.evaluate(() => caches.delete('postwatch-words'));
  user.tolerates.push(/no words could be had/);
  await user.context.route(/\/words\./, (route) => route.abort());
  await user.page.reload();
  await user.page.getByText(pageWordsIn('zh-Hans').notice_not_loaded).waitFor();
  await user.page.locator('#skeleton').waitFor({ state: 'visible' });
});

story('offline, words that are kept stand in for those that are not', async ({ open, served }) => {
  const user = await open({ tolerates: UNREACHED });
  await user.workerStands();
  await user.page.evaluate(() => localStorage.setItem('postwatch.language', 'zh-Hans'));
  await served.stop();
  await user.context.setOffline(true);
  await user.reloads();
  await user.sees(words.empty_title);
  assert.equal(await languageOfPage(user), 'en');
});

story('a language chosen in one tab is that of the others', async ({ open }) => {
  const user = await open();
  const other = await user.opensAnotherTab();
  await user.page.bringToFront();
  await user.presses(words.settings_button);
  await choosesLanguage(user, '简体中文');
  await user.page.bringToFront();
  user.reads('zh-Hans');
  await user.sees(chinese.words.settings_title);
  await other.page.bringToFront();
  await until(async () => await languageOfPage(other) === 'zh-Hans', 'the other tab follows');
  other.reads('zh-Hans');
  await other.sees(chinese.words.empty_title);
});

story('a new build brings the words in use with it, so that they are there offline', { site: copyOfSite }, async ({ open, served, site }) => {
  const user = await open({ locale: 'zh-CN', language: 'zh-Hans', tolerates: UNREACHED });
  await user.workerStands();
  deployAnotherBuild(site, {
    words: {
      'zh-Hans': (text) => text.replace(chinese.words.empty_title, '新的一句话'),
      en: (text) => text.replace(words.empty_title, 'A new sentence'),
    },
  });
  await looksForUpdates(user);
  await user.sees(chinese.words.update_text);
  await user.sees(chinese.words.empty_title);
  await served.stop();
  await user.context.setOffline(true);
  await user.presses(chinese.words.update_button);
  await until(async () => await buildOf(user).catch(() => 'just reloading') === 'second', 'the second build runs');
  await user.appRuns();
  await user.sees('新的一句话');
  const kept = await user.page.evaluate(async () => (await (await caches.open('postwatch-words')).keys()).map(({ url }) => url));
  assert.deepEqual(kept.map((url) => url.match(/words\.([\w-]+)\./)[1]), ['zh-Hans'], 'only those in use, of this build');
});

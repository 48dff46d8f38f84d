// Where the app cannot start or be drawn, the page itself says so and is of use, in the reader's language.
import assert from 'node:assert/strict';
import { violations } from './harness/axe.mjs';
import { pageWordsIn, story, wordsIn } from './harness/story.mjs';

const READERS = [
  { locale: 'en-GB', language: 'en', other: 'zh-Hans' },
  { locale: 'zh-CN', language: 'zh-Hans', other: 'en' },
];
const PLACED = ['about', 'number_title', 'warning_title', 'ems_hotline', 'any_upu', 'posts_usa', 'posts_note'];

const withoutWebAssembly = (context) => context.addInitScript(() => { delete window.WebAssembly; });
const withoutTheWasm = (context) => context.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'gone' }));
const withoutWebGL = (context) => context.addInitScript(() => {
  const real = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function getContext(kind, ...more) {
    return kind.startsWith('webgl') ? null : real.call(this, kind, ...more);
  };
});

const languageOfPage = (user) => user.page.evaluate(() => document.documentElement.lang);
const isShown = (user, text) => user.page.locator('#skeleton').getByText(text, { exact: true }).isVisible();

async function readsOnly(user, language, other) {
  for (const id of PLACED) {
    assert.equal(await isShown(user, pageWordsIn(language)[id]), true, id);
    assert.equal(await isShown(user, pageWordsIn(other)[id]), false, id);
  }
  assert.equal(await languageOfPage(user), language);
  assert.equal(await user.page.title(), pageWordsIn(language).title);
}

const isTold = (user, sentence) => user.page.getByRole('alert').getByText(sentence, { exact: true }).waitFor();

for (const { locale, language, other } of READERS) {
  const sentences = pageWordsIn(language);

  story(`${language}: without WebAssembly the page says so and is read in one language`, async ({ open }) => {
    const user = await open({ locale, language, starts: false, prepare: withoutWebAssembly, tolerates: [/WebAssembly/] });
    await isTold(user, sentences.notice_cannot_run);
    await readsOnly(user, language, other);
    assert.deepEqual(await violations(user), []);
  });

  story(`${language}: a file that is missing is told, with a button that tries again`, async ({ open }) => {
    const user = await open({ locale, language, starts: false, prepare: withoutTheWasm, tolerates: [/404/] });
    await isTold(user, sentences.notice_not_loaded);
    await readsOnly(user, language, other);
    await user.context.unroute('**/*.wasm');
    await user.page.getByRole('button', { name: sentences.notice_reload, exact: true }).click();
    await user.appRuns();
    await user.sees(user.words.empty_title);
  });

  story(`${language}: before anything has arrived but the page, its language is chosen and it says that it starts`, async ({ open }) => {
    const held = (context) => context.route(/\.wasm$|\/words\./, () => {}); // never answered
    const user = await open({ locale, language, starts: false, prepare: held });
    await user.page.locator('#now').getByText(sentences.notice_starting, { exact: true }).waitFor();
    await readsOnly(user, language, other);
  });

  story(`${language}: what cannot be drawn is told above the plain view`, async ({ open }) => {
    const user = await open({ locale, language, prepare: withoutWebGL });
    await isTold(user, sentences.notice_undrawable);
    assert.equal(await languageOfPage(user), language);
  });

  story(`${language}: without scripts both languages are read, each marked as what it is`, async ({ open }) => {
    const user = await open({ locale, language, starts: false, javaScriptEnabled: false });
    for (const { language: each } of READERS) {
      for (const id of [...PLACED, 'no_scripts']) {
        const found = user.page.locator('#skeleton').getByText(pageWordsIn(each)[id], { exact: true });
        assert.ok(await found.isVisible(), `${each} ${id}`);
        assert.equal(await found.getAttribute('lang'), each, id);
      }
    }
  });
}

story('as it is read without scripts, in all languages, the page is accessible too', async ({ open }) => {
  const user = await open({ starts: false, prepare: withoutWebAssembly, tolerates: [/WebAssembly/] });
  await user.page.evaluate(() => { delete document.documentElement.dataset.reads; }); // axe itself is a script
  for (const { language } of READERS) assert.ok(await isShown(user, pageWordsIn(language).about));
  assert.deepEqual(await violations(user), []);
});

story('the language chosen in the settings is that of the page too, and the one left again is not', async ({ open }) => {
  const user = await open({ serviceWorkers: 'block', tolerates: [/net::ERR_FAILED|Failed to fetch|Offline use/] });
  const chinese = wordsIn('zh-Hans').words;
  await user.page.evaluate(() => localStorage.setItem('postwatch.language', 'zh-Hans'));
  await user.context.route('**/*.wasm', (route) => route.abort());
  await user.page.reload();
  await isTold(user, pageWordsIn('zh-Hans').notice_not_loaded);
  await readsOnly(user, 'zh-Hans', 'en');

  await user.context.unroute('**/*.wasm');
  user.reads('zh-Hans');
  await user.reloads();
  await user.presses(chinese.settings_button);
  await user.chooses(chinese.language_label, 'English');
  user.reads('en');
  await user.sees(user.words.settings_title);
  await user.context.route('**/*.wasm', (route) => route.abort());
  await user.page.reload();
  await isTold(user, pageWordsIn('en').notice_not_loaded);
  await readsOnly(user, 'en', 'zh-Hans');
});

// Which language a browser's wishes mean, and what each language costs on the wire.
import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { languageFor, localeFor } from '../../shell/page/languages.js';

const wordsLimit = 12_288; // bytes of a language on the wire: the page may start on a slow line abroad

test('the first wish that can be met decides, the script before the country', () => {
  const offered = ['en', 'zh-Hans'];
  const rows = [
    ['zh', 'zh-Hans'], ['zh-CN', 'zh-Hans'], ['zh-SG', 'zh-Hans'], ['zh-Hans', 'zh-Hans'], ['zh-Hans-HK', 'zh-Hans'],
    ['zh-TW', 'zh-Hans'], ['zh-HK', 'zh-Hans'], ['zh-Hant', 'zh-Hans'], // until there is a zh-Hant
    ['en', 'en'], ['en-GB', 'en'], ['fr', 'en'], ['fr,zh-CN,en', 'zh-Hans'], ['fr-FR,en-US,zh', 'en'],
    ['', 'en'], ['not a tag,zh', 'zh-Hans'], ['*', 'en'], ['ja,ko', 'en'],
  ];
  for (const [wishes, language] of rows) {
    assert.equal(languageFor(wishes ? wishes.split(',') : [], offered, 'en'), language, wishes);
  }
  assert.equal(languageFor(['zh-TW'], ['en', 'zh-Hans', 'zh-Hant'], 'en'), 'zh-Hant');
  assert.equal(languageFor(['zh-MO'], ['zh-Hans', 'zh-Hant'], 'en'), 'zh-Hant');
});

test('dates and names come in the reader’s own form of the language', () => {
  assert.equal(localeFor('en', ['zh-CN', 'en-GB', 'en-US']), 'en-GB');
  assert.equal(localeFor('en', ['fr-FR']), 'en');
  assert.equal(localeFor('zh-Hans', ['zh-SG']), 'zh-SG');
  assert.equal(localeFor('zh-Hans', ['zh-TW', 'x']), 'zh-Hans'); // other characters
});

test('each language is small on the wire', () => {
  const site = process.env.POSTWATCH_SITE;
  const files = readdirSync(site).filter((name) => /^words\..*\.txt\.br$/.test(name));
  assert.ok(files.length >= 2);
  for (const name of files) assert.ok(statSync(join(site, name)).size <= wordsLimit, name);
});

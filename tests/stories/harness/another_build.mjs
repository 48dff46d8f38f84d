// The built site as another build of it would be.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 10);
const integrityOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Writes a file and the compressed twins it had. */
function rewrite(path, text) {
  writeFileSync(path, text);
  if (existsSync(`${path}.br`)) writeFileSync(`${path}.br`, brotliCompressSync(text));
  if (existsSync(`${path}.gz`)) writeFileSync(`${path}.gz`, gzipSync(text));
}

/** Changes a file with a hash in its name; returns { from, to, before, after }. */
function replace(site, pattern, change, encoding = 'utf8') {
  const path = (name) => join(site, name);
  const from = readdirSync(site).find((name) => pattern.test(name));
  const before = readFileSync(path(from), encoding);
  const after = change(before);
  const to = from.replace(/\.[0-9a-f]{10}\./, `.${hashOf(after)}.`);
  for (const twin of ['', '.br', '.gz']) renameSync(path(from + twin), path(to + twin));
  rewrite(path(to), after);
  return { from, to, before, after };
}

/** The same wasm with a custom section of no meaning. */
const withEmptySection = (bytes) => Buffer.concat([bytes, Buffer.from([0, 2, 1, 0x78])]);

/**
 * Another build of the same page: start.js says so (`dataset.build` is "second"), and with it every name and hash on the
 * way up changes. `words`: { language: (text) => changed text }. `messageCheck`: another one too.
 * Returns { check }: its name, when it is another.
 */
export function deployAnotherBuild(site, { words = {}, messageCheck = false } = {}) {
  const path = (name) => join(site, name);
  const renamed = Object.entries(words).map(([language, change]) =>
    replace(site, new RegExp(`^words\\.${language}\\.[0-9a-f]{10}\\.txt$`), change));
  if (messageCheck) renamed.push(replace(site, /^message-check\.[0-9a-f]{10}\.wasm$/, withEmptySection, null));
  const withNewWords = (script) => renamed.reduce((text, { from, to, before, after }) => {
    assert.ok(text.includes(from) && text.includes(integrityOf(before)), `${from} is named`);
    return text.replaceAll(from, to).replaceAll(integrityOf(before), integrityOf(after));
  }, script);

  const start = replace(site, /^start\.[0-9a-f]{10}\.js$/,
    (text) => `${withNewWords(text)};document.documentElement.dataset.build = "second";`);
  const page = readFileSync(path('index.html'), 'utf8').replaceAll(start.from, start.to);
  rewrite(path('index.html'), page);
  const worker = withNewWords(readFileSync(path('sw.js'), 'utf8'))
    .replace(new RegExp(`\\{url:"${start.from}",revision:null,integrity:"[^"]+"\\}`),
      `{url:"${start.to}",revision:null,integrity:"${integrityOf(start.after)}"}`)
    .replace(/\{url:"\.\/",revision:"[^"]+",integrity:"[^"]+"\}/, `{url:"./",revision:"second",integrity:"${integrityOf(page)}"}`);
  assert.ok(worker.includes(start.to) && worker.includes('"second"'), 'the worker lists the new build');
  rewrite(path('sw.js'), worker);
  return { check: messageCheck ? renamed.at(-1).to : undefined };
}

export const buildOf = (user) => user.page.evaluate(() => document.documentElement.dataset.build ?? 'first');
export const looksForUpdates = (user) => user.page.evaluate(async () => { await (await navigator.serviceWorker.ready).update(); });

// The deployable folder: complete, paired by hashes, the same bytes for the same input.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { assemble, copyOfProgram, filesOf, folder, precacheList, project, refusal } from './assembled.mjs';

const site = assemble('site');
const files = filesOf(site);
const text = (name) => files.get(name).toString();
const sha256 = (bytes, form) => createHash('sha256').update(bytes).digest(form);
const nameLike = (all, pattern) => [...all.keys()].find((name) => pattern.test(name));
const isTwin = (name) => /\.(br|gz)$/.test(name);

/// The addresses a page asks for by itself, that is not the links a person may follow.
const resources = (html) =>
  [...html.matchAll(/<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g)].map(([, address]) => address);

test('assembling twice gives the same bytes', () => {
  assert.deepEqual(filesOf(assemble('again')), files);
});

test('what an earlier build left is removed', () => {
  writeFileSync(join(site, 'start.0000000000.js'), 'old');
  writeFileSync(join(site, 'icons', 'old.svg.br'), 'old');
  assemble('site');
  assert.deepEqual([...filesOf(site).keys()], [...files.keys()]);
});

test('a hashed name is the hash of what the file holds', () => {
  let hashed = 0;
  for (const [name, bytes] of files) {
    const hash = name.match(/\.([0-9a-f]{10})\.[a-z]+$/)?.[1];
    if (!hash) continue;
    hashed++;
    assert.equal(sha256(bytes, 'hex').slice(0, 10), hash, name);
  }
  assert.ok(hashed >= 5);
});

test('a changed wasm changes the name of the script beside it', () => {
  const from = copyOfProgram('changed');
  const wasm = readFileSync(join(from, 'postwatch.wasm'));
  writeFileSync(join(from, 'postwatch.wasm'), Buffer.concat([wasm, Buffer.from([0, 2, 1, 0x61])])); // a custom section
  const changed = filesOf(assemble('changed-site', { from }));
  for (const pattern of [/^postwatch\.\w+\.wasm$/, /^postwatch\.\w+\.js$/]) {
    assert.notEqual(nameLike(changed, pattern), nameLike(files, pattern));
  }
  assert.notDeepEqual(changed.get('sw.js'), files.get('sw.js'));
  assert.ok(changed.get(nameLike(changed, /^postwatch\.\w+\.js$/)).includes(nameLike(changed, /^postwatch\.\w+\.wasm$/)));
});

test('every file that page, manifest and worker name is there', () => {
  const manifest = JSON.parse(text('manifest.webmanifest'));
  const images = [manifest, ...manifest.shortcuts].flatMap(({ icons = [], screenshots = [] }) => [...icons, ...screenshots]);
  const named = [
    ...resources(text('index.html')),
    ...images.map(({ src }) => src),
    ...precacheList(files).map(({ url }) => (url === './' ? 'index.html' : url)),
  ];
  assert.ok(named.length > 15);
  for (const name of named) assert.ok(files.has(name), name);
});

test('the page asks for nothing from another host', () => {
  const asked = [...resources(text('index.html')), ...text(nameLike(files, /\.css$/)).matchAll(/url\(([^)]*)\)/g)];
  for (const address of asked) assert.doesNotMatch(String(address), /^(\w+:)?\/\//);
});

test('no script or style stands in the page itself, so that the policy can forbid it', () => {
  const html = text('index.html');
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:/i);
  for (const [, attributes, body] of html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)) {
    assert.match(attributes, /\bsrc=/);
    assert.equal(body, '');
  }
});

test('zooming is never taken away', () => {
  const viewport = text('index.html').match(/<meta name="viewport" content="([^"]+)"/)[1];
  assert.doesNotMatch(viewport, /user-scalable|maximum-scale/);
});

test('the worker keeps everything the app needs to start, with the right hashes', () => {
  const list = precacheList(files);
  const needed = [...files.keys()].filter((name) => !isTwin(name) && !/\.png$|^sw|^words\.|^message-check\./.test(name));
  assert.deepEqual(list.map(({ url }) => (url === './' ? 'index.html' : url)).sort(), needed.sort());
  for (const { url, revision, integrity } of list) {
    const bytes = files.get(url === './' ? 'index.html' : url);
    assert.equal(integrity, `sha256-${sha256(bytes, 'base64')}`, url);
    assert.equal(revision === null, /\.[0-9a-f]{10}\./.test(url), url);
  }
});

test('page and worker name the words of every language, which the worker does not fetch by itself', () => {
  const names = [...files.keys()].filter((name) => /^words\..*\.txt$/.test(name));
  assert.deepEqual(names.map((name) => name.split('.')[1]), ['en', 'zh-Hans']);
  for (const name of names) {
    const integrity = `sha256-${sha256(files.get(name), 'base64')}`;
    for (const script of [text('sw.js'), text(nameLike(files, /^start\.\w+\.js$/))]) {
      assert.ok(script.includes(`"${name}"`) && script.includes(integrity), name);
    }
    assert.ok(!precacheList(files).some(({ url }) => url === name), name);
  }
});

test('page and worker name the check of messages, which is fetched only when it is wanted', () => {
  const name = nameLike(files, /^message-check\.\w+\.wasm$/);
  const integrity = `sha256-${sha256(files.get(name), 'base64')}`;
  for (const script of [text('sw.js'), text(nameLike(files, /^start\.\w+\.js$/))]) {
    assert.ok(script.includes(`"${name}"`) && script.includes(integrity));
  }
  assert.ok(!precacheList(files).some(({ url }) => url === name));
  assert.ok(!text('index.html').includes(name));
});

test('answers and the configuration are never on the worker’s list', () => {
  const config = join(folder, 'config.json');
  writeFileSync(config, '{"proxies":[""]}');
  const configured = filesOf(assemble('configured', { more: ['--config', config] }));
  assert.equal(configured.get('config.json').toString(), '{"proxies":[""]}');
  assert.ok(!configured.has('config.json.br') && !configured.has('config.json.gz'));
  assert.deepEqual(precacheList(configured), precacheList(files));
});

test('compressed twins hold the same bytes', () => {
  let twins = 0;
  for (const [name, bytes] of files) {
    if (!isTwin(name)) continue;
    const plain = name.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
    assert.deepEqual(plain, files.get(name.slice(0, -3)), name);
    twins++;
  }
  assert.ok(twins >= 16);
});

test('sizes in the manifest are those of the pictures', () => {
  for (const { src, sizes } of JSON.parse(text('manifest.webmanifest')).icons) {
    if (!src.endsWith('.png')) continue;
    const png = files.get(src);
    assert.equal(sizes, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src);
  }
});

test('a program that could not be guarded, or does not name its wasm, is refused', () => {
  const from = copyOfProgram('refused-program');
  const script = join(from, 'postwatch.js');
  const whole = readFileSync(script, 'utf8');
  writeFileSync(script, whole.replaceAll('instantiateWasm', 'elsewhere'));
  assert.match(refusal(from), /cannot be guarded/);
  writeFileSync(script, whole.replaceAll('postwatch.wasm', 'other.wasm'));
  assert.match(refusal(from), /does not name postwatch\.wasm/);
});

test('nothing in the folder names a place on this machine', () => {
  const sites = [site, process.env.POSTWATCH_SITE].filter((path) => path && existsSync(path));
  const places = [project, homedir(), folder].map((path) => path.replace(/\/$/, '')).filter((path) => path.length > 1);
  for (const [name, bytes] of sites.flatMap((path) => [...filesOf(path)])) {
    if (isTwin(name) || name.endsWith('.png')) continue;
    for (const place of places) assert.ok(!bytes.includes(place), `${name} names ${place}`);
  }
});

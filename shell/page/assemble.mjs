// Puts the deployable folder together:
//   node assemble.mjs --page <shell/page> --program <…/postwatch.js> --words <folder>
//                     --message-check <…/message-check.wasm> --out <folder> [--config <config.json>]
//
// Reads the page's sources, its own sentences in each language (words/<language>.json), the program (postwatch.js, with
// postwatch.wasm beside it) and the words of each language (words.<language>.txt). Everything but the page, the
// manifest, the workers and config.json gets its content's hash into its name; whoever names it is rewritten, innermost
// first, so that one changed byte changes every name on the way up to the page. Nothing depends on the clock or on this
// machine: the same input gives the same bytes. Files of an earlier build are removed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

// What Emscripten's own output asks for; older browsers keep the static page.
const browsers = ['chrome97', 'firefox104', 'safari15.4'];
const compressible = /\.(css|html|js|svg|txt|wasm|webmanifest)$/;
const isWords = (name) => /^words\..*\.txt$/.test(name);
const isMessageCheck = (name) => /^message-check\.\w+\.wasm$/.test(name);

/// Name in the deployable folder -> bytes.
const site = new Map();
/// Name in the sources -> name in the deployable folder.
const names = new Map();

function put(source, bytes, name = source) {
  names.set(source, name);
  site.set(name, Buffer.from(bytes));
}

const sha256 = (bytes, form) => createHash('sha256').update(bytes).digest(form);
const integrityOf = (bytes) => `sha256-${sha256(bytes, 'base64')}`;

function putHashed(source, bytes) {
  const { dir, name, ext } = parse(source);
  put(source, bytes, join(dir, `${name}.${sha256(bytes, 'hex').slice(0, 10)}${ext}`));
}

async function bundle(options) {
  const { outputFiles } = await build({
    bundle: true, write: false, minify: true, target: browsers, charset: 'utf8', legalComments: 'none',
    logLevel: 'error', ...options,
  });
  return outputFiles[0].contents;
}

/// The program's JavaScript names its wasm, so its own hash pairs the two. Emscripten leaves long names inside it;
/// esbuild shortens them, which saves a quarter of its download.
async function putProgram(script) {
  const { dir, name } = parse(script);
  const machineCode = `${name}.wasm`;
  putHashed(machineCode, readFileSync(join(dir, machineCode)));
  const text = readFileSync(script, 'utf8');
  if (!text.includes(machineCode)) throw new Error(`${script} does not name ${machineCode}`);
  if (!text.includes('instantiateWasm')) {
    throw new Error(`${script} cannot be guarded: link it with -sINCOMING_MODULE_JS_API=instantiateWasm`);
  }
  const contents = text.replaceAll(machineCode, names.get(machineCode));
  putHashed(`${name}.js`, await bundle({ stdin: { contents, loader: 'js' }, format: 'esm' }));
}

/// What the page itself says: language -> id -> sentence.
const readSentences = (page) => Object.fromEntries(readdirSync(join(page, 'words')).sort().map((file) =>
  [parse(file).name, JSON.parse(readFileSync(join(page, 'words', file), 'utf8'))]));

/// Those of start.js.
const noticesOf = (sentences) => Object.fromEntries(Object.entries(sentences).map(([language, { title, ...all }]) => {
  const notices = Object.entries(all).filter(([id]) => id.startsWith('notice_')).map(([id, text]) => [id.slice(7), text]);
  return [language, { title, ...Object.fromEntries(notices) }];
}));

function sentence(sentences, language, id) {
  if (!sentences[language][id]) throw new Error(`the page says ${id}, which is not in words/${language}.json`);
  return sentences[language][id].replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/// An element that holds nothing but {{id}} once for each language; elsewhere, where no element can stand, all in one.
function inEveryLanguage(html, sentences) {
  const languages = Object.keys(sentences);
  const all = (id) => languages.map((language) => sentence(sentences, language, id)).join(' · ');
  return html
    .replace(/<(?!title)(\w+)([^>]*)>\{\{(\w+)\}\}<\/\1>/g, (_, tag, attributes, id) => languages.map((language) =>
      `<${tag} lang="${language}"${attributes}>${sentence(sentences, language, id)}</${tag}>`).join('\n'))
    .replace(/\{\{(\w+)\}\}/g, (_, id) => all(id));
}

/// What start.js and the worker know of the languages: tag -> { file, integrity }.
function putWords(folder) {
  const files = readdirSync(folder).filter(isWords).sort();
  return Object.fromEntries(files.map((source) => {
    const bytes = readFileSync(join(folder, source));
    putHashed(source, bytes);
    return [source.split('.')[1], { file: names.get(source), integrity: integrityOf(bytes) }];
  }));
}

/// What start.js and the worker know of the check of messages: { file, integrity }.
function putMessageCheck(path) {
  const bytes = readFileSync(path);
  putHashed('message-check.wasm', bytes);
  return { file: names.get('message-check.wasm'), integrity: integrityOf(bytes) };
}

/// Once a language is chosen, the page's other languages go.
function choosingRules(languages) {
  return languages.map((chosen) => {
    const others = languages.filter((language) => language !== chosen).map((language) => `[lang="${language}"]`);
    return `[data-reads="${chosen}"] #skeleton :is(${others}) { display: none; }`;
  }).join('\n');
}

async function putStyle(page, languages) {
  const sheets = ['postwatch.css', 'mirror.css'].filter((name) => existsSync(join(page, name)));
  const contents = [...sheets.map((name) => `@import "./${name}";`), choosingRules(languages)].join('\n');
  putHashed('postwatch.css', await bundle({ stdin: { contents, resolveDir: page, loader: 'css' } }));
}

/// Width and height from a PNG's header.
const pngSizes = (bytes) => `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;

function putImage(page, source) {
  if (!names.has(source)) putHashed(source, readFileSync(join(page, source)));
  return names.get(source);
}

/// In every object with a member "{{id}}": the sentence in the manifest's own language, and <member>_localized, of which
/// the browser takes the user's.
function localized(value, sentences, own) {
  if (Array.isArray(value)) return value.map((each) => localized(each, sentences, own));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).flatMap(([member, held]) => {
    const id = typeof held === 'string' ? held.match(/^\{\{(\w+)\}\}$/)?.[1] : undefined;
    if (!id) return [[member, localized(held, sentences, own)]];
    const { [own]: first, ...others } = Object.fromEntries(Object.entries(sentences).map(([language, all]) => [language, all[id]]));
    return [[member, first], [`${member}_localized`, others]];
  }));
}

/// Sizes are read from the files. Screenshots are made from the running app, so the first builds have none.
function putManifest(page, sentences) {
  const source = JSON.parse(readFileSync(join(page, 'manifest.webmanifest'), 'utf8'));
  const manifest = localized(source, sentences, source.lang);
  const wire = (images) => images.map((image) => {
    const src = putImage(page, image.src);
    return src.endsWith('.png') ? { ...image, src, sizes: pngSizes(site.get(src)) } : { ...image, src };
  });
  manifest.icons = wire(manifest.icons);
  manifest.screenshots = wire(manifest.screenshots.filter(({ src }) => existsSync(join(page, src))));
  if (manifest.screenshots.length === 0) delete manifest.screenshots;
  manifest.shortcuts = manifest.shortcuts.map((shortcut) => ({ ...shortcut, icons: wire(shortcut.icons) }));
  put('manifest.webmanifest', JSON.stringify(manifest));
}

/// Local addresses become the names in the folder; comments and indentation go.
function putPage(page, sentences) {
  const html = inEveryLanguage(readFileSync(join(page, 'index.html'), 'utf8').replace(/<!--.*?-->/gs, ''), sentences)
    .replace(/\b(href|src)="([^":#]+)"/g, (_, attribute, source) => {
      if (source.endsWith('.png') || source.endsWith('.svg')) putImage(page, source);
      if (!names.has(source)) throw new Error(`index.html names ${source}, which is not there`);
      return `${attribute}="${names.get(source)}"`;
    })
    .replace(/^\s+/gm, '');
  put('index.html', html);
}

/// Everything the app needs to start offline but the words, of which each device keeps only its own; without the check
/// of messages, which is fetched when it is wanted; the page under the address people load it by. Pictures for the system's own use (PNG) are fetched by the system.
function precacheList() {
  return [...site].filter(([name]) => !name.endsWith('.png') && !isWords(name) && !isMessageCheck(name)).sort().map(([name, bytes]) => {
    const isHashed = /\.[0-9a-f]{10}\./.test(name);
    return {
      url: name === 'index.html' ? './' : name,
      revision: isHashed ? null : sha256(bytes, 'hex').slice(0, 10),
      integrity: integrityOf(bytes),
    };
  });
}

async function putWorkers(page, fetchedLater) {
  const define = { PRECACHE: JSON.stringify(precacheList()), ...fetchedLater, 'process.env.NODE_ENV': '"production"' };
  put('sw.js', await bundle({ entryPoints: [join(page, 'sw.js')], format: 'iife', define }));
  put('sw-kill.js', readFileSync(join(page, 'sw-kill.js')));
}

function compressed(name, bytes) {
  // config.json is changed where it is deployed; a compressed twin would go on serving the old one.
  if (!compressible.test(name)) return [];
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return [[`${name}.br`, brotli], [`${name}.gz`, gzipSync(bytes, { level: 9 })]];
}

async function writeSite(out) {
  const files = new Map([...site].sort().flatMap(([name, bytes]) => [[name, bytes], ...compressed(name, bytes)]));
  await mkdir(out, { recursive: true });
  for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !files.has(path.slice(join(out, '/').length))) await rm(path);
  }
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(out, name)), { recursive: true });
    await writeFile(join(out, name), bytes);
  }
  return files;
}

function printSizes(files) {
  const row = (...cells) => console.log(cells.map((cell, i) => (i ? String(cell).padStart(9) : cell.padEnd(42))).join(''));
  row('file', 'bytes', 'brotli');
  let firstVisit = 0;
  for (const [name, bytes] of [...site].sort()) {
    const sent = files.get(`${name}.br`)?.length ?? bytes.length;
    row(name, bytes.length, sent);
    if (!/\.png$|^sw-kill|^config|^message-check/.test(name) && (!isWords(name) || name.startsWith('words.en.'))) firstVisit += sent;
  }
  row('first visit in English, PNG icons apart', '', firstVisit);
}

const wanted = ['page', 'program', 'words', 'message-check', 'out'];
const { values } = parseArgs({
  options: Object.fromEntries([...wanted, 'config'].map((name) => [name, { type: 'string' }])),
});
const { page, program, words, out, config } = values;
if (!wanted.every((name) => values[name])) {
  console.error(`assemble.mjs: needed are ${wanted.map((name) => `--${name}`).join(' ')}`);
  process.exit(2);
}
await putProgram(program);
const sentences = readSentences(page);
await putStyle(page, Object.keys(sentences));
const define = {
  WORDS: JSON.stringify(putWords(words)),
  MESSAGE_CHECK: JSON.stringify(putMessageCheck(values['message-check'])),
};
const noticed = { ...define, SENTENCES: JSON.stringify(noticesOf(sentences)) };
putHashed('start.js', await bundle({ entryPoints: [join(page, 'start.js')], format: 'iife', define: noticed }));
putManifest(page, sentences);
putPage(page, sentences);
await putWorkers(page, define);
if (config) put('config.json', readFileSync(config));
printSizes(await writeSite(out));

// The sentences of src/app/words and shell/page/words: every one is said somewhere, short enough to be read, and whole;
// in every language the same ones, filled with the same names.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const app = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'app');
const pageWords = join('..', '..', 'shell', 'page', 'words');
const longest = 240; // columns, a Chinese character takes two: more is not read
const counts = Array.from({ length: 200 }, (_, count) => count);
// Reached by their place behind the first one, which the code names: walked in tests/app.
const ranges = {
  stage_: 'stage_pending', service_: 'service_ems', advise_: 'advise_not_asked', rule_: 'rule_official_host', group_: 'group_act_now',
  first_step_: 'first_step_number', scope_: 'scope_current', sort_: 'sort_news', theme_: 'theme_system',
};

// src/app/words: the program's sentences. src/app/words/enquiry: those of the documents the second wasm makes.
// shell/page/words: what the page says before and without the program.
const sets = [
  { folder: 'words', said: () => saidIn(app, 'Word'), least: 100, ranges },
  { folder: pageWords, said: saidByThePage, least: 25, ranges: {} },
  {
    folder: join('words', 'enquiry'), said: () => saidIn(join(app, 'enquiry'), 'EnquiryWord'), least: 60,
    ranges: { ask_: 'ask_not_handed_over', question_: 'question_not_handed_over', whom_: 'whom_sender', note_: 'note_sender_begins' },
  },
];

const complaints = [];
const formsOf = (sentence) => (typeof sentence === 'string' ? [sentence] : Object.values(sentence ?? {}));
const namesIn = (form) => [...String(form).matchAll(/\{([a-z_]*)\}/g)].map(([, name]) => name).sort().join();
const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
const columns = (text) => [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);

/// In every form the same names, in any order.
function compareWithEnglish(complain, inEnglish, sentence) {
  const names = formsOf(inEnglish).map(namesIn);
  if (new Set(names).size > 1) complain('one and other name different things');
  if (names.length > 1 && !names[0].split(',').includes('count')) complain('counts without {count}');
  for (const form of formsOf(sentence)) {
    if (namesIn(form) !== names[0]) complain(`is filled with ${namesIn(form) || 'nothing'}, in English with ${names[0] || 'nothing'}`);
  }
}

function checkForms(complain, inEnglish, sentence, categories) {
  const keys = typeof sentence === 'string' ? [] : Object.keys(sentence ?? {});
  const wanted = typeof inEnglish === 'string' || categories.length === 1 ? [] : categories;
  if (keys.join() !== wanted.join()) complain(`its forms are [${keys}], not [${wanted}]`);
}

function checkForm(complain, form) {
  if (typeof form !== 'string' || form.trim() === '') return complain('empty');
  if (columns(form) > longest) complain(`${columns(form)} columns, at most ${longest}`);
  if (form !== form.trim() || /  /.test(form)) complain('blanks too many');
  if (/[!！]/.test(form)) complain('an exclamation mark');
  if (/[{}]/.test(form.replace(/\{[a-z_]+\}/g, ''))) complain('a brace that is no name');
  if (/\p{Script=Han}[,;:?!()"]|[,;?!(] *\p{Script=Han}/u.test(form)) complain('western punctuation beside a Chinese character');
}

const wordFiles = (folder) => readdirSync(join(app, folder)).filter((name) => name.endsWith('.json'));

function checkLanguage(folder, file, english, ids) {
  const words = JSON.parse(readFileSync(join(app, folder, file), 'utf8'));
  const tag = file.replace(/\.json$/, '');
  const complain = (text) => complaints.push(`${folder}/${tag}: ${text}`);
  if (Intl.getCanonicalLocales(tag)[0] !== tag) complain('the file is not named by a language tag in its usual form');
  if (!words['@name']) complain('has no name of its own');
  // As CLDR has them, for whole numbers; that the program's rule chooses among them alike is tested in tests/app.
  const plural = new Intl.PluralRules(tag);
  const order = ['zero', 'one', 'two', 'few', 'many', 'other'];
  const categories = order.filter((category) => counts.some((count) => plural.select(count) === category));
  for (const id of Object.keys(words)) if (!ids.includes(id) && !id.startsWith('@')) complain(`${id}: not in English`);
  for (const id of ids) {
    const complainOf = (text) => complain(`${id}: ${text}`);
    if (!(id in words)) complainOf('missing');
    else {
      checkForms(complainOf, english[id], words[id], categories);
      compareWithEnglish(complainOf, english[id], words[id]);
      for (const form of formsOf(words[id])) checkForm(complainOf, form);
    }
  }
}

/// What the code names.
function saidIn(folder, word) {
  const code = readdirSync(folder).filter((name) => name.endsWith('.cpp'))
    .map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  return new Set([...code.matchAll(new RegExp(`\\b${word}::([a-z0-9_]+)`, 'g'))].map(([, id]) => id));
}

function saidByThePage() {
  const text = (file) => readFileSync(join(app, pageWords, '..', file), 'utf8');
  const placed = ['index.html', 'manifest.webmanifest'].flatMap((file) => [...text(file).matchAll(/\{\{(\w+)\}\}/g)]);
  const notices = [...text('start.js').matchAll(/\b(?:say|tell)\('(\w+)'/g)];
  return new Set([...placed.map(([, id]) => id), ...notices.map(([, id]) => (id === 'title' ? id : `notice_${id}`))]);
}

for (const { folder, said: find, least, ranges: placed } of sets) {
  const english = JSON.parse(readFileSync(join(app, folder, 'en.json'), 'utf8'));
  const ids = Object.keys(english).filter((id) => !id.startsWith('@'));
  const said = find();
  if (folder === 'words') {
    // cmake/samples.py names a label for each sample.
    const samples = JSON.parse(readFileSync(join(app, '..', '..', 'shell', 'serve', 'samples.json'), 'utf8'));
    for (const { group, scenario } of samples) if (group === 'journey') said.add(`sample_label_${scenario.replaceAll('-', '_')}`);
  }
  for (const file of wordFiles(folder)) checkLanguage(folder, file, english, ids);
  if (wordFiles(folder).join() !== wordFiles('words').join()) complaints.push(`${folder}: not the languages of the program`);
  for (const id of ids) {
    const range = Object.keys(placed).find((prefix) => id.startsWith(prefix));
    if (!said.has(id) && !(range && said.has(placed[range]))) complaints.push(`${folder}: ${id}: nobody says it`);
  }
  if (ids.length < least || said.size < least) complaints.push(`${folder}: too few sentences found: is the test looking in the right place?`);
}
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length ? 1 : 0);

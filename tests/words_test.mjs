// The sentences of src/app/words: every one is said somewhere, short enough to be read, and whole.
import {readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const app = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'app');
const longest = 240; // characters: more is not read
// Reached by their place behind the first one, which the code names: walked in tests/app.
const ranges = {stage_: 'stage_pending', service_: 'service_ems', advise_: 'advise_not_asked'};

const words = JSON.parse(readFileSync(join(app, 'words', 'en.json'), 'utf8'));
const code = readdirSync(app).filter((name) => name.endsWith('.cpp'))
  .map((name) => readFileSync(join(app, name), 'utf8')).join('\n');
const said = new Set([...code.matchAll(/\bWord::([a-z0-9_]+)/g)].map(([, id]) => id));

const complaints = [];
for (const [id, sentence] of Object.entries(words)) {
  const range = Object.keys(ranges).find((prefix) => id.startsWith(prefix));
  if (!said.has(id) && !(range && said.has(ranges[range]))) complaints.push(`${id}: nobody says it`);
  const forms = typeof sentence === 'string' ? [sentence] : [sentence.one, sentence.other];
  const names = forms.map((form) => [...(form ?? '').matchAll(/\{([a-z_]*)\}/g)].map(([, name]) => name).sort().join());
  if (forms.length === 2 && names[0] !== names[1]) complaints.push(`${id}: one and other name different things`);
  if (forms.length === 2 && !names[1].split(',').includes('count')) complaints.push(`${id}: counts without {count}`);
  for (const form of forms) {
    if (typeof form !== 'string' || form.trim() === '') complaints.push(`${id}: empty`);
    else if (form.length > longest) complaints.push(`${id}: ${form.length} characters, at most ${longest}`);
    else if (form !== form.trim() || /  /.test(form)) complaints.push(`${id}: blanks too many`);
    else if (form.includes('!')) complaints.push(`${id}: an exclamation mark`);
    else if (/[{}]/.test(form.replace(/\{[a-z_]+\}/g, ''))) complaints.push(`${id}: a brace that is no name`);
  }
}
if (Object.keys(words).length < 100 || said.size < 100) complaints.push('too few sentences found: is the test looking in the right place?');
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length ? 1 : 0);

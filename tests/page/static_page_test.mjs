// What the static page tells must be what the directory of posts holds as verified, and stand there in every language.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { assemble, filesOf } from './assembled.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const html = read('shell/page/index.html');
const { operators } = JSON.parse(read('src/postal/data/operators.json'));
const links = [...html.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)].map(([, address, words]) => ({ address, words }));

/// Not posts of one country: the EMS Cooperative and the UPU, see docs/sources.md.
const international = ['ems.post', 'globaltracktrace.ptc.post'];

const isWithin = (host, domain) => host === domain || host.endsWith(`.${domain}`);

test('every site is on a verified domain and reached over https', () => {
  const verified = operators.flatMap(({ domains }) =>
    Object.entries(domains).filter(([, how]) => how === 'verified').map(([domain]) => domain));
  const sites = links.filter(({ address }) => !address.startsWith('tel:'));
  assert.ok(sites.length >= 10);
  for (const { address } of sites) {
    const { protocol, host } = new URL(address);
    assert.equal(protocol, 'https:', address);
    assert.ok([...verified, ...international].some((domain) => isWithin(host, domain)), address);
  }
});

test('every phone number is one that is confirmed or listed', () => {
  const digits = (text) => text.replace(/\D/g, '');
  const known = new Set(operators.flatMap(({ phone }) => (['confirmed', 'listed'].includes(phone?.status)
    ? [phone.domestic, phone.international].filter(Boolean).map(digits) : [])));
  const phones = links.filter(({ address }) => address.startsWith('tel:'));
  assert.ok(phones.length >= 6);
  for (const { address, words } of phones) {
    assert.ok(known.has(digits(address)), address);
    assert.ok(known.has(digits(words)), words);
  }
});

test('the sample number is right by its own check digit', () => {
  const shape = html.match(/<p class="shape">(.*?)<\/p>/)[1].replace(/<[^>]+>|\s/g, '');
  const [, serial, check] = shape.match(/^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/);
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const rest = 11 - [...serial].reduce((sum, digit, i) => sum + digit * weights[i], 0) % 11;
  assert.equal(Number(check), { 10: 0, 11: 5 }[rest] ?? rest);
});

const site = filesOf(assemble('static'));
const page = site.get('index.html').toString();
const languages = readdirSync(new URL('../../shell/page/words', import.meta.url)).map((file) => file.replace('.json', ''));

test('every sentence stands once for each language, marked with it; official names and links are the same in all', () => {
  const own = (language) => [...page.matchAll(new RegExp(`<(\\w+) lang="${language}"[^>]*>([^<]+)</\\1>`, 'g'))].map(([, , text]) => text);
  for (const language of languages) {
    const words = JSON.parse(read(`shell/page/words/${language}.json`));
    const placed = [...html.replace(/<head>.*<\/head>|<!--.*?-->/gs, '').matchAll(/\{\{(\w+)\}\}/g)].map(([, id]) => words[id]);
    assert.ok(placed.length > 15);
    assert.deepEqual(own(language), placed);
  }
  const unmarked = page.replace(/.*<body>/s, '').replace(/<(\w+) lang="[^"]+"[^>]*>[^<]*<\/\1>/g, '');
  assert.doesNotMatch(unmarked, /\p{Script=Han}|\{\{/u);
});

test('the language is chosen before anything of the page is read', () => {
  const head = page.slice(0, page.indexOf('</head>'));
  assert.match(head, /<script src="start\.\w+\.js"><\/script>/, 'neither a module nor deferred');
  const style = site.get([...site.keys()].find((name) => /\.css$/.test(name))).toString();
  for (const chosen of languages) {
    for (const other of languages.filter((language) => language !== chosen)) {
      const rule = style.match(new RegExp(`\\[data-reads="?${chosen}"?\\] #skeleton ([^{]+)\\{display:none\\}`))[1];
      assert.ok(rule.replaceAll('"', '').includes(`[lang=${other}]`), `${chosen} hides ${other}`);
    }
  }
});

test('the manifest says what it can say in every language', () => {
  const manifest = JSON.parse(site.get('manifest.webmanifest').toString());
  const [first, ...others] = languages;
  assert.equal(manifest.lang, first);
  for (const [member, id, object] of [['description', 'description', manifest], ['name', 'shortcut_add', manifest.shortcuts[0]],
    ['name', 'shortcut_list', manifest.shortcuts[1]]]) {
    const sentence = (language) => JSON.parse(read(`shell/page/words/${language}.json`))[id];
    assert.equal(object[member], sentence(first));
    assert.deepEqual(object[`${member}_localized`], Object.fromEntries(others.map((language) => [language, sentence(language)])));
  }
});

// What the static page tells must be what the directory of posts holds as verified.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

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

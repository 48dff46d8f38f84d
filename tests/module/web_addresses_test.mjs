// Hosts as postal reads them, beside URL of the browser that the stories run in: 100,000 made-up addresses.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { browser } from '../stories/harness/browser.mjs';
import { folder, pick, seeded } from './core.mjs';

const COUNT = 100_000;
const reader = join(folder, '..', 'tests', 'web_address_reader.js');

const SCHEMES = ['https://', 'http://', 'https:', 'http:/', 'HTTPS://', 'http:\\\\', 'https:/\\', 'https:////', 'ftp://', 'javascript:', 'https'];
const USERS = ['', '', '', '', 'usps.com@', 'a:b@', 'usps.com%40x@', '@', 'http://usps.com@'];
const LABELS = ['usps', 'USPS', 'ems', 'com-track', 'xn--correos-cza', 'xn--', 'xn--a', 'a', '1', '09', '0x7f', 'post', '\uff55sps', 'p\u043est', '\u00fcps',
  'stra\u00dfe', '\u4e2d\u56fd', 'us\u200bps', 'us\u00adps', '%75sps', '%2e', '%zz', 'a_b', '-a-', 'a--b', '\u0130x', '\u03c2', 'K\u212a', '\u2460', '\ud83d\udce6'];
const DOTS = ['.', '.', '.', '.', '.', '\u3002', '\uff0e', '%2e', '..', '\u2044', ''];
const ENDINGS = ['com', 'top', 'cn', 'CO.UK', 'xn--p1ai', '\u0440\u0444', '\u4e2d\u56fd', 'post', '1', ''];
const NUMBERS = ['127.0.0.1', '3232235777', '0xC0A80101', '0300.0250.1.1', '127.1', '1.2.3.4.5', '256.1.1.1', '0x', '1.2.3', '4294967296', '[::1]', '[1:2::3]', '[::ffff:1.2.3.4]', '[::1', '1..2', '0x7f.1', '08.1.1.1', '1.2.3.4.'];
const PORTS = ['', '', '', ':443', ':80', ':8443', ':', ':99999', ':a', ':0'];
const PATHS = ['', '/', '/x', '?q', '#f', '\\@evil.top', '/@evil.top', '\t/x'];

function host(random) {
  if (random() < 0.2) return pick(random, NUMBERS);
  let made = pick(random, LABELS);
  for (let labels = Math.floor(random() * 3); labels > 0; labels -= 1) made += pick(random, DOTS) + pick(random, LABELS);
  return made + pick(random, DOTS) + pick(random, ENDINGS) + (random() < 0.1 ? '.' : '');
}

function address(random) {
  return pick(random, SCHEMES) + pick(random, USERS) + host(random) + pick(random, PORTS) + pick(random, PATHS);
}

test(`${COUNT} made-up addresses lead where the browser goes`, async () => {
  const random = seeded(20261122);
  const addresses = Array.from({ length: COUNT }, () => address(random));
  const ours = execFileSync(process.execPath, [reader], { input: addresses.map((one) => `${Buffer.from(one).toString('hex')}\n`).join(''), maxBuffer: 1e8 }).toString().split('\n');
  const page = await (await browser()).newPage();
  const theirs = await page.evaluate((all) => all.map((one) => {
    try {
      const read = new URL(one);
      return /^https?:$/.test(read.protocol) ? read.hostname : '-';
    } catch {
      return '-';
    }
  }), addresses);
  const different = addresses.flatMap((one, i) => (ours[i] === theirs[i] ? [] : [{ address: one, ours: ours[i], theirs: theirs[i] }]));
  assert.ok(theirs.filter((one) => one !== '-').length > COUNT / 4, 'many of them are addresses');
  // Punycode of characters that are not assigned: browsers refuse it, our table does not know them all.
  const isUnassigned = ({ ours: host, theirs: refused }) => refused === '-' && /(^|\.)xn--/.test(host);
  const wrong = different.filter((one) => !isUnassigned(one));
  assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} differ`);
  assert.ok(different.length <= COUNT / 10_000, `${different.length} are taken that the browser refuses`);
});

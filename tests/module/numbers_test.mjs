// check, checkMany and extract, as a page or a script calls them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { core, createCore, disguised, junk, mixedLine, rightNumber, seeded, VERDICTS, wrongNumber } from './core.mjs';

const verdictOf = (text) => core.check(text).verdict;
const TEN_MEGABYTES = 10_000_000;

test('a right number has its parts', () => {
  const check = core.check('EE473124829CN');
  assert.deepEqual(check, {
    verdict: 'valid', number: 'EE473124829CN', grouped: 'EE 473 124 829 CN', findings: [], suggestions: [],
    service: { code: 'EE', class: 'ems' }, country: 'CN',
  });
});

test('the passport adds the check digit up and tells what no number does', () => {
  const passport = core.passport(' ee 473 124 829 cn');
  const products = [[4, 8, 32], [7, 6, 42], [3, 4, 12], [1, 2, 2], [2, 3, 6], [4, 5, 20], [8, 9, 72], [2, 7, 14]];
  assert.deepEqual(passport, {
    number: 'EE473124829CN', service: { code: 'EE', class: 'ems' }, serial: '47312482', example: false,
    checkDigit: {
      steps: products.map(([digit, weight, product]) => ({ digit, weight, product })),
      sum: 200, remainder: 2, difference: 9, expected: '9', found: '9',
    },
    country: { code: 'CN', known: true }, officialHost: 'ems.com.cn',
    untold: ['destination', 'posted_on', 'contents', 'sender', 'addressee', 'reuse', 'existence'],
  });
});

test('a wrong number has a passport too, what is no S10 number has none', () => {
  const { checkDigit, country, officialHost } = core.passport('EE473124820XX');
  assert.deepEqual([checkDigit.expected, checkDigit.found, country, officialHost], ['9', '0', { code: 'XX', known: false }, null]);
  assert.equal(core.passport('EE123456785CN').example, true);
  for (const text of ['', 'EE47312482', '1Z999AA10123456784', 'x'.repeat(100_000), null]) assert.equal(core.passport(text), null);
});

test('verdicts are the five', () => {
  const expected = { '': 'empty', '   ': 'empty', RA: 'incomplete', EE473124829CN: 'valid', EE473124820CN: 'faulty', '!': 'faulty' };
  for (const [text, verdict] of Object.entries(expected)) assert.equal(verdictOf(text), verdict, text);
});

test('a finding stands at its character of the given text, in units of UTF-16', () => {
  const where = (text, code) => core.check(text).findings.find((finding) => finding.code === code)?.position;
  assert.equal(where('EE473124820CN', 'check_digit'), 10);
  assert.equal(where('EE 473 124 820 CN', 'check_digit'), 13);
  assert.equal(where('\uff25\uff25473124820CN', 'check_digit'), 10);
  assert.equal(where('EE4731O4829CN', 'letter_in_digits'), 6);
  assert.equal(where('EE47\ud83d\ude003124829CN', 'foreign_character'), 4);
});

test('a finding says what was found and what should stand there', () => {
  const [digit] = core.check('EE473124820CN').findings;
  assert.deepEqual(digit, { code: 'check_digit', severity: 'error', position: 10, found: '0', expected: '9' });
});

test('what is right so far is incomplete and says what is missing', () => {
  const { verdict, findings } = core.check('RR47312');
  assert.equal(verdict, 'incomplete');
  assert.deepEqual(findings.map(({ code, found, expected }) => [code, found, expected]), [['too_short', '7', '13']]);
  assert.equal(core.check('RR4731248').verdict, 'incomplete');
  assert.equal(core.check('RR473124829').verdict, 'incomplete');
  assert.equal(core.check('RR473124820').verdict, 'faulty', 'the check digit is wrong already');
  assert.equal(core.check('R3').verdict, 'faulty');
});

test('suggestions come with their reason and place, none of them applied', () => {
  const check = core.check('rr 473 l24 829 us');
  assert.equal(check.number, 'RR473L24829US');
  assert.deepEqual(check.suggestions, [{ number: 'RR473124829US', reason: 'look_alike', position: 7 }]);
  const swapped = core.check('RR437124829US').suggestions;
  assert.ok(swapped.length <= 3);
  assert.ok(swapped.some(({ number, reason }) => number === 'RR473124829US' && reason === 'neighbours_swapped'));
  assert.deepEqual(core.check('RR473124829US').suggestions, []);
});

test('disguises are read as meant, and said', () => {
  const said = (text) => core.check(text).findings.filter(({ code }) => code === 'normalised').map(({ what, position }) => [what, position]);
  assert.deepEqual(said('RR473124829US'), []);
  assert.deepEqual(said('RR473124829us'), [['letter_case', 11]]);
  assert.deepEqual(said('\uff32R473124829US'), [['full_width', 0]]);
});

test('checkMany judges each line as check does', () => {
  const random = seeded(1);
  const lines = Array.from({ length: 3000 }, () => mixedLine(random));
  lines.push('', ' ', 'EE123456785CN', 'JN473124829IN', '\r', 'EE473124829CN\r', '\u0000', 'EE4731\u000024829CN', '\ud800', 'x'.repeat(5000), 'EE473124829CN'.repeat(40));
  const expected = lines.map((line) => VERDICTS.indexOf(verdictOf(line)));
  assert.ok(new Set(expected).size === 5, 'the lines are of all five kinds');
  assert.deepEqual([...core.checkMany(lines)], expected);
  assert.deepEqual([...core.checkMany(lines.join('\n'))], expected);
  assert.deepEqual([...core.checkMany(new TextEncoder().encode(lines.join('\n')))], expected);
});

test('a list judged in pieces has the verdicts of its lines', () => {
  const random = seeded(5);
  const lines = Array.from({ length: 2500 }, () => mixedLine(random));
  lines.push('x'.repeat(300_000), '', 'EE473124829CN');
  const expected = lines.map((line) => VERDICTS.indexOf(verdictOf(line)));
  const text = `${Array(12).fill(lines.join('\n')).join('\n')}\n`;
  const all = [...Array(12).fill(expected).flat(), 0];
  assert.deepEqual([...core.checkMany(text)], all);
  assert.deepEqual([...core.checkMany(new TextEncoder().encode(text))], all);
  const feeds = core.checkMany('\n'.repeat(1_000_000)); // more lines than the room made for them at first
  assert.ok(feeds.length === 1_000_001 && feeds.every((verdict) => verdict === 0));
});

test('a line that holds a line feed is still one line', () => {
  const lines = ['EE473124829CN', 'EE473\n124829CN', '\n', ''];
  assert.deepEqual([...core.checkMany(lines)], lines.map((line) => VERDICTS.indexOf(verdictOf(line))));
});

test('lines are what stands between line feeds', () => {
  assert.deepEqual([...core.checkMany([])], []);
  assert.deepEqual([...core.checkMany('')], [0]);
  assert.deepEqual([...core.checkMany('\n')], [0, 0]);
  assert.deepEqual([...core.checkMany('EE473124829CN\n')], [4, 0]);
  assert.equal(core.checkMany('\n'.repeat(100_000)).length, 100_001);
});

test('the verdicts are the caller\'s own: the next call does not change them', () => {
  const first = core.checkMany(['EE473124829CN']);
  core.checkMany(['x', 'y', 'z']);
  assert.deepEqual([...first], [4]);
});

test('bytes that are no UTF-8 and NUL are faulty lines and spoil no others', () => {
  const bytes = Uint8Array.from([...Buffer.from('EE473124829CN\n'), 0xFF, 0xC3, 0x28, 0xF0, 10, 0, 10, 0xE2, 0x82, 10, ...Buffer.from('EE473124829CN')]);
  const verdicts = [...core.checkMany(bytes)];
  assert.equal(verdicts.length, 5);
  assert.deepEqual([verdicts[0], verdicts[4]], [4, 4]);
  assert.ok(verdicts.slice(1, 4).every((verdict) => verdict === 2));
});

test('ten megabytes in one line give a clear result', () => {
  for (const text of ['x'.repeat(TEN_MEGABYTES), 'EE473124829CN'.repeat(TEN_MEGABYTES / 13), '\u4e2d'.repeat(TEN_MEGABYTES / 3), ' '.repeat(TEN_MEGABYTES), '1'.repeat(TEN_MEGABYTES)]) {
    assert.ok(VERDICTS.includes(verdictOf(text)));
    assert.equal(core.checkMany(text).length, 1);
    assert.ok(Array.isArray(core.extract(text)));
    assert.ok(Array.isArray(core.extract(text, { eager: true })));
  }
});

test('extract gives places in units of UTF-16, whatever stands before', () => {
  const before = '\ud83d\udce6 \u4f60\u597d \u00e9\u0000\ud800 ';
  const text = `${before}RA473124829CN, EE 473 124 829 CN\n${before}CP473124829DE`;
  const found = core.extract(text);
  assert.deepEqual(found.map(({ number }) => number), ['RA473124829CN', 'EE473124829CN', 'CP473124829DE']);
  assert.deepEqual(found.map(({ start, end }) => text.slice(start, end)), ['RA473124829CN', 'EE 473 124 829 CN', 'CP473124829DE']);
  for (const one of found) assert.deepEqual([one.verdict, one.family], ['valid', 's10']);
});

test('extract looks for S10 numbers alone when asked', () => {
  const text = '\u4f60 UPS 1Z999AA10123456784, RA473124829CN';
  assert.deepEqual(core.extract(text).map(({ family }) => family), ['ups_1z', 's10']);
  const [one, ...others] = core.extract(text, { families: 's10' });
  assert.deepEqual([text.slice(one.start, one.end), others], ['RA473124829CN', []]);
});

test('extract finds none in nothing, and all of very many', () => {
  assert.deepEqual(core.extract(''), []);
  const random = seeded(2);
  const numbers = [...new Set(Array.from({ length: 20_000 }, () => rightNumber(random)))];
  const found = core.extract(numbers.map((number) => `item ${number} sent`).join('\n'));
  assert.deepEqual(found.map(({ number }) => number), numbers);
});

test('what is no string is taken as one, as String() says', () => {
  assert.equal(core.check(undefined).verdict, 'empty');
  assert.equal(core.check(null).verdict, 'empty');
  assert.equal(core.check(12).number, '12');
  assert.deepEqual(core.extract(undefined), []);
  assert.deepEqual([...core.checkMany([undefined, null, 'EE473124829CN'])], [0, 0, 4]);
});

test('random texts never throw, and findings stand inside them', () => {
  const random = seeded(3);
  for (let i = 0; i < 20_000; i += 1) {
    const text = i % 2 ? junk(random) : disguised(random).slice(0, Math.floor(random() * 20)) + junk(random);
    for (const finding of core.check(text).findings) assert.ok(finding.position >= 0 && finding.position <= text.length, JSON.stringify(text));
    for (const { start, end } of core.extract(text, { eager: true })) assert.ok(start < end && end <= text.length, JSON.stringify(text));
  }
});

test('a wrong check digit is never valid', () => {
  const random = seeded(4);
  const lines = Array.from({ length: 20_000 }, () => wrongNumber(random));
  assert.ok(core.checkMany(lines).every((verdict) => verdict === 2));
});

test('two cores do not share what they know', async () => {
  const other = await createCore();
  const mine = core.checkMany('EE473124829CN');
  assert.deepEqual([...other.checkMany('!')], [2]);
  assert.deepEqual([...mine], [4]);
});

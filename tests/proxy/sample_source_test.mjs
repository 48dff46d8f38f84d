import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SAMPLES } from '../../shell/serve/sample_source.mjs';
import { startStandIn } from './rig.mjs';

const DAY = 86_400_000;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** The check digit of S10: 11 - (weighted sum mod 11), where 10 reads 0 and 11 reads 5. */
function checkDigit(serial) {
  const digit = 11 - ([...serial].reduce((sum, figure, at) => sum + figure * WEIGHTS[at], 0) % 11);
  return { 10: 0, 11: 5 }[digit] ?? digit;
}

const numberOf = (scenario) => SAMPLES.find((sample) => sample.scenario === scenario).number;
const pathOf = (number) => `/gtt.api/service.svc/rest/ItemTTWithTrans/${number}/EN`;

/** Wall time of a WCF date, as if it were UTC. */
function wallTime(text) {
  const [, instant, sign, hours, minutes] = /^\/Date\((\d+)([+-])(\d\d)(\d\d)\)\/$/.exec(text);
  return Number(instant) + (sign === '-' ? -1 : 1) * (hours * 60 + Number(minutes)) * 60_000;
}

test('sample numbers are well formed and can be nobody\'s', () => {
  for (const { number, label, group } of SAMPLES) {
    assert.match(number, /^[ELR][A-Z]\d{9}XX$/);
    assert.equal(Number(number[10]), checkDigit(number.slice(2, 10)), number);
    assert.ok(group === 'fault' ? label.length > 0 : group === 'journey', number);
  }
  assert.equal(new Set(SAMPLES.map(({ number }) => number)).size, SAMPLES.length);
});

test('a sample answers as UPU Global Track & Trace does', async (t) => {
  const source = await startStandIn(t);
  const text = await (await fetch(source.origin + pathOf(numberOf('delivered')))).text();
  const [item, ...others] = JSON.parse(text);

  assert.equal(others.length, 0);
  assert.deepEqual(Object.keys(item), ['ID', 'OriginCountryCd', 'OriginCountryNm', 'DestinationCountryCd', 'DestinationCountryNm',
    'MailClassCd', 'State', 'Events']);
  assert.equal(item.ID, numberOf('delivered'));
  for (const event of item.Events) {
    assert.deepEqual(Object.keys(event), ['EventCd', 'EventNm', 'EventDT', 'EventLocation', 'Signature']);
    assert.ok(event.EventNm);
  }
  assert.match(text, /"EventDT":"\\\/Date\(\d+[+-]\d{4}\)\\\/"/);
  assert.equal(new Date(wallTime(item.Events[0].EventDT)).toISOString().slice(11, 16), '16:25', "the place's own time");
  assert.deepEqual([item.Events[0].EventCd, item.Events.at(-1).EventCd], ['EMA', 'EMI']);
  assert.ok(item.Events.some(({ EventCd }) => EventCd === 'DLV'), 'a forecast among the scans');
  assert.ok(item.Events.some(({ EventLocation }) => /\p{Script=Han}/u.test(EventLocation)), 'an office in Chinese');
  assert.equal(item.Events.at(-1).Signature, 'J. SAMPLE');
});

test('scans lie in the past, in order, and stay the same all day', async (t) => {
  let now = 0;
  const source = await startStandIn(t, { now: () => now });
  const answerAt = async (time, scenario) => {
    now = time;
    return (await fetch(source.origin + pathOf(numberOf(scenario)))).json();
  };
  for (const scenario of ['delivered', 'held-by-customs', 'silent']) {
    const midnight = Date.UTC(2026, 1, 28);
    const morning = await answerAt(midnight, scenario);
    assert.deepEqual(await answerAt(midnight + DAY - 1, scenario), morning);
    assert.notDeepEqual(await answerAt(midnight + DAY, scenario), morning);
    const walls = morning[0].Events.filter(({ EventCd }) => EventCd !== 'DLV').map(({ EventDT }) => wallTime(EventDT));
    assert.deepEqual(walls, [...walls].sort((one, other) => one - other), scenario);
    assert.ok(walls.at(-1) < midnight - 5 * DAY);
  }
});

test('nine days are nine days: held by customs, and silent', async (t) => {
  const midnight = Date.UTC(2026, 4, 20);
  const source = await startStandIn(t, { now: () => midnight });
  for (const [scenario, code] of [['held-by-customs', 'EME'], ['silent', 'EMC']]) {
    const [{ Events }] = await (await fetch(source.origin + pathOf(numberOf(scenario)))).json();
    const last = Events.filter(({ EventCd }) => EventCd !== 'DLV').at(-1);
    assert.equal(last.EventCd, code);
    assert.equal(Math.floor(wallTime(last.EventDT) / DAY), midnight / DAY - 9);
  }
});

test('any other number, path or method is refused, and everything is counted', async (t) => {
  const source = await startStandIn(t);
  const status = async (path, how) => (await fetch(source.origin + path, how)).status;
  assert.equal(await status(pathOf('EE900000023XX')), 404);
  assert.equal(await status(pathOf('constructor')), 404);
  assert.equal(await status('/'), 404);
  assert.equal(await status(pathOf(numberOf('silent')), { method: 'POST' }), 405);
  assert.equal(await status(pathOf(numberOf('silent'))), 200);
  const counts = await (await fetch(`${source.origin}/counts`)).json();
  assert.equal(counts.total, 5);
  assert.equal(counts.numbers[numberOf('silent')], 2);
  assert.deepEqual(counts, source.counts());
});

test('a dead source refuses connections until it is revived on the same port', async (t) => {
  const source = await startStandIn(t);
  await source.die();
  await assert.rejects(fetch(source.origin + pathOf(numberOf('silent'))));
  await source.revive();
  assert.equal((await fetch(source.origin + pathOf(numberOf('silent')))).status, 200);
});

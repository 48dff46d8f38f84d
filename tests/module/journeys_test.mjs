// journey and advise, from items as they are kept and as a script puts them together.
import assert from 'node:assert/strict';
import test from 'node:test';
import { core, sample } from './core.mjs';

const NOW = Date.UTC(2026, 2, 12);
const at = { now: NOW, offset: 60 };
const answer = core.readAnswer({ dialect: 'upu-gtt', status: 200, body: sample('upu-gtt.json'), number: 'EE123456785CN' });
const item = {
  number: 'EE123456785CN', going_to: 'FR', added_at: NOW - 8 * 86_400_000,
  sources: [{ source: 'upu-gtt', answered_at: NOW, events: answer.events, origin_country: 'CN', destination_country: 'FR' }],
};

test('an item made of an answer has a journey', () => {
  const journey = core.journey(item, at);
  assert.equal(journey.stage, 'import_customs');
  assert.equal(journey.milestone, 'arrival');
  assert.equal(journey.holder, 'import_customs');
  assert.equal(journey.source, 'upu-gtt');
  assert.equal(journey.newest.code, 'EDB');
  assert.equal(journey.predicted.code, 'DLV');
  assert.equal(journey.silent_days, 3);
  assert.deepEqual(journey.contradictions, []);
  assert.ok(journey.legs.length >= 4);
  assert.equal(journey.legs.at(-1).ended, false);
  assert.deepEqual(journey.expected, { basis: 'stated', first_day: '2026-03-12', last_day: '2026-03-12', source: 'upu-gtt', passed: false });
});

test('what was kept is read as it was kept', () => {
  const kept = JSON.parse(sample('saved-item.v1.json'));
  assert.equal(core.journey(kept, { now: kept.changed_at, offset: 0 }).stage, 'accepted');
});

test('a delivery before other scans is a contradiction', () => {
  const events = [['EMA', 4], ['EMI', 9], ['EMC', 10]].map(([code, day]) => ({ code, wall: Date.UTC(2026, 2, day) / 1000, stage: core.classify({ provider: 'upu_emsevt', code }).stage }));
  const { contradictions } = core.journey({ ...item, sources: [{ source: 'upu-gtt', answered_at: NOW, events }] }, at);
  assert.ok(contradictions.some(({ kind, earlier, later }) => kind === 'moving_after_delivery' && earlier.code === 'EMI' && later.code === 'EMC'));
});

test('advice has what is normal, what to do, whom to ask and when to ask again', () => {
  for (const one of [item, { number: 'RR473124829US' }, { ...item, sources: [{ source: 'upu-gtt', answered_at: NOW, outcome: 'no-records' }] }]) {
    const kinds = core.advise(one, NOW, { offset: 60 }).map(({ kind }) => kind);
    for (const kind of ['normal', 'do_today', 'whom', 'ask_again']) assert.ok(kinds.includes(kind), kind);
  }
});

test('advice is told by the ids of its rules', () => {
  const rules = core.advise({ number: 'RR473124829US' }, NOW, { offset: 60 }).map(({ kind, rule }) => `${kind} ${rule}`);
  for (const one of ['normal not_asked', 'do_today ask_now', 'whom origin_post']) assert.ok(rules.includes(one), `${one}: ${rules}`);
});

test('now may be a number or a date, and left out it is now', () => {
  assert.deepEqual(core.advise(item, new Date(NOW), { offset: 60 }), core.advise(item, NOW, { offset: 60 }));
  assert.ok(core.journey(item).silent_days > 0);
});

test('what is no item is null', () => {
  for (const wrong of [undefined, null, {}, 7, 'EE123456785CN', { number: 'EE' }, { number: 'EE123456785CN', version: 99 }]) {
    assert.equal(core.journey(wrong, at), null);
    assert.equal(core.advise(wrong, NOW), null);
  }
});

test('a damaged item is read as far as it goes', () => {
  const journey = core.journey({ ...item, going_to: 'QQ', sources: [{ source: 7 }, { source: 'x', events: [{}, null, { wall: 'x' }] }, ...item.sources] }, at);
  assert.equal(journey.stage, 'import_customs');
  assert.ok(core.journey(item, { now: Number.NaN, offset: Number.NaN }));
  assert.ok(core.journey(item, { now: Infinity, offset: 1e9 }));
});

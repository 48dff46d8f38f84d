// classify and readAnswer.
import assert from 'node:assert/strict';
import test from 'node:test';
import { core, sample } from './core.mjs';

const EMS = 'EE123456785CN';
const read = (dialect, body, status = 200, number = EMS) => core.readAnswer({ dialect, status, body, number });

test('a code of the UPU has its stage and milestone', () => {
  assert.deepEqual(core.classify({ provider: 'upu_emsevt', code: 'EMC' }), { stage: 'departed_origin', milestone: 'transit', forecast: false });
  assert.deepEqual(core.classify({ provider: 'upu_emsevt', code: 'DLV', text: 'Estimated delivery' }), { stage: 'unknown', milestone: 'keep', forecast: true });
});

test('a provider that is not known leaves the words', () => {
  assert.equal(core.classify({ provider: 'nobody', code: 'X', text: 'Item delivered to addressee' }).stage, 'delivered');
  assert.equal(core.classify({ text: 'Item could not be delivered' }).stage === 'delivered', false);
  assert.equal(core.classify({}).stage, 'unknown');
  assert.equal(core.classify().stage, 'unknown');
});

const DIALECTS = {
  'upu-gtt': EMS, '17track': EMS, ship24: EMS, karrio: 'CB702100345FR', opendoc: EMS, dhl: 'CX400200158DE',
  laposte: 'CB702100345FR', aftership: EMS,
};

for (const [dialect, number] of Object.entries(DIALECTS)) {
  test(`${dialect}: its sample has events, another number is a fault`, () => {
    const answer = read(dialect, sample(`${dialect}.json`), 200, number);
    assert.equal(answer.kind, 'events');
    assert.ok(answer.events.length >= 2);
    for (const event of answer.events) {
      assert.ok(Number.isInteger(event.wall));
      assert.equal(event.offset === undefined, event.trust === 'unknown');
      assert.deepEqual(Object.keys(event).filter((name) => !['code', 'words', 'place', 'wall', 'offset', 'trust', 'precision', 'stage', 'milestone', 'reason', 'forecast'].includes(name)), []);
    }
    assert.deepEqual(read(dialect, sample(`${dialect}.json`), 200, 'RA123456785JP'), { kind: 'fault', fault: 'wrong-number', events: [] });
  });
}

test('no records and faults are told apart', () => {
  assert.deepEqual(read('upu-gtt', ''), { kind: 'no_records', events: [] });
  assert.deepEqual(read('aftership', sample('aftership.error.json'), 404), { kind: 'no_records', events: [] });
  assert.equal(read('ship24', sample('ship24.error.json'), 403).fault, 'too-many-requests');
  assert.equal(read('17track', sample('17track.error.json')).fault, 'refused');
  assert.equal(read('upu-gtt', '<html>').fault, 'not-json');
  assert.equal(read('upu-gtt', '[').fault, 'broken-json');
  assert.equal(read('upu-gtt', '', 503).fault, 'upstream-down');
  assert.equal(read('upu-gtt', ' '.repeat(1_000_001)).fault, 'too-large');
  assert.equal(read('nobody', '[]').fault, 'unexpected-status');
  assert.equal(core.readAnswer({}).fault, 'unexpected-status');
});

test('texts come out as they are, cleaned of what deceives', () => {
  const body = JSON.stringify([{ ID: EMS, Events: [{ EventCd: 'EMA', EventNm: 'a"\\\u0001\u4e2d\ud83d\ude00\u202e', EventLocation: 'PLACE', EventDT: '2026-03-04' }] }]).replace('PLACE', '\ud800');
  const [event] = read('upu-gtt', body).events;
  assert.equal(event.words, 'a"\\\u4e2d\ud83d\ude00');
  assert.equal(event.place, '\ufffd');
});

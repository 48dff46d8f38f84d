import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NUMBER, problemOf, startServing, startStandIn } from './rig.mjs';

/** `count` different numbers; their check digits do not matter to the proxy. */
const numbers = (count) => Array.from({ length: count }, (_, index) => `RR${String(100_000_000 + index)}CN`);
const GENEROUS = { rate: '1000r/s', burst: 1000 };

/** Of questions asked in the same moment one passes, one waits, and the others are refused. */
const TIGHT = { rate: '1r/s', burst: 1 };

test('a client that asks too fast is told so, and when to come back', async (t) => {
  const source = await startStandIn(t);
  const served = await startServing(t, { source, settings: { client: TIGHT }, sourceSettings: { 'upu-gtt': GENEROUS } });
  const headers = { Origin: served.origin };
  const answers = await Promise.all(Array.from({ length: 5 }, () => served.ask(`/v1/upu-gtt/${NUMBER}`, { headers })));
  const refused = answers.filter(({ status }) => status !== 200);

  assert.ok(refused.length > 0 && refused.length < 5);
  for (const answer of refused) {
    assert.equal(problemOf(answer), '429 too-many-requests');
    assert.equal(answer.headers['retry-after'], '5');
    assert.equal(answer.headers['access-control-allow-origin'], served.origin);
    assert.match(answer.headers['access-control-expose-headers'], /Retry-After/);
  }
  assert.equal((await served.ask('/v1/status')).status, 200);
});

test('all clients together may ask a source no faster than its budget', async (t) => {
  const source = await startStandIn(t);
  const served = await startServing(t, {
    source, settings: { client: GENEROUS }, sourceSettings: { 'upu-gtt': TIGHT }, samples: true,
  });
  assert.equal((await served.ask(`/v1/upu-gtt/${NUMBER}`)).status, 200);

  await t.test('beyond it they are told when to come back', async () => {
    const headers = { Origin: served.origin };
    const answers = await Promise.all(numbers(6).map((number) => served.ask(`/v1/upu-gtt/${number}`, { headers })));
    const refused = answers.filter(({ status }) => status !== 404);
    assert.ok(refused.length > 0);
    assert.equal(source.counts().total, 1 + 6 - refused.length);
    for (const answer of refused) {
      assert.equal(problemOf(answer), '429 source-budget-spent');
      assert.equal(answer.headers['retry-after'], '10');
      assert.equal(answer.headers['access-control-allow-origin'], served.origin);
    }
  });
  await t.test('what is kept already is not charged to it', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => served.ask(`/v1/upu-gtt/${NUMBER}`)));
    assert.deepEqual(answers.map(({ headers }) => headers['x-cache']), Array(10).fill('HIT'));
  });
  await t.test('another source has a budget of its own', async () => {
    assert.equal((await served.ask('/v1/sample/EE900000019XX')).status, 200);
  });
});

test('an app that asks two at a time is slowed down, never refused', async (t) => {
  const source = await startStandIn(t);
  const served = await startServing(t, { source, settings: { client: { rate: '50r/s' } }, sourceSettings: { 'upu-gtt': GENEROUS } });
  const waiting = numbers(60);
  const statuses = [];
  const asker = async () => {
    for (let number = waiting.pop(); number; number = waiting.pop()) statuses.push((await served.ask(`/v1/upu-gtt/${number}`)).status);
  };
  await Promise.all([asker(), asker()]);
  assert.deepEqual(statuses, Array(60).fill(404));
});

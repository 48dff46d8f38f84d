import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SAMPLES } from '../../shell/serve/sample_source.mjs';
import { ALSO_KNOWN, NUMBER, SLOW_NUMBER, problemOf, startServing, startStandIn, until } from './rig.mjs';

const PATH = `/v1/upu-gtt/${NUMBER}`;
const QUICK = { 'upu-gtt': { rate: '100r/s', burst: 100 } };
const SHORT_LIVED = { 'upu-gtt': { good_for: '1s' } };
const cacheWord = (answer) => answer.headers['x-cache'];
const sampleOf = (scenario) => SAMPLES.find((sample) => sample.scenario === scenario).number;

test('what the proxy keeps', async (t) => {
  const source = await startStandIn(t);
  const served = await startServing(t, { source, sourceSettings: QUICK });
  const askTwice = async (number) => {
    const words = [];
    for (let times = 0; times < 2; times += 1) words.push(cacheWord(await served.ask(`/v1/upu-gtt/${number}`)));
    return `${words.join(' then ')}, ${source.counts().numbers[number]} asked`;
  };

  await t.test('a good answer: the second one who asks costs the source nothing', async () => {
    assert.equal(await askTwice(NUMBER), 'MISS then HIT, 1 asked');
  });
  await t.test('"no records yet" too, though its body is empty', async () => {
    assert.equal(await askTwice(sampleOf('no-records')), 'MISS then HIT, 1 asked');
  });
  await t.test('"no such number" too', async () => {
    assert.equal(await askTwice('RR123456785CN'), 'MISS then HIT, 1 asked');
  });
  await t.test('each number by itself', async () => {
    const [first, second] = await Promise.all([NUMBER, sampleOf('held-by-customs')].map((number) => served.ask(`/v1/upu-gtt/${number}`)));
    assert.notEqual(first.json()[0].ID, second.json()[0].ID);
  });
  await t.test('no fault: not a 500, a 403, a 429, a maintenance page', async () => {
    for (const scenario of ['server-error', 'refused', 'too-many-requests', 'maintenance']) {
      assert.equal(await askTwice(sampleOf(scenario)), 'MISS then MISS, 2 asked', scenario);
    }
  });
  await t.test('nothing larger than the app would read', async () => {
    assert.equal(await askTwice(sampleOf('large')), 'MISS then MISS, 2 asked');
  });
  await t.test('when it asked, which an answer from the cache still says', async () => {
    const first = await served.ask(`/v1/upu-gtt/${sampleOf('silent')}`);
    const second = await served.ask(`/v1/upu-gtt/${sampleOf('silent')}`);
    assert.match(first.headers['x-answered-at'], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    assert.equal(second.headers['x-answered-at'], first.headers['x-answered-at']);
  });
});

test('many who ask for one item at once share one question, however slow the source', async (t) => {
  const source = await startStandIn(t, { slowMs: 6_000 }); // longer than nginx lets others wait by default: 5 s
  const served = await startServing(t, { source });
  const answers = await Promise.all(Array.from({ length: 8 }, () => served.ask(`/v1/upu-gtt/${SLOW_NUMBER}`)));
  assert.deepEqual(answers.map(({ status }) => status), Array(8).fill(200));
  assert.equal(source.counts().numbers[SLOW_NUMBER], 1);
});

test('an answer that has grown old', async (t) => {
  let today = Date.UTC(2026, 2, 1);
  const source = await startStandIn(t, { now: () => today });
  const served = await startServing(t, { source, sourceSettings: SHORT_LIVED });
  const first = await served.ask(PATH);
  assert.equal(cacheWord(first), 'MISS');
  today = Date.UTC(2026, 2, 2);

  await t.test('is replaced for the first one who asks, not for the next', async () => {
    const answer = await until(async () => {
      const again = await served.ask(PATH);
      return cacheWord(again) !== 'HIT' && again;
    }, 'the answer has grown old');
    assert.equal(cacheWord(answer), 'EXPIRED');
    assert.notEqual(answer.text, first.text);
  });

  await t.test('is still given, and called stale, when the source is dead', async () => {
    await source.die();
    const answer = await until(async () => {
      const again = await served.ask(PATH);
      return cacheWord(again) !== 'HIT' && again;
    }, 'the answer has grown old');
    assert.equal(answer.status, 200);
    assert.equal(cacheWord(answer), 'STALE');
    assert.equal(answer.json()[0].ID, NUMBER);
  });

  await t.test('where there is none, a dead source is said to be dead, readable for an allowed page', async () => {
    const answer = await served.ask(`/v1/upu-gtt/${Object.keys(ALSO_KNOWN)[2]}`, { headers: { Origin: served.origin } });
    assert.equal(problemOf(answer), '502 source-unreachable');
    assert.equal(answer.headers['access-control-allow-origin'], served.origin);
  });

  await t.test('is replaced again once the source is back', async () => {
    await source.revive();
    assert.equal((await until(async () => {
      const again = await served.ask(PATH);
      return ['EXPIRED', 'MISS'].includes(cacheWord(again)) && again;
    }, 'the source is asked again')).status, 200);
  });
});

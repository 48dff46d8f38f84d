import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SAMPLES } from '../../shell/serve/sample_source.mjs';
import { NUMBER, logOf, makeSite, startServing, startStandIn, until } from './rig.mjs';

test('no log holds a number or an address, whatever goes wrong', async (t) => {
  const source = await startStandIn(t);
  const served = await startServing(t, {
    source, site: makeSite(t), settings: { client: { rate: '20r/s', burst: 5 } }, sourceSettings: { 'upu-gtt': { rate: '5r/s', burst: 1 } },
  });
  const asked = [];
  const ask = (path, how) => {
    const answer = served.ask(path, how).catch(() => null);
    asked.push(answer);
    return answer;
  };
  for (const { number, scenario } of SAMPLES) {
    if (!['slow', 'endless'].includes(scenario)) await ask(`/v1/upu-gtt/${number}`);
  }
  for (const tail of ['?x', '%0a', '%00', 'X']) await ask(`/v1/upu-gtt/${NUMBER}${tail}`);
  await ask(`/v1/upu-gtt/${NUMBER}`, { method: NUMBER.replace(/\d/g, 'X') });
  await ask(`/v1/upu-gtt/${NUMBER}`, { body: 'x'.repeat(5_000) });
  await ask(`/v1/upu-gtt/${NUMBER}`, { headers: { Origin: 'https://foreign.example', Referer: `https://x.example/${NUMBER}` } });
  await ask(`/v1/upu-gtt/${NUMBER}`, { headers: { Host: `${NUMBER}.example` } });
  await ask(`/v1/elsewhere/${NUMBER}`);
  await ask(`/${NUMBER}`);
  await ask(`/?n=${NUMBER}`);
  await ask(`/${'x'.repeat(40_000)}${NUMBER}`);
  await Promise.all(Array.from({ length: 30 }, () => ask(`/v1/upu-gtt/${NUMBER}`)));
  await ask(`/v1/upu-gtt/${SAMPLES.find(({ scenario }) => scenario === 'endless').number}`, { stopAfter: 200_000 });
  await source.die();
  await ask('/v1/upu-gtt/RR100000001CN');

  const answers = await Promise.all(asked);
  const seen = new Set(answers.map((answer) => answer?.status));
  for (const status of [200, 400, 403, 404, 405, 421, 429, 500, 502]) assert.ok(seen.has(status), `${status} was among them`);

  const log = await until(() => / upu-gtt 502 /.test(logOf(served)) && logOf(served), 'the last line is written');
  assert.match(log, / site 200 /);
  assert.doesNotMatch(log, /[A-Z]{2}\d{9}[A-Z]{2}/);
  assert.doesNotMatch(log, /127\.0\.0\.1|\[?::1\]?|foreign\.example|EEXXXXXXXXXCN/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NUMBER, problemOf, startServing, startStandIn } from './rig.mjs';

const FRIEND = 'https://parcels.example';
const PATH = `/v1/upu-gtt/${NUMBER}`;

test('who may ask the proxy', async (t) => {
  const source = await startStandIn(t);
  const served = await startServing(t, { source, allowedOrigins: [FRIEND] });

  await t.test('refuses a page of a foreign origin, and gives it nothing to read', async () => {
    for (const Origin of ['https://foreign.example', 'null', `${FRIEND}.evil.example`, `${FRIEND}:8443`, 'http://parcels.example']) {
      const answer = await served.ask(PATH, { headers: { Origin } });
      assert.equal(problemOf(answer), '403 page-not-allowed', Origin);
      assert.equal(answer.headers['access-control-allow-origin'], undefined, Origin);
    }
  });

  await t.test('believes Origin before Sec-Fetch-Site', async () => {
    const answer = await served.ask(PATH, { headers: { Origin: 'https://foreign.example', 'Sec-Fetch-Site': 'same-origin' } });
    assert.equal(problemOf(answer), '403 page-not-allowed');
  });

  await t.test("refuses another site's image or script tag, which sends no Origin", async () => {
    for (const site of ['cross-site', 'same-site', 'anything-new']) {
      assert.equal(problemOf(await served.ask(PATH, { headers: { 'Sec-Fetch-Site': site } })), '403 page-not-allowed', site);
    }
  });

  await t.test('asks the source nothing for those it refuses', () => {
    assert.equal(source.counts().total, 0);
  });

  await t.test('answers a page of an allowed origin, readable and with the headers it needs', async () => {
    const answer = await served.ask(PATH, { headers: { Origin: FRIEND, 'Sec-Fetch-Site': 'cross-site' } });
    assert.equal(answer.status, 200);
    assert.equal(answer.json()[0].ID, NUMBER);
    assert.equal(answer.headers['access-control-allow-origin'], FRIEND);
    assert.match(answer.headers['access-control-expose-headers'], /Retry-After.*X-Cache/);
    assert.equal(answer.headers['access-control-allow-credentials'], undefined);
    assert.equal(answer.headers.vary, 'Origin');
  });

  await t.test('lets an allowed page read the refusals too', async () => {
    for (const [path, expected] of [['/v1/upu-gtt/EE12', '400 bad-request'], ['/v1/nobody/EE123456785CN', '404 unknown-source']]) {
      const answer = await served.ask(path, { headers: { Origin: FRIEND } });
      assert.equal(problemOf(answer), expected);
      assert.equal(answer.headers['access-control-allow-origin'], FRIEND);
      assert.match(answer.headers['access-control-expose-headers'], /Retry-After/);
    }
  });

  await t.test('answers its own page, whose GET carries no Origin', async () => {
    const answer = await served.ask(PATH, { headers: { 'Sec-Fetch-Site': 'same-origin' } });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  });

  await t.test('answers its own page also when a browser does send the Origin', async () => {
    assert.equal((await served.ask(PATH, { headers: { Origin: served.origin } })).status, 200);
  });

  await t.test('answers an address typed by hand, a browser too old for Sec-Fetch-Site, and curl', async () => {
    assert.equal((await served.ask(PATH, { headers: { 'Sec-Fetch-Site': 'none' } })).status, 200);
    assert.equal((await served.ask(PATH)).status, 200);
  });

  await t.test('answers under its own names only, so that no other name can be pointed at it', async () => {
    for (const Host of ['rebound.example', `rebound.example:${served.port}`]) {
      const headers = { Host, 'Sec-Fetch-Site': 'same-origin' };
      assert.equal(problemOf(await served.ask(PATH, { headers })), '421 wrong-host');
      assert.equal((await served.ask('/', { headers })).status, 421);
    }
    assert.equal((await served.ask(PATH, { headers: { Host: `127.0.0.1:${served.port}` } })).status, 200);
  });

  await t.test('lets any page read the status, which says whether that page may ask', async () => {
    const allowedFor = async (headers) => {
      const answer = await served.ask('/v1/status', { headers });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      const { allowed, ...rest } = answer.json();
      assert.deepEqual(rest, { version: 1, service: 'postwatch-proxy', sources: ['upu-gtt'] });
      return allowed;
    };
    assert.equal(await allowedFor({ Origin: FRIEND }), true);
    assert.equal(await allowedFor({ Origin: served.origin }), true);
    assert.equal(await allowedFor({ 'Sec-Fetch-Site': 'same-origin' }), true);
    assert.equal(await allowedFor({ Origin: 'https://foreign.example' }), false);
    assert.equal(await allowedFor({ Origin: 'null' }), false);
  });
});

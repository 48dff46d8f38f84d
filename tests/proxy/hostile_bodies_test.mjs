import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import { SAMPLES } from '../../shell/serve/sample_source.mjs';
import { NUMBER, bytesIn, problemOf, startServing, startStandIn, until } from './rig.mjs';

const MEGABYTE = 1_000_000;
const numberOf = (scenario) => SAMPLES.find((sample) => sample.scenario === scenario).number;

/** A source that writes as fast as it is read, for ever; `open` counts those who still listen. */
async function startFlood(t) {
  const flood = { open: 0, sent: 0 };
  const part = Buffer.alloc(65_536, 'x');
  const server = createServer((_, response) => {
    flood.open += 1;
    response.writeHead(200, { 'Content-Type': 'application/json' });
    const write = () => {
      flood.sent += part.length;
      while (!response.destroyed && response.write(part)) flood.sent += part.length;
    };
    response.on('drain', write).on('close', () => { flood.open -= 1; });
    write();
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return Object.assign(flood, { origin: `http://127.0.0.1:${server.address().port}` });
}

test('a body that never ends', async (t) => {
  const flood = await startFlood(t);
  const served = await startServing(t, { source: flood.origin });
  const before = bytesIn(served.settings.work);

  await t.test('reaches the app as it comes, so that the app can stop it', async () => {
    const answer = await served.ask(`/v1/upu-gtt/${NUMBER}`, { stopAfter: 5 * MEGABYTE });
    assert.ok(answer.bytes.length >= 5 * MEGABYTE);
  });
  await t.test('ends at the source too when the app has stopped', async () => {
    await until(() => flood.open === 0, 'the source is left alone');
  });
  await t.test('leaves nothing on the disk', () => {
    assert.ok(bytesIn(served.settings.work) - before < MEGABYTE / 10);
  });
  await t.test('does not pile up while its reader does not read', async (t) => {
    flood.sent = 0;
    const reader = connect(served.port, '127.0.0.1').pause();
    t.after(() => reader.destroy());
    reader.write(`GET /v1/upu-gtt/${NUMBER} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await until(() => flood.open === 1, 'the source is asked');
    const looks = [];
    await until(() => flood.sent > 0 && looks.push(flood.sent) > 10 && looks.at(-1) === looks.at(-10), 'the source has to wait');
    assert.ok(flood.sent < 50 * MEGABYTE, `${flood.sent} bytes are under way`); // in sockets; in a file it would be 1 GB
  });
});

test('every sample that goes wrong comes through the proxy as it is', async (t) => {
  const source = await startStandIn(t, { slowMs: 50 });
  const served = await startServing(t, { source, sourceSettings: { 'upu-gtt': { rate: '100r/s' } } });
  const ask = (scenario, how) => served.ask(`/v1/upu-gtt/${numberOf(scenario)}`, how);

  await t.test('429 with the Retry-After of the source', async () => {
    const answer = await ask('too-many-requests');
    assert.deepEqual([answer.status, answer.headers['retry-after']], [429, '120']);
  });
  await t.test('500', async () => assert.equal((await ask('server-error')).status, 500));
  await t.test("403, told apart from the proxy's own", async () => {
    const answer = await ask('refused');
    assert.deepEqual([answer.status, problemOf(answer)], [403, '403, and no problem+json']);
  });
  await t.test('a maintenance page, which cannot run as a page', async () => {
    const answer = await ask('maintenance');
    assert.match(answer.text, /^<!DOCTYPE html>/);
    assert.match(answer.headers['content-security-policy'], /sandbox/);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  });
  await t.test('JSON cut off in the middle', async () => {
    const answer = await ask('truncated');
    assert.equal(answer.status, 200);
    assert.throws(() => answer.json(), SyntaxError);
  });
  await t.test('JSON nested 200 deep', async () => {
    const depths = [...(await ask('deep')).text].map(((depth) => (c) => (depth += '[{'.includes(c) ? 1 : ']}'.includes(c) ? -1 : 0))(0));
    assert.equal(Math.max(...depths), 200);
  });
  await t.test('5 MB', async () => {
    const answer = await ask('large');
    assert.ok(answer.bytes.length >= 5 * MEGABYTE);
    assert.equal(answer.json()[0].ID, numberOf('large'));
  });
  await t.test('a body that never ends', async () => {
    const answer = await ask('endless', { stopAfter: MEGABYTE });
    assert.match(answer.text, /^\[\{"ID":"/);
  });
  await t.test('a slow answer', async () => assert.equal((await ask('slow')).json()[0].ID, numberOf('slow')));
});

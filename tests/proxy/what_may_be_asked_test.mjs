import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NUMBER, problemOf, startServing, startStandIn } from './rig.mjs';

test('what the proxy may be asked', async (t) => {
  const source = await startStandIn(t);
  const served = await startServing(t, { source });
  const refused = async (path, expected, how) => assert.equal(problemOf(await served.ask(path, how)), expected, path);

  await t.test('refuses what is not two letters, nine digits and two letters', async () => {
    for (const number of ['EE12345678CN', 'EE1234567855CN', 'E1123456785CN', 'EE12345678XCN', 'EE123456785C1', '', 'EE123456785CN/',
      'EE123456785CN.json', 'EE123456785CNX', 'XEE123456785CN', 'EE123456785CN;x', 'EE123456785CN/EN']) {
      await refused(`/v1/upu-gtt/${number}`, '400 bad-request');
    }
  });

  await t.test('refuses lower case, so that one item has one address', async () => {
    await refused('/v1/upu-gtt/ee123456785cn', '400 bad-request');
  });

  await t.test('refuses line ends and other escapes hidden in the address', async () => {
    for (const tail of ['%0a', '%0A', '%0d%0a', '%20', '%0aX-Evil:%201', '%2f..%2fListTT', '%3fx=1', '%23', '%252e']) {
      await refused(`/v1/upu-gtt/${NUMBER}${tail}`, '400 bad-request');
    }
    assert.equal((await served.ask(`/v1/upu-gtt/${NUMBER}%00`)).status, 400); // nginx's own, before any rule of ours
    await refused('/v1/upu-gtt/%45E123456785CN', '400 bad-request');
    await refused('/v1/%75pu-gtt/EE123456785CN', '400 bad-request');
  });

  await t.test('refuses a second way to write the same address', async () => {
    await refused(`/v1/nothing/../upu-gtt/${NUMBER}`, '400 bad-request');
    await refused(`//v1/upu-gtt/${NUMBER}`, '400 bad-request');
    await refused(`/v1/./upu-gtt/${NUMBER}`, '400 bad-request');
    await refused('/v1/upu-gtt/..', '404 unknown-source');
    await refused(`http://elsewhere.example/v1/upu-gtt/${NUMBER}`, '421 wrong-host');
  });

  await t.test('refuses a query, even an empty one', async () => {
    for (const query of ['?lang=FR', '?', '?url=http://169.254.169.254/', '?_=1']) {
      await refused(`/v1/upu-gtt/${NUMBER}${query}`, '400 bad-request');
    }
  });

  await t.test('answers GET only', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
      const answer = await served.ask(`/v1/upu-gtt/${NUMBER}`, { method });
      assert.equal(problemOf(answer), '405 only-get', method);
      assert.equal(answer.headers.allow, 'GET');
    }
    assert.equal((await served.ask(`/v1/upu-gtt/${NUMBER}`, { method: 'HEAD' })).status, 405);
    assert.equal((await served.ask('/v1/status', { method: 'POST' })).status, 405);
  });

  await t.test('refuses a body of any size that matters', async () => {
    await refused(`/v1/upu-gtt/${NUMBER}`, '400 bad-request', { body: 'x'.repeat(2_000) });
  });

  await t.test('knows no source but its own', async () => {
    for (const path of ['/v1/', '/v1/upu-gtt', `/v1/sample/${NUMBER}`, `/v1/UPU-GTT/${NUMBER}`, `/v1/127.0.0.1/${NUMBER}`,
      '/v1/http://169.254.169.254/', '/v1/status/x']) {
      await refused(path, '404 unknown-source');
    }
  });

  await t.test('has asked the source nothing of all this', () => {
    assert.deepEqual(source.requests, []);
  });

  await t.test('hands on the 404 of a source that does not know the number', async () => {
    const answer = await served.ask('/v1/upu-gtt/RR123456785CN');
    assert.equal(answer.status, 404);
    assert.equal(answer.text, 'No such sample\n');
  });
});

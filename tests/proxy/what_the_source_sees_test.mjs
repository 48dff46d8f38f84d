import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createPlain } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { join } from 'node:path';
import { test } from 'node:test';
import { startNameServer } from './names.mjs';
import { NUMBER, makeFolder, problemOf, startServing, startStandIn } from './rig.mjs';

const PATH = `/v1/upu-gtt/${NUMBER}`;

/** A server that answers each request with `answer(request, response)`, until the test is over. */
async function startServer(t, server) {
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return server.address().port;
}

test('the source sees the number, and nothing of who asks', async (t) => {
  const source = await startStandIn(t);
  const served = await startServing(t, { source });
  const given = {
    'Cookie': 'session=secret', 'Authorization': 'Bearer secret', 'Referer': 'https://private.example/secret',
    'Origin': served.origin, 'User-Agent': 'secret browser', 'X-Forwarded-For': '203.0.113.7', 'X-Secret': 'secret',
    'Accept-Language': 'se', 'Range': 'bytes=0-1', 'If-None-Match': '"secret"', 'X-HTTP-Method-Override': 'DELETE',
  };
  const answer = await served.ask(PATH, { headers: given, body: 'secret' });

  assert.equal(answer.status, 200);
  assert.equal(source.requests.length, 1);
  const [{ method, path, headers }] = source.requests;
  assert.equal(method, 'GET');
  assert.equal(path, `/gtt.api/service.svc/rest/ItemTTWithTrans/${NUMBER}/EN`);
  assert.deepEqual(headers, {
    'host': new URL(source.origin).host, 'connection': 'close', 'accept': 'application/json', 'user-agent': 'postwatch-proxy',
  });
});

test('no header of the source acts on the page', async (t) => {
  const hostile = {
    'Set-Cookie': 'track=you', 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true',
    'Content-Security-Policy': "script-src 'unsafe-inline'", 'Location': 'http://169.254.169.254/', 'Refresh': '0;url=//evil.example',
    'Clear-Site-Data': '"*"', 'Service-Worker-Allowed': '/', 'Strict-Transport-Security': 'max-age=1', 'WWW-Authenticate': 'Basic',
    'Cache-Control': 'public', 'X-Cache': 'FORGED', 'Link': '</x>; rel=preload', 'Vary': '*', 'ETag': '"you"',
  };
  const source = await startStandIn(t, { headers: hostile });
  const served = await startServing(t, { source });
  const { status, headers } = await served.ask(PATH, { headers: { Origin: served.origin } });

  assert.equal(status, 200);
  assert.equal(headers['access-control-allow-origin'], served.origin);
  assert.match(headers['content-security-policy'], /^default-src 'none'.*sandbox$/);
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['x-cache'], 'MISS');
  assert.equal(headers.vary, 'Origin');
  for (const name of ['set-cookie', 'access-control-allow-credentials', 'location', 'refresh', 'clear-site-data', 'link', 'etag',
    'service-worker-allowed', 'strict-transport-security', 'www-authenticate']) {
    assert.equal(headers[name], undefined, name);
  }
});

test('a source cannot make the proxy read its own files', async (t) => {
  const source = await startStandIn(t, { headers: { 'X-Accel-Redirect': '/v1/status', 'X-Accel-Expires': '31536000' } });
  const served = await startServing(t, { source });
  assert.equal((await served.ask(PATH)).json()[0].ID, NUMBER);
});

test('a redirect is neither followed nor handed on', async (t) => {
  const elsewhere = await startStandIn(t);
  const port = await startServer(t, createPlain((_, response) => {
    response.writeHead(302, { Location: `${elsewhere.origin}/gtt.api/service.svc/rest/ItemTTWithTrans/${NUMBER}/EN` }).end();
  }));
  const served = await startServing(t, { source: `http://127.0.0.1:${port}` });
  const answer = await served.ask(PATH);
  assert.equal(answer.status, 302);
  assert.equal(answer.headers.location, undefined);
  assert.deepEqual(elsewhere.requests, []);
});

test('a source is asked over TLS only when its certificate is its own and trusted', async (t) => {
  const folder = makeFolder(t);
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
    '-subj', '/CN=source.example', '-addext', 'subjectAltName=DNS:source.example', '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const greeted = [];
  const server = createSecure({ key: readFileSync(key), cert: readFileSync(certificate) }, (_, response) => {
    response.setHeader('Content-Length', 2);
    response.end('[]');
  });
  server.on('connection', () => greeted.push('connection'));
  const port = await startServer(t, server);
  const resolver = await startNameServer(t);
  const askBy = async (t, name, trusted_certificates) => {
    greeted.length = 0;
    const served = await startServing(t, { source: `https://${name}:${port}`, settings: { resolver, trusted_certificates } });
    const answer = await served.ask(PATH);
    assert.notEqual(greeted.length, 0, 'the source was reached');
    return answer;
  };

  await t.test('a certificate nobody trusts: refused', async (t) => {
    assert.equal(problemOf(await askBy(t, 'source.example', null)), '502 source-unreachable');
  });
  await t.test('a trusted one of another name: refused', async (t) => {
    assert.equal(problemOf(await askBy(t, 'other.example', certificate)), '502 source-unreachable');
  });
  await t.test('a trusted one of the right name: asked', async (t) => {
    assert.equal((await askBy(t, 'source.example', certificate)).text, '[]');
  });
});

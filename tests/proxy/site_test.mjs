import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { findNginx } from '../../shell/serve/serve.mjs';
import { SCRIPT, TOOLS, makeSite, startServing } from './rig.mjs';

const FRIEND = 'https://proxy.example';

/** The content security policy: directive -> its sources. */
const rules = (headers) => Object.fromEntries(headers['content-security-policy'].split('; ').map((rule) => {
  const [name, ...values] = rule.split(' ');
  return [name, values.join(' ')];
}));

test('the site as it is served', async (t) => {
  const served = await startServing(t, { site: makeSite(t), samples: true, settings: { proxies: ['', FRIEND] } });

  await t.test('each kind of file has its type', async () => {
    const types = {
      '/': 'text/html; charset=utf-8', '/index.html': 'text/html; charset=utf-8', '/sw.js': 'text/javascript; charset=utf-8',
      '/look.css': 'text/css; charset=utf-8', '/app.0123456789abcdef.wasm': 'application/wasm', '/icons/icon.svg': 'image/svg+xml',
      '/manifest.webmanifest': 'application/manifest+json', '/config.json': 'application/json',
    };
    for (const [path, type] of Object.entries(types)) {
      const { status, headers } = await served.ask(path);
      assert.deepEqual([status, headers['content-type']], [200, type], path);
    }
  });

  await t.test('a name with a content hash is kept for a year; all else is asked for again', async () => {
    const freshness = async (path) => (await served.ask(path)).headers['cache-control'];
    for (const path of ['/app.0123456789abcdef.wasm', '/app.0123abcd.js']) {
      assert.equal(await freshness(path), 'public, max-age=31536000, immutable', path);
    }
    for (const path of ['/', '/index.html', '/sw.js', '/look.css', '/config.json', '/manifest.webmanifest', '/gone.0123abcd.js']) {
      assert.equal(await freshness(path), 'no-cache', path);
    }
  });

  await t.test('what has not changed is not sent again', async () => {
    const { headers } = await served.ask('/index.html');
    assert.equal((await served.ask('/index.html', { headers: { 'If-None-Match': headers.etag } })).status, 304);
  });

  await t.test('a precompressed twin is sent to who can read it', async () => {
    const plain = await served.ask('/app.0123abcd.js');
    assert.deepEqual([plain.headers['content-encoding'], plain.text], [undefined, SCRIPT]);
    const zipped = await served.ask('/app.0123abcd.js', { headers: { 'Accept-Encoding': 'gzip' } });
    assert.deepEqual([zipped.headers['content-encoding'], gunzipSync(zipped.bytes).toString()], ['gzip', SCRIPT]);
    assert.match(zipped.headers['content-type'], /^text\/javascript/);
    assert.equal(zipped.headers.vary, 'Accept-Encoding');
    assert.match(zipped.headers['cache-control'], /immutable/);
    const brotli = await served.ask('/app.0123abcd.js', { headers: { 'Accept-Encoding': 'gzip, br' } });
    const expected = findNginx(TOOLS).brotliModule ? ['br', 'brotli twin'] : ['gzip', zipped.text];
    assert.deepEqual([brotli.headers['content-encoding'], brotli.text], expected);
  });

  await t.test('every document, also "not here", carries the hardening headers', async () => {
    for (const path of ['/', '/index.html', '/gone']) {
      const { headers } = await served.ask(path);
      assert.deepEqual(rules(headers), {
        'default-src': "'none'", 'script-src': "'self' 'wasm-unsafe-eval'", 'style-src': "'self'", 'connect-src': `'self' ${FRIEND}`,
        'worker-src': "'self'", 'img-src': "'self' data:", 'manifest-src': "'self'", 'base-uri': "'none'", 'form-action': "'none'",
        'frame-ancestors': "'none'", 'require-trusted-types-for': "'script'", 'trusted-types': 'postwatch',
      }, path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
      assert.equal(headers['referrer-policy'], 'no-referrer', path);
      assert.match(headers['permissions-policy'], /geolocation=\(\)/, path);
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin', path);
    }
  });

  await t.test('a worker may ask its own server and nothing else; a picture opened by itself may do nothing', async () => {
    const expected = {
      '/sw.js': { 'default-src': "'none'", 'connect-src': "'self'" },
      '/icons/icon.svg': { 'default-src': "'none'", 'frame-ancestors': "'none'", sandbox: '' },
    };
    for (const [path, policy] of Object.entries(expected)) {
      const { headers } = await served.ask(path);
      assert.deepEqual(rules(headers), policy, path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
      assert.equal(headers['referrer-policy'], 'no-referrer', path);
    }
  });

  await t.test('whoever opens a document that has not changed hears today\'s rules; a script that asks for it does not', async () => {
    const { headers: { etag } } = await served.ask('/');
    const again = (dest) => served.ask('/', { headers: { 'If-None-Match': etag, ...(dest && { 'Sec-Fetch-Dest': dest }) } });
    for (const dest of ['document', undefined]) {
      const { status, headers } = await again(dest);
      assert.equal(status, 304);
      assert.equal(rules(headers)['connect-src'], `'self' ${FRIEND}`, dest);
    }
    const { status, headers } = await again('empty');
    assert.deepEqual([status, headers['content-security-policy']], [304, undefined]);
    const whole = await served.ask('/', { headers: { 'Sec-Fetch-Dest': 'empty' } });
    assert.equal(rules(whole.headers)['connect-src'], `'self' ${FRIEND}`, 'a whole answer has its rules, whoever asks');
  });

  await t.test('what a document loads by the hash of its content carries only what can matter to it', async () => {
    for (const path of ['/app.0123abcd.js', '/app.0123456789abcdef.wasm', '/config.json']) {
      const { headers } = await served.ask(path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
      for (const name of ['content-security-policy', 'permissions-policy', 'cross-origin-opener-policy', 'referrer-policy']) {
        assert.equal(headers[name], undefined, `${path} ${name}`);
      }
    }
  });

  await t.test('config.json lists the proxies the policy allows and the sources that run', async () => {
    const config = (await served.ask('/config.json')).json();
    assert.equal(config.version, 1);
    assert.deepEqual(config.proxies, ['', FRIEND]);
    assert.deepEqual(config.sources, [
      { id: 'upu-gtt', dialect: 'upu-gtt', name: 'UPU Global Track & Trace', host: 'globaltracktrace.ptc.post', proxy: '', samples: false },
      { id: 'sample', dialect: 'upu-gtt', name: 'Sample items', host: new URL(served.sampleOrigin).host, proxy: '', samples: true },
    ]);
  });

  await t.test('only what is there is there: no folders, no hidden files, no twins by name, no page for unknown paths', async () => {
    for (const path of ['/gone', '/icons/', '/icons', '/.secret', '/.git/config', '/app.0123abcd.js.br', '/app.0123abcd.js.gz', '/list/EE123456785CN',
      '/..%2f..%2fpostwatch.conf', '/%2e%2e/%2e%2e/postwatch.conf', '/nginx.conf']) {
      const { status } = await served.ask(path);
      assert.ok(status === 404 || status === 400, `${path}: ${status}`);
    }
  });

  await t.test('nothing can be written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) assert.equal((await served.ask('/index.html', { method })).status, 405, method);
  });
});

test('config.json lists no samples where no sample source runs', async (t) => {
  const served = await startServing(t, { site: makeSite(t) });
  assert.deepEqual((await served.ask('/config.json')).json().sources.map(({ id }) => id), ['upu-gtt']);
});

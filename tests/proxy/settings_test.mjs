import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeWorkFolders, writeConfiguration } from '../../shell/serve/render.mjs';
import { findNginx } from '../../shell/serve/serve.mjs';
import { Refusal, checkSettings } from '../../shell/serve/settings.mjs';
import { TOOLS, freePort, makeFolder } from './rig.mjs';

const HERE = fileURLToPath(new URL('../../shell/serve/', import.meta.url));
const EXAMPLE = JSON.parse(readFileSync(join(HERE, 'config.example.json'), 'utf8'));
const nginx = findNginx(TOOLS);

/** Renders and lets nginx judge the result; the postwatch.conf that came of it. */
async function renderAndCheck(t, changes) {
  const work = makeFolder(t);
  const out = join(work, 'out');
  const listen = [`127.0.0.1:${await freePort()}`];
  const sockets = makeFolder(t, tmpdir()); // the other one may be too deep for a socket
  makeWorkFolders(writeConfiguration({ ...EXAMPLE, listen, sockets, site: work, work, ...changes }, out));
  execFileSync(nginx.path, ['-t', '-q', '-e', 'stderr', '-c', join(out, 'nginx.conf')], { env: { ...process.env, ...nginx.env } });
  return { out, text: readFileSync(join(out, 'postwatch.conf'), 'utf8'), config: JSON.parse(readFileSync(join(out, 'config.json'), 'utf8')) };
}

test('the example renders from the command line', (t) => {
  const out = join(makeFolder(t), 'out');
  const said = execFileSync(process.execPath, [join(HERE, 'render.mjs'), '--config', join(HERE, 'config.example.json'), '--out', out], { encoding: 'utf8' });
  assert.match(said, /nginx -t/);
  const text = readFileSync(join(out, 'postwatch.conf'), 'utf8');
  assert.match(text, /server_name "postwatch\.example";/);
  assert.match(text, /proxy_ssl_verify on;/);
  assert.doesNotMatch(text, /\{\{/);
});

test('what is rendered is a configuration nginx accepts', async (t) => {
  await t.test('as in the example', () => renderAndCheck(t, {}));
  await t.test('under any name', async () => assert.match((await renderAndCheck(t, { hosts: [] })).text, /server_name _;/));
  await t.test('as a proxy only', async () => assert.doesNotMatch((await renderAndCheck(t, { site: null })).text, /root /));
  await t.test('in a folder with a blank in its name', () => {
    const work = join(makeFolder(t), 'my parcels');
    mkdirSync(work);
    return renderAndCheck(t, { work, site: work });
  });
});

test('a page can be served whose proxy is elsewhere', async (t) => {
  const proxy = 'https://proxy.example';
  const { text, config } = await renderAndCheck(t, { proxies: [proxy], sources: [{ id: 'upu-gtt', proxy }] });
  assert.doesNotMatch(text, /location ~ "\^\/v1\/upu-gtt/);
  assert.match(text, /connect-src 'self' https:\/\/proxy\.example;/);
  assert.deepEqual(config.proxies, [proxy]);
  assert.equal(config.sources[0].proxy, proxy);
});

test('a setting that would break out of the configuration is refused', () => {
  const refused = (changes, sentence) => assert.throws(() => checkSettings({ ...EXAMPLE, ...changes }), (error) => {
    assert.ok(error instanceof Refusal, error.stack);
    assert.match(error.message, sentence);
    return true;
  });
  refused({ site: 'relative/path' }, /"site" must be an absolute path/);
  refused({ site: '/srv/x"; } #' }, /quotes/);
  refused({ work: '/srv/$host' }, /\$/);
  refused({ work: null }, /"work"/);
  refused({ allowed_origins: ['*'] }, /no address/);
  refused({ allowed_origins: ['null'] }, /no address/);
  refused({ allowed_origins: ['https://a.example/'] }, /scheme, host and port only/);
  refused({ proxies: ["https://a.example; script-src 'unsafe-inline'"] }, /proxies/);
  refused({ proxies: ['javascript:alert(1)'] }, /scheme, host and port only/);
  refused({ hosts: ['a b'] }, /hosts/);
  refused({ listen: ['80; }'] }, /listen/);
  refused({ sources: [{ id: 'nobody' }] }, /There is no source "nobody"; there are upu-gtt, sample/);
  refused({ sources: [{ id: 'sample' }] }, /needs an "upstream"/);
  refused({ sources: [{ id: 'upu-gtt', upstream: 'https://a.example/path' }] }, /upstream/);
  refused({ sources: [{ id: 'upu-gtt', rate: '2r/s; }' }] }, /rate/);
  refused({ sources: [{ id: 'upu-gtt', name: 'x"; }' }] }, /name/);
  refused({ sources: [{ id: 'upu-gtt', proxy: 'https://a.example' }] }, /not among "proxies"/);
  refused({ resolver: '1.1.1.1; }' }, /resolver/);
  refused({ work: `/${'long'.repeat(30)}` }, /107 bytes/);
  refused({ nonsense: 1 }, /no setting "nonsense"/);
});

test('a settings file that cannot be used is said in one line', (t) => {
  const file = join(makeFolder(t), 'settings.json');
  writeFileSync(file, JSON.stringify({ ...EXAMPLE, listen: ['everywhere'] }));
  const { status, stderr } = spawnSync(process.execPath, [join(HERE, 'render.mjs'), '--config', file, '--out', `${file}.out`], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /^"listen" should look like .*\n$/);
});

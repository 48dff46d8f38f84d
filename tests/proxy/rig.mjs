// What every test here stands on: the real nginx on a free port, a small site, and a stand-in for the upstream.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { serve } from '../../shell/serve/serve.mjs';
import { startSampleSource } from '../../shell/serve/sample_source.mjs';

export const TOOLS = process.env.POSTWATCH_TOOLS;

/** Ordinary numbers the stand-in knows, and what it answers for them. */
export const NUMBER = 'EE123456785CN';
export const SLOW_NUMBER = 'LZ900000036CN';
export const ALSO_KNOWN = { [NUMBER]: 'delivered', [SLOW_NUMBER]: 'slow', RR900000040CN: 'no-records' };

const PATIENCE_MS = 20_000;

/** A folder of its own, removed after the test. */
export function makeFolder(test, above = process.env.POSTWATCH_WORK ?? tmpdir()) {
  mkdirSync(above, { recursive: true });
  const folder = mkdtempSync(join(above, 'proxy-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A site with a page, a hashed script that has precompressed twins, and one of each other kind of file. */
export function makeSite(test) {
  const site = join(makeFolder(test), 'site');
  mkdirSync(join(site, 'icons'), { recursive: true });
  const files = {
    'index.html': '<!doctype html><title>Postwatch</title>', 'sw.js': '// worker', 'look.css': 'p {}',
    'app.0123456789abcdef.wasm': 'wasm', 'manifest.webmanifest': '{}', 'icons/icon.svg': '<svg/>', '.secret': 'secret',
    'app.0123abcd.js': SCRIPT, 'app.0123abcd.js.gz': gzipSync(SCRIPT), 'app.0123abcd.js.br': 'brotli twin',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(site, name), content);
  return site;
}
export const SCRIPT = '"the script";'.repeat(100);

/** Serving until the test is over. `source`: the stand-in, or an origin to ask. */
export async function startServing(test, { source, ...options } = {}) {
  const upstream = typeof source === 'string' ? source : source?.origin;
  const served = await serve({ work: makeFolder(test), tools: TOOLS, samples: false, upstream, ...options });
  test.after(() => served.stop());
  return { ...served, ask: (path, how) => ask(served.port, path, how) };
}

/** The stand-in for UPU Global Track & Trace, until the test is over. */
export async function startStandIn(test, options = {}) {
  const source = await startSampleSource({ alsoKnown: ALSO_KNOWN, ...options });
  test.after(() => source.close());
  return source;
}

/** One request, its path sent exactly as given. `stopAfter`: hang up after so many bytes. */
export function ask(port, path, { method = 'GET', headers = {}, body, stopAfter = Infinity } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1', port, path, method, agent: false,
      headers: { Host: `localhost:${port}`, ...(body ? { 'Content-Length': Buffer.byteLength(body) } : {}), ...headers },
    }, (response) => {
      const parts = [];
      let length = 0;
      const done = () => {
        const bytes = Buffer.concat(parts);
        const text = bytes.toString();
        resolve({ status: response.statusCode, headers: response.headers, bytes, text, json: () => JSON.parse(text) });
      };
      response.on('data', (part) => {
        parts.push(part);
        length += part.length;
        if (length < stopAfter) return;
        response.destroy();
        done();
      }).on('end', done).on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address();
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

/** Waits until `condition` gives something true, and returns it. */
export async function until(condition, what) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await pause(20);
  }
}

export function bytesIn(folder) {
  return Number(execFileSync('du', ['-sb', folder], { encoding: 'utf8' }).split('\t')[0]);
}

/** Every log line nginx wrote, to files and to its standard error. */
export function logOf(served) {
  const folder = join(served.settings.work, 'logs');
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')).join('') + served.said();
}

/** Asserted on every refusal of the proxy itself: RFC 9457, and the reason it gives. */
export function problemOf(answer) {
  if (answer.headers['content-type'] !== 'application/problem+json') return `${answer.status}, and no problem+json`;
  const problem = answer.json();
  return problem.status === answer.status ? `${answer.status} ${problem.reason}` : `${answer.status}, but says ${problem.status}`;
}

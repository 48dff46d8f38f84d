import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { TOOLS, ask, freePort, makeFolder, makeSite, startServing, startStandIn, until } from './rig.mjs';

const START = fileURLToPath(new URL('../../shell/serve/start.mjs', import.meta.url));
const quote = (word) => `'${word}'`;

/** Every process that works in this folder: nginx, its workers and its cache keeper. */
function processesIn(folder) {
  const real = realpathSync(folder);
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === real && !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
    } catch {
      return false; // it has ended meanwhile
    }
  });
}

/** The launcher in a process group of its own, perhaps below two shells; ended after the test. */
function launch(t, { port, site = makeSite(t), work = makeFolder(t), underShells = false, more = [], env = {} }) {
  const words = [process.execPath, START, '--site', site, '--work', work, ...(TOOLS ? ['--tools', TOOLS] : []),
    ...(port ? ['--port', String(port)] : []), ...more];
  const line = `${words.map(quote).join(' ')}; true`; // "true": so that the shell stays
  const command = underShells ? ['sh', '-c', `sh -c "${line}"; true`] : words;
  const child = spawn(command[0], command.slice(1), { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const launched = { child, work, said: '' };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { launched.said += text; });
  launched.ended = new Promise((resolve) => { child.once('close', (code) => resolve(code)); });
  t.after(() => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch { /* it has ended */ }
  });
  return launched;
}

const isServing = (launched) => until(() => {
  assert.equal(launched.child.exitCode, null, launched.said);
  return launched.said.includes('Ctrl-C') && launched;
}, 'the launcher serves');

test('the launcher says where the app is, which sources it asks and how to stop', async (t) => {
  const port = await freePort();
  const launched = await isServing(launch(t, { port }));
  assert.match(launched.said, new RegExp(`http://localhost:${port}\\n`));
  assert.match(launched.said, /UPU Global Track & Trace \(globaltracktrace\.ptc\.post\), Sample items/);
  assert.equal((await ask(port, '/')).status, 200);
  assert.equal((await ask(port, '/v1/sample/EE900000019XX')).status, 200);
});

test('Ctrl-C, SIGTERM and a closed terminal end it with 0 and leave no process', async (t) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    const launched = await isServing(launch(t, { port: await freePort() }));
    assert.ok(processesIn(launched.work).length >= 2, 'nginx and a worker run');
    process.kill(-launched.child.pid, signal);
    assert.equal(await launched.ended, 0, signal);
    assert.deepEqual(processesIn(launched.work), [], signal);
  }
});

test('a launcher that is killed takes its nginx with it', async (t) => {
  const launched = await isServing(launch(t, { port: await freePort() }));
  launched.child.kill('SIGKILL');
  await until(() => processesIn(launched.work).length === 0, 'no process is left');
});

test('a launcher whose grandparent is killed ends by itself', async (t) => {
  const launched = await isServing(launch(t, { port: await freePort(), underShells: true }));
  launched.child.kill('SIGKILL'); // only the outermost shell
  await until(() => processesIn(launched.work).length === 0, 'no process is left');
});

test('it serves again from the folder of one that was killed', async (t) => {
  const work = makeFolder(t);
  const site = makeSite(t);
  const port = await freePort();
  const first = await isServing(launch(t, { port, site, work }));
  for (const pid of processesIn(work)) process.kill(Number(pid), 'SIGKILL'); // no time to tidy up
  assert.equal(await first.ended, 1);
  assert.match(first.said, /nginx has ended/);
  await isServing(launch(t, { port, site, work }));
  assert.equal((await ask(port, '/v1/sample/EE900000019XX')).status, 200);
});

test('two cannot serve from one folder, however deep it is, and the first goes on', async (t) => {
  for (const work of [makeFolder(t), join(makeFolder(t), 'deep'.repeat(30))]) {
    const port = await freePort();
    const first = await isServing(launch(t, { port, work }));
    const second = launch(t, { port: await freePort(), work });
    assert.equal(await second.ended, 1);
    assert.match(second.said, /already being served/);
    assert.equal((await ask(port, '/v1/sample/EE900000019XX')).status, 200);
    process.kill(-first.child.pid, 'SIGINT');
    assert.equal(await first.ended, 0);
  }
});

test('a busy port is said plainly, with what to do', async (t) => {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0']) {
    const other = createServer();
    const opened = await new Promise((resolve) => {
      other.once('error', () => resolve(false)).listen(0, host, () => resolve(true));
    });
    if (!opened) continue; // a machine without IPv6
    t.after(() => other.close());
    const { port } = other.address();
    const launched = launch(t, { env: { POSTWATCH_PORT: String(port) } });
    assert.equal(await launched.ended, 1, host);
    assert.match(launched.said, new RegExp(`Port ${port} is in use by another program.*POSTWATCH_PORT=\\d+ cmake`, 's'));
    assert.deepEqual(processesIn(launched.work), []);
  }
});

test('what cannot be a port, a site or an upstream is refused in a sentence', async (t) => {
  const refusal = async (how, sentence) => {
    const launched = launch(t, how);
    assert.equal(await launched.ended, 1);
    assert.match(launched.said, sentence);
    assert.doesNotMatch(launched.said, / at .*\.mjs:\d+/);
  };
  await refusal({ env: { POSTWATCH_PORT: 'eighty' } }, /number from 1 to 65535, not "eighty"/);
  await refusal({ site: makeFolder(t) }, /no built app/);
  await refusal({ port: await freePort(), more: ['--upstream', 'ftp://x.example/'] }, /"upstream"/);
  await refusal({ port: await freePort(), more: ['--nonsense'] }, /nonsense/);
});

test('without samples no sample source runs', async (t) => {
  const port = await freePort();
  const launched = await isServing(launch(t, { port, more: ['--no-samples'] }));
  assert.doesNotMatch(launched.said, /Sample/);
  assert.equal((await ask(port, '/v1/sample/EE900000019XX')).status, 404);
});

test('a deep folder, too long for the name of a socket, serves all the same', async (t) => {
  const source = await startStandIn(t);
  const served = await startServing(t, { source, work: join(makeFolder(t), 'deep'.repeat(30)) });
  assert.equal((await served.ask('/v1/upu-gtt/EE123456785CN')).status, 200);
  const { sockets } = served.settings;
  await served.stop();
  assert.ok(!existsSync(sockets));
});

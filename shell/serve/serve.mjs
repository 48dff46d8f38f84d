// Serves the site and the proxy on this device: renders the configuration, starts the sample source and nginx,
// and leaves nothing behind. The launcher (start.mjs) and the tests use it alike.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAnswered, loopback } from './ports.mjs';
import { makeWorkFolders, writeConfiguration } from './render.mjs';
import { startSampleSource } from './sample_source.mjs';
import { Refusal, checkSettings, socketOf } from './settings.mjs';

export { Refusal };

const START_LIMIT_MS = 10_000;
const STOP_LIMIT_MS = 3_000;
const FREE_PORT_TRIES = 5; // another program may take the port between our look and nginx

function findProgram(name) {
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'].map((folder) => join(folder, name)).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** { path, brotliModule, env } of nginx: from tools.json when it is there, else the one on the PATH. */
export function findNginx(tools) {
  const told = tools && existsSync(tools) ? JSON.parse(readFileSync(tools, 'utf8')).nginx : null;
  const path = told?.path ?? findProgram('nginx');
  if (!path) throw new Refusal('There is no nginx on this machine, and no tools.json that names one.');
  return { path, brotliModule: told?.brotliModule ?? null, env: told?.env ?? {} };
}

function chooseSettings(options, nginx, { port, hosts }, sampleOrigin) {
  const work = resolve(options.work);
  const proxied = [{ id: 'upu-gtt', ...(options.upstream ? { upstream: options.upstream } : {}) }];
  if (sampleOrigin) proxied.push({ id: 'sample', upstream: sampleOrigin });
  const own = ['localhost', ...hosts].map((host) => `http://${host}:${port}`);
  return {
    listen: hosts.map((host) => `${host}:${port}`),
    hosts: ['localhost', ...hosts],
    site: options.site ? resolve(options.site) : null,
    work,
    allowed_origins: [...own, ...(options.allowedOrigins ?? [])],
    brotli_module: nginx.brotliModule,
    user: process.getuid?.() === 0 ? 'root root' : null, // else workers run as nobody, and a home is closed to them
    workers: 1,
    ...options.settings,
    sources: proxied.map((source) => ({ ...source, ...options.sourceSettings?.[source.id] })),
  };
}

/** Sockets lie in the work folder, or in a short temporary one when its path is too long for a socket. */
function placeSockets(given) {
  try {
    checkSettings(given);
    return { settings: given, remove: () => {} };
  } catch (error) {
    if (!/socket/.test(error.message)) throw error;
    const folder = mkdtempSync(join(tmpdir(), 'postwatch-'));
    return { settings: { ...given, sockets: folder }, remove: () => rmSync(folder, { recursive: true, force: true }) };
  }
}

async function clearSockets(settings) {
  for (const { id } of settings.sources) {
    const socket = socketOf(settings, id);
    if (!existsSync(socket)) continue;
    if (await isAnswered(socket)) throw new Refusal(`Postwatch is already being served from ${settings.work}.`);
    rmSync(socket); // left by an nginx that was killed; the next one could not listen there
  }
}

/** What nginx said without its notices of starting and stopping. */
function complaints(said) {
  return said.split('\n').filter((line) => !line.includes('[notice]')).join('\n').trim();
}

/** nginx in a session of its own, so that Ctrl-C reaches only us; where setpriv exists the kernel ends it with us. */
function startNginx(nginx, settings) {
  const command = [nginx.path, '-e', 'stderr', '-p', settings.work, '-c', join(settings.work, 'nginx.conf')];
  const setpriv = findProgram('setpriv');
  if (setpriv) command.unshift(setpriv, '--pdeathsig', 'TERM');
  const child = spawn(command[0], command.slice(1), {
    cwd: settings.work, detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...nginx.env, NGINX: '' },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => { said = (said + text).slice(-8_000); });
  const exited = new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('close', () => done(complaints(said)));
  });
  const lastResort = () => child.kill('SIGTERM');
  process.once('exit', lastResort);
  exited.then(() => process.removeListener('exit', lastResort));
  return { child, exited, said: () => said };
}

function answers(port) {
  return new Promise((done) => {
    get({ host: '127.0.0.1', port, path: '/v1/status', headers: { Host: 'localhost' } }, (response) => {
      response.resume();
      done(response.statusCode === 200);
    }).once('error', () => done(false));
  });
}

/** Nothing once the server answers; what nginx said when it ended instead. */
async function startedOrWords({ exited }, port) {
  let words;
  exited.then((said) => { words = said || 'nginx ended at once and said nothing.'; });
  const deadline = Date.now() + START_LIMIT_MS;
  while (words === undefined && Date.now() < deadline) {
    if (await answers(port)) return words;
    await pause(20);
  }
  return words ?? 'nginx started but does not answer.';
}

async function stopNginx({ child, exited }) {
  child.kill('SIGTERM');
  const late = setTimeout(() => {
    try {
      process.kill(-child.pid, 'SIGKILL'); // the whole session: a master killed alone leaves its workers
    } catch { /* it ended after all */ }
  }, STOP_LIMIT_MS);
  await exited;
  clearTimeout(late);
}

/**
 * Starts serving on localhost.
 *   work            folder for configuration, cache, log; made when missing      (required)
 *   site            folder with the built app; left out: the proxy alone
 *   tools           path of tools.json                                           default: nginx on the PATH
 *   port            0: a free one
 *   samples         false: no sample source
 *   sampleOptions   for startSampleSource
 *   upstream        origin to ask in place of the real UPU Global Track & Trace
 *   allowedOrigins  other origins whose pages may ask
 *   sourceSettings  { id: settings of that source }, settings: any other of settings.mjs
 * Returns { origin, port, sampleOrigin, sampleSource, settings, said(), ended, stop() }: `said` tells what nginx wrote
 * to its standard error, `ended` resolves to its last words if it ends unasked. Throws Refusal with a sentence for the user, or the system's error (EADDRINUSE, EACCES).
 */
export async function serve(options) {
  const nginx = findNginx(options.tools);
  const sampleSource = options.samples === false ? null : await startSampleSource(options.sampleOptions);
  let removeSockets = () => {};
  try {
    for (let tries = 1; ; tries += 1) {
      const place = await loopback(options.port ?? 0);
      const placed = placeSockets(chooseSettings(options, nginx, place, sampleSource?.origin));
      removeSockets = placed.remove;
      const checked = checkSettings(placed.settings);
      await clearSockets(checked);
      writeConfiguration(placed.settings, checked.work);
      makeWorkFolders(checked);
      const running = startNginx(nginx, checked);
      const words = await startedOrWords(running, place.port);
      if (words === undefined) return handle(running, place.port, checked, sampleSource, removeSockets);
      await stopNginx(running);
      removeSockets();
      if (options.port || tries === FREE_PORT_TRIES || !words.includes('Address already in use')) throw new Refusal(words);
    }
  } catch (error) {
    removeSockets();
    await sampleSource?.close();
    throw error;
  }
}

function handle(running, port, settings, sampleSource, removeSockets) {
  let stopping;
  const stop = () => {
    stopping ??= (async () => {
      await stopNginx(running);
      removeSockets();
      await sampleSource?.close();
    })();
    return stopping;
  };
  const ended = new Promise((done) => {
    running.exited.then((words) => { if (!stopping) done(words); });
  });
  return {
    origin: `http://localhost:${port}`, port, sampleOrigin: sampleSource?.origin ?? null, sampleSource, settings,
    said: running.said, ended, stop,
  };
}

// Serves the site and the proxy on this device: renders the configuration, starts the sample source and nginx,
// and leaves nothing behind. The launcher (start.mjs) and the tests use it alike.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAnswered, loopback } from './ports.mjs';
import { makeWorkFolders, writeConfiguration } from './render.mjs';
import { startSampleSource } from './sample_source.mjs';
import { Refusal, SOCKET_PATH_LIMIT, checkSettings, socketOf } from './settings.mjs';

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

/** A short folder that only this user can open, always the same for one work folder. */
function shortFolder(work) {
  const folder = join(tmpdir(), `postwatch-${createHash('sha256').update(work).digest('hex').slice(0, 16)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(folder);
  if (uid !== process.getuid() || (mode & 0o077) !== 0) throw new Refusal(`${folder} belongs to somebody else; remove it.`);
  return folder;
}

/** Sockets lie in the work folder, or in a short one elsewhere when its path is too long for a socket. */
function placeSockets(given) {
  if (given.sources.every(({ id }) => Buffer.byteLength(socketOf({ sockets: given.work }, id)) <= SOCKET_PATH_LIMIT)) return given;
  return { ...given, sockets: shortFolder(given.work) };
}

function removeSockets({ sockets, work }) {
  if (sockets !== work) rmSync(sockets, { recursive: true, force: true });
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
 * to its standard error, `ended` resolves to its last words if it ends unasked. Throws Refusal with a sentence for
 * the user, or the system's error (EADDRINUSE, EACCES).
 */
export async function serve(options) {
  const nginx = findNginx(options.tools);
  const sampleSource = options.samples === false ? null : await startSampleSource(options.sampleOptions);
  try {
    for (let tries = 1; ; tries += 1) {
      const place = await loopback(options.port ?? 0);
      const chosen = placeSockets(chooseSettings(options, nginx, place, sampleSource?.origin));
      const checked = checkSettings(chosen);
      await clearSockets(checked);
      writeConfiguration(chosen, checked.work);
      makeWorkFolders(checked);
      const running = startNginx(nginx, checked);
      const words = await startedOrWords(running, place.port);
      if (words === undefined) return handle(running, place.port, checked, sampleSource);
      await stopNginx(running);
      removeSockets(checked);
      if (options.port || tries === FREE_PORT_TRIES || !words.includes('Address already in use')) throw new Refusal(words);
    }
  } catch (error) {
    await sampleSource?.close();
    throw error;
  }
}

function handle(running, port, settings, sampleSource) {
  let stopping;
  const stop = () => {
    stopping ??= (async () => {
      await stopNginx(running);
      removeSockets(settings);
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

// Assembles the page round the small program of this folder, into a folder of the caller's.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const page = fileURLToPath(new URL('../../shell/page', import.meta.url));
export const project = fileURLToPath(new URL('../..', import.meta.url));
const program = fileURLToPath(new URL('program', import.meta.url));
const words = fileURLToPath(new URL('words', import.meta.url));

export const folder = mkdtempSync(join(process.env.POSTWATCH_WORK ?? tmpdir(), 'page-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/// A copy of the small program, to be changed by a test.
export function copyOfProgram(name) {
  const copy = join(folder, name);
  cpSync(program, copy, { recursive: true });
  return copy;
}

const command = (out, from, more) =>
  [join(page, 'assemble.mjs'), '--page', page, '--program', join(from, 'postwatch.js'), '--words', words,
    '--message-check', join(program, 'postwatch.wasm'), '--out', out,
    ...more];

export function assemble(name, { from = program, more = [] } = {}) {
  const out = join(folder, name);
  execFileSync(process.execPath, command(out, from, more));
  return out;
}

/// What assemble says when it refuses.
export function refusal(from) {
  const { status, stderr } = spawnSync(process.execPath, command(join(folder, 'refused'), from, []), { encoding: 'utf8' });
  return status === 0 ? null : stderr;
}

/// Path in the site -> bytes.
export function filesOf(site) {
  return new Map(readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((path) => [relative(site, path), readFileSync(path)]));
}

/// The worker's list, read back out of the bundled worker.
export function precacheList(files) {
  const worker = files.get('sw.js').toString();
  return [...worker.matchAll(/\{url:"([^"]+)",revision:(null|"[^"]*"),integrity:"([^"]+)"\}/g)]
    .map(([, url, revision, integrity]) => ({ url, revision: JSON.parse(revision), integrity }));
}

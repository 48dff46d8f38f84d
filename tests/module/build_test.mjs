// What is shipped: its size, its types, and that it asks for nothing but itself.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { core, folder } from './core.mjs';

const MODULE_LIMIT = 120 * 1024;
const here = dirname(fileURLToPath(import.meta.url));

test('the folder holds the module, its types and its wasm', () => {
  for (const name of ['postwatch-core.mjs', 'postwatch-core.d.ts', 'postwatch-core.d.mts', 'postwatch-core.wasm', 'package.json']) assert.ok(readdirSync(folder).includes(name), name);
});

test('module and wasm take at most 120 KB, brotli', () => {
  const size = (name) => brotliCompressSync(readFileSync(join(folder, name))).length;
  const [wasm, face] = [size('postwatch-core.wasm'), size('postwatch-core.mjs')];
  console.log(`wasm ${wasm} B, mjs ${face} B, brotli`);
  assert.ok(wasm + face <= MODULE_LIMIT, `${wasm + face} B`);
});

test('the wasm asks for one function: to be told that memory has grown', () => {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(join(folder, 'postwatch-core.wasm'))));
  assert.deepEqual(imports.map(({ name }) => name), ['emscripten_notify_memory_growth']);
});

test('the types name every function, and a program that uses them all compiles', () => {
  const declared = readFileSync(join(folder, 'postwatch-core.d.ts'), 'utf8');
  for (const name of Object.keys(core)) assert.match(declared, new RegExp(`\\b${name}\\(`));
  const file = join(process.env.POSTWATCH_WORK, 'types.mts');
  const right = readFileSync(join(here, 'types.ts'), 'utf8').replace('POSTWATCH_MODULE', join(folder, 'postwatch-core.mjs'));
  const compile = (text) => {
    writeFileSync(file, text);
    const compiler = join(here, '..', 'node_modules', 'typescript', 'bin', 'tsc');
    const flags = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext'];
    execFileSync(process.execPath, [compiler, ...flags, file], { encoding: 'utf8', stdio: 'pipe' });
  };
  try {
    compile(right);
  } catch (error) {
    assert.fail(error.stdout);
  }
  assert.throws(() => compile(`${right}\ncore.check(7);\n`), /./, 'a wrong call does not compile');
});

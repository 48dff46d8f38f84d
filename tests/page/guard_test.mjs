// After a trap nothing of the program can be entered any more.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { createGuard, stopped } from '../../shell/page/guard.js';

const code = new WebAssembly.Module(readFileSync(new URL('program/postwatch.wasm', import.meta.url)));

function start({ tell = () => {}, call_back = () => {} } = {}) {
  const deaths = [];
  const guard = createGuard((cause) => deaths.push(cause));
  const program = { deaths, guard };
  const imports = { env: { tell, call_back: () => call_back(program) } };
  const real = new WebAssembly.Instance(code, guard.imports(imports)).exports;
  return Object.assign(program, {
    real,
    exports: guard.instance({ exports: real }).exports,
    word: (index) => new Uint32Array(real.memory.buffer)[index],
  });
}

const isStopped = (thrown) => thrown === stopped;

test('a program that is well is called as if nobody stood between', () => {
  const said = [];
  const { exports, deaths } = start({ tell: (n) => said.push(n) });
  assert.equal(exports.count(), 1);
  assert.equal(exports.table.get(0)(), 2);
  assert.equal(exports.table.length, 2);
  assert.ok(exports.memory instanceof WebAssembly.Memory);
  assert.deepEqual(said, [1, 2]);
  assert.deepEqual(deaths, []);
});

test('after a trap no export can be entered and memory stays as it is', () => {
  const { exports, deaths, word } = start();
  exports.count();
  assert.throws(() => exports.trap(), isStopped);
  assert.throws(() => exports.count(), isStopped);
  assert.throws(() => exports.write_after(), isStopped);
  assert.equal(word(0), 1);
  assert.equal(word(1), 0);
  assert.equal(deaths.length, 1);
  assert.ok(deaths[0] instanceof WebAssembly.RuntimeError);
});

test('after a trap nothing can be entered through the table, not even what was taken out before', () => {
  const { exports, real, word } = start();
  const kept = exports.table.get(0);
  assert.throws(() => exports.table.get(1)(), isStopped);
  assert.throws(() => kept(), isStopped);
  assert.throws(() => exports.table.get(0), isStopped);
  assert.equal(real.table.get(0), null);
  assert.equal(word(0), 0);
});

test('a stack used up is a death like any other', () => {
  const { exports, deaths } = start();
  assert.throws(() => exports.sink(), isStopped);
  assert.ok(deaths[0] instanceof RangeError);
  assert.throws(() => exports.count(), isStopped);
});

test('a trap caught on its way out does not return into the program', () => {
  const { exports, word, deaths } = start({
    call_back({ exports: inner }) {
      try { inner.trap(); } catch { /* as careless JavaScript does */ }
    },
  });
  assert.throws(() => exports.write_after(), isStopped);
  assert.equal(word(1), 0);
  assert.equal(deaths.length, 1);
});

test('an exception thrown through the program is its death, for no C++ frame could tidy up', () => {
  const cause = new TypeError('storage is closed');
  const { exports, deaths } = start({ call_back() { throw cause; } });
  assert.throws(() => exports.write_after(), isStopped);
  assert.deepEqual(deaths, [cause]);
  assert.throws(() => exports.count(), isStopped);
});

test('leaving main by unwinding or by exit is no death', () => {
  for (const way of ['unwind', { name: 'ExitStatus', status: 0 }]) {
    const { exports, deaths } = start({ call_back() { throw way; } });
    assert.throws(() => exports.write_after(), (thrown) => thrown === way);
    assert.deepEqual(deaths, []);
    assert.equal(exports.count(), 1);
  }
});

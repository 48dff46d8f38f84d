// A program that has trapped is dead: its memory may be half changed. The guard stands between the program and
// the page, notices the death, and lets nobody in afterwards, so that nothing is written from a broken state.

/// Thrown at whoever calls a dead program. Carries nothing; the cause has been given to `on_death` once.
export const stopped = new Error('The program has stopped.');

/// Emscripten leaves main() by throwing these; they are no fault.
const isOrdinaryExit = (thrown) => thrown === 'unwind' || thrown?.name === 'ExitStatus';

/// `onDeath(cause)` is called once, at the first thing thrown out of the program: a trap, memory or stack used
/// up, abort(), or an exception of a function it called (no C++ frame in between could put its work in order).
export function createGuard(onDeath) {
  let dead = false;
  const tables = [];

  function die(cause) {
    if (dead) return;
    dead = true;
    for (const table of tables) {
      for (let i = 0; i < table.length; i++) table.set(i, null);
    }
    onDeath(cause);
  }

  const exported = (call) => (...values) => {
    if (dead) throw stopped;
    try {
      return call(...values);
    } catch (thrown) {
      if (!isOrdinaryExit(thrown)) die(thrown);
      throw dead ? stopped : thrown;
    }
  };

  // A death deeper in the stack may be caught by JavaScript on its way out; it must not return into the program.
  const imported = (call) => (...values) => {
    const result = call(...values);
    if (dead) throw stopped;
    return result;
  };

  // What the program's JavaScript takes out of the table and keeps is guarded as well.
  function exportedTable(table) {
    tables.push(table);
    return {
      get length() { return table.length; },
      get(index) {
        if (dead) throw stopped;
        const call = table.get(index);
        return call && exported(call);
      },
    };
  }

  const map = (entries, change) => Object.fromEntries(Object.entries(entries).map(([k, v]) => [k, change(v)]));
  const change = (value) => {
    if (typeof value === 'function') return exported(value);
    return value instanceof WebAssembly.Table ? exportedTable(value) : value;
  };

  return {
    /// For WebAssembly.instantiate.
    imports: (modules) => map(modules, (module) => map(module, (v) => (typeof v === 'function' ? imported(v) : v))),
    /// To be given to the program's JavaScript in place of the instance.
    instance: (instance) => ({ exports: map(instance.exports, change) }),
    get isDead() { return dead; },
  };
}

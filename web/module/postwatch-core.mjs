// The face of the module: JavaScript's values in, plain objects out. Every call crosses into wasm once.
// Runs in Node 20 and in browsers, beside postwatch-core.wasm.

const wasmAddress = new URL('postwatch-core.wasm', import.meta.url);
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const VERDICTS = ['empty', 'incomplete', 'faulty', 'warning', 'valid'];
const SMALL_TEXT = 4096; // units; below it the room for the longest encoding costs nothing
const RESULT_WORDS = 2;
const WORDS_OF_A_FIND = 4;
const PIECE = 1 << 17; // units: what a long list is judged in, so that it stays near the processor

async function compile() {
  if (wasmAddress.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return WebAssembly.compile(await readFile(wasmAddress));
  }
  const response = await fetch(wasmAddress);
  if (!response.ok) throw new Error(`postwatch-core.wasm: ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The wasm program with its memory: texts are written to the input area, results are read back. */
class Program {
  #exports;
  #area = 0;
  #size = 0;
  #bytes = new Uint8Array();

  constructor(exports) {
    this.#exports = exports;
    this.families = this.json('core_families');
  }

  /** A view of the memory; growing makes a new buffer. */
  #memory() {
    const { buffer } = this.#exports.memory;
    if (this.#bytes.buffer !== buffer) this.#bytes = new Uint8Array(buffer);
    return this.#bytes;
  }

  #reserve(size) {
    if (size <= this.#size) return;
    this.#area = this.#exports.core_input(size);
    if (this.#area === 0) throw new RangeError('the text is too large for this module');
    this.#size = size;
  }

  /** Writes UTF-8 or a string; returns how many bytes it took. */
  write(text) {
    if (typeof text !== 'string') {
      this.#reserve(text.length + 1);
      this.#memory().set(text, this.#area);
      return text.length;
    }
    // Most texts are ASCII: room for that first, three times as much only when needed.
    this.#reserve(text.length < SMALL_TEXT ? SMALL_TEXT * 3 + 1 : text.length + 1);
    const done = this.#encode(text);
    if (done.read === text.length) return done.written;
    this.#reserve(text.length * 3 + 1);
    return this.#encode(text).written;
  }

  #encode(text) {
    return encoder.encodeInto(text, this.#memory().subarray(this.#area, this.#area + this.#size - 1));
  }

  /**
   * Writes a string as it is kept, in UTF-16; false where nothing does that fast. Node's Buffer copies what TextEncoder
   * has to spell anew.
   */
  writeUnits(text) {
    const size = text.length * 2;
    this.#reserve(size + 2);
    return globalThis.Buffer?.from(this.#memory().buffer, this.#area, size).write(text, 'utf16le') === size;
  }

  /** The bytes of the result; the next call overwrites them. */
  call(name, ...given) {
    const result = this.#exports[name](...given) >>> 0;
    const [begin, size] = new Uint32Array(this.#memory().buffer, result, RESULT_WORDS);
    return this.#bytes.subarray(begin, begin + size);
  }

  json(name, ...given) { return JSON.parse(decoder.decode(this.call(name, ...given))); }

  /** Several texts one behind the other; returns their lengths in bytes. */
  writeAll(texts) {
    const pieces = texts.map((text) => encoder.encode(text));
    const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    this.write(whole);
    return pieces.map((piece) => piece.length);
  }
}

function finds(bytes, families) {
  const [count] = new Uint32Array(bytes.buffer, bytes.byteOffset, 1);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + 4, count * WORDS_OF_A_FIND);
  const numbers = decoder.decode(bytes.subarray(4 + words.byteLength));
  const found = new Array(count);
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    const word = i * WORDS_OF_A_FIND;
    const number = numbers.slice(at, at += words[word + 3]);
    const kind = words[word + 2];
    found[i] = { start: words[word], end: words[word + 1], number, verdict: VERDICTS[kind & 255], family: families[kind >> 8] };
  }
  return found;
}

const text = (value) => (value === undefined || value === null ? '' : String(value));

/** Milliseconds and minutes east of UTC: as given, else this device's. */
function moment({ now = Date.now(), offset }) {
  const at = Number(now);
  const east = offset ?? -new Date(at).getTimezoneOffset();
  return [at, Number.isFinite(east) ? east : 0];
}

/** The item in question, then the finished ones, as records. */
const items = (item, { finished = [] }) => JSON.stringify([item, ...finished].map((one) => ({ version: 1, ...one })));

function core(program) {
  const check = (typed) => program.json('core_check', program.write(text(typed)));
  const verdicts = (lines) => {
    if (typeof lines === 'string' && program.writeUnits(lines)) return program.call('core_check_many_units', lines.length);
    return program.call('core_check_many', program.write(lines));
  };

  /** Piece by piece, each up to the end of a line. */
  function verdictsOfAll(lines) {
    if (lines.length <= PIECE) return verdicts(lines).slice();
    const feed = typeof lines === 'string' ? '\n' : 10;
    let all = new Uint8Array(lines.length >> 3);
    let count = 0;
    for (let begin = 0; begin <= lines.length;) {
      const found = begin + PIECE < lines.length ? lines.indexOf(feed, begin + PIECE) : -1;
      const end = found < 0 ? lines.length : found;
      const piece = verdicts(typeof lines === 'string' ? lines.slice(begin, end) : lines.subarray(begin, end));
      if (count + piece.length > all.length) {
        const more = new Uint8Array(2 * (count + piece.length));
        more.set(all.subarray(0, count));
        all = more;
      }
      all.set(piece, count);
      count += piece.length;
      begin = end + 1;
    }
    return all.slice(0, count);
  }

  return Object.freeze({
    check,
    passport(typed) { return program.json('core_passport', program.write(text(typed))); },
    extract(given, { eager = false, families = 'all' } = {}) {
      const typed = text(given);
      const size = program.write(typed);
      const ascii = size === typed.length ? 1 : 0; // every unit took one byte
      return finds(program.call('core_extract', size, eager ? 1 : 0, families === 's10' ? 1 : 0, ascii), program.families);
    },
    checkMany(given) {
      if (typeof given === 'string' || given instanceof Uint8Array) return verdictsOfAll(given);
      const lines = Array.from(given, text);
      if (lines.length === 0) return new Uint8Array();
      const judged = verdictsOfAll(lines.join('\n'));
      if (judged.length === lines.length) return judged;
      return Uint8Array.from(lines, (line) => VERDICTS.indexOf(check(line).verdict)); // a line holds a line feed
    },
    classify({ provider, code, text: words, number } = {}) {
      return program.json('core_classify', ...program.writeAll([provider, code, words, number].map(text)));
    },
    journey(item, options = {}) {
      return program.json('core_journey', ...moment(options), ...program.writeAll([items(item, options)]));
    },
    advise(item, now, options = {}) {
      return program.json('core_advise', ...moment({ ...options, now }), ...program.writeAll([items(item, options)]));
    },
    checkMessage(given, { items: watched = [], claimed } = {}) {
      const lines = Array.from(watched, ({ number, delivered }) => (delivered ? '+' : '-') + text(number).replaceAll('\n', ' '));
      return program.json('core_check_message', ...program.writeAll([text(given), text(claimed), lines.join('\n')]));
    },
    readAnswer({ dialect, status, body, number } = {}) {
      const lengths = program.writeAll([dialect, body, number].map(text));
      return program.json('core_read_answer', Number(status) | 0, ...lengths);
    },
  });
}

let compiled;

/** Compiles once; each core has a memory of its own. */
export default async function createCore() {
  compiled ??= compile();
  let program;
  try {
    program = await compiled;
  } catch (error) {
    compiled = undefined; // the next call may find the network back
    throw error;
  }
  const { exports } = await WebAssembly.instantiate(program, { env: { emscripten_notify_memory_growth() {} } });
  exports._initialize();
  return core(new Program(exports));
}

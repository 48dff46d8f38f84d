// The check of messages, and what makes documents: rules, tables and sentences that most visits never need. Fetched
// when a page wants it, and kept in a cache of the page's own, so that it is there offline; sw.js renews it with each
// build.
const { file, integrity } = MESSAGE_CHECK; // put in by assemble.mjs
const cacheName = 'postwatch-check'; // as in sw.js
const address = () => new URL(file, document.baseURI).href;

/// Refused in some private windows: then it is fetched each time.
const openCache = () => globalThis.caches?.open(cacheName).catch(() => undefined);

let compiled;

async function compile() {
  const cache = await openCache();
  let answer = await cache?.match(address());
  if (!answer) {
    answer = await fetch(address(), { integrity, credentials: 'same-origin' });
    if (!answer.ok) throw new TypeError(`${answer.status} for ${file}`);
    cache?.put(address(), answer.clone()).catch(() => {}); // no room: fetched again next time
  }
  return WebAssembly.compile(await answer.arrayBuffer());
}

/// The compiled wasm; rejects when it cannot be had, and tries again the next time.
export function messageCheck() {
  compiled ??= compile().catch((cause) => {
    compiled = undefined;
    throw cause;
  });
  return compiled;
}

/// So that it works offline though it was never opened. Not on the first visit, whose bytes are counted.
export async function keepMessageCheck() {
  const cache = navigator.onLine ? await openCache() : undefined;
  if (!cache || await cache.match(address())) return;
  await cache.add(new Request(address(), { integrity })).catch(() => {}); // the next start tries again
}

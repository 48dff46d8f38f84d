// The check of messages: rules and tables that most visits never need, and the sentences of the documents it makes.
// Fetched when a page wants them, and kept in a cache of the page's own, so that they are there offline; sw.js renews
// them with each build.
const files = LATER; // name without hash and ending -> { file, integrity }, put in by assemble.mjs
const cacheName = 'postwatch-check'; // as in sw.js
const address = (name) => new URL(files[name].file, document.baseURI).href;

/// Refused in some private windows: then they are fetched each time.
const openCache = () => globalThis.caches?.open(cacheName).catch(() => undefined);

/// An answer with the file; rejects when it cannot be had.
async function bring(name) {
  const cache = await openCache();
  let answer = await cache?.match(address(name));
  if (!answer) {
    const { file, integrity } = files[name];
    answer = await fetch(address(name), { integrity, credentials: 'same-origin' });
    if (!answer.ok) throw new TypeError(`${answer.status} for ${file}`);
    cache?.put(address(name), answer.clone()).catch(() => {}); // no room: fetched again next time
  }
  return answer;
}

const compile = async () => WebAssembly.compile(await (await bring('message-check')).arrayBuffer());
let compiled;

/// The compiled wasm; rejects when it cannot be had, and tries again the next time.
export function messageCheck() {
  compiled ??= compile().catch((cause) => {
    compiled = undefined;
    throw cause;
  });
  return compiled;
}

/// The sentences of documents in a language that is not in the wasm itself.
export const enquiryWords = async (language) => (await bring(`enquiry.${language}`)).text();

/// So that all of it works offline though it was never opened. Not on the first visit, whose bytes are counted.
export async function keepMessageCheck(language) {
  const cache = navigator.onLine ? await openCache() : undefined;
  for (const name of ['message-check', `enquiry.${language}`]) {
    if (!cache || !files[name] || await cache.match(address(name))) continue;
    await cache.add(new Request(address(name), { integrity: files[name].integrity })).catch(() => {}); // the next start tries again
  }
}

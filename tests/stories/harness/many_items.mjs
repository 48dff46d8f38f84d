// A long list, put into the storage before the page is opened: as many items as anyone may have, with whole journeys.
import { numberWith } from './numbers.mjs';

const LABELS = ['Tea', 'Lens', 'Teacup', 'Book', 'Spare part', 'Jacket', 'Camera', 'Seeds'];
const PLACES = ['HANGZHOU', 'SHANGHAI', 'FRANKFURT AM MAIN', 'ROISSY', 'CURITIBA', 'TORONTO', 'ATHENS', 'OSLO'];
// As operators write them.
const STEPS = [
  ['EMA', 'Posting/Collection', 'accepted'],
  ['EMB', 'Arrival at outward office of exchange', 'origin_exchange'],
  ['EMC', 'Departure from outward office of exchange', 'departed_origin'],
  ['EMJ', 'Arrival at transit office of exchange', 'transit_exchange_arrival'],
  ['EMK', 'Departure from transit office of exchange', 'transit_exchange_departure'],
  ['EMD', 'Arrival at inward office of exchange', 'arrived_destination'],
  ['EME', 'Held by import customs', 'customs_hold'],
];

/** One record as the storage holds it; its journey has `count` scans, the last of them some days ago. */
export function item(index, count, now) {
  const serial = String(10_000_000 + index * 7919).slice(0, 8);
  const reached = 3 + (index % 5); // how far along the steps it is
  const events = Array.from({ length: count }, (_, i) => {
    const [code, words, stage] = STEPS[Math.min(Math.floor((i * reached) / count), STEPS.length - 1)];
    const wall = Math.floor(now / 1000) - (count - i) * 43_200 - (index % 20) * 86_400;
    return { code, words, place: PLACES[(index + Math.floor(i / 4)) % PLACES.length], wall, stage, first_seen: now, last_seen: now };
  });
  return {
    version: 1, number: numberWith('EE', serial, 'CN'), label: `${LABELS[index % LABELS.length]} ${index}`,
    going_to: ['FR', 'BR', 'CA', 'GR', 'NO'][index % 5], added_at: now - index, changed_at: now, revision: 1,
    sources: [{ source: 'upu-gtt', outcome: 'events', asked_at: now, answered_at: now, events }],
  };
}

/** `prepare` of a person whose list has `count` items of `events` scans each before they open the page. */
export async function seed(context, origin, count, events) {
  const page = await context.newPage();
  const blank = `${origin}/blank`; // of the same origin, without the program
  await page.route(blank, (route) => route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }));
  await page.goto(blank);
  const now = Date.now();
  for (let begin = 0; begin < count; begin += 1000) {
    const items = Array.from({ length: Math.min(1000, count - begin) }, (_, i) => item(begin + i, events, now));
    await page.evaluate(put, items.map((one) => [one.number, JSON.stringify(one)]));
  }
  await page.goto('about:blank');
}

const put = (records) => new Promise((resolve, reject) => {
  const opening = indexedDB.open('postwatch', 1);
  opening.onupgradeneeded = () => ['items', 'settings'].forEach((name) => opening.result.createObjectStore(name));
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const writing = opening.result.transaction('items', 'readwrite');
    for (const [number, record] of records) writing.objectStore('items').put({ record, revision: 1, by: 0 }, number);
    writing.oncomplete = () => { opening.result.close(); resolve(); };
    writing.onabort = () => reject(writing.error);
  };
});

/** Lets `memoryOf(page)` tell how large the memory of the program is. */
export const watchMemory = (context) => context.addInitScript(() => {
  const memories = window.wasmMemories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate.apply(WebAssembly, given);
    const { exports } = made.instance ?? made;
    memories.push(...Object.values(exports).filter((one) => one instanceof WebAssembly.Memory));
    return made;
  };
});

/** Bytes. It never shrinks, so this is the most there was. */
export const memoryOf = (page) => page.evaluate(() => window.wasmMemories[0].buffer.byteLength);

/** A file as it is exported, of the items seed() would put into the storage. */
export function backupOf(count, events) {
  const now = Date.now();
  const header = JSON.stringify({ app: 'Postwatch', version: 1, made_at: now, count, settings: { version: 1 } });
  const lines = Array.from({ length: count }, (_, i) => JSON.stringify(item(i, events, now)));
  return `${header.slice(0, -1)},"items":[\n${lines.join(',\n')}]}\n`;
}

/** window.transactions: of each transaction that writes items how many it puts there; window.keptItems: how many items
 * are on the device by those that were completed. */
export const countTransactions = (context) => context.addInitScript(() => {
  window.transactions = [];
  window.keptItems = 0;
  const places = new Map(); // of a transaction in window.transactions
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function counted(...given) {
    const made = begin.apply(this, given);
    if (given[1] !== 'readwrite' || String(given[0]) !== 'items') return made;
    const place = window.transactions.push(0) - 1;
    places.set(made, place);
    made.addEventListener('complete', () => { window.keptItems += window.transactions[place]; });
    return made;
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function counted(...given) {
    if (places.has(this.transaction)) window.transactions[places.get(this.transaction)] += 1;
    return put.apply(this, given);
  };
});

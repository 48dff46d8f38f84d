// The service worker: keeps one whole build of the shell and serves it offline. Workbox does the work; the list of
// files, each with its SHA-256, is put in by assemble.mjs. Anything not in that list (config.json, /v1/…) is not
// answered here, so it goes to the network and is never kept.
import { clientsClaim } from 'workbox-core/clientsClaim.js';
import { PrecacheController } from 'workbox-precaching/PrecacheController.js'; // its router would be 1.2 KB of the download

// Wide enough for what ordinary hosts send, and never the HTML of a portal in the place of a script.
const types = {
  css: /^text\/css\b/,
  js: /^(text|application)\/javascript\b/,
  svg: /^image\/svg\+xml\b/,
  wasm: /^application\/wasm\b/,
  webmanifest: /^application\/(manifest\+)?json\b/,
};

function hasRightType(response) {
  const extension = new URL(response.url).pathname.match(/\.([a-z]+)$/)?.[1];
  return (types[extension] ?? /^text\/html\b/).test(response.headers.get('content-type') ?? '');
}

const shell = new PrecacheController({ plugins: [{
  // The page has just been loaded by the same address: a 304 takes it from the HTTP cache instead of a second
  // download. Its hash is checked either way.
  requestWillFetch: async ({ request }) =>
    request.cache === 'reload' ? new Request(request, { cache: 'no-cache' }) : request,

  // Whatever is not exactly right fails the installation as a whole, and the former worker stays. The browser has
  // checked the SHA-256 by now: each entry of the list carries its `integrity`.
  cacheWillUpdate: async ({ response }) => (response.status === 200 && hasRightType(response) ? response : null),

  // The kept page was lost and the host has a newer one already: better that one than none.
  handlerDidError: async ({ event, request }) =>
    event.type === 'fetch' && request.mode === 'navigate' ? fetch(request) : undefined,
}] });
shell.precache(PRECACHE);

// Whatever stands behind "?": messengers append their own parameters to a shared link.
addEventListener('fetch', (event) => {
  const { request } = event;
  const cacheKey = request.method === 'GET'
    && shell.getCacheKeyForURL(request.url.replace(/[?#].*/, '').replace(/\/index\.html$/, '/'));
  if (!cacheKey) return;
  const integrity = shell.getIntegrityForCacheKey(cacheKey);
  event.respondWith(shell.strategy.handle({ request, event, params: { cacheKey, integrity } }));
});

// A new build has words of its own, and a check of messages of its own. Those this device uses belong to
// it: fetched with it, and the old ones forgotten once it has taken over. The page reads them from the caches itself.
const kept = { 'postwatch-words': WORDS, 'postwatch-check': [MESSAGE_CHECK] }; // as in words.js and message_check.js
const nameOf = (address) => address.match(/([^/]+)\.\w+\.\w+$/)?.[1];

/// What of this build has the name of a kept file.
const current = (files, { url }) => Object.values(files).find(({ file }) => nameOf(file) === nameOf(url));
const addressOf = (file) => new URL(file, registration.scope).href;

async function eachCache(work) {
  for (const [name, files] of Object.entries(kept)) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) await work(cache, request, current(files, request));
  }
}

const keep = (cache, _, found) =>
  found && cache.match(addressOf(found.file)).then((there) => there ?? cache.add(new Request(addressOf(found.file), { integrity: found.integrity })));
const forgetOld = (cache, request, found) => (found && addressOf(found.file) === request.url ? null : cache.delete(request));

addEventListener('install', (event) => event.waitUntil(eachCache(keep)));
addEventListener('activate', (event) => event.waitUntil(eachCache(forgetOld)));

// The tab of the first visit is taken over too; from then on a newer worker has to wait for the user's yes.
clientsClaim();
addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') skipWaiting();
});
